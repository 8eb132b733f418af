// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hoso {

// All strings inside hoso are UTF-8 in NFC. `to_nfc` is called once, at the door (ingest, job file,
// templates); invalid UTF-8 becomes U+FFFD.
std::string to_nfc(std::string_view text);

// For comparing headings and names, never for printing: NFC, lower case, tones and marks stripped,
// đ→d, white space folded to one blank, trimmed. "  Họ và  Tên " → "ho va ten".
std::string match_key(std::string_view text);

// White space (also NBSP) at both ends off, runs folded to one blank; zero-width characters out.
std::string clean(std::string_view text);

std::string to_upper(std::string_view text);  // Vietnamese upper case: "Đỗ" → "ĐỖ"
std::string to_lower(std::string_view text);

// Sort key of a class list: Tên (last word), then họ đệm, by the Vietnamese alphabet and tones
// (ICU "vi"). Byte-wise comparison of two keys orders the names.
std::string name_sort_key(std::string_view full_name);

// Natural order for class names: 6A2 < 6A10 < 7A.
bool class_less(std::string_view a, std::string_view b);

std::vector<std::string> split(std::string_view text, char separator);
std::size_t code_point_count(std::string_view utf8);
std::string code_point_name(char32_t code_point);  // "U+1EBE"

}  // namespace hoso
