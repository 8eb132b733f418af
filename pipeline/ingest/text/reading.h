// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/text/legacy.h"

namespace hoso {

// A piece of a cell's text as the file has it, and what its font tells.
struct FontRun {
    std::u32string text;
    std::optional<LegacyFont> font;
    bool operator==(const FontRun&) const = default;
};

// How Vietnamese a text looks: its words that are not ASCII.
struct Look {
    int impossible = 0, possible = 0, known = 0;  // known: of the possible ones
    [[nodiscard]] bool good() const { return impossible == 0; }
};

// One text read both ways.
struct Reading {
    std::string as_is;  // NFC
    Look look;
    std::optional<std::string> decoded;
    Look decoded_look;
    std::string doubtful_word;  // of `decoded`
    bool through_1258 = false;  // the bytes came out as windows-1258 has them

    [[nodiscard]] bool decoded_good() const { return decoded && decoded_look.good(); }
    // > 0: the decoded text has words of a school and the other has none; < 0: the other way.
    [[nodiscard]] int known_words() const;
};
Reading read_both_ways(const std::vector<FontRun>& runs);

// TCVN3 has no capitals with tones, and a small letter in their place: "Lò Thị ánh". The first
// such word of a text whose other words begin with capitals; "" if there is none.
std::string small_beginning(std::string_view text);

// Ð U+00D0 and ð look like Đ and đ, and are typed for them. True if `text` had one in a word that
// is Vietnamese with Đ; in "Guðrún" it stays.
bool replace_eth(std::u32string& text);

// Whether the words of `text` that are not ASCII look Vietnamese as they stand.
bool looks_vietnamese(std::u32string_view text);

}  // namespace hoso
