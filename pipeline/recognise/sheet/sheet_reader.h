// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "recognise/facts.h"
#include "recognise/sheet/context.h"

namespace hoso {

// A table of a sheet that can be used, and what says which one it is.
struct ReadBlock {
    const Layout* layout = nullptr;
    Context context;
    std::vector<SourceTable> tables;
};

struct SheetReading {
    const Sheet* sheet = nullptr;
    std::vector<ReadBlock> blocks;
    bool unused = false;  // no profile knows it or no record uses it
    Findings findings;
    SheetFacts facts;  // empty unless asked for
};

// One sheet by itself; sheets can be read at the same time.
SheetReading read_as_tables(const Sheet& sheet, const Profiles& profiles, bool with_facts);

}  // namespace hoso
