// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hoso {

// How Vietnamese a word looks. Known: a common family name, given name or word of a school.
enum class WordLook : std::uint8_t { Impossible, Possible, Known };

// One word of letters. A syllable has an initial, a rime and at most one tone; one that ends in a
// stop (c ch p t) has the tone sắc or nặng; capitals stand at its start or everywhere. Where the
// tone mark stands is not looked at (hòa, hoà). Abbreviations with Đ (ĐTB, HĐ) are possible.
WordLook look_at_word(std::u32string_view word);

// What the words of a text that are not ASCII look like. A combining mark, or one of the signs that
// stand in the place of letters in old encodings (¨ ¸ ¹ …) between letters, makes a word
// impossible.
struct TextLook {
    int impossible = 0, possible = 0, known = 0;  // possible counts the known ones too
    std::u32string first_impossible;
};
TextLook look_at_text(std::u32string_view text);

// Whether such a sign stands inside of a word: "V¨n", "B×nh".
bool has_sign_in_word(std::u32string_view text);

}  // namespace hoso
