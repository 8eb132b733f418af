// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "compose/compose.h"
#include "render/markup/document.h"

namespace hoso::xlsx {

struct Number {
    double value = 0;
    const char* format = "";  // Excel's, one of the constants of cell_value.cpp
};

// What goes into one cell of a worksheet.
struct CellValue {
    std::variant<std::string, Number> content;
    const markup::Style* text_style =
        nullptr;  // of the first printed text; null: the cell is blank
    [[nodiscard]] bool blank() const;
};

// The text of a block or table cell. When it is exactly one printed value (one lineage id and
// nothing else), that value's type decides: a mark or average is a number as precise as it is
// printed, a date a date, a whole number a number; codes and names stay text.
CellValue cell_value(const markup::Node& node, const std::vector<LineageEntry>& lineage);

// Header and footer of a page in Excel's code: "Trang &P/&N".
std::string header_code(const markup::Node& header);

}  // namespace hoso::xlsx
