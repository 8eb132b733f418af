// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "render/layout/flow.h"
#include "render/layout/table_grid.h"
#include "render/rules.h"

namespace hoso::layout {

namespace {

using namespace markup;

class TableLayout {
public:
    TableLayout(Context& context, Table& table) : context_(context), table_(table) {}

    void lay_out() {
        for (Cell& cell : table_.cells) {
            if (!cell.node->style->rotated) {
                cell.flow = lay_out_flow(context_, *cell.node, inner_width(cell), true);
                cell.content_height = height_of(cell.flow);
            } else {
                measure_rotated(cell);
            }
        }
        set_heights();
        for (Cell& cell : table_.cells) {
            if (cell.node->style->rotated) lay_out_rotated(cell);
        }
    }

private:
    [[nodiscard]] double outer_width(const Cell& cell) const {
        return table_.edges[cell.column + cell.colspan] - table_.edges[cell.column];
    }
    [[nodiscard]] double inner_width(const Cell& cell) const {
        const Style& style = *cell.node->style;
        return std::max(1.0, outer_width(cell) - style.padding[Left] - style.padding[Right]);
    }
    static double vertical_padding(const Cell& cell) {
        return cell.node->style->padding[Top] + cell.node->style->padding[Bottom];
    }

    // Text that runs upwards needs as much height as its longest line is wide, unless the cell or
    // its rows say how high they are: then it is wrapped into that.
    void measure_rotated(Cell& cell) {
        double stated = cell.node->style->height.of(0);
        if (stated == 0) {
            for (std::uint32_t i = 0; i < cell.rowspan; ++i) {
                const double height = table_.rows[cell.row + i].node->style->height.of(0);
                if (height == 0) {
                    stated = 0;
                    break;
                }
                stated += height;
            }
        }
        if (stated > 0) {
            cell.content_height = stated - vertical_padding(cell);
            return;
        }
        constexpr double unlimited = 1e5;
        for (const Piece& piece : lay_out_flow(context_, *cell.node, unlimited, true)) {
            if (piece.kind != Piece::Kind::Line) continue;
            cell.content_height =
                std::max(cell.content_height, context_.store.lines[piece.index].width);
        }
        cell.content_height += 0.1;  // its own width must not break it when it is laid out again
    }

    void lay_out_rotated(Cell& cell) {
        const double along =
            table_.height({cell.row, cell.row + cell.rowspan}) - vertical_padding(cell);
        cell.flow = lay_out_flow(context_, *cell.node, along, true);
        cell.content_height = height_of(cell.flow);
        if (cell.content_height > inner_width(cell) + 0.01) {
            context_.report_text(render_rules::too_wide, *cell.node, {});
        }
    }

    void set_heights() {
        for (Row& row : table_.rows) row.height = row.node->style->height.of(0);
        for (const Cell& cell : table_.cells) {
            if (cell.rowspan == 1) {
                double& height = table_.rows[cell.row].height;
                height = std::max(height, needed(cell));
            }
        }
        for (const Cell& cell : table_.cells) {
            if (cell.rowspan == 1) continue;
            const double lacking =
                needed(cell) - table_.height({cell.row, cell.row + cell.rowspan});
            if (lacking <= 0) continue;
            for (std::uint32_t i = 0; i < cell.rowspan; ++i) {
                table_.rows[cell.row + i].height += lacking / cell.rowspan;
            }
        }
    }
    static double needed(const Cell& cell) {
        return std::max(cell.content_height + vertical_padding(cell),
                        cell.node->style->height.of(0));
    }

    Context& context_;
    Table& table_;
};

double table_shift(const Style& style, double spare) {
    if (spare <= 0) return 0;
    const bool left = style.margin[Left].is_auto(), right = style.margin[Right].is_auto();
    return left ? (right ? spare / 2 : spare) : 0;
}

Piece piece_of(Piece::Kind kind, const Table& table, std::uint32_t index, double height) {
    Piece piece;
    piece.kind = kind;
    piece.node = table.node;
    piece.x = table.x;
    piece.width = table.edges.back();
    piece.height = height;
    piece.index = index;
    return piece;
}

}  // namespace

void lay_out_table(Context& context, const Node& node, double x, double width, Flow& flow) {
    Table grid = make_grid(context, node, width);
    if (grid.rows.empty() || grid.columns() == 0) return;
    grid.x = x + table_shift(*node.style, width - grid.edges.back());
    TableLayout(context, grid).lay_out();
    const auto index = static_cast<std::uint32_t>(context.store.tables.size());
    context.store.tables.push_back(std::move(grid));
    const Table& table = context.store.tables.back();

    flow.push_back(piece_of(Piece::Kind::OpenTable, table, index, 0));
    const auto count = static_cast<std::uint32_t>(table.rows.size());
    // Rows that a cell spans stay together; so do the head and the first row after it.
    for (std::uint32_t begin = 0; begin < count;) {
        std::uint32_t end = begin + 1;
        while (end < count && (end < table.head_rows || table.rows[end].joined)) ++end;
        Piece rows = piece_of(Piece::Kind::Rows, table, index, table.height({begin, end}));
        rows.rows = {begin, end};
        if (begin == 0 || begin == table.head_rows) rows.glue = Piece::Glue::Hard;
        rows.node = table.rows[begin].node;
        flow.push_back(rows);
        begin = end;
    }
    Piece close = piece_of(Piece::Kind::CloseTable, table, index, 0);
    close.glue = Piece::Glue::Hard;
    flow.push_back(close);
}

}  // namespace hoso::layout
