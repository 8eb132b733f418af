// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "render/markup/document.h"

// What layout makes of a section before pages are cut: a flow of pieces from top to bottom, each
// with its height. Lengths are points, y runs downwards. Pieces keep their element, so that its
// meaning (heading, header cell, …) is still known when they are painted.
namespace hoso::layout {

using markup::Node;
using markup::Style;

struct Range {
    std::uint32_t begin = 0, end = 0;
};

// Glyphs of one font, size and colour on a line.
struct Segment {
    const Style* style = nullptr;
    double x = 0, width = 0, size = 0;
    Range glyphs;
    std::uint8_t slot = 0;
};

// Drawn, not set: leader dots or a check box.
struct Mark {
    enum class Kind : std::uint8_t { Dots, Box, CheckedBox };
    Kind kind{};
    double x = 0, width = 0, size = 0;
};

struct Line {
    double baseline = 0;  // below the line's top
    double width = 0;     // of what stands on it
    double stretch = 0;   // added to each blank of a justified line
    Range segments, marks, lineage;
};

struct Piece {
    enum class Kind : std::uint8_t {
        Line,
        Rows,
        Rule,
        Area,
        Space,
        Margin,
        OpenBox,
        CloseBox,
        OpenTable,
        CloseTable,
        Break
    };
    // Whether a page may end before this piece.
    enum class Glue : std::uint8_t { None, Soft, Hard };

    Kind kind{};
    Glue glue = Glue::None;
    double x = 0, width = 0, height = 0;
    std::uint32_t index = 0;  // Line: lines; OpenTable, Rows: tables
    Range rows;               // Rows
    const Node* node = nullptr;
};
using Flow = std::vector<Piece>;

struct Cell {
    const Node* node = nullptr;
    std::uint32_t row = 0, column = 0, rowspan = 1, colspan = 1;
    Flow flow;
    double content_height = 0;
    std::array<markup::Border, 4> border;  // with the row's and the row group's
};

struct Row {
    const Node* node = nullptr;
    const Node* group = nullptr;  // thead, tbody or the table itself
    double height = 0;
    Range cells;
    bool joined = false;  // a cell spans from the row above
};

struct Table {
    const Node* node = nullptr;
    double x = 0;
    std::vector<double> edges;  // x of the vertical grid lines, from the table's left
    std::vector<Row> rows;
    std::vector<Cell> cells;
    std::vector<std::int32_t> grid;  // rows × columns: index of the covering cell, -1 none
    std::uint32_t head_rows = 0;

    [[nodiscard]] std::size_t columns() const { return edges.size() - 1; }
    [[nodiscard]] double height(Range range) const {
        double sum = 0;
        for (std::uint32_t i = range.begin; i < range.end; ++i) sum += rows[i].height;
        return sum;
    }
    [[nodiscard]] double head_height() const { return height({0, head_rows}); }
};

// Collapsing borders: the wider one, then double before solid before dotted.
inline markup::Border stronger(const markup::Border& a, const markup::Border& b) {
    if (a.kind == markup::BorderKind::None) return b;
    if (b.kind == markup::BorderKind::None) return a;
    if (a.width != b.width) return a.width > b.width ? a : b;
    return a.kind >= b.kind ? a : b;
}

// Where a document's pieces keep what they have in common.
struct Store {
    std::vector<std::uint16_t> glyphs;
    std::vector<Segment> segments;
    std::vector<Mark> marks;
    std::vector<int> lineage;
    std::vector<Line> lines;
    std::deque<Table> tables;
};

inline double height_of(const Flow& flow) {
    double sum = 0;
    for (const Piece& piece : flow) sum += piece.height;
    return sum;
}

}  // namespace hoso::layout
