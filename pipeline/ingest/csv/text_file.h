// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/text/legacy.h"

namespace hoso {

// A text file as UTF-8 without its byte order mark. A file in an encoding older than Unicode is as
// windows-1252 reads it, and `legacy` says what it is.
struct TextFile {
    std::string text;
    std::string encoding;  // "UTF-8" "UTF-16LE" "windows-1252" "TCVN3" …
    std::optional<Legacy> legacy;
    bool guessed = false;  // nothing in the file says so but its words
};

// A byte order mark decides; then what is UTF-8 or plainly UTF-16 is that; then its words. nullopt:
// it cannot be told without guessing, `bad_line` (1-based, 0 for the whole) is not UTF-8.
std::optional<TextFile> decode_text(std::string_view bytes, std::uint32_t& bad_line);

// UTF-16 without a byte order mark: every second byte of most characters is zero.
std::optional<bool> plainly_utf16(std::string_view bytes);  // true: big endian

}  // namespace hoso
