// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "render/markup/document.h"

namespace hoso::xlsx {

// A worksheet has one set of columns, a section may hold several tables. The table with most
// columns gives the sheet its columns; the others are laid over them, each of their edges at the
// nearest column edge.
class Grid {
public:
    // `room`: width inside the page's margins, points.
    Grid(const markup::Node& section, double room);

    [[nodiscard]] int columns() const { return static_cast<int>(edges_.size()) - 1; }
    [[nodiscard]] double width(int column) const;  // points
    // First sheet column of each of the table's columns, and one past the last: n + 1 numbers.
    [[nodiscard]] std::vector<int> place(const markup::Node& table) const;
    [[nodiscard]] const markup::Node* main_table() const { return main_; }

private:
    double room_;
    const markup::Node* main_ = nullptr;
    int main_columns_ = 0;
    std::vector<double> edges_;  // points from the left
};

}  // namespace hoso::xlsx
