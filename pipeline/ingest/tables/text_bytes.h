// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/text/legacy.h"

namespace hoso {

struct DecodedText {
    std::string utf8;      // without byte order mark
    std::string encoding;  // "UTF-8" "UTF-16LE" "UTF-16BE" "windows-1252"
    // What the file says that it is, of the encodings that SheetBuilder converts from windows-1252.
    std::optional<Legacy> legacy = std::nullopt;
};

// The text of an HTML or XML file. A byte order mark decides; else, what is UTF-8 is UTF-8 whatever
// it says of itself; else it is as windows-1252 has it. `declared`: as in charset=…
// nullopt: UTF-16 that is none.
std::optional<DecodedText> decode_text_file(std::string_view bytes, std::string_view declared);

}  // namespace hoso
