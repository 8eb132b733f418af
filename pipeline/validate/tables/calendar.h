// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validate/people/roll.h"

namespace hoso {

// "2021-09" … of a term, in time order. (Also used by the checks: setting.h has no calendar.)
std::vector<std::string> months_of(const Period& term);

// Computed datasets `month` and `day` (templates/datasets/month.xml, day.xml).
void add_calendar(const Setting& setting, Tables& tables);

// Computed dataset `class_list`: each class at each period, in the order of the list; who left
// stays, struck through.
void add_class_list(const Setting& setting, const Roll& roll, Tables& tables);

// Computed datasets `teacher` and `subject_teacher` from the assignment, with the checks on it.
void add_teachers(const Setting& setting, const std::vector<TypedSheet>& sheets, Tables& tables,
                  Findings& findings);

}  // namespace hoso
