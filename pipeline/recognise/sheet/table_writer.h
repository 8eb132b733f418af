// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "recognise/sheet/context.h"
#include "recognise/sheet/header.h"

namespace hoso {

// Turns sheet rows into rows of one dataset. What it is made from must outlive it.
class TableWriter {
public:
    TableWriter(const Grid& grid, const Header& header, const BoundTable& bound,
                const Context& context);

    // `carried`: per column, what a blank cell takes from an earlier row; may be empty.
    void add(std::uint32_t row, const std::vector<Datum>& carried);
    // A cell as a value of dataset column `target`: tokens read, a blank with its place.
    [[nodiscard]] Datum datum(std::uint32_t row, std::uint32_t column, std::size_t target) const;
    SourceTable take() { return std::move(result_); }

private:
    void describe();
    void unpivot(std::uint32_t row, const std::vector<Datum>& base, const BoundTake& bound);
    void add_unpivoted(const std::vector<Datum>& base, const BoundTake& bound,
                       const std::string& as, const Datum& cell);

    const Grid& grid_;
    const Header& header_;
    const BoundTable& bound_;
    const Context& context_;
    SourceTable result_;
    std::vector<Datum> constants_;  // per column, what the title says
};

}  // namespace hoso
