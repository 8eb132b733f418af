// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace hoso {

struct Glyph {
    std::uint16_t id = 0;       // 0: the face does not have the character
    std::uint16_t advance = 0;  // in 1/1000 em, as the PDF's W array says it
};

// What a PDF needs to know of a TrueType font. Lengths in 1/1000 em.
struct OpenTypeFacts {
    double revision = 0;  // head.fontRevision: 2.1 for Liberation 2.1.x
    int ascent = 0, descent = 0, cap_height = 0;
    std::array<int, 4> bounding_box{};
    std::map<char32_t, Glyph> glyphs;
    std::map<std::uint16_t, std::uint16_t> advances;  // of all glyph ids, .notdef too
};

// The only door to HarfBuzz. Throw LibraryError when the bytes are not a font.
OpenTypeFacts read_open_type(const std::string& font);

// The font with just these characters: outlines, metrics and cmap; no hinting, no layout tables.
std::string subset_open_type(const std::string& font, std::u32string_view characters);

std::u32string decode_utf8(std::string_view text);  // broken sequences: U+FFFD

}  // namespace hoso
