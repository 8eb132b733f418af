// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace hoso {

// How alike two headings are, 0 … 100, as heading_key; for a proposal to a person, never for
// reading. "ma hs" and "mahs" are "ma hoc sinh" shortened; "ho ten hs" shares most words with "ho
// va ten"; "noi sinh" and "ngay sinh" share one of two, which is not enough.
int likeness(std::string_view a, std::string_view b);

// From here on it is worth being proposed.
inline constexpr int likely = 55;

}  // namespace hoso
