// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "recognise/sheet/rows.h"

namespace hoso {

// Writes down what is understood of a sheet while it is read.
class Observer {
public:
    Observer(const Grid& grid, SheetFacts& facts);

    // A header was found; the title above it begins at `first`.
    void header(const Header& header, std::uint32_t first, const Binding& binding,
                const Context& context);
    // The block of the last header was read.
    void block(const Block& block, bool used);
    void nearest(const NearMiss& nearest);
    // The sheet is done; `unused`: none of it goes anywhere.
    void rows(bool unused);

    [[nodiscard]] RowUses& uses() { return uses_; }

private:
    void columns(const Header& header, const Binding& binding, BlockFacts& block) const;
    [[nodiscard]] std::string content(std::uint32_t row) const;

    const Grid& grid_;
    SheetFacts& facts_;
    RowUses uses_;
};

}  // namespace hoso
