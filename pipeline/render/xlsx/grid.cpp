// SPDX-License-Identifier: Apache-2.0
#include "render/xlsx/grid.h"

#include <algorithm>
#include <cmath>

namespace hoso::xlsx {

namespace {

using markup::Length;
using markup::Node;
using markup::Tag;

int columns_of_rows(const Node& part) {
    int most = 0;
    for (const Node& row : markup::children(part)) {
        if (row.tag != Tag::Tr) continue;
        int count = 0;
        for (const Node& cell : markup::children(row)) count += cell.colspan;
        most = std::max(most, count);
    }
    return most;
}

// Declared widths, one a column; Auto where nothing is said.
std::vector<Length> declared(const Node& table) {
    std::vector<Length> widths;
    auto columns = static_cast<std::size_t>(columns_of_rows(table));
    for (const Node& part : markup::children(table)) {
        if (part.tag == Tag::Colgroup) {
            for (const Node& col : markup::children(part)) {
                widths.insert(widths.end(), static_cast<std::size_t>(std::max<int>(1, col.span)),
                              col.style->width);
            }
        } else if (part.tag != Tag::Tr) {
            columns = std::max(columns, static_cast<std::size_t>(columns_of_rows(part)));
        }
    }
    widths.resize(std::max(widths.size(), columns));
    return widths;
}

std::vector<double> edges_of(const Node& table, const std::vector<Length>& widths, double room) {
    const double whole = table.style->width.is_auto() ? room : table.style->width.of(room);
    double fixed = 0;
    std::size_t open = 0;
    for (const Length& width : widths) {
        if (width.is_auto()) {
            ++open;
        } else {
            fixed += width.of(whole);
        }
    }
    const double share =
        open == 0 ? 0 : std::max(12.0, (whole - fixed) / static_cast<double>(open));
    std::vector<double> edges{0};
    for (const Length& width : widths) {
        edges.push_back(edges.back() + (width.is_auto() ? share : width.of(whole)));
    }
    return edges;
}

void find_tables(const Node& node, std::vector<const Node*>& tables) {
    for (const Node& child : markup::children(node)) {
        if (child.tag == Tag::Table) {
            tables.push_back(&child);
        } else if (child.tag != Tag::Text && child.tag != Tag::Header && child.tag != Tag::Footer) {
            find_tables(child, tables);
        }
    }
}

}  // namespace

Grid::Grid(const Node& section, double room) : room_(room), edges_{0, room} {
    std::vector<const Node*> tables;
    find_tables(section, tables);
    std::size_t most = 1;
    std::vector<Length> main_widths;
    for (const Node* table : tables) {
        std::vector<Length> widths = declared(*table);
        if (widths.size() > most || main_ == nullptr) {
            most = std::max(most, widths.size());
            main_ = table;
            main_widths = std::move(widths);
        }
    }
    if (main_ != nullptr) edges_ = edges_of(*main_, main_widths, room);
    main_columns_ = static_cast<int>(main_widths.size());
    // A section of text alone: eight columns to lay it over, so that it does not hang on one cell.
    if (edges_.size() < 3) {
        edges_.clear();
        for (int i = 0; i <= 8; ++i) edges_.push_back(room * i / 8);
    }
}

double Grid::width(int column) const {
    const auto at = static_cast<std::size_t>(column);
    return edges_[at + 1] - edges_[at];
}

std::vector<int> Grid::place(const Node& table) const {
    std::vector<int> places;
    if (&table == main_) {
        for (int i = 0; i <= main_columns_; ++i) places.push_back(i);
        return places;
    }
    const std::vector<double> edges = edges_of(table, declared(table), room_);
    const int count = static_cast<int>(edges.size()) - 1;
    if (count > columns()) {
        for (int i = 0; i <= count; ++i) places.push_back(i);
        return places;
    }
    places.push_back(0);
    for (int i = 1; i <= count; ++i) {
        const double edge = edges[static_cast<std::size_t>(i)];
        int best = places.back() + 1;
        const int last = columns() - (count - i);  // leaves a column for each that follows
        for (int c = best; c <= last; ++c) {
            if (std::abs(edges_[static_cast<std::size_t>(c)] - edge) <
                std::abs(edges_[static_cast<std::size_t>(best)] - edge)) {
                best = c;
            }
        }
        places.push_back(best);
    }
    return places;
}

}  // namespace hoso::xlsx
