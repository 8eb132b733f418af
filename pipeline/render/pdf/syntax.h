// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <cmath>
#include <string>
#include <string_view>

namespace hoso::pdf {

// Numbers with at most two decimals (1/7200 inch), never in scientific notation or by locale.
inline void append_number(std::string& out, double value) {
    long hundredths = std::lround(value * 100);
    if (hundredths < 0) {
        out += '-';
        hundredths = -hundredths;
    }
    char digits[24];
    const char* end = std::to_chars(digits, digits + sizeof digits, hundredths / 100).ptr;
    out.append(digits, static_cast<std::size_t>(end - digits));
    const auto rest = static_cast<int>(hundredths % 100);
    if (rest == 0) return;
    out += '.';
    out += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
}

inline std::string number(double value) {
    std::string text;
    append_number(text, value);
    return text;
}

inline std::string reference(int object) { return std::to_string(object) + " 0 R"; }

inline void append_hex4(std::string& out, unsigned value) {
    constexpr char digits[] = "0123456789ABCDEF";
    for (int shift = 12; shift >= 0; shift -= 4) out += digits[value >> shift & 15];
}

// A text string object: "(…)" for plain ASCII, else UTF-16BE in hex with its byte order mark.
std::string text_string(std::string_view utf8);

std::string utf16_hex(char32_t c);  // "1EBE"; a surrogate pair above U+FFFF

std::string hex_string(std::string_view bytes);  // "<…>"

}  // namespace hoso::pdf
