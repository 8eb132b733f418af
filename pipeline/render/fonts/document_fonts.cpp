// SPDX-License-Identifier: Apache-2.0
#include "render/fonts/document_fonts.h"

#include <algorithm>

#include "render/fonts/utf8.h"
#include "vocabulary/text.h"

namespace hoso::layout {

namespace {

bool is_blank(char32_t c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

}  // namespace

void DocumentFonts::look_through(const markup::Node& node) {
    if (node.tag == markup::Tag::Text) {
        const std::string upper = node.style->uppercase ? to_upper(node.text) : "";
        const std::string_view text = node.style->uppercase ? upper : node.text;
        const auto face = static_cast<std::size_t>(face_of(*node.style));
        for (std::size_t at = 0; at < text.size();) {
            const char32_t c = next_code_point(text, at);
            if (!is_blank(c) && faces_.fixed[face].find(c).id == 0) missing_[face] += c;
        }
    }
    for (const markup::Node& child : children(node)) look_through(child);
}

void DocumentFonts::look_through(const DocumentFonts& other) {
    for (std::size_t face = 0; face < face_count; ++face) missing_[face] += other.missing_[face];
}

void DocumentFonts::get_extras() {
    for (std::size_t face = 0; face < face_count; ++face) {
        std::u32string& characters = missing_[face];
        if (characters.empty()) continue;
        std::sort(characters.begin(), characters.end());
        characters.erase(std::unique(characters.begin(), characters.end()), characters.end());
        extras_[face] = faces_.extra(static_cast<Face>(face), characters);
    }
}

FoundGlyph DocumentFonts::find_extra(std::uint8_t slot, char32_t c) const {
    const auto& extra = extras_[slot];
    if (!extra) return {slot, {}};
    return {static_cast<std::uint8_t>(slot + face_count), extra->find(c)};
}

const EmbeddedFont& DocumentFonts::font(std::size_t slot) const {
    return slot < face_count ? faces_.fixed[slot] : *extras_[slot - face_count];
}

}  // namespace hoso::layout
