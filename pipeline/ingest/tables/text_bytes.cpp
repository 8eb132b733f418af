// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/text_bytes.h"

#include "ingest/unicode.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

constexpr char32_t kWindows1252[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

}  // namespace

char32_t character_of_byte(unsigned char byte) {
    return byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80] : byte;
}

namespace {

std::string windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 4);
    for (const char c : bytes) {
        append_utf8(text, character_of_byte(static_cast<unsigned char>(c)));
    }
    return text;
}

}  // namespace

std::optional<DecodedText> decode_text_file(std::string_view bytes, std::string_view /*declared*/) {
    const bool little = bytes.starts_with("\xFF\xFE"), big = bytes.starts_with("\xFE\xFF");
    if (little || big) {
        auto text = utf16_to_utf8(bytes.substr(2), big);
        if (!text) return std::nullopt;
        return DecodedText{std::move(*text), little ? "UTF-16LE" : "UTF-16BE"};
    }
    const std::string_view unmarked = bytes.substr(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    if (!find_invalid_utf8(unmarked)) return DecodedText{std::string(unmarked), "UTF-8"};
    return DecodedText{windows_1252(unmarked), "windows-1252"};
}

}  // namespace hoso
