// SPDX-License-Identifier: Apache-2.0
#include "render/markup/frames.h"

#include "fill/fill.h"
#include "render/fonts/utf8.h"

namespace hoso::markup {

bool next_piece(std::string_view text, std::string_view& piece, int& lineage,
                std::string_view& rest) {
    const std::size_t open = text.find(frame_lead);
    lineage = -1;
    if (open != 0) {
        piece = text.substr(0, open);
        rest = text.substr(piece.size());
        return true;
    }
    std::size_t at = 0;
    piece = {};
    const bool opened = next_code_point(text, at) == frame::Open;
    rest = text.substr(at);
    if (!opened) return false;
    int id = 0;
    char32_t c = 0;
    const std::size_t digits = at;
    while (at < text.size() && (c = next_code_point(text, at)) >= frame::DigitZero &&
           c <= frame::DigitZero + 9 && id < 100'000'000) {
        id = id * 10 + static_cast<int>(c - frame::DigitZero);
    }
    if (c != frame::Split || at == digits + 3) return false;
    const std::size_t close = text.find(frame_lead, at);
    if (close == std::string_view::npos) return false;
    std::size_t after = close;
    if (next_code_point(text, after) != frame::Close) return false;
    piece = text.substr(at, close - at);
    rest = text.substr(after);
    lineage = id;
    return true;
}

std::string without_frames(std::string_view text) {
    std::string bare;
    for_each_framed(text, [&](std::string_view piece, int) { bare += piece; });
    return bare;
}

}  // namespace hoso::markup
