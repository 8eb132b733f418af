// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hoso {

// windows-1252 as browsers read it: the five unused bytes are C1 controls.
char32_t character_of_byte(unsigned char byte);

struct DecodedText {
    std::string utf8;      // without byte order mark
    std::string encoding;  // "UTF-8" "UTF-16LE" "windows-1258" …
};

// The text of an HTML or XML file. A byte order mark decides; else, what is UTF-8 is UTF-8 whatever
// it says of itself; else `declared` (as in charset=…). Bytes of an encoding that is not known
// here, which the old Vietnamese ones are, become the characters that windows-1252 has for them.
// nullopt: UTF-16 that is none.
std::optional<DecodedText> decode_text_file(std::string_view bytes, std::string_view declared);

}  // namespace hoso
