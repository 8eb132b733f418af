// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.h"

namespace hoso {

// The sheets of an OpenDocument spreadsheet (ODF 1.3, part 3). None, with a finding, if the file
// must be refused: a file with one damaged sheet is a damaged file.
std::vector<Sheet> read_ods(std::string_view bytes, const std::string& path, Findings& findings);
// The same in one XML file (.fods; ODF 1.3, part 3, 3.1.2).
std::vector<Sheet> read_fods(std::string_view bytes, const std::string& path, Findings& findings);

}  // namespace hoso
