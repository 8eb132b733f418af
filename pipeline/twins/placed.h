// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hoso::twins {

// What filled XHTML places, piece by piece.
struct Placed {
    int id = kWords;       // lineage of a value
    std::string text;      // of the template's own words, without blanks
    std::size_t room = 0;  // bytes that something drawn may take: leader dots, a box, a number

    static constexpr int kWords = -1, kDrawn = -2;
};

struct Placement {
    std::vector<Placed> flow;       // in reading order
    std::vector<int> running;       // values in headers and footers: somewhere, perhaps often
    std::size_t running_bytes = 0;  // of a section's header and footer, at most
    std::size_t head_bytes = 0;     // of the longest table head: repeated on each page
};

// Blanks do not count, as lines break elsewhere in each file.
Placement placement(std::string_view xhtml);

}  // namespace hoso::twins
