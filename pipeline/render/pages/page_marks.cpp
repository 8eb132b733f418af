// SPDX-License-Identifier: Apache-2.0
#include "render/pages/page_marks.h"

#include <cmath>

#include "render/fonts/encode.h"
#include "render/pdf/syntax.h"

namespace hoso {

namespace {

std::string text_operators(const std::string& matrix, std::size_t slot, double size,
                           const std::string& grey, const std::string& hex) {
    return "q " + grey + " g BT /F" + std::to_string(slot + 1) + " " + pdf::number(size) + " Tf " +
           matrix + " Tm <" + hex + "> Tj ET Q\n";
}

// From corner to corner, in a grey that leaves the text readable; opaque, since it lies under it.
void put_draft(layout::Canvas& canvas, layout::DocumentFonts& fonts) {
    constexpr auto slot = static_cast<std::size_t>(Face::Bold);
    fonts.mark_used(slot);
    const EncodedText text = encode_text(fonts.font(slot), "BẢN NHÁP");
    const auto [width, height] = canvas.size();
    const double diagonal = std::hypot(width, height);
    const double size = 0.64 * diagonal / text.width;
    const double cos = width / diagonal, sin = height / diagonal;
    const double back = 0.32 * diagonal, down = 0.33 * size;  // to the start of the centred text
    const double x = width / 2 - back * cos + down * sin, y = height / 2 - back * sin - down * cos;
    const std::string matrix = pdf::number(cos) + " " + pdf::number(sin) + " " + pdf::number(-sin) +
                               " " + pdf::number(cos) + " " + pdf::number(x) + " " + pdf::number(y);
    canvas.put_first(text_operators(matrix, slot, size, "0.9", text.hex));
}

void put_print_code(layout::Canvas& canvas, layout::DocumentFonts& fonts, const std::string& code) {
    constexpr auto slot = static_cast<std::size_t>(Face::Regular);
    constexpr double size = 7, right = 28, foot = 14;  // points from the paper's edges
    fonts.mark_used(slot);
    const EncodedText text = encode_text(fonts.font(slot), "Mã bản in: " + code);
    const double x = canvas.size().width - right - text.width * size;
    canvas.put_first(text_operators("1 0 0 1 " + pdf::number(x) + " " + pdf::number(foot), slot,
                                    size, "0.25", text.hex));
}

}  // namespace

void put_marks(layout::Canvas& canvas, layout::DocumentFonts& fonts, const RenderOptions& options) {
    if (options.draft) put_draft(canvas, fonts);
    if (!options.print_code.empty()) put_print_code(canvas, fonts, options.print_code);
}

}  // namespace hoso
