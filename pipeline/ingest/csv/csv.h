// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "ingest/csv/fields.h"
#include "ingest/ingest.h"

namespace hoso {

inline bool looks_like_csv(std::string_view text) { return find_separator(text).has_value(); }

// Fields between any of `;` `,` `|` tab, in any encoding that decode_text knows. Every cell is
// text. False, with a finding, if the file must be refused: because its encoding cannot be told, or
// because its quotation marks leave open in which column a value stands. For the same reason a row
// that is wider than all above it in its block is refused, cell by cell.
bool read_csv(std::string_view bytes, const std::string& path, Sheet& sheet, Findings& findings);

}  // namespace hoso
