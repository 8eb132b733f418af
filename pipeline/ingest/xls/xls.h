// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.h"

namespace hoso {

// An Excel 97-2003 workbook: BIFF8 (MS-XLS) in an OLE2 file. Empty, with a finding, if it is
// refused: a file with one damaged sheet is a damaged file.
std::vector<Sheet> read_xls(std::string_view bytes, const std::string& path, Findings& findings);

// "Excel 5.0/95" … if the bytes are a workbook older than BIFF8, which read_xls refuses; else "".
std::string old_xls_version(std::string_view bytes);

}  // namespace hoso
