// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "recognise/document/flow.h"
#include "recognise/facts.h"
#include "recognise/profile/document_kind.h"

namespace hoso {

struct FieldValue {
    std::string value;
    Location where;
    ReadFrom from = ReadFrom::Title;
    // What the file's name says instead; empty: nothing, or the same.
    std::string name_says;
};

// By the dataset's column. The text decides, then the file's name, then its properties. `top`: the
// lines above the first section, where <line> looks unless it says otherwise.
std::map<std::size_t, FieldValue> read_fields(const DocumentKind& kind,
                                              const TextDocument& document,
                                              const std::vector<FlowLine>& flow, std::size_t top);

// "KHOA HỌC TỰ NHIÊN" → "Khoa học tự nhiên", "TRẦN THỊ HƯƠNG" → "Trần Thị Hương"; words without a
// vowel (GDCD) and what is not all capitals stay.
std::string in_sentence_case(const std::string& text);
std::string in_name_case(const std::string& text);

}  // namespace hoso
