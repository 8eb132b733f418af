// SPDX-License-Identifier: Apache-2.0
#include "render/fonts/faces.h"
#include "render/pdf/deflate.h"
#include "vocabulary/digest.h"
#include "vocabulary/errors.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

constexpr std::array<const char*, face_count> file_names = {
    "LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf", "LiberationSerif-Italic.ttf",
    "LiberationSerif-BoldItalic.ttf"};

// The letters that the forms cannot do without; a folder that lacks them is the wrong one.
constexpr std::u32string_view proof = U"ẾẪỘẶỮđĐ₫–…";

void check_coverage(const std::filesystem::path& path, const EmbeddedFont& font) {
    for (const char32_t c : proof) {
        if (font.find(c).id == 0) {
            throw EnvironmentError(path.string() + " lacks " + code_point_name(c) +
                                   ": not a subset made by make_font_subsets");
        }
    }
}

// Six capitals that say which characters are in: PDF readers take equal names for equal fonts.
std::string subset_tag(const std::u32string& characters) {
    std::string bytes;
    for (const char32_t c : characters) bytes += code_point_name(c) + " ";
    const std::string digest = sha256_raw(bytes);
    std::string tag;
    for (std::size_t i = 0; i < 6; ++i) {
        tag += static_cast<char>('A' + static_cast<unsigned char>(digest[i]) % 26);
    }
    return tag;
}

}  // namespace

FontSet::FontSet(Disk& disk, const std::filesystem::path& folder, const std::filesystem::path& full)
    : faces_(std::make_unique<Faces>()) {
    std::string all;
    for (std::size_t i = 0; i < face_count; ++i) {
        const std::filesystem::path path = folder / file_names[i];
        const std::string bytes = disk.read(path);
        faces_->fixed[i] = embed_font(bytes, static_cast<Face>(i), "HOSOAA");
        check_coverage(path, faces_->fixed[i]);
        all += bytes;
        if (i == 0) {
            const OpenTypeFacts facts = read_open_type(bytes);
            faces_->ascent = facts.ascent / 1000.0;
            faces_->descent = -facts.descent / 1000.0;
        }
        if (!full.empty() && disk.exists(full / file_names[i])) {
            faces_->full[i] = disk.read(full / file_names[i]);
        }
    }
    const std::string profile = disk.read(folder / "sRGB.icc");
    faces_->colour_profile = deflate(profile, 12);
    faces_->digest = sha256_hex(all + profile);
}

FontSet::~FontSet() = default;
FontSet::FontSet(FontSet&&) noexcept = default;

const std::string& FontSet::digest() const { return faces_->digest; }

std::shared_ptr<const EmbeddedFont> FontSet::Faces::extra(Face face,
                                                          const std::u32string& characters) const {
    const std::lock_guard lock(mutex_);
    const auto [entry, fresh] = extras_.try_emplace({face, characters});
    const std::string& bytes = full[static_cast<std::size_t>(face)];
    if (!fresh || bytes.empty()) return entry->second;
    const OpenTypeFacts facts = read_open_type(bytes);
    std::u32string known;
    for (const char32_t c : characters) {
        if (facts.glyphs.contains(c)) known += c;
    }
    if (known.empty()) return nullptr;
    entry->second = std::make_shared<const EmbeddedFont>(
        embed_font(subset_open_type(bytes, known), face, subset_tag(known)));
    return entry->second;
}

}  // namespace hoso
