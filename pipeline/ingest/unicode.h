// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hoso {

// Offset of the first byte that is not UTF-8 (RFC 3629: no surrogates, no overlong forms).
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// UTF-16 without its byte order mark. nullopt: odd length or a lone surrogate.
std::optional<std::string> utf16_to_utf8(std::string_view bytes, bool big_endian);

void append_utf8(std::string& text, char32_t code_point);

// The character at `at`, which moves past it; U+FFFD for a byte that is not UTF-8.
char32_t next_code_point(std::string_view text, std::size_t& at);

// The first character of valid UTF-8 text that no record can print: private use (fill frames
// printed values with such), controls other than tab and line breaks, U+FFFD, non-characters.
std::optional<char32_t> find_refused_character(std::string_view text);

}  // namespace hoso
