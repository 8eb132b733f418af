// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/text_bytes.h"

#include "ingest/csv/text_file.h"
#include "ingest/text/detect.h"
#include "ingest/text/letters.h"
#include "ingest/unicode.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

constexpr std::size_t kSample = 1 << 20;  // whose words tell the encoding

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
    const auto utf16 = [](std::string_view units, bool big) -> std::optional<DecodedText> {
        auto text = utf16_to_utf8(units, big);
        if (!text) return std::nullopt;
        return DecodedText{std::move(*text), big ? "UTF-16BE" : "UTF-16LE"};
    };
    const bool big = bytes.starts_with("\xFE\xFF");
    if (big || bytes.starts_with("\xFF\xFE")) return utf16(bytes.substr(2), big);
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (const auto order = plainly_utf16(bytes)) return utf16(bytes, *order);
    if (!find_invalid_utf8(bytes)) return DecodedText{std::string(bytes), "UTF-8"};
    std::optional<Legacy> legacy = legacy_named(declared);
    if (!legacy) {
        const std::string sample = windows_1252_to_utf8(bytes.substr(0, kSample));
        const auto encoding = encoding_of_text(code_points(sample));
        if (encoding) legacy = encoding->legacy;
    }
    return DecodedText{windows_1252_to_utf8(bytes), "windows-1252", legacy};
}

}  // namespace hoso
