// SPDX-License-Identifier: Apache-2.0
#include "vocabulary/text.h"

#include <fmt/format.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <mutex>

#include "vocabulary/errors.h"

namespace hoso {

namespace {

// Nearly all text of a school: ASCII, U+0080 to U+02FF, U+1E00 to U+1EFF and U+2010 to U+2027,
// which NFC leaves as they are (their NFC_Quick_Check is Yes and nothing joins them).
bool is_plainly_nfc(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    for (std::size_t at = 0; at < text.size();) {
        const unsigned char first = byte(at);
        if (first < 0x80) {
            ++at;
        } else if (first >= 0xC2 && first <= 0xCB) {
            if (at + 1 >= text.size() || !continues(at + 1)) return false;
            at += 2;
        } else {
            if (at + 2 >= text.size() || !continues(at + 2)) return false;
            const unsigned char second = byte(at + 1), third = byte(at + 2);
            const bool latin = first == 0xE1 && second >= 0xB8 && second <= 0xBB;
            const bool sign = first == 0xE2 && second == 0x80 && third >= 0x90 && third <= 0xA7;
            if (!latin && !sign) return false;
            at += 3;
        }
    }
    return true;
}

void check(UErrorCode status, const char* what) {
    if (U_FAILURE(status))
        throw LibraryError(std::string("ICU: ") + what + ": " + u_errorName(status));
}

icu::UnicodeString from_utf8(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string to_utf8(const icu::UnicodeString& text) {
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

const icu::Normalizer2& nfc() {
    UErrorCode status = U_ZERO_ERROR;
    const auto* instance = icu::Normalizer2::getNFCInstance(status);
    check(status, "NFC");
    return *instance;
}

const icu::Normalizer2& nfd() {
    UErrorCode status = U_ZERO_ERROR;
    const auto* instance = icu::Normalizer2::getNFDInstance(status);
    check(status, "NFD");
    return *instance;
}

bool is_blank(UChar32 c) { return c == '\t' || c == '\n' || c == '\r' || u_isUWhiteSpace(c); }

// With them what only a line breaker or a writer from right to left looks at.
bool is_zero_width(UChar32 c) {
    return c == 0xAD || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

icu::UnicodeString folded_blanks(const icu::UnicodeString& text) {
    icu::UnicodeString result;
    bool pending = false;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        if (is_zero_width(c)) continue;
        if (is_blank(c)) {
            pending = !result.isEmpty();
            continue;
        }
        if (pending) result.append(static_cast<UChar>(' '));
        pending = false;
        result.append(c);
    }
    return result;
}

// Root locale: the result must not depend on the machine's.
const icu::Locale& root() { return icu::Locale::getRoot(); }

}  // namespace

std::string to_nfc(std::string_view text) {
    if (is_plainly_nfc(text)) return std::string(text);
    const icu::UnicodeString unicode = from_utf8(text);
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString normal = nfc().normalize(unicode, status);
    check(status, "normalize");
    return to_utf8(normal);
}

std::string match_key(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString split = nfd().normalize(from_utf8(text), status);
    check(status, "normalize");
    split.toLower(root());
    icu::UnicodeString bare;
    for (std::int32_t i = 0; i < split.length(); i = split.moveIndex32(i, 1)) {
        const UChar32 c = split.char32At(i);
        if (u_charType(c) == U_NON_SPACING_MARK) continue;
        // U+0111 đ; U+00F0 is its look-alike, which exports do contain.
        bare.append(c == 0x0111 || c == 0x00F0 ? UChar32{'d'} : c);
    }
    return to_utf8(folded_blanks(bare));
}

std::string clean(std::string_view text) { return to_utf8(folded_blanks(from_utf8(text))); }

std::string to_upper(std::string_view text) { return to_utf8(from_utf8(text).toUpper(root())); }

std::string to_lower(std::string_view text) { return to_utf8(from_utf8(text).toLower(root())); }

std::string name_sort_key(std::string_view full_name) {
    static const std::unique_ptr<icu::Collator> collator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> made(icu::Collator::createInstance("vi", status));
        check(status, "collator vi");
        // Secondary: a difference of case must not outrank the họ đệm.
        made->setStrength(icu::Collator::SECONDARY);
        return made;
    }();
    const std::string name = clean(full_name);
    const auto last_blank = name.rfind(' ');
    const std::string given = last_blank == std::string::npos ? name : name.substr(last_blank + 1);
    const std::string family = last_blank == std::string::npos ? "" : name.substr(0, last_blank);
    std::string key;
    for (const std::string& part : {given, family}) {
        const icu::UnicodeString unicode = from_utf8(part);
        std::vector<std::uint8_t> bytes(16 + 8 * static_cast<std::size_t>(unicode.length()));
        const std::int32_t length =
            collator->getSortKey(unicode, bytes.data(), static_cast<std::int32_t>(bytes.size()));
        key.append(bytes.begin(), bytes.begin() + std::max(0, length - 1));
        key += '\1';
    }
    return key;
}

bool class_less(std::string_view a, std::string_view b) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (is_digit(a[i]) && is_digit(b[j])) {
            unsigned long x = 0, y = 0;
            for (; i < a.size() && is_digit(a[i]); ++i)
                x = x * 10 + static_cast<unsigned>(a[i] - '0');
            for (; j < b.size() && is_digit(b[j]); ++j)
                y = y * 10 + static_cast<unsigned>(b[j] - '0');
            if (x != y) return x < y;
        } else {
            if (a[i] != b[j]) return a[i] < b[j];
            ++i;
            ++j;
        }
    }
    return a.size() - i < b.size() - j;
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    std::size_t start = 0;
    for (std::size_t at; (at = text.find(separator, start)) != std::string_view::npos;
         start = at + 1) {
        parts.emplace_back(text.substr(start, at - start));
    }
    parts.emplace_back(text.substr(start));
    return parts;
}

std::string code_point_name(char32_t code_point) {
    return fmt::format("U+{:04X}", static_cast<std::uint32_t>(code_point));
}

std::size_t code_point_count(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

}  // namespace hoso
