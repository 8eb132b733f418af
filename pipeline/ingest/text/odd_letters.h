// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.h"

// Letters that look right on the screen and are not: a mark that NFC could not join to its letter,
// because the tone was typed before the circumflex, and Cyrillic or Greek letters in a Vietnamese
// word. They are told and left: a name is for a person to mend.
namespace hoso {

// Whether any character of an NFC text may be one; cheap.
bool may_have_odd_letter(std::u32string_view text);

// The first mark that belongs to no letter. Not those of Ê Đê and Jrai (ê̆ ô̆ ơ̆ ư̆), for which there
// is no single character.
std::optional<char32_t> find_loose_mark(std::u32string_view text);
// The text with its loose marks joined to their letters, if that makes letters of them all.
std::optional<std::u32string> join_loose_marks(std::u32string_view text);

// The first letter of another script that stands for a Latin one. Not those of a text that is
// Russian.
std::optional<std::size_t> find_lookalike(std::u32string_view text);
// The Latin letter that it looks like; 0: none.
char32_t latin_lookalike(char32_t c);

// A warning for each of both kinds, over these cells of the sheet.
void report_odd_letters(const Sheet& sheet, const std::vector<std::size_t>& cells,
                        Findings& findings);

}  // namespace hoso
