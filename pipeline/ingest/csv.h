// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/ingest.h"

namespace hoso {

// The separator by which most of the first lines fall into the same number (two or more) of
// fields; nullopt if none does it for half of them. `text` need not be UTF-8.
std::optional<char> find_separator(std::string_view text);
inline bool looks_like_csv(std::string_view text) { return find_separator(text).has_value(); }

// RFC 4180 with any of `;` `,` tab; UTF-8 with or without mark, UTF-16 with one. Every cell is
// text. A row is a record, as Excel counts it, not a line of the file. False, with a finding, if
// the file must be refused.
bool read_csv(std::string_view bytes, const std::string& path, Sheet& sheet, Findings& findings);

}  // namespace hoso
