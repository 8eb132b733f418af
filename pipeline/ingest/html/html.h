// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.h"

namespace hoso {

// The tables of a web page, which many systems send under the name .xls. A page is one sheet, as it
// is for Excel; where it has several tables of data with text between them, each is a sheet with
// the text above it, and its cells keep their row in the page. None, with a finding, if there is no
// table or the file must be refused.
std::vector<Sheet> read_html(std::string_view bytes, const std::string& path, Findings& findings);

}  // namespace hoso
