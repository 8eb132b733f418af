// SPDX-License-Identifier: Apache-2.0
#include "render/layout/table_grid.h"

#include <algorithm>

#include "render/pdf/syntax.h"
#include "render/rules.h"

namespace hoso::layout {

namespace {

using namespace markup;

constexpr double slack = 0.5;

void collect_rows(const Node& table, Table& grid, bool heads) {
    for (const Node& part : children(table)) {
        if (part.tag == Tag::Tr) {
            if (!heads) grid.rows.push_back({&part, &table, 0, {}, false});
        } else if (part.tag == (heads ? Tag::Thead : Tag::Tbody)) {
            for (const Node& row : children(part)) grid.rows.push_back({&row, &part, 0, {}, false});
        }
    }
}

// The widths of <col>, else of the first row's cells.
std::vector<Length> column_widths(const Node& table, const Table& grid) {
    std::vector<Length> widths;
    for (const Node& part : children(table)) {
        if (part.tag != Tag::Colgroup) continue;
        for (const Node& col : children(part)) {
            for (int i = 0; i < col.span; ++i) widths.push_back(col.style->width);
        }
    }
    if (!widths.empty() || grid.rows.empty()) return widths;
    for (const Node& cell : children(*grid.rows.front().node)) {
        for (int i = 0; i < cell.colspan; ++i) {
            widths.push_back(cell.colspan == 1 ? cell.style->width : Length{});
        }
    }
    return widths;
}

std::string millimetres(double points) { return pdf::number(points * 25.4 / 72); }

// Fixed widths first; columns without one share what is left.
std::vector<double> column_edges(Context& context, const Node& node,
                                 const std::vector<Length>& columns, double room) {
    const Length wanted = node.style->width;
    const double table_width = wanted.is_auto() ? room : wanted.of(room);
    double fixed = 0;
    std::size_t sharing = 0;
    for (const Length& column : columns) {
        fixed += column.of(table_width);
        if (column.is_auto()) ++sharing;
    }
    const double left = table_width - fixed;
    const bool stretch = sharing == 0 && !wanted.is_auto() && fixed > 0;
    if (left < -slack && !stretch) {
        context.report(render_rules::table_too_wide, node,
                       {{"width", millimetres(fixed)}, {"room", millimetres(table_width)}});
    }
    const double share = sharing > 0 ? std::max(left / static_cast<double>(sharing), 1.0) : 0;
    const double factor = stretch ? table_width / fixed : 1;
    std::vector<double> edges{0};
    for (const Length& column : columns) {
        edges.push_back(edges.back() +
                        (column.is_auto() ? share : column.of(table_width) * factor));
    }
    return edges;
}

class CellPlacer {
public:
    CellPlacer(Context& context, Table& table) : context_(context), table_(table) {
        table.grid.assign(table.rows.size() * table.columns(), -1);
    }

    void place() {
        for (std::uint32_t r = 0; r < table_.rows.size(); ++r) place_row(r);
    }

private:
    std::int32_t& slot(std::size_t row, std::size_t column) {
        return table_.grid[row * table_.columns() + column];
    }

    void place_row(std::uint32_t r) {
        Row& row = table_.rows[r];
        row.cells.begin = static_cast<std::uint32_t>(table_.cells.size());
        const std::size_t columns = table_.columns();
        std::size_t column = 0, beyond = 0;
        for (const Node& node : children(*row.node)) {
            while (column < columns && slot(r, column) >= 0) ++column;
            const auto colspan = static_cast<std::size_t>(node.colspan);
            if (column + colspan > columns) {
                beyond += colspan;
                continue;
            }
            place_cell(node, r, column);
            column += colspan;
        }
        row.cells.end = static_cast<std::uint32_t>(table_.cells.size());
        while (column < columns && slot(r, column) >= 0) ++column;
        if (column + beyond != columns) {
            context_.report(
                render_rules::table_shape, *row.node,
                {{"cells", std::to_string(column + beyond)}, {"columns", std::to_string(columns)}});
        }
    }

    void place_cell(const Node& node, std::uint32_t r, std::size_t column) {
        Cell cell;
        cell.node = &node;
        cell.row = r;
        cell.column = static_cast<std::uint32_t>(column);
        cell.colspan = static_cast<std::uint32_t>(node.colspan);
        cell.rowspan = static_cast<std::uint32_t>(
            std::min<std::size_t>(static_cast<std::size_t>(node.rowspan), table_.rows.size() - r));
        const auto index = static_cast<std::int32_t>(table_.cells.size());
        for (std::uint32_t i = 0; i < cell.rowspan; ++i) {
            if (i > 0) table_.rows[r + i].joined = true;
            for (std::uint32_t k = 0; k < cell.colspan; ++k) slot(r + i, column + k) = index;
        }
        table_.cells.push_back(std::move(cell));
    }

    Context& context_;
    Table& table_;
};

// A cell's borders with those of its row, its row group and (left, right) the table. The table's
// own top and bottom belong to each page that a part of it stands on.
void collapse(Table& table) {
    for (Cell& cell : table.cells) {
        const Row& first = table.rows[cell.row];
        const std::uint32_t last_index = cell.row + cell.rowspan - 1;
        const Row& last = table.rows[last_index];
        cell.border = cell.node->style->border;
        const auto join = [&](Side side, const Node& node) {
            cell.border[side] = stronger(cell.border[side], node.style->border[side]);
        };
        join(Top, *first.node);
        join(Bottom, *last.node);
        const bool group_begins = cell.row == 0 || table.rows[cell.row - 1].group != first.group;
        const bool group_ends =
            last_index + 1 == table.rows.size() || table.rows[last_index + 1].group != last.group;
        if (group_begins && first.group->tag != Tag::Table) join(Top, *first.group);
        if (group_ends && last.group->tag != Tag::Table) join(Bottom, *last.group);
        for (const auto& [side, outer] :
             {std::pair(Left, cell.column == 0),
              std::pair(Right, cell.column + cell.colspan == table.columns())}) {
            if (!outer) continue;
            join(side, *first.node);
            join(side, *first.group);
            join(side, *table.node);
        }
    }
}

}  // namespace

Table make_grid(Context& context, const Node& node, double width) {
    Table table;
    table.node = &node;
    collect_rows(node, table, true);
    table.head_rows = static_cast<std::uint32_t>(table.rows.size());
    collect_rows(node, table, false);
    table.edges = column_edges(context, node, column_widths(node, table), width);
    CellPlacer(context, table).place();
    collapse(table);
    return table;
}

}  // namespace hoso::layout
