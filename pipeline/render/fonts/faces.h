// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "render/fonts/open_type.h"
#include "render/render.h"

namespace hoso {

enum class Face : std::uint8_t { Regular, Bold, Italic, BoldItalic };
inline constexpr std::size_t face_count = 4;

// A font as it stands in a PDF, computed once and shared by all documents.
struct EmbeddedFont {
    std::string base_name;  // "HOSOAA+LiberationSerif-Bold"
    std::string file;       // FontFile2, deflated
    std::size_t file_size = 0;
    std::string to_unicode;   // CMap, deflated: one glyph → one NFC scalar
    std::string widths;       // "[0 [0 250 …]]"
    std::string descriptor;   // the FontDescriptor's entries but for FontFile2
    std::vector<Glyph> flat;  // by code point, up to flat.size()
    std::map<char32_t, Glyph> beyond_flat;
    std::vector<std::uint16_t> advances;  // by glyph id

    [[nodiscard]] Glyph find(char32_t c) const {
        if (c < flat.size()) return flat[c];
        const auto found = beyond_flat.find(c);
        return found == beyond_flat.end() ? Glyph{} : found->second;
    }
    [[nodiscard]] std::uint16_t advance(std::uint16_t id) const { return advances[id]; }
};

// `file`: a subset made by subset_open_type. `tag`: six capitals.
EmbeddedFont embed_font(const std::string& file, Face face, const std::string& tag);

// The fixed subsets, and on demand small fonts with a document's rarer characters.
struct FontSet::Faces {
    std::array<EmbeddedFont, face_count> fixed;
    std::string colour_profile;  // sRGB, deflated
    std::string digest;
    double ascent = 0, descent = 0;  // of the family, in em; descent is positive

    // A font with just `characters` (sorted, each once) of the full face; those that it lacks are
    // left out. Null if nothing is left. Kept for the next document that needs the same.
    [[nodiscard]] std::shared_ptr<const EmbeddedFont> extra(Face face,
                                                            const std::u32string& characters) const;

    std::array<std::string, face_count> full;  // bytes; empty if there is no such folder

private:
    mutable std::mutex mutex_;
    mutable std::map<std::pair<Face, std::u32string>, std::shared_ptr<const EmbeddedFont>> extras_;
};

}  // namespace hoso
