// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "recognise/profile/document_kind.h"
#include "recognise/profile/fold.h"

namespace hoso {

// The number that begins a line, "II." "B/" "1.2." "a)" "-" "+" "*", and how many bytes of the
// folded text it takes with the blank behind it. What has no stop behind it is no number.
struct LineNumber {
    Numbering kind = Numbering::None;
    std::size_t length = 0;
};
LineNumber numbering_of(const FoldedText& text, std::string_view original);

// The text without its first `bytes`.
FoldedText without_first(const FoldedText& text, std::size_t bytes);

}  // namespace hoso
