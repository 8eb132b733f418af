// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/letters.h"

#include <array>

#include "ingest/unicode.h"

namespace hoso {

namespace {

struct Vowel {
    char sound;
    std::u32string_view lower, upper;  // by tone
};
constexpr std::array<Vowel, 12> kVowels{{
    {'a', U"aàáảãạ", U"AÀÁẢÃẠ"},
    {'W', U"ăằắẳẵặ", U"ĂẰẮẲẴẶ"},
    {'A', U"âầấẩẫậ", U"ÂẦẤẨẪẬ"},
    {'e', U"eèéẻẽẹ", U"EÈÉẺẼẸ"},
    {'E', U"êềếểễệ", U"ÊỀẾỂỄỆ"},
    {'i', U"iìíỉĩị", U"IÌÍỈĨỊ"},
    {'o', U"oòóỏõọ", U"OÒÓỎÕỌ"},
    {'O', U"ôồốổỗộ", U"ÔỒỐỔỖỘ"},
    {'Q', U"ơờớởỡợ", U"ƠỜỚỞỠỢ"},
    {'u', U"uùúủũụ", U"UÙÚỦŨỤ"},
    {'U', U"ưừứửữự", U"ƯỪỨỬỮỰ"},
    {'y', U"yỳýỷỹỵ", U"YỲÝỶỸỴ"},
}};

// Vietnamese stands in two ranges of Unicode: up to ư U+01B0, and U+1EA0 to U+1EF9.
constexpr std::size_t kLow = 0x1B1, kHigh = 0x1EA0, kHighEnd = 0x1EFA;
constexpr std::size_t slot_of(char32_t c) {
    if (c < kLow) return c;
    return c >= kHigh && c < kHighEnd ? kLow + (c - kHigh) : 0;
}

constexpr std::array<Letter, kLow + kHighEnd - kHigh> kLetters = [] {
    std::array<Letter, kLow + kHighEnd - kHigh> letters{};
    for (const char c : std::string_view("bcdghklmnpqrstvx")) {
        letters[slot_of(static_cast<char32_t>(c))] = {c, Tone::Level, false};
        letters[slot_of(static_cast<char32_t>(c - 32))] = {c, Tone::Level, true};
    }
    letters[slot_of(U'đ')] = {'D', Tone::Level, false};
    letters[slot_of(U'Đ')] = {'D', Tone::Level, true};
    for (const Vowel& vowel : kVowels) {
        for (std::size_t tone = 0; tone < 6; ++tone) {
            letters[slot_of(vowel.lower[tone])] = {vowel.sound, static_cast<Tone>(tone), false};
            letters[slot_of(vowel.upper[tone])] = {vowel.sound, static_cast<Tone>(tone), true};
        }
    }
    return letters;
}();

}  // namespace

std::optional<Letter> vietnamese_letter(char32_t c) {
    const Letter letter = kLetters[slot_of(c)];
    if (letter.sound == 0) return std::nullopt;
    return letter;
}

char32_t spell(Letter letter) {
    for (const Vowel& vowel : kVowels) {
        if (vowel.sound != letter.sound) continue;
        return (letter.upper ? vowel.upper : vowel.lower)[static_cast<std::size_t>(letter.tone)];
    }
    if (letter.sound == 'D') return letter.upper ? U'Đ' : U'đ';
    return static_cast<char32_t>(letter.upper ? letter.sound - 32 : letter.sound);
}

std::u32string code_points(std::string_view utf8) {
    std::u32string text;
    text.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) text += next_code_point(utf8, at);
    return text;
}

std::string to_utf8(std::u32string_view text) {
    std::string utf8;
    utf8.reserve(2 * text.size());
    for (const char32_t c : text) append_utf8(utf8, c);
    return utf8;
}

}  // namespace hoso
