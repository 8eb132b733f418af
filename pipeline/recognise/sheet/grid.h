// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "ingest/ingest.h"

namespace hoso {

// A sheet with its rows at hand. Cells with nothing but blanks in them are blank.
class Grid {
public:
    explicit Grid(const Sheet& sheet);

    [[nodiscard]] const Sheet& sheet() const { return sheet_; }
    [[nodiscard]] std::uint32_t last_row() const { return last_row_; }
    [[nodiscard]] std::span<const Cell> row(std::uint32_t number) const;
    [[nodiscard]] const Cell* at(std::uint32_t row, std::uint32_t column) const;  // nullptr: blank
    [[nodiscard]] Location where(std::uint32_t row, std::uint32_t column) const {
        return {sheet_.origin, row, column};
    }

private:
    const Sheet& sheet_;
    std::uint32_t last_row_ = 0;
    std::vector<std::size_t> starts_;  // starts_[r] … starts_[r + 1]: cells of row r
};

}  // namespace hoso
