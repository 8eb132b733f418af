// SPDX-License-Identifier: Apache-2.0
//
// TCVN3 is the 8-bit half of TCVN 5712:1993 as the ABC fonts have it: small letters, and Ă Â Ê Ô Ơ
// Ư Đ; a capital with a tone is the small letter in a font of capitals. VNI writes a vowel and a
// second character for its marks. VPS and VISCII (RFC 1456) have one byte for each of the 134
// letters and put some capitals below U+0020. CP1258 has combining tone marks after the vowel.
#include "ingest/text/legacy.h"

#include <algorithm>

#include "ingest/text/letters.h"
#include "ingest/unicode.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

using namespace std::string_view_literals;

// By byte: 00–1F, then 80–FF. '·': no letter.
using Table = std::u32string_view;
constexpr Table kTcvn3 =
    U"················"
    U"················"
    U"················"   // 80
    U"················"   // 90
    U"·ĂÂÊÔƠƯĐăâêôơưđ·"   // A0
    U"·····àảãáạ·ằẳẵắ·"   // B0
    U"······ặầẩẫấậè·ẻẽ"   // C0
    U"éẹềểễếệìỉ···ĩíịò"   // D0
    U"·ỏõóọồổỗốộờởỡớợù"   // E0
    U"·ủũúụừửữứựỳỷỹýỵ·";  // F0
constexpr Table kVps =
    U"··ẠẬẶẸỆ·········"
    U"ỊỌỘỢỤỰ···Ỵ··ẪỮ··"
    U"ÀẢÃẤẦẨọỗĂếềểệẮẰẲ"   // 80
    U"Ế··ỀỂỄỐỒỔỖýỷỵỚỜỞ"   // 90
    U"·ắằẳẵặỠớÙờởỡŨỨợỪ"   // A0
    U"ổỬỲỸÍÌộỈĨÓửữÒỎÕự"   // B0
    U"ầÁÂấẩẫậđẻÉÊẹỉễịỹ"   // C0
    U"ƯỦồốÔỏơÈừứÚũưÝẺ·"   // D0
    U"àáâãảạă·èéêẽìí·ĩ"   // E0
    U"ẴĐòóôõ·Ơụùúủ·ỶẼỳ";  // F0
constexpr Table kViscii =
    U"··Ẳ··ẴẪ·········"
    U"····Ỷ····Ỹ····Ỵ·"
    U"ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"   // 80
    U"ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"   // 90
    U"Õắằặấầẩậẽẹếềểễệố"   // A0
    U"ồổỗỠƠộờởịỰỨỪỬơớƯ"   // B0
    U"ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"   // C0
    U"ĐứÒÓÔạỷừửÙÚỹỵÝỡư"   // D0
    U"àáâãảăữẫèéêẻìíĩỉ"   // E0
    U"đựòóôõỏọụùúũủýợỮ";  // F0
static_assert(kTcvn3.size() == 160 && kVps.size() == 160 && kViscii.size() == 160);

// Where windows-1258 differs from windows-1252; the last five are combining.
constexpr std::u32string_view kCp1258Bytes =
    U"\xC3\xD0\xD5\xDD\xE3\xF0\xF5\xFD\xFE\xCC\xD2\xDE\xEC\xF2";
constexpr std::u32string_view kCp1258Letters = U"ĂĐƠƯăđơư₫\u0300\u0309\u0303\u0301\u0323";
static_assert(kCp1258Bytes.size() == kCp1258Letters.size());

constexpr std::u32string_view kHighControls =  // windows-1252, 80–9F; 0: unused
    U"€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ"sv;
static_assert(kHighControls.size() == 32);

bool is_letter_byte(unsigned char byte) { return byte >= 0xC0 && byte != 0xD7 && byte != 0xF7; }

std::optional<std::u32string> decode_table(Table table, std::u32string_view text) {
    std::u32string result;
    result.reserve(text.size());
    for (const char32_t c : text) {
        const auto byte = windows_1252_byte(c);
        if (!byte) return std::nullopt;
        if (*byte >= 0x20 && *byte < 0x80) {
            result += c;
            continue;
        }
        const char32_t letter = table[*byte < 0x20 ? *byte : *byte - 0x60u];
        if (letter == U'·' && is_letter_byte(*byte)) return std::nullopt;
        result += letter == U'·' ? c : letter;
    }
    return result;
}

// The vowels that are one character in VNI, and those that take a second one.
constexpr std::u32string_view kVniSingle = U"ÔÖÑÍÌÆÓÒÎôöñíìæóòî",
                              kVniMeaning = U"ƠƯĐÍÌỈĨỊỴơưđíìỉĩịỵ";
// Marks in lower case: tone alone, then circumflex alone and with each tone, then breve.
constexpr std::u32string_view kVniTone = U"øùûõï";         // huyền sắc hỏi ngã nặng
constexpr std::u32string_view kVniCircumflex = U"âàáåãä";  // ngang huyền sắc hỏi ngã nặng
constexpr std::u32string_view kVniBreve = U"êèéúüë";

char32_t to_small(char32_t c) { return c >= 0xC0 && c <= 0xDE ? c + 0x20 : c; }

