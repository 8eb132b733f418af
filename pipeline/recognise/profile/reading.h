// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "recognise/profile/pattern.h"

// What stands at a place of a folded text (fold.h), for Pattern.

namespace hoso {

struct Reading {
    std::size_t length = 0;  // 0: not here
    std::string value{};     // empty: the original text is the value
};

// `introduced`: the pattern has said something before it; `bare_cn`: see Pattern::Where.
Reading read_typed(CaptureKind kind, std::string_view key, std::size_t at, bool introduced,
                   bool bare_cn);
// Reaches to what follows in the pattern, or to the end of the cell.
bool is_free(CaptureKind kind);

bool is_word(char c);
bool is_gap(char c);
bool word_ends(std::string_view key, std::size_t at);

}  // namespace hoso
