// SPDX-License-Identifier: Apache-2.0
#include "ingest/documents/mail/coding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <memory>

#include "ingest/text/legacy.h"
#include "ingest/unicode.h"

namespace hoso {

namespace {

int base64_digit(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// The byte of two hexadecimal digits at `at`; -1 if there is none.
int hex_byte(std::string_view text, std::size_t at) {
    if (at + 2 > text.size()) return -1;
    const int high = hex_digit(text[at]), low = hex_digit(text[at + 1]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// A name for ICU, which would take others for options or for files.
bool is_charset_name(std::string_view name) {
    constexpr std::size_t kLongest = 40;
    return !name.empty() && name.size() <= kLongest &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '_' || c == '.' || c == ':';
           });
}

// nullopt: no such encoding, or bytes that do not fit it.
std::optional<std::string> converted(std::string_view bytes, std::string_view charset) {
    if (!is_charset_name(charset)) return std::nullopt;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
        ucnv_open(std::string(charset).c_str(), &status), &ucnv_close);
    if (U_FAILURE(status)) return std::nullopt;
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
    icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(),
                            status);
    if (U_FAILURE(status)) return std::nullopt;
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

}  // namespace

std::string decode_base64(std::string_view text, bool& fits) {
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::uint32_t value = 0;
    int count = 0, padding = 0;
    fits = true;
    for (const char c : text) {
        if (is_blank(c)) continue;
        const int digit = base64_digit(c);
        if (c == '=') {
            ++padding;
        } else if (digit < 0 || padding > 0) {
            fits = false;
        } else {
            value = value << 6 | static_cast<std::uint32_t>(digit);
            if (++count % 4 == 0) {
                for (const int shift : {16, 8, 0})
                    bytes += static_cast<char>(value >> shift & 0xFF);
            }
        }
    }
    const int rest = count % 4;
    if (rest == 2) bytes += static_cast<char>(value >> 4 & 0xFF);
    if (rest == 3) {
        bytes += static_cast<char>(value >> 10 & 0xFF);
        bytes += static_cast<char>(value >> 2 & 0xFF);
    }
    if (rest == 1 || (rest != 0 && padding != 4 - rest)) fits = false;
    return bytes;
}

std::string decode_quoted_printable(std::string_view text, bool header) {
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (header && c == '_') {
            bytes += ' ';
        } else if (c == '=') {
            const int byte = hex_byte(text, i + 1);
            if (byte >= 0) {
                bytes += static_cast<char>(byte);
                i += 2;
                continue;
            }
            // A soft line break, perhaps after blanks; anything else stays as it is.
            const std::size_t end = text.find_first_not_of(" \t\r", i + 1);
            if (end == text.npos) break;
            if (text[end] == '\n') {
                i = end;
            } else {
                bytes += c;
            }
        } else if (!header && (c == ' ' || c == '\t')) {
            // Blanks at the end of a line were added on the way.
            const std::size_t end = text.find_first_not_of(" \t", i);
            if (end == text.npos) break;
            if (text[end] != '\r' && text[end] != '\n') bytes += text.substr(i, end - i);
            i = end - 1;
        } else {
            bytes += c;
        }
    }
    return bytes;
}

std::string decode_percent(std::string_view text) {
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int byte = text[i] == '%' ? hex_byte(text, i + 1) : -1;
        bytes += byte >= 0 ? static_cast<char>(byte) : text[i];
        if (byte >= 0) i += 2;
    }
    return bytes;
}

std::string from_charset(std::string_view bytes, std::string_view charset, std::string& unknown) {
    const bool utf8 = !find_invalid_utf8(bytes);
    const auto is = [&](std::string_view name) {
        return charset.size() == name.size() &&
               std::equal(name.begin(), name.end(), charset.begin(),
                          [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
    };
    if (utf8 && (is("utf-8") || is("us-ascii") || charset.empty())) return std::string(bytes);
    if (auto text = converted(bytes, charset)) return *std::move(text);
    unknown = charset.empty() ? "8-bit" : std::string(charset.substr(0, 40));
    return utf8 ? std::string(bytes) : windows_1252_to_utf8(bytes);
}

}  // namespace hoso
