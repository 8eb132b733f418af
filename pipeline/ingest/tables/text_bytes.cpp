// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/text_bytes.h"

#include "ingest/unicode.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

// "windows-1258", "VISCII", "TCVN-5712", "x-vps" … nullopt for windows-1252 and its like.
std::optional<Legacy> legacy_named(std::string_view charset) {
    const std::string name = to_lower(charset);
    const auto mentions = [&](std::string_view word) { return name.find(word) != name.npos; };
    if (mentions("1258")) return Legacy::Cp1258;
    if (mentions("viscii")) return Legacy::Viscii;
    if (mentions("tcvn")) return Legacy::Tcvn3;
    if (mentions("vps")) return Legacy::Vps;
    if (mentions("vni")) return Legacy::Vni;
    return std::nullopt;
}

}  // namespace

std::optional<DecodedText> decode_text_file(std::string_view bytes, std::string_view declared) {
    const bool little = bytes.starts_with("\xFF\xFE"), big = bytes.starts_with("\xFE\xFF");
    if (little || big) {
        auto text = utf16_to_utf8(bytes.substr(2), big);
        if (!text) return std::nullopt;
        return DecodedText{std::move(*text), little ? "UTF-16LE" : "UTF-16BE"};
    }
    const std::string_view unmarked = bytes.substr(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    if (!find_invalid_utf8(unmarked)) return DecodedText{std::string(unmarked), "UTF-8"};
    return DecodedText{windows_1252_to_utf8(unmarked), "windows-1252", legacy_named(declared)};
}

}  // namespace hoso
