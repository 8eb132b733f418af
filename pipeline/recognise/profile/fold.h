// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hoso {

// match_key of a text that is already NFC, without asking ICU for each cell.
std::string heading_key(std::string_view text);

// Nothing to see in it: blanks and zero-width characters only.
bool is_blank(std::string_view text);

// Stands between the cells of a row that is searched as one text.
inline constexpr char cell_border = '\x1f';

// A title as patterns see it: tones, case and blanks folded, every dash a '-', no blanks beside
// punctuation; and for each byte the byte of the original it came from, so that a captured name
// keeps its tones.
struct FoldedText {
    std::string key;
    std::vector<std::uint32_t> from;  // key.size() + 1 entries; the last is the original's size
};
FoldedText fold(std::string_view text);

}  // namespace hoso