// The vowel that this base letter and this mark make together, 0 if none.
char32_t vni_vowel(char32_t base, char32_t mark) {
    auto letter = vietnamese_letter(base);
    if (!letter || letter->tone != Tone::Level) return 0;
    const auto tone_in = [&](std::u32string_view marks, std::size_t first) {
        const std::size_t at = marks.find(to_small(mark));
        if (at == marks.npos) return false;
        letter->tone = static_cast<Tone>(at + first);
        return true;
    };
    const std::string_view vowels = "aeouyQU";
    if (vowels.find(letter->sound) == vowels.npos) return 0;
    if (tone_in(kVniTone, 1)) return spell(*letter);
    const bool takes_circumflex =
        letter->sound == 'a' || letter->sound == 'e' || letter->sound == 'o';
    if (takes_circumflex && tone_in(kVniCircumflex, 0)) {
        letter->sound = static_cast<char>(letter->sound - 32);
        return spell(*letter);
    }
    if (letter->sound == 'a' && tone_in(kVniBreve, 0)) {
        letter->sound = 'W';
        return spell(*letter);
    }
    return 0;
}

std::optional<std::u32string> decode_vni(std::u32string_view text) {
    std::u32string result;
    result.reserve(text.size());
    for (const char32_t c : text) {
        const auto byte = windows_1252_byte(c);
        if (!byte) return std::nullopt;
        if (!is_letter_byte(*byte)) {
            result += c;
            continue;
        }
        if (const char32_t vowel = result.empty() ? 0 : vni_vowel(result.back(), c)) {
            result.back() = vowel;
        } else if (const std::size_t at = kVniSingle.find(c); at != kVniSingle.npos) {
            result += kVniMeaning[at];
        } else {
            return std::nullopt;
        }
    }
    return result;
}

std::optional<std::u32string> decode_cp1258(std::u32string_view text) {
    std::u32string result;
    result.reserve(text.size());
    for (const char32_t c : text) {
        const auto byte = windows_1252_byte(c);
        if (!byte) return std::nullopt;
        const std::size_t at = kCp1258Bytes.find(*byte);
        result += at == kCp1258Bytes.npos ? c : kCp1258Letters[at];
    }
    return code_points(to_nfc(to_utf8(result)));
}

std::optional<std::u32string> decode_utf8(std::u32string_view text) {
    std::string bytes;
    for (const char32_t c : text) {
        const auto byte = windows_1252_byte(c);
        if (!byte) return std::nullopt;
        bytes += static_cast<char>(*byte);
    }
    if (find_invalid_utf8(bytes)) return std::nullopt;
    return code_points(to_nfc(bytes));
}

bool starts_with(std::string_view text, std::string_view lower_prefix) {
    if (text.size() < lower_prefix.size()) return false;
    return std::equal(lower_prefix.begin(), lower_prefix.end(), text.begin(), [](char a, char b) {
        return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b);
    });
}

}  // namespace

std::string_view name_of(Legacy encoding) {
    constexpr std::array<std::string_view, 6> kNames{"TCVN3",  "VNI",    "VPS",
                                                     "VISCII", "CP1258", "UTF-8"};
    return kNames[static_cast<std::size_t>(encoding)];
}

std::optional<LegacyFont> legacy_font(std::string_view name) {
    if (name.starts_with('@')) name.remove_prefix(1);  // turned for vertical writing
    if (name.empty() || (name[0] != '.' && (name[0] | 0x20) != 'v')) return std::nullopt;
    const bool capitals = name.ends_with('H') || name.ends_with(" Hoa") || name.ends_with(" HOA");
    for (const std::string_view prefix : {".vn", "vntime", "vnarial"}) {
        if (starts_with(name, prefix)) return LegacyFont{Legacy::Tcvn3, capitals};
    }
    // VNI draws capitals by their own codes.
    if (starts_with(name, "vni-") || starts_with(name, "vni "))
        return LegacyFont{Legacy::Vni, false};
    if (starts_with(name, "vps ")) return LegacyFont{Legacy::Vps, capitals};
    if (starts_with(name, "vi times") || starts_with(name, "vi arial")) {
        return LegacyFont{Legacy::Viscii, capitals};
    }
    return std::nullopt;
}

std::optional<std::u32string> decode_legacy(Legacy encoding, std::u32string_view text) {
    switch (encoding) {
        case Legacy::Tcvn3:
            return decode_table(kTcvn3, text);
        case Legacy::Vni:
            return decode_vni(text);
        case Legacy::Vps:
            return decode_table(kVps, text);
        case Legacy::Viscii:
            return decode_table(kViscii, text);
        case Legacy::Cp1258:
            return decode_cp1258(text);
        case Legacy::Utf8:
            return decode_utf8(text);
    }
    return std::nullopt;
}

std::optional<unsigned char> windows_1252_byte(char32_t c) {
    if (c < 0x100) return static_cast<unsigned char>(c);
    const std::size_t at = kHighControls.find(c);
    if (at == kHighControls.npos) return std::nullopt;
    return static_cast<unsigned char>(0x80 + at);
}

char32_t windows_1252_character(unsigned char byte) {
    if (byte < 0x80 || byte > 0x9F || kHighControls[byte - 0x80u] == 0) return byte;
    return kHighControls[byte - 0x80u];
}

std::string windows_1252_to_utf8(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 4);
    for (const char c : bytes) {
        append_utf8(text, windows_1252_character(static_cast<unsigned char>(c)));
    }
    return text;
}

}  // namespace hoso
