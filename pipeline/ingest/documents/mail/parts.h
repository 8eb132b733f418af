// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/documents/mail/header.h"

namespace hoso {

struct Attachment {
    std::string name;  // as its sender called it; never a path of ours
    std::string sha256;
};

// All parts of a message but the text of the letter itself: what has a file name, is no text, or
// says that it is attached. A message that is passed on is one attachment.
struct MailParts {
    std::vector<Attachment> attachments;
    std::string damage;     // the first thing that is not as it should be
    std::string unknown;    // an encoding that is not known
    bool too_deep = false;  // some parts were not read
};
MailParts read_mail_parts(const MailHeader& header, std::string_view body);

}  // namespace hoso
