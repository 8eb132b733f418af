// SPDX-License-Identifier: Apache-2.0
#include "ingest/sheet_builder.h"

#include <algorithm>
#include <tuple>

#include "ingest/limits.h"
#include "ingest/report.h"
#include "ingest/rules.h"
#include "ingest/unicode.h"
#include "vocabulary/text.h"

namespace hoso {

namespace rule = ingest_rule;

CellText make_cell_text(std::string_view utf8) {
    CellText result{to_nfc(utf8), nullptr, ""};
    if (const auto refused = find_refused_character(result.text)) {
        result.fault = &rule::refused_character;
        result.fault_value = code_point_name(*refused);
    } else if (result.text.size() > limits::kTextLength &&
               code_point_count(result.text) > limits::kTextLength) {
        result.fault = &rule::text_too_long;
        result.fault_value = std::to_string(limits::kTextLength);
    }
    return result;
}

SheetBuilder::SheetBuilder(std::shared_ptr<const Origin> origin, std::string format,
                           std::size_t& cells_left)
    : cells_left_(cells_left) {
    sheet_.origin = std::move(origin);
    sheet_.format = std::move(format);
}

bool SheetBuilder::add(Cell cell) {
    if (cell.text.empty()) return true;
    if (cells_left_ == 0) return false;
    --cells_left_;
    sheet_.cells.push_back(std::move(cell));
    return true;
}

bool SheetBuilder::add_text(std::uint32_t row, std::uint32_t column, bool formula,
                            const CellText& text, std::string_view /*font*/) {
    if (text.fault) return refuse(row, column, *text.fault, text.fault_value);
    return add({row, column, CellKind::Text, formula, text.text});
}

bool SheetBuilder::refuse(std::uint32_t row, std::uint32_t column, const Rule& fault,
                          std::string value) {
    auto& [known, places] = faults_[{fault.id, std::move(value)}];
    known = &fault;
    places.push_back(at(row, column));
    return add({row, column, CellKind::Error, false, std::string(kUnreadableCell)});
}

bool SheetBuilder::finish(Findings& findings, Sheet& result) {
    const auto before = [](const Cell& a, const Cell& b) {
        return std::tie(a.row, a.column) < std::tie(b.row, b.column);
    };
    std::vector<Cell>& cells = sheet_.cells;
    if (!std::is_sorted(cells.begin(), cells.end(), before)) {
        std::stable_sort(cells.begin(), cells.end(), before);
    }
    const auto twice = std::adjacent_find(
        cells.begin(), cells.end(), [&](const Cell& a, const Cell& b) { return !before(a, b); });
    if (twice != cells.end()) {
        report(findings, rule::duplicate_cell, {at(twice->row, twice->column)});
        return false;
    }
    for (auto& [key, fault] : faults_) {
        auto& [known, places] = fault;
        std::sort(places.begin(), places.end());
        report(findings, *known, places,
               {{"value", key.second}, {"count", std::to_string(places.size())}});
    }
    for (const Cell& cell : cells) {
        sheet_.last_row = std::max(sheet_.last_row, cell.row);
        sheet_.last_column = std::max(sheet_.last_column, cell.column);
    }
    if (cells.empty()) report(findings, rule::empty_sheet, {at(0, 0)});
    // A vendor hides "all columns to the right": only those with something in them are news.
    std::erase_if(sheet_.hidden_columns, [&](auto c) { return c > sheet_.last_column; });
    std::erase_if(sheet_.hidden_rows, [&](auto r) { return r > sheet_.last_row; });
    result = std::move(sheet_);
    return true;
}

}  // namespace hoso
