// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.h"
#include "vocabulary/text.h"

namespace hoso {

// A sheet written as a person sees it: one line a row, '|' between cells, nothing for a blank one.
// A line break directly behind the opening quote of the literal is not a row.
inline Sheet sheet_from_text(const std::string& file, const std::string& name,
                             std::string_view text) {
    Sheet sheet;
    sheet.origin = std::make_shared<const Origin>(Origin{file, name});
    sheet.format = "xlsx";
    sheet.source_digest = file;
    if (!text.empty() && text.front() == '\n') text.remove_prefix(1);
    if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
    std::uint32_t row = 0;
    for (const std::string& line : split(text, '\n')) {
        ++row;
        std::uint32_t column = 0;
        for (const std::string& part : split(line, '|')) {
            ++column;
            std::string value = clean(part);
            if (value.empty()) continue;
            const bool number = value.find_first_not_of("0123456789.") == std::string::npos;
            sheet.cells.push_back(
                {row, column, number ? CellKind::Number : CellKind::Text, false, std::move(value)});
            sheet.last_column = std::max(sheet.last_column, column);
        }
        sheet.last_row = row;
    }
    return sheet;
}

}  // namespace hoso
