// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "render/fonts/faces.h"
#include "render/pdf/deflate.h"
#include "render/pdf/syntax.h"

namespace hoso {

namespace {

struct FaceFacts {
    const char* name;
    int flags;  // ISO 32000-1, table 123: 2 serif, 4 symbolic (no standard encoding), 64 italic
    const char* angle;  // of the full font's post table, which subsets do not have
    int stem;           // measured on "l"; readers use it only to choose a substitute
};
constexpr std::array<FaceFacts, face_count> face_facts = {{
    {"LiberationSerif", 6, "0", 84},
    {"LiberationSerif-Bold", 6, "0", 140},
    {"LiberationSerif-Italic", 70, "-16.33", 76},
    {"LiberationSerif-BoldItalic", 70, "-16.33", 121},
}};

std::string widths_array(const OpenTypeFacts& facts) {
    std::string text = "[0 [";
    for (const auto& [id, advance] : facts.advances) {
        if (id != 0) text += ' ';
        text += std::to_string(advance);
    }
    return text + "]]";
}

// Where two characters share a glyph the lower one is told: the no-break space reads as a blank.
std::string unicode_map(const OpenTypeFacts& facts) {
    std::map<std::uint16_t, char32_t> characters;
    for (const auto& [c, glyph] : facts.glyphs) characters.try_emplace(glyph.id, c);
    std::string map =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    constexpr std::size_t section = 100;  // Adobe Technical Note 5014: at most 100 entries
    for (auto at = characters.begin(); at != characters.end();) {
        const auto left = static_cast<std::size_t>(std::distance(at, characters.end()));
        const std::size_t count = std::min(section, left);
        map += std::to_string(count) + " beginbfchar\n";
        for (std::size_t i = 0; i < count; ++i, ++at) {
            map += '<';
            pdf::append_hex4(map, at->first);
            map += "> <";
            const std::string code = pdf::utf16_hex(at->second);
            map += code + ">\n";
        }
        map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

std::string descriptor_entries(const OpenTypeFacts& facts, const FaceFacts& face,
                               const std::string& base_name) {
    std::string box;
    for (const int edge : facts.bounding_box)
        box += (box.empty() ? "" : " ") + std::to_string(edge);
    return "/Type /FontDescriptor /FontName /" + base_name + " /Flags " +
           std::to_string(face.flags) + " /FontBBox [" + box + "] /ItalicAngle " + face.angle +
           " /Ascent " + std::to_string(facts.ascent) + " /Descent " +
           std::to_string(facts.descent) + " /CapHeight " + std::to_string(facts.cap_height) +
           " /StemV " + std::to_string(face.stem);
}

}  // namespace

EmbeddedFont embed_font(const std::string& file, Face face, const std::string& tag) {
    const OpenTypeFacts facts = read_open_type(file);
    const FaceFacts& known = face_facts[static_cast<std::size_t>(face)];
    EmbeddedFont font;
    font.base_name = tag + "+" + known.name;
    font.file = deflate(file, 12);
    font.file_size = file.size();
    font.to_unicode = deflate(unicode_map(facts), 12);
    font.widths = widths_array(facts);
    font.descriptor = descriptor_entries(facts, known, font.base_name);
    for (const auto& [id, advance] : facts.advances) font.advances.push_back(advance);
    constexpr char32_t flat_limit = 0x2300;  // letters, punctuation, currency, arrows
    for (const auto& [c, glyph] : facts.glyphs) {
        if (c >= flat_limit) {
            font.beyond_flat[c] = glyph;
            continue;
        }
        if (c >= font.flat.size()) font.flat.resize(c + 1);
        font.flat[c] = glyph;
    }
    return font;
}

}  // namespace hoso
