// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hoso {

// Tones in the order of the tables below: ngang, huyền, sắc, hỏi, ngã, nặng.
enum class Tone : std::uint8_t { Level, Falling, Rising, Hook, Broken, Heavy };

// A letter that Vietnamese uses. `sound` is the letter without its tone, in ASCII: the small letter
// itself, and W A E O Q U D for ă â ê ô ơ ư đ.
struct Letter {
    char sound = 0;
    Tone tone = Tone::Level;
    bool upper = false;
};

// nullopt for anything else, f j w z among it.
std::optional<Letter> vietnamese_letter(char32_t c);
// The letter with this sound, tone and case; the sound must be one of a letter.
char32_t spell(Letter letter);

// Valid UTF-8 only.
std::u32string code_points(std::string_view utf8);
std::string to_utf8(std::u32string_view text);

}  // namespace hoso
