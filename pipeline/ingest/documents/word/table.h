// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <pugixml.hpp>

#include "ingest/documents/word/text.h"

namespace hoso {

// A table of a Word document as a sheet: columns by w:gridSpan, merges from w:gridSpan and w:vMerge
// (ECMA-376-1, 17.4). False, with a finding, if it must be refused. A table without text gives a
// sheet without cells and nothing is told of it.
bool read_word_table(pugi::xml_node tbl, std::shared_ptr<const Origin> origin, WordText& text,
                     std::size_t& cells_left, Sheet& sheet, Findings& findings);

}  // namespace hoso
