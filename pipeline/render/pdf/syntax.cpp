// SPDX-License-Identifier: Apache-2.0
#include "render/pdf/syntax.h"

#include <algorithm>

#include "render/fonts/utf8.h"

namespace hoso::pdf {

namespace {

bool plain(char c) { return c >= ' ' && c <= '~' && c != '(' && c != ')' && c != '\\'; }

}  // namespace

std::string text_string(std::string_view utf8) {
    if (std::all_of(utf8.begin(), utf8.end(), plain)) return "(" + std::string(utf8) + ")";
    std::string hex = "<FEFF";
    for (std::size_t at = 0; at < utf8.size();) hex += utf16_hex(next_code_point(utf8, at));
    return hex + ">";
}

std::string utf16_hex(char32_t c) {
    std::string hex;
    if (c < 0x10000) {
        append_hex4(hex, c);
    } else {
        append_hex4(hex, 0xD800 + ((c - 0x10000) >> 10));
        append_hex4(hex, 0xDC00 + ((c - 0x10000) & 0x3FF));
    }
    return hex;
}

std::string hex_string(std::string_view bytes) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string hex = "<";
    for (const char c : bytes) {
        hex += digits[static_cast<unsigned char>(c) >> 4];
        hex += digits[static_cast<unsigned char>(c) & 15];
    }
    return hex + ">";
}

}  // namespace hoso::pdf
