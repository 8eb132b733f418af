// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.h"
#include "ingest/sheet_builder.h"
#include "ingest/text/reading.h"

namespace hoso {

// A text that may not be Unicode, and the cells that have it: one in a legacy font, or one that is
// no Vietnamese as it stands. `font`: the cell's; runs with a font of their own have that.
struct Suspect {
    std::shared_ptr<const std::vector<TextRun>> source;
    std::optional<LegacyFont> font;
    bool certain = false;            // no guess: the whole file is in the encoding of its font
    std::vector<std::size_t> cells;  // indices into the sheet's cells
};

std::vector<FontRun> runs_of(const Suspect& suspect);

enum class Verdict : std::uint8_t {
    Convert,  // to `after`
    Doubt,    // convert, but `word` of `after` is no Vietnamese syllable
    Ask,      // `before` may be right, and so may `after`
    Strange,  // no encoding reads `before`, and it has signs inside of words
};
struct Decision {
    Verdict verdict = Verdict::Convert;
    Legacy encoding = Legacy::Tcvn3;
    std::vector<std::size_t> cells;
    std::string before, after, word;
};

// Decides over one sheet. A font decides for its cells, unless the sheet shows that Unicode was
// typed in it. Without a font the suspects of the whole sheet vote; then the cells are looked at
// that can be read both ways ("Hé" is itself, or Hộ in TCVN3) and stand between converted ones of
// their column. Cells that are not mentioned stay as they are.
// `unicode_in_font`: how many more cells have plain Unicode in a font of that encoding.
std::vector<Decision> decide_legacy(const std::vector<Cell>& cells,
                                    const std::vector<Suspect>& suspects,
                                    const std::array<std::size_t, kLegacy.size()>& unicode_in_font);

// The encoding of a text that is all in one 8-bit encoding, given as windows-1252 reads it; without
// `legacy` it is windows-1252 itself. nullopt: none of them makes Vietnamese of it, or two do.
struct TextEncoding {
    std::string_view name;
    std::optional<Legacy> legacy;
};
std::optional<TextEncoding> encoding_of_text(std::u32string_view text);

}  // namespace hoso
