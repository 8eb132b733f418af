// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.h"

namespace hoso {

// The sheets of an "XML Spreadsheet 2003", which systems send under the name .xls. None, with a
// finding, if the file must be refused.
std::vector<Sheet> read_spreadsheetml(std::string_view bytes, const std::string& path,
                                      Findings& findings);

}  // namespace hoso
