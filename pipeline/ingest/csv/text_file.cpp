// SPDX-License-Identifier: Apache-2.0
#include "ingest/csv/text_file.h"

#include <algorithm>

#include "ingest/text/detect.h"
#include "ingest/text/letters.h"
#include "ingest/unicode.h"

namespace hoso {

namespace {

constexpr std::size_t kSample = 4096;
constexpr std::size_t kTellingBytes = 1 << 17;

std::optional<TextFile> utf16(std::string_view bytes, bool big, bool guessed) {
    auto text = utf16_to_utf8(bytes, big);
    if (!text) return std::nullopt;
    return TextFile{std::move(*text), big ? "UTF-16BE" : "UTF-16LE", std::nullopt, guessed};
}

// The first lines that are not ASCII: enough of them to tell the encoding by.
std::u32string telling_lines(std::string_view text) {
    std::string lines;
    while (!text.empty() && lines.size() < kTellingBytes) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        const bool ascii = std::all_of(line.begin(), line.end(), [](char c) {
            return (c >= 0x20 && c < 0x7F) || c == '\t' || c == '\r';
        });
        if (!ascii) lines += line.substr(0, kTellingBytes);
        if (!ascii) lines += '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    // A line cut within a character.
    if (const auto bad = find_invalid_utf8(lines)) lines.resize(*bad);
    return code_points(lines);
}

}  // namespace

std::optional<bool> plainly_utf16(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, kSample);
    if (bytes.size() % 2 != 0 || head.empty()) return std::nullopt;
    std::size_t zeros[2] = {0, 0};  // in the first and in the second byte of a unit
    for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0' ? 1 : 0;
    const std::size_t units = head.size() / 2;
    // Vietnamese text is ASCII by a half at least, digits and separators by far more.
    for (const bool big : {false, true}) {
        const bool fits = zeros[big ? 0 : 1] * 5 > units * 2 && zeros[big ? 1 : 0] * 50 < units;
        if (fits && utf16_to_utf8(bytes, big)) return big;
    }
    return std::nullopt;
}

std::optional<TextFile> decode_text(std::string_view bytes, std::uint32_t& bad_line) {
    bad_line = 0;
    const bool little = bytes.starts_with("\xFF\xFE"), big = bytes.starts_with("\xFE\xFF");
    if (little || big) return utf16(bytes.substr(2), big, false);
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (const auto order = plainly_utf16(bytes)) return utf16(bytes, *order, true);
    const auto bad = find_invalid_utf8(bytes);
    if (!bad) return TextFile{std::string(bytes), "UTF-8", std::nullopt, false};
    const auto before = bytes.substr(0, *bad);
    bad_line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    std::string text = windows_1252_to_utf8(bytes);
    const auto encoding = encoding_of_text(telling_lines(text));
    if (!encoding) return std::nullopt;
    return TextFile{std::move(text), std::string(encoding->name), encoding->legacy, true};
}

}  // namespace hoso
