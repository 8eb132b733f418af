// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace hoso {

// What a file is, by its bytes: "xlsx" "encrypted" "xls" "xlsb" "ods" "spreadsheetml" "html" "csv"
// "text" "pdf" "docx" "doc" "pptx" "image" "eml" "mbox" "zip" "archive" "empty" "unknown".
std::string sniff(std::string_view bytes);

}  // namespace hoso
