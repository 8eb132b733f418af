// SPDX-License-Identifier: Apache-2.0
#include "sign/appearance.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

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

std::string pdf_number(double value) {
    std::string text = fmt::format("{:.3f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
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
    for (const Line& line : lines) widest = std::max(widest, line.text.width / 1000);
    const auto count = static_cast<double>(lines.size());
    const double size = std::max(1.0, std::min({kLargestText, (width - 2 * kPadding) / widest,
                                                (height - 2 * kPadding) / (count * kLeading)}));

    std::string stream = "q\n0 0 0.55 RG\n0.5 w\n0.25 0.25 " + pdf_number(width - 0.5) + " " +
                         pdf_number(height - 0.5) + " re S\nBT\n";
    // The block is centred; a line's baseline lies about a quarter of the leading above its foot.
    double y = (height + count * size * kLeading) / 2;
    for (const Line& line : lines) {
        y -= size * kLeading;
        const double x = (width - line.text.width / 1000 * size) / 2;
        stream += line.ink;
        stream += fmt::format("/{} {} Tf\n1 0 0 1 {} {} Tm\n<{}> Tj\n",
                              line.bold ? fonts.bold : fonts.regular, pdf_number(size),
                              pdf_number(x), pdf_number(y + 0.28 * size), line.text.hex);
    }
    return stream + "ET\nQ\n";
}

}  // namespace hoso
