// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

namespace hoso::annotate_room {

inline constexpr char kSummary[] = "Tóm tắt";

// What Excel takes for the name of a sheet: 31 characters, none of []:*?/\, no apostrophe at an
// end, and no other sheet's name in any case. `taken` remembers them, in lower case.
std::string sheet_name(const std::string& wanted, std::set<std::string>& taken);

}  // namespace hoso::annotate_room
