// SPDX-License-Identifier: Apache-2.0
#include "recognise/sheet/grid.h"

#include <algorithm>

#include "recognise/profile/fold.h"

namespace hoso {

Grid::Grid(const Sheet& sheet) : sheet_(sheet) {
    if (!sheet.cells.empty()) last_row_ = sheet.cells.back().row;
    starts_.assign(last_row_ + 2, sheet.cells.size());
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
        while (next <= sheet.cells[i].row) starts_[next++] = i;
    }
}

std::span<const Cell> Grid::row(std::uint32_t number) const {
    if (number > last_row_) return {};
    return std::span(sheet_.cells).subspan(starts_[number], starts_[number + 1] - starts_[number]);
}

const Cell* Grid::at(std::uint32_t number, std::uint32_t column) const {
    const auto cells = row(number);
    const auto cell =
        std::lower_bound(cells.begin(), cells.end(), column,
                         [](const Cell& c, std::uint32_t wanted) { return c.column < wanted; });
    if (cell == cells.end() || cell->column != column || is_blank(cell->text)) return nullptr;
    return &*cell;
}

}  // namespace hoso
