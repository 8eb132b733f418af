// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hoso {

// The encodings of Vietnamese before Unicode. In a file that is itself Unicode their bytes stand as
// the characters that windows-1252 has for them: "NguyÔn V¨n" is TCVN3, "Nguyeãn Vaên" is VNI. So
// does UTF-8 that some program took for windows-1252: "Nguyá»…n VÄƒn".
enum class Legacy : std::uint8_t { Tcvn3, Vni, Vps, Viscii, Cp1258, Utf8 };
inline constexpr std::array kLegacy{Legacy::Tcvn3,  Legacy::Vni,    Legacy::Vps,
                                    Legacy::Viscii, Legacy::Cp1258, Legacy::Utf8};

// "TCVN3" "VNI" "VPS" "VISCII" "CP1258" "UTF-8".
std::string_view name_of(Legacy encoding);

// What a font's name tells: .VnTime, VNI-Times, "VPS Times", "VI Times". `capitals`: every letter
// is drawn as a capital (.VnTimeH, "VPS Times Hoa", "VI Times H").
struct LegacyFont {
    Legacy encoding = Legacy::Tcvn3;
    bool capitals = false;
    bool operator==(const LegacyFont&) const = default;
};
std::optional<LegacyFont> legacy_font(std::string_view name);

// What the encoding means by these characters, in NFC. nullopt: a letter that it does not have, or
// a character that no byte stands for. Signs (quotation marks, °, ½) that it has no letter for
// stay.
std::optional<std::u32string> decode_legacy(Legacy encoding, std::u32string_view text);

// The byte that windows-1252 has for a character. nullopt: none.
std::optional<unsigned char> windows_1252_byte(char32_t c);
// windows-1252 as browsers read it: the five unused bytes are C1 controls.
char32_t windows_1252_character(unsigned char byte);
std::string windows_1252_to_utf8(std::string_view bytes);

}  // namespace hoso
