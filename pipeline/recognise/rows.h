// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "recognise/context.h"
#include "recognise/header.h"

namespace hoso {

struct Block {
    std::vector<SourceTable> tables;
    std::size_t rows = 0;        // with a key
    std::uint32_t last_row = 0;  // of the block; a further block can begin below
};

// The rows below the header: up to a <stop> text, else to the end of the sheet. A row without a
// key that holds data is a finding, whatever stands around it; text below the table is a note.
Block read_rows(const Grid& grid, const Header& header, const Binding& binding,
                const Context& context, Findings& findings);

}  // namespace hoso
