// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "render/fonts/faces.h"

namespace hoso {

// Text for the fixed subset of a face, as a content stream shows it with Tj.
struct EncodedText {
    std::string hex;         // glyph ids, four digits each, without < >
    double width = 0;        // in em: times the font size gives points
    std::u32string missing;  // characters that the subset lacks; they are not in `hex`
};
EncodedText encode_text(const EmbeddedFont& font, std::string_view utf8);
EncodedText encode_text(const FontSet& fonts, Face face, std::string_view utf8);

}  // namespace hoso
