// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bitset>
#include <memory>

#include "render/fonts/faces.h"
#include "render/markup/document.h"

namespace hoso::layout {

// The fonts of one PDF: slots 0–3 are the fixed subsets, 4–7 small fonts of the same faces with
// this document's rarer characters.
inline constexpr std::size_t slot_count = 2 * face_count;

struct FoundGlyph {
    std::uint8_t slot = 0;
    Glyph glyph;
};

class DocumentFonts {
public:
    explicit DocumentFonts(const FontSet& fonts) : faces_(fonts.faces()) {}

    // Looks through a document's text for characters that the fixed subsets lack. All documents of
    // a PDF are looked through before get_extras() and the first layout.
    void look_through(const markup::Node& node);
    void look_through(const DocumentFonts& other);  // what the other has seen
    void get_extras();

    [[nodiscard]] FoundGlyph find(Face face, char32_t c) const {
        const auto slot = static_cast<std::uint8_t>(face);
        const Glyph glyph = faces_.fixed[slot].find(c);
        if (glyph.id != 0) return {slot, glyph};
        return find_extra(slot, c);
    }
    void mark_used(std::size_t slot) { used_.set(slot); }
    void mark_used_by(const DocumentFonts& other) { used_ |= other.used_; }
    [[nodiscard]] bool is_used(std::size_t slot) const { return used_.test(slot); }
    [[nodiscard]] const EmbeddedFont& font(std::size_t slot) const;
    [[nodiscard]] const FontSet::Faces& faces() const { return faces_; }

private:
    [[nodiscard]] FoundGlyph find_extra(std::uint8_t slot, char32_t c) const;

    const FontSet::Faces& faces_;
    std::array<std::u32string, face_count> missing_;
    std::array<std::shared_ptr<const EmbeddedFont>, face_count> extras_;
    std::bitset<slot_count> used_;
};

inline Face face_of(const markup::Style& style) {
    return static_cast<Face>((style.bold ? 1 : 0) + (style.italic ? 2 : 0));
}

}  // namespace hoso::layout
