// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "recognise/profile/profile.h"
#include "recognise/sheet/grid.h"

namespace hoso {

// A column's heading; of a two-row header "ĐĐGtx" over "(1)" is "ĐĐGtx (1)".
struct Heading {
    std::uint32_t column = 0;
    std::string key;      // both rows
    std::string top_key;  // the upper row alone, where the cell is this column's own
    std::string sub_key;  // the second row alone
    std::string shown;    // as a person sees it
    std::string top;      // the upper row's text
    Location where;
};

struct Header {
    const Layout* layout = nullptr;
    std::uint32_t row = 0;
    std::uint32_t depth = 1;
    std::vector<Heading> headings;
};

// The profile that comes nearest where none fits. Convincing: two of its key headings and half of
// them at least.
struct NearMiss {
    const Layout* layout = nullptr;
    std::uint32_t row = 0;
    std::vector<std::string> missing;  // key headings that are not there
    bool convincing = false;
};

struct HeaderSearch {
    std::optional<Header> found;
    std::optional<NearMiss> nearest;
};

// The first row from `first` on (at most header_search_rows of them) that holds every key heading
// of a layout, each as a cell of its own: a title that contains the words is no header. Of several
// layouts the one with the most key headings wins. `only`: no other layout.
inline constexpr std::uint32_t header_search_rows = 40;
HeaderSearch find_header(const Grid& grid, const std::vector<Layout>& layouts, std::uint32_t first,
                         const Layout* only = nullptr);

// The headings of `row`, and of the row below it where the layout's header has two. A pupil below
// a one-row header is not taken for its second row.
Header read_header(const Grid& grid, const Layout& layout, std::uint32_t row);

// The header's own texts stand in this row once more.
bool stands_again(const Grid& grid, const Header& header, std::uint32_t row);

// Which heading feeds what. Indexes into Header::headings; -1: the sheet has no such column.
struct BoundTake {
    const Take* take = nullptr;
    std::size_t heading = 0;
};
struct BoundTable {
    const TableShape* shape = nullptr;
    std::vector<int> columns;
    std::vector<BoundTake> takes;
};
struct Binding {
    std::vector<BoundTable> tables;
    std::vector<std::size_t> unknown;     // headings that nothing claims
    std::vector<std::size_t> duplicates;  // headings claimed for something that is claimed already
};
Binding bind(const Header& header);

}  // namespace hoso
