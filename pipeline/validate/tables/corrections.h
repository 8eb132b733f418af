// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validate/typing/intake.h"

namespace hoso {

// Computed datasets `correction_entry` (the register of corrected marks, understood) and
// `class_subject` (how many marks of a class, subject and term were corrected; regulation, Điều 5).
// After assess(): the subjects must be there.
void add_corrections(const Setting& setting, const std::vector<TypedSheet>& sheets, Tables& tables);

}  // namespace hoso
