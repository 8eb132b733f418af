// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "vocabulary/finding.h"
#include "vocabulary/value.h"

namespace hoso {

// What a mark cell says. Exactly one of: a value, a gap, an exemption, or a fault without a value.
// Notes (`fault` of severity Note) come with a value.
struct MarkReading {
    std::optional<Tenths> mark;
    std::optional<bool> passed;
    bool gap = false;     // blank, or one of the signs people put for one: - x V …
    bool exempt = false;  // M, Miễn
    const Rule* fault = nullptr;
    std::string guess;  // what was probably meant, in the Vietnamese form: "7,5"
};

// `scored`: a subject with marks; otherwise one by remark. `decimal_comma`: the file writes numbers
// with a comma by itself (CSV), so that "7,5" is no sign of a text cell.
MarkReading read_mark(std::string_view text, bool scored, bool decimal_comma);

bool is_gap(std::string_view cleaned);
bool is_exempt(std::string_view cleaned);

}  // namespace hoso
