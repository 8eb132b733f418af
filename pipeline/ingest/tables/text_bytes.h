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
    // What it is, of the encodings that SheetBuilder converts from windows-1252.
    std::optional<Legacy> legacy = std::nullopt;
};

// The text of an HTML or XML file. A byte order mark decides; else, what is UTF-16 or UTF-8 is that
// whatever it says of itself; else it is what it says (`declared`, as in charset=…), or what its
// words say. Where they say nothing it is as windows-1252 has it, and its cells may tell.
// nullopt: UTF-16 that is none.
std::optional<DecodedText> decode_text_file(std::string_view bytes, std::string_view declared);

}  // namespace hoso
