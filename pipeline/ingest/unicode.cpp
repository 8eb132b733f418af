// SPDX-License-Identifier: Apache-2.0
#include "ingest/unicode.h"

#include <fmt/format.h>

#include <cstdint>
#include <cstring>

namespace hoso {

namespace {

constexpr char32_t kInvalid = 0xFFFFFFFF;

// Decodes at `at` and moves it on; kInvalid leaves it.
char32_t decode(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) {
        ++at;
        return first;
    }
    const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || size > text.size() - at) return kInvalid;
    char32_t c = first & (0x7Fu >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return kInvalid;
        c = c << 6 | (byte(i) & 0x3F);
    }
    const bool overlong = (size == 3 && c < 0x800) || (size == 4 && c < 0x10000);
    if (overlong || (c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF) return kInvalid;
    at += size;
    return c;
}

bool is_refused(char32_t c) {
    if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
    if (c >= 0x7F && c <= 0x9F) return true;
    if (c >= 0xE000 && c <= 0xF8FF) return true;
    if (c == 0xFFFD || (c & 0xFFFE) == 0xFFFE) return true;
    return c >= 0xF0000;  // planes 15 and 16
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        // Most of a workbook is ASCII: eight bytes at a time.
        std::uint64_t eight = 0;
        if (text.size() - at >= sizeof eight) {
            std::memcpy(&eight, text.data() + at, sizeof eight);
            if ((eight & 0x8080808080808080u) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        if (decode(text, at) == kInvalid) return at;
    }
    return std::nullopt;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const char32_t c = decode(text, at);
    if (c != kInvalid) return c;
    ++at;
    return 0xFFFD;
}

void append_utf8(std::string& text, char32_t c) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (c < 0x80) return put(c);
    if (c < 0x800) {
        put(0xC0 | c >> 6);
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
    }
    put(0x80 | (c & 0x3F));
}

std::optional<std::string> utf16_to_utf8(std::string_view bytes, bool big_endian) {
    if (bytes.size() % 2 != 0) return std::nullopt;
    const auto unit = [&](std::size_t at) {
        const auto a = static_cast<unsigned char>(bytes[at]);
        const auto b = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(big_endian ? a << 8 | b : b << 8 | a);
    };
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        char32_t c = unit(at);
        if (c >= 0xDC00 && c <= 0xDFFF) return std::nullopt;
        if (c >= 0xD800 && c <= 0xDBFF) {
            at += 2;
            const char32_t low = at < bytes.size() ? unit(at) : 0;
            if (low < 0xDC00 || low > 0xDFFF) return std::nullopt;
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        }
        append_utf8(text, c);
    }
    return text;
}

std::optional<char32_t> find_refused_character(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = decode(text, at);
        if (c == kInvalid) return 0xFFFD;
        if (is_refused(c)) return c;
    }
    return std::nullopt;
}

}  // namespace hoso
