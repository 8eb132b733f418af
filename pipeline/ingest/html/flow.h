// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ingest/html/style.h"
#include "ingest/html/tree.h"
#include "ingest/sheet_builder.h"

namespace hoso {

struct HtmlCell {
    std::uint64_t row = 1, column = 1;    // of the page, 1-based
    std::uint64_t rows = 1, columns = 1;  // that it covers
    std::uint32_t node = 0;               // 0: a line of text, which has no attributes
    bool hidden = false;
    std::vector<TextRun> runs;  // of its text, each with its font
    std::string format;

    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool blank() const { return runs.empty(); }
    [[nodiscard]] bool begins_with_digit() const;
};

// A line of text or a table, in the order of the page.
struct HtmlPiece {
    enum class Kind { Line, Heading, Caption, Table };
    Kind kind = Kind::Line;
    std::uint64_t first_row = 1, rows = 1;
    std::vector<HtmlCell> cells;  // that are not blank, or joined; by row
    std::set<std::uint64_t> hidden_rows, hidden_columns;
};

// Lays a page out in rows as LibreOffice Calc does, so that a cell has the same name here and
// there: everything below each other in one sheet, a row for a line of text or a row of a table; a
// paragraph is set off by an empty row. In two things it is otherwise, because rows that are torn
// apart are no table any more: a cell whose text has line breaks is one cell in one row, and a
// block without margins (div) has its own row. A table that only arranges others is opened up.
// nullopt: joined cells cover more than limits::kCoveredCells.
std::optional<std::vector<HtmlPiece>> lay_out(const HtmlTree& tree, const HtmlStyles& styles);

}  // namespace hoso
