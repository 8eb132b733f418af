// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "ingest/ingest.h"
#include "recognise/profile/profile.h"

namespace hoso {

struct TableCheck {
    std::vector<std::string> missing;  // columns, as the form has them
    std::size_t rows = 0;              // below the header, with more than a number in them
};

// A table of a Word document against the columns that its form has: the header is that of its first
// rows that has most of them.
TableCheck check_columns(const Sheet& table, const std::vector<Headings>& columns);

}  // namespace hoso
