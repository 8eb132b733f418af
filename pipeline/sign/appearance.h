// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "sign/sign.h"

namespace hoso {

// Text in the glyphs of a font that the document embeds already: PDF/A forbids any other, and a new
// subset per signature would cost more than the signature.
struct EncodedText {
    std::string hex;   // two bytes a glyph, for Tj
    double width = 0;  // in 1/1000 em
};
struct AppearanceFonts {
    std::string regular, bold;  // resource names: "F1"
    std::function<EncodedText(bool bold, std::string_view text)> encode;
};

// The content stream of a visible signature in a box of this size (points): the notice of a
// demonstration key, role, name and claimed time, centred, made smaller until they fit.
std::string appearance_stream(double width, double height, const Appearance& appearance,
                              const AppearanceFonts& fonts);

std::string pdf_number(double value);  // without exponent or locale, three decimals at most

}  // namespace hoso
