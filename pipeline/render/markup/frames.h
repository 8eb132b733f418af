// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace hoso::markup {

// The frames of fill/fill.h in UTF-8. All of their characters lie in U+E000–U+E03F, so they begin
// with the bytes EE 80.
inline constexpr std::string_view frame_lead = "\xEE\x80";

inline bool has_frame(std::string_view text) {
    return text.find(frame_lead) != std::string_view::npos;
}

// One step: the text before the first frame (lineage -1), or the frame's text and id if `text`
// begins with one. `rest` is what follows. false: a damaged frame; `piece` is empty, `rest` skips
// one mark.
bool next_piece(std::string_view text, std::string_view& piece, int& lineage,
                std::string_view& rest);

// Calls use(piece, lineage) for each piece in order; false if a frame was damaged.
template <class Use>
bool for_each_framed(std::string_view text, const Use& use) {
    bool whole = true;
    while (!text.empty()) {
        std::string_view piece, rest;
        int lineage = -1;
        whole &= next_piece(text, piece, lineage, rest);
        if (!piece.empty() || lineage >= 0) use(piece, lineage);
        text = rest;
    }
    return whole;
}

std::string without_frames(std::string_view text);

}  // namespace hoso::markup
