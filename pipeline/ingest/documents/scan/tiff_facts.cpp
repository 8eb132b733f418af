// SPDX-License-Identifier: Apache-2.0
#include "ingest/documents/scan/tiff_facts.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>

namespace hoso {

namespace {

enum Tag : std::uint16_t {
    kWidth = 256,
    kHeight = 257,
    kStripOffsets = 273,
    kStripCounts = 279,
    kResolutionX = 282,
    kResolutionY = 283,
    kResolutionUnit = 296,
    kTileOffsets = 324,
    kTileCounts = 325,
};

// Directories may lie over each other, so that a small file could ask for endless work.
constexpr std::uint32_t kFields = 500, kStrips = 100'000;

// Every read is within the bytes or gives nothing.
class Tiff {
public:
    explicit Tiff(std::string_view bytes) : bytes_(bytes), big_(bytes.starts_with("MM")) {}

    [[nodiscard]] std::optional<std::uint32_t> number(std::uint64_t at, unsigned width) const {
        if (at > bytes_.size() || width > bytes_.size() - at) return std::nullopt;
        std::uint32_t value = 0;
        for (unsigned i = 0; i < width; ++i) {
            const unsigned shift = 8 * (big_ ? width - 1 - i : i);
            value |= std::uint32_t{static_cast<unsigned char>(bytes_[at + i])} << shift;
        }
        return value;
    }
    [[nodiscard]] std::uint64_t size() const { return bytes_.size(); }

private:
    std::string_view bytes_;
    bool big_;
};

// One directory (TIFF 6.0, section 2).
class Directory {
public:
    Directory(const Tiff& tiff, std::uint64_t at)
        : tiff_(tiff), at_(at), count_(tiff.number(at, 2).value_or(0)) {}

    [[nodiscard]] bool whole() const {
        return count_ > 0 && count_ <= kFields &&
               tiff_.number(at_ + 2 + 12ull * count_, 4).has_value();
    }
    [[nodiscard]] std::uint32_t next() const {
        return tiff_.number(at_ + 2 + 12ull * count_, 4).value_or(0);
    }

    struct Field {
        std::uint32_t type = 0, count = 0;
        std::uint64_t values = 0;  // where they begin
    };
    [[nodiscard]] std::optional<Field> find(Tag tag) const {
        for (std::uint32_t i = 0; i < count_; ++i) {
            const std::uint64_t entry = at_ + 2 + 12ull * i;
            if (tiff_.number(entry, 2) != tag) continue;
            Field field{tiff_.number(entry + 2, 2).value_or(0),
                        tiff_.number(entry + 4, 4).value_or(0), entry + 8};
            if (std::uint64_t{width_of(field.type)} * field.count > 4) {
                field.values = tiff_.number(entry + 8, 4).value_or(0);
            }
            return field;
        }
        return std::nullopt;
    }
    // SHORT and LONG
    [[nodiscard]] std::optional<std::uint32_t> value(const Field& field,
                                                     std::uint32_t index) const {
        const unsigned width = width_of(field.type);
        if (index >= field.count || (width != 2 && width != 4)) return std::nullopt;
        return tiff_.number(field.values + std::uint64_t{width} * index, width);
    }
    [[nodiscard]] std::uint32_t first(Tag tag) const {
        const auto field = find(tag);
        return field ? value(*field, 0).value_or(0) : 0;
    }
    [[nodiscard]] double rational(Tag tag) const {
        const auto field = find(tag);
        if (!field || field->type != 5) return 0;
        const double above = tiff_.number(field->values, 4).value_or(0);
        const double below = tiff_.number(field->values + 4, 4).value_or(0);
        return below > 0 ? above / below : 0;
    }

private:
    static unsigned width_of(std::uint32_t type) {
        return type == 3 ? 2 : type == 4 ? 4 : type == 5 ? 8 : 1;
    }
    const Tiff& tiff_;
    std::uint64_t at_;
    std::uint32_t count_;
};

void read_resolution(const Directory& directory, ImagePage& page) {
    constexpr double kInch = 2.54;
    const std::uint32_t unit =
        directory.find(kResolutionUnit) ? directory.first(kResolutionUnit) : 2;
    if (unit != 2 && unit != 3) return;  // 1: only the ratio of both is meant
    const double scale = unit == 3 ? kInch : 1;
    const double x = directory.rational(kResolutionX), y = directory.rational(kResolutionY);
    if (x > 0) page.dpi_x = x * scale;
    if (y > 0) page.dpi_y = y * scale;
}

// Whether all strips or tiles lie within the file.
bool has_its_data(const Tiff& tiff, const Directory& directory) {
    for (const auto& [offsets, counts] :
         {std::pair{kStripOffsets, kStripCounts}, std::pair{kTileOffsets, kTileCounts}}) {
        const auto where = directory.find(offsets), how_many = directory.find(counts);
        if (!where || !how_many) continue;
        if (where->count > kStrips) return false;
        for (std::uint32_t i = 0; i < where->count; ++i) {
            const auto at = directory.value(*where, i), size = directory.value(*how_many, i);
            if (!at || !size || std::uint64_t{*at} + *size > tiff.size()) return false;
        }
        return where->count > 0;
    }
    return false;
}

}  // namespace

bool read_tiff(std::string_view bytes, std::size_t max_pages, std::vector<ImagePage>& pages) {
    const Tiff tiff(bytes);
    std::set<std::uint32_t> seen;
    for (std::uint32_t at = tiff.number(4, 4).value_or(0); at != 0;) {
        const Directory directory(tiff, at);
        if (!seen.insert(at).second || !directory.whole() || pages.size() == max_pages) {
            return false;
        }
        ImagePage page;
        page.columns = directory.first(kWidth);
        page.rows = directory.first(kHeight);
        read_resolution(directory, page);
        if (page.columns == 0 || page.rows == 0 || !has_its_data(tiff, directory)) return false;
        pages.push_back(page);
        at = directory.next();
    }
    return !pages.empty();
}

void read_exif_resolution(std::string_view bytes, ImagePage& page) {
    const Tiff tiff(bytes);
    const Directory directory(tiff, tiff.number(4, 4).value_or(0));
    if (directory.whole()) read_resolution(directory, page);
}

}  // namespace hoso
