// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>

#include "validate/setting.h"

namespace hoso {

// Brings the signs of the day sheets to P, K, T, B, says which term each day belongs to, refuses
// absences on days without lessons, and adds the days up against the sheet's own totals.
void check_attendance(const Setting& setting, Tables& tables, Faults& faults, Findings& findings);

}  // namespace hoso
