// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "render/fonts/encode.h"
#include "sign/sign.h"

namespace hoso {

// The appearance is set in the fonts that the document embeds already: PDF/A forbids any other, and
// a new subset per signature would cost more than the signature.
struct AppearanceFonts {
    std::string regular, bold;  // their names in the form's /DR
    std::function<EncodedText(bool bold, std::string_view text)> encode;
};

// The two faces that render puts into the form. Throws UsageError, at encode, for a character that
// the fixed subsets lack: a signature never shows a blank for a letter.
AppearanceFonts fonts_of(const FontSet& fonts);

// The content stream of a visible signature in a box of this size (points): the notice of a
// demonstration key, role, name and claimed time, centred, made smaller until they fit.
std::string appearance_stream(double width, double height, const Appearance& appearance,
                              const AppearanceFonts& fonts);

}  // namespace hoso
