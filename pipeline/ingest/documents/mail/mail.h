// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.h"

namespace hoso {

// "eml" for a single message, "mbox" for a file of them, "" for anything else.
std::string mail_format(std::string_view bytes);

// A sheet "Thư" with a row a message: who, to whom, when, about what, with which attachments. The
// names of attachments are only shown; nothing is ever written under them. Empty, with a finding,
// if the file must be refused.
std::vector<Sheet> read_mail(std::string_view bytes, const std::string& path, Findings& findings);

}  // namespace hoso
