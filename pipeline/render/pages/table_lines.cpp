// SPDX-License-Identifier: Apache-2.0
#include "render/pages/painter.h"

namespace hoso::layout {

namespace {

using namespace markup;

class TableLines {
public:
    TableLines(Canvas& canvas, const PlacedRows& placed, double x)
        : canvas_(canvas), placed_(placed), table_(placed.table), x_(x) {}

    void draw() {
        draw_backgrounds();
        const std::size_t rows = placed_.rows.size(), columns = table_.columns();
        for (std::size_t r = 0; r <= rows; ++r) {
            draw_run(
                columns, [&](std::size_t c) { return horizontal(r, c); },
                [&](std::size_t from, std::size_t to, const Border& border) {
                    const double y = placed_.tops[r];
                    canvas_.line(edge(from), y, edge(to), y, border);
                });
        }
        for (std::size_t c = 0; c <= columns; ++c) {
            draw_run(
                rows, [&](std::size_t r) { return vertical(r, c); },
                [&](std::size_t from, std::size_t to, const Border& border) {
                    canvas_.line(edge(c), placed_.tops[from], edge(c), placed_.tops[to], border);
                });
        }
    }

private:
    [[nodiscard]] double edge(std::size_t column) const { return x_ + table_.edges[column]; }

    [[nodiscard]] std::int32_t covering(std::size_t placed_row, std::size_t column) const {
        return table_.grid[placed_.rows[placed_row] * table_.columns() + column];
    }
    [[nodiscard]] Border border_of(std::int32_t cell, Side side) const {
        return cell < 0 ? Border{} : table_.cells[static_cast<std::size_t>(cell)].border[side];
    }

    // The line above placed row r (below the last one for r = rows), in column c.
    [[nodiscard]] Border horizontal(std::size_t r, std::size_t c) const {
        const Style& outer = *table_.node->style;
        const bool top = r == 0, bottom = r == placed_.rows.size();
        if (!top && !bottom && covering(r - 1, c) == covering(r, c) && covering(r, c) >= 0)
            return {};
        const Border above = top ? outer.border[Top] : border_of(covering(r - 1, c), Bottom);
        const Border below = bottom ? outer.border[Bottom] : border_of(covering(r, c), Top);
        return stronger(above, below);
    }

    // The line left of column c (right of the last one for c = columns), along placed row r.
    [[nodiscard]] Border vertical(std::size_t r, std::size_t c) const {
        const bool first = c == 0, last = c == table_.columns();
        if (!first && !last && covering(r, c - 1) == covering(r, c) && covering(r, c) >= 0)
            return {};
        const Border left = first ? Border{} : border_of(covering(r, c - 1), Right);
        const Border right = last ? Border{} : border_of(covering(r, c), Left);
        return stronger(left, right);
    }

    // Neighbouring stretches of the same border become one line.
    template <class BorderAt, class Draw>
    void draw_run(std::size_t count, const BorderAt& border_at, const Draw& draw) {
        for (std::size_t from = 0; from < count;) {
            const Border border = border_at(from);
            std::size_t to = from + 1;
            while (to < count && border_at(to) == border) ++to;
            if (border.kind != BorderKind::None) draw(from, to, border);
            from = to;
        }
    }

    void draw_backgrounds() {
        for (std::size_t r = 0; r < placed_.rows.size(); ++r) {
            const Row& row = table_.rows[placed_.rows[r]];
            const double top = placed_.tops[r];
            if (row.node->style->has_background) {
                canvas_.fill(edge(0), top, table_.edges.back(), row.height,
                             row.node->style->background);
            }
            for (std::uint32_t i = row.cells.begin; i < row.cells.end; ++i) {
                const Cell& cell = table_.cells[i];
                if (!cell.node->style->has_background) continue;
                canvas_.fill(edge(cell.column), top,
                             edge(cell.column + cell.colspan) - edge(cell.column),
                             table_.height({cell.row, cell.row + cell.rowspan}),
                             cell.node->style->background);
            }
        }
    }

    Canvas& canvas_;
    const PlacedRows& placed_;
    const Table& table_;
    double x_;
};

}  // namespace

void draw_table_lines(Canvas& canvas, const PlacedRows& placed, double x) {
    TableLines(canvas, placed, x).draw();
}

}  // namespace hoso::layout
