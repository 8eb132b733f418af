// SPDX-License-Identifier: Apache-2.0
#include "render/fonts/open_type.h"

#include <harfbuzz/hb-ot.h>
#include <harfbuzz/hb-subset.h>
#include <harfbuzz/hb.h>

#include <cstdio>
#include <memory>

#include "render/fonts/utf8.h"
#include "vocabulary/errors.h"

namespace hoso {

namespace {

template <auto destroy>
struct Destroy {
    template <class T>
    void operator()(T* object) const {
        destroy(object);
    }
};
using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;
using FacePointer = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using Font = std::unique_ptr<hb_font_t, Destroy<hb_font_destroy>>;
using Set = std::unique_ptr<hb_set_t, Destroy<hb_set_destroy>>;
using SubsetInput = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;

// `font` must outlive the face.
FacePointer open(const std::string& font) {
    const Blob blob(hb_blob_create(font.data(), static_cast<unsigned>(font.size()),
                                   HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    FacePointer face(hb_face_create(blob.get(), 0));
    if (hb_face_get_glyph_count(face.get()) == 0) throw LibraryError("HarfBuzz: not a font file");
    return face;
}

class Scale {
public:
    explicit Scale(unsigned units_per_em) : units_(static_cast<int>(units_per_em)) {}
    [[nodiscard]] int operator()(int value) const {
        const int twice = 2 * 1000 * value;
        return (twice + (value < 0 ? -units_ : units_)) / (2 * units_);
    }

private:
    int units_;
};

int signed_16(const unsigned char* bytes) {
    return static_cast<std::int16_t>(bytes[0] << 8 | bytes[1]);
}

// OpenType "head": fontRevision at 4 (16.16), xMin yMin xMax yMax at 36.
void read_head(hb_face_t* face, const Scale& scale, OpenTypeFacts& facts) {
    const Blob head(hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd')));
    unsigned size = 0;
    const char* data = hb_blob_get_data(head.get(), &size);
    if (size < 54) throw LibraryError("HarfBuzz: font without head table");
    const auto* bytes = reinterpret_cast<const unsigned char*>(data);
    facts.revision = signed_16(bytes + 4) + (bytes[6] << 8 | bytes[7]) / 65536.0;
    for (std::size_t i = 0; i < 4; ++i)
        facts.bounding_box[i] = scale(signed_16(bytes + 36 + 2 * i));
}

int metric(hb_font_t* font, hb_ot_metrics_tag_t tag, const Scale& scale) {
    hb_position_t value = 0;
    hb_ot_metrics_get_position_with_fallback(font, tag, &value);
    return scale(value);
}

}  // namespace

OpenTypeFacts read_open_type(const std::string& bytes) {
    const FacePointer face = open(bytes);
    const Scale scale(hb_face_get_upem(face.get()));
    const Font font(hb_font_create(face.get()));
    OpenTypeFacts facts;
    read_head(face.get(), scale, facts);
    facts.ascent = metric(font.get(), HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, scale);
    facts.descent = metric(font.get(), HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, scale);
    facts.cap_height = metric(font.get(), HB_OT_METRICS_TAG_CAP_HEIGHT, scale);
    for (unsigned id = 0; id < hb_face_get_glyph_count(face.get()); ++id) {
        facts.advances[static_cast<std::uint16_t>(id)] =
            static_cast<std::uint16_t>(scale(hb_font_get_glyph_h_advance(font.get(), id)));
    }
    const Set characters(hb_set_create());
    hb_face_collect_unicodes(face.get(), characters.get());
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(characters.get(), &c);) {
        hb_codepoint_t id = 0;
        if (!hb_font_get_nominal_glyph(font.get(), c, &id) || id == 0) continue;
        const auto glyph = static_cast<std::uint16_t>(id);
        facts.glyphs[c] = {glyph, facts.advances[glyph]};
    }
    return facts;
}

std::string subset_open_type(const std::string& bytes, std::u32string_view characters) {
    const FacePointer face = open(bytes);
    const SubsetInput input(hb_subset_input_create_or_fail());
    if (!input) throw LibraryError("HarfBuzz: out of memory");
    for (const char32_t c : characters) hb_set_add(hb_subset_input_unicode_set(input.get()), c);
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    // A PDF reader uses none of these; there is no shaping after NFC.
    hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char* tag : {"GSUB", "GPOS", "GDEF", "kern", "post", "name", "gasp", "FFTM"}) {
        hb_set_add(dropped, hb_tag_from_string(tag, 4));
    }
    const FacePointer subset(hb_subset_or_fail(face.get(), input.get()));
    if (!subset) throw LibraryError("HarfBuzz: cannot make a font subset");
    const Blob blob(hb_face_reference_blob(subset.get()));
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob.get(), &size);
    return {data, size};
}

std::u32string decode_utf8(std::string_view text) {
    std::u32string result;
    for (std::size_t at = 0; at < text.size();) result += next_code_point(text, at);
    return result;
}

}  // namespace hoso
