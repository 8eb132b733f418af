// SPDX-License-Identifier: Apache-2.0
#include "render/fonts/encode.h"

#include "render/fonts/utf8.h"
#include "render/pdf/syntax.h"

namespace hoso {

EncodedText encode_text(const EmbeddedFont& font, std::string_view utf8) {
    EncodedText text;
    int width = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = next_code_point(utf8, at);
        const Glyph glyph = font.find(c);
        if (glyph.id == 0) {
            text.missing += c;
            continue;
        }
        pdf::append_hex4(text.hex, glyph.id);
        width += glyph.advance;
    }
    text.width = width / 1000.0;
    return text;
}

EncodedText encode_text(const FontSet& fonts, Face face, std::string_view utf8) {
    return encode_text(fonts.faces().fixed[static_cast<std::size_t>(face)], utf8);
}

}  // namespace hoso
