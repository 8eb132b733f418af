// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "recognise/sheet/sheet_reader.h"

namespace hoso {

// Two cells that should say the same. An empty value is a blank cell.
struct Difference {
    std::string who;  // the pupil's name, else the row's key
    Location first, second;
    std::string first_value, second_value;
};

// How two readings of the same table compare, row by row of their datasets' keys.
struct Comparison {
    std::vector<Difference> cells;                    // by place in the first
    std::vector<Difference> only_first, only_second;  // rows that the other one lacks
    std::size_t shared = 0;                           // rows that both have
    std::size_t rows_first = 0, rows_second = 0;

    [[nodiscard]] bool same() const {
        return cells.empty() && only_first.empty() && only_second.empty();
    }
};

Comparison compare(const ReadBlock& first, const ReadBlock& second);

}  // namespace hoso
