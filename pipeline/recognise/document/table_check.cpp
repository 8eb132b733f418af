// SPDX-License-Identifier: Apache-2.0
#include "recognise/document/table_check.h"

#include <algorithm>
#include <set>

#include "recognise/document/flow.h"
#include "recognise/profile/document_kind.h"

namespace hoso {

namespace {

constexpr std::uint32_t header_rows = 3;

bool is_number(const std::string& text) {
    return text.find_first_not_of("0123456789.") == std::string::npos;
}

}  // namespace

TableCheck check_columns(const Sheet& table, const std::vector<Headings>& columns) {
    TableCheck best;
    std::uint32_t header = 0;
    for (const Headings& column : columns) best.missing.push_back(column.shown);
    for (std::uint32_t row = 1; row <= std::min(header_rows, table.last_row); ++row) {
        std::set<std::string> keys;
        for (const Cell& cell : table.cells) {
            if (cell.row == row) keys.insert(column_key(cell.text));
        }
        std::vector<std::string> missing;
        for (const Headings& column : columns) {
            const bool there =
                std::any_of(column.keys.begin(), column.keys.end(),
                            [&](const std::string& key) { return keys.count(key) != 0; });
            if (!there) missing.push_back(column.shown);
        }
        if (missing.size() >= best.missing.size()) continue;
        best.missing = std::move(missing);
        header = row;
    }
    std::set<std::uint32_t> filled;
    for (const Cell& cell : table.cells) {
        const std::string key = fold(cell.text).key;
        if (cell.row > header && says_something(key) && !is_number(key)) filled.insert(cell.row);
    }
    best.rows = filled.size();
    return best;
}

}  // namespace hoso
