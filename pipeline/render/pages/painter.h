// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "render/layout/context.h"
#include "render/pages/canvas.h"

namespace hoso::layout {

struct PageArea {
    const Node* node = nullptr;
    double x = 0, y = 0, width = 0, height = 0;  // from the upper left corner
};

struct PageBox {
    explicit PageBox(markup::PageSize size) : canvas(size) {}
    Canvas canvas;
    std::vector<PageArea> areas;
};

// Puts pieces on pages, one below the other. Boxes and tables that are open when the page changes
// are closed on the old page and opened on the new one.
class Painter {
public:
    Painter(Context& context, std::vector<int>& printed) : context_(context), printed_(printed) {}

    // From here on pieces go to `page`, whose flow begins at (x, y).
    void begin_page(PageBox& page, double x, double y);
    void end_page();
    void put(const Piece& piece);
    void skip(double height) { y_ += height; }
    [[nodiscard]] double y() const { return y_; }
    // What begin_page repeats at the top of a page: the heads of the tables that are open.
    [[nodiscard]] double repeated_height() const;

private:
    struct OpenBox {
        const Piece* piece;
        double top;
        bool begun_here;
    };
    struct PlacedRow {
        std::uint32_t row;
        double y;
    };
    struct OpenTable {
        std::uint32_t index;
        std::vector<PlacedRow> rows;
    };

    void put_line(const Piece& piece);
    void put_segment(const Segment& segment, const Line& line, double x, double baseline);
    void put_rows(std::size_t open, Range rows);
    void put_cell(const Table& table, const Cell& cell, double y);
    void put_flow(const Flow& flow, double x, double y);
    void close_box(const OpenBox& box, bool ends_here);
    void close_table(const OpenTable& open);
    [[nodiscard]] const Table& table(std::uint32_t index) const {
        return context_.store.tables[index];
    }

    Context& context_;
    std::vector<int>& printed_;
    PageBox* page_ = nullptr;
    double x_ = 0, y_ = 0;
    std::vector<OpenBox> boxes_;
    std::vector<OpenTable> tables_;
};

// The grid lines and backgrounds of the rows of a table that stand on one page. Defined in
// table_lines.cpp.
struct PlacedRows {
    const Table& table;
    std::vector<std::uint32_t> rows;
    std::vector<double> tops;  // one more than rows: the last is the bottom
};
void draw_table_lines(Canvas& canvas, const PlacedRows& placed, double x);

}  // namespace hoso::layout
