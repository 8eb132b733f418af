// SPDX-License-Identifier: Apache-2.0
#include "ingest/documents/scan/image_facts.h"

#include <cstdint>
#include <optional>

#include "ingest/documents/scan/tiff_facts.h"

namespace hoso {

namespace {

using namespace std::string_view_literals;

constexpr double kInch = 25.4;  // millimetres

// Bounds are the caller's to check: at + width <= bytes.size().
std::uint32_t big(std::string_view bytes, std::size_t at, unsigned width) {
    std::uint32_t value = 0;
    for (unsigned i = 0; i < width; ++i) {
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
}
std::uint32_t little(std::string_view bytes, std::size_t at, unsigned width) {
    std::uint32_t value = 0;
    for (unsigned i = width; i-- > 0;) {
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
}

// ISO/IEC 10918-1, B.1.1.3: SOF0 to SOF15 but for DHT, JPG and DAC.
bool begins_frame(unsigned marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// JFIF 1.02, APP0: units, then densities.
void read_jfif(std::string_view segment, ImagePage& page) {
    if (!segment.starts_with("JFIF\0"sv) || segment.size() < 12) return;
    const unsigned unit = big(segment, 7, 1);
    const double scale = unit == 1 ? 1 : unit == 2 ? kInch / 10 : 0;
    page.dpi_x = big(segment, 8, 2) * scale;
    page.dpi_y = big(segment, 10, 2) * scale;
}

// Segments up to the scan, then the end of the image.
void read_jpeg(std::string_view bytes, ImageFacts& facts) {
    ImagePage page;
    for (std::size_t at = 2; at + 4 <= bytes.size();) {
        const unsigned marker = big(bytes, at + 1, 1);
        if (bytes[at] != '\xFF') return;
        if (marker == 0xFF) {  // padding
            ++at;
            continue;
        }
        const std::size_t size = big(bytes, at + 2, 2);
        if (size < 2 || size > bytes.size() - at - 2) return;
        const std::string_view segment = bytes.substr(at + 4, size - 2);
        if (marker == 0xE0) read_jfif(segment, page);
        if (marker == 0xE1 && segment.starts_with("Exif\0\0"sv)) {
            ImagePage exif;
            read_exif_resolution(segment.substr(6), exif);
            if (page.dpi_x <= 0) page.dpi_x = exif.dpi_x;
            if (page.dpi_y <= 0) page.dpi_y = exif.dpi_y;
        }
        if (begins_frame(marker) && segment.size() >= 5) {
            page.rows = big(segment, 1, 2);
            page.columns = big(segment, 3, 2);
        }
        at += 2 + size;
        if (marker != 0xDA) continue;
        facts.pages.push_back(page);
        facts.whole =
            page.columns > 0 && page.rows > 0 && bytes.find("\xFF\xD9"sv, at) != bytes.npos;
        return;
    }
}

// ISO/IEC 15948: chunks of length, type, data, check sum.
void read_png(std::string_view bytes, ImageFacts& facts) {
    ImagePage page;
    for (std::size_t at = 8; at + 12 <= bytes.size();) {
        const std::size_t size = big(bytes, at, 4);
        const std::string_view type = bytes.substr(at + 4, 4);
        if (size > bytes.size() - at - 12) return;
        const std::string_view data = bytes.substr(at + 8, size);
        if (type == "IHDR" && size >= 8) {
            page.columns = big(data, 0, 4);
            page.rows = big(data, 4, 4);
        }
        if (type == "pHYs" && size >= 9 && data[8] == '\1') {  // pixels a metre
            page.dpi_x = big(data, 0, 4) * kInch / 1000;
            page.dpi_y = big(data, 4, 4) * kInch / 1000;
        }
        if (type == "IEND") {
            facts.pages.push_back(page);
            facts.whole = page.columns > 0 && page.rows > 0;
            return;
        }
        at += 12 + size;
    }
}

void read_gif(std::string_view bytes, ImageFacts& facts) {
    if (bytes.size() < 14) return;
    facts.pages.push_back(
        {static_cast<double>(little(bytes, 6, 2)), static_cast<double>(little(bytes, 8, 2)), 0, 0});
    facts.whole = bytes.back() == ';';
}

// BITMAPFILEHEADER, BITMAPINFOHEADER
void read_bmp(std::string_view bytes, ImageFacts& facts) {
    if (bytes.size() < 54 || little(bytes, 14, 4) < 40) return;
    // Rows from the top down have a negative height.
    const auto rows = static_cast<std::int32_t>(little(bytes, 22, 4));
    ImagePage page{static_cast<double>(little(bytes, 18, 4)),
                   rows < 0 ? -static_cast<double>(rows) : static_cast<double>(rows), 0, 0};
    page.dpi_x = little(bytes, 38, 4) * kInch / 1000;
    page.dpi_y = little(bytes, 42, 4) * kInch / 1000;
    facts.pages.push_back(page);
    facts.whole = little(bytes, 2, 4) <= bytes.size() && little(bytes, 10, 4) < bytes.size();
}

}  // namespace

ImageFacts read_image_facts(std::string_view bytes, std::size_t max_pages) {
    ImageFacts facts;
    const auto is = [&](std::string_view magic, const char* format) {
        if (!bytes.starts_with(magic)) return false;
        facts.format = format;
        return true;
    };
    if (is("\xFF\xD8\xFF"sv, "JPEG")) {
        read_jpeg(bytes, facts);
    } else if (is("\x89PNG\r\n\x1A\n"sv, "PNG")) {
        read_png(bytes, facts);
    } else if (is("II*\0"sv, "TIFF") || is("MM\0*"sv, "TIFF")) {
        facts.whole = read_tiff(bytes, max_pages, facts.pages);
    } else if (is("GIF8"sv, "GIF")) {
        read_gif(bytes, facts);
    } else if (is("BM"sv, "BMP")) {
        read_bmp(bytes, facts);
    } else {
        facts.supported = false;
        const bool boxed = bytes.size() >= 12 && bytes.substr(4, 4) == "ftyp"sv;
        facts.format = boxed ? "HEIC/AVIF" : is("RIFF"sv, "") ? "WebP" : "?";
    }
    return facts;
}

}  // namespace hoso
