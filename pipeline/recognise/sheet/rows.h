// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "recognise/facts.h"
#include "recognise/sheet/context.h"
#include "recognise/sheet/header.h"

namespace hoso {

struct Block {
    std::vector<SourceTable> tables;
    std::size_t rows = 0;           // with a key
    std::uint32_t last_row = 0;     // of the block; what stands below may be the next one's title
    std::uint32_t next_header = 0;  // 0: no further block
    bool whole = true;              // false: where it ends is unknown; a finding says so
};

// What became of each row, by row number; null: nobody asks.
using RowUses = std::vector<RowUse>;

// The rows below the header: up to a <stop> text, else to the header of a further block, else to
// the end of the sheet. A header that a page repeats is passed over. A row without a key that holds
// data is a finding, whatever stands around it; text below the table is a note. `first_row`: where
// the block's title begins.
Block read_rows(const Grid& grid, const Header& header, std::uint32_t first_row,
                const Binding& binding, const Context& context, Findings& findings,
                RowUses* uses = nullptr);

}  // namespace hoso
