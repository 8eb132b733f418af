// SPDX-License-Identifier: Apache-2.0
#include "render/markup/frames.h"

#include "fill/fill.h"

namespace hoso::markup {

namespace {

// Marks are U+E000 and a small offset; all have the lead bytes and tell apart by the third.
constexpr int kSplit = frame::Split - frame::Open, kClose = frame::Close - frame::Open,
              kDigit = frame::DigitZero - frame::Open;

// The mark at `at` as an offset from Open; -1: there is none.
int mark_at(std::string_view text, std::size_t at) {
    if (text.size() < at + 3 || text[at] != frame_lead[0] || text[at + 1] != frame_lead[1])
        return -1;
    const int last = static_cast<unsigned char>(text[at + 2]) - 0x80;
    return last < 0x40 ? last : -1;
}

}  // namespace

// Runs for each value that a document prints: bytes are compared, nothing is decoded.
bool next_piece(std::string_view text, std::string_view& piece, int& lineage,
                std::string_view& rest) {
    constexpr std::size_t mark_size = 3;
    const int first = mark_at(text, 0);
    lineage = -1;
    if (first < 0 && !text.starts_with(frame_lead)) {
        piece = text.substr(0, text.find(frame_lead));
        rest = text.substr(piece.size());
        return true;
    }
    piece = {};
    rest = text.substr(first < 0 ? frame_lead.size() : mark_size);
    if (first != 0) return false;
    int id = 0;
    std::size_t at = mark_size;
    int mark = mark_at(text, at);
    for (; mark >= kDigit && mark <= kDigit + 9 && id < 100'000'000; mark = mark_at(text, at)) {
        id = id * 10 + (mark - kDigit);
        at += mark_size;
    }
    if (mark != kSplit || at == mark_size) return false;
    at += mark_size;
    const std::size_t close = text.find(frame_lead, at);
    if (close == std::string_view::npos || mark_at(text, close) != kClose) return false;
    piece = text.substr(at, close - at);
    rest = text.substr(close + mark_size);
    lineage = id;
    return true;
}

std::string without_frames(std::string_view text) {
    std::string bare;
    for_each_framed(text, [&](std::string_view piece, int) { bare += piece; });
    return bare;
}

}  // namespace hoso::markup
