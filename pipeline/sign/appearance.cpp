// SPDX-License-Identifier: Apache-2.0
#include "sign/appearance.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "render/pdf/syntax.h"
#include "vocabulary/errors.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

constexpr double kLargestText = 9;  // points
constexpr double kLeading = 1.25;   // Ế and Ậ need room above and below
constexpr double kPadding = 3;
constexpr char kInk[] = "0 0 0.55 rg\n";  // NĐ30/2020, Phụ lục I: a person's signature is blue
constexpr char kNoticeInk[] = "0.8 0 0 rg\n";

struct Line {
    bool bold = false;
    const char* ink = kInk;
    EncodedText text;
};

}  // namespace

AppearanceFonts fonts_of(const FontSet& fonts) {
    return {"LSR", "LSB", [&fonts](bool bold, std::string_view text) {
                EncodedText encoded = encode_text(fonts, bold ? Face::Bold : Face::Regular, text);
                if (!encoded.missing.empty()) {
                    throw UsageError("phông chữ của ô ký không có ký tự " +
                                     code_point_name(encoded.missing.front()) + " trong \"" +
                                     std::string(text) + "\"");
                }
                return encoded;
            }};
}

std::string appearance_stream(double width, double height, const Appearance& appearance,
                              const AppearanceFonts& fonts) {
    std::vector<Line> lines;
    const auto add = [&](bool bold, const char* ink, const std::string& text) {
        lines.push_back({bold, ink, fonts.encode(bold, text)});
    };
    if (appearance.demonstration) add(true, kNoticeInk, "CHỮ KÝ THỬ NGHIỆM");
    if (!appearance.role_title.empty()) add(true, kInk, appearance.role_title);
    add(false, kInk, "Ký bởi: " + appearance.name);
    add(false, kInk, "Thời gian ký: " + to_printed(appearance.time));

    double widest = 1;
    for (const Line& line : lines) widest = std::max(widest, line.text.width);
    const auto count = static_cast<double>(lines.size());
    const double size = std::max(1.0, std::min({kLargestText, (width - 2 * kPadding) / widest,
                                                (height - 2 * kPadding) / (count * kLeading)}));

    std::string stream = "q\n0 0 0.55 RG\n0.5 w\n0.25 0.25 " + pdf::number(width - 0.5) + " " +
                         pdf::number(height - 0.5) + " re S\nBT\n";
    // The block is centred; a line's baseline lies about a quarter of the leading above its foot.
    double y = (height + count * size * kLeading) / 2;
    for (const Line& line : lines) {
        y -= size * kLeading;
        const double x = (width - line.text.width * size) / 2;
        stream += line.ink;
        stream += fmt::format("/{} {} Tf\n1 0 0 1 {} {} Tm\n<{}> Tj\n",
                              line.bold ? fonts.bold : fonts.regular, pdf::number(size),
                              pdf::number(x), pdf::number(y + 0.28 * size), line.text.hex);
    }
    return stream + "ET\nQ\n";
}

}  // namespace hoso
