// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validate/people/roll.h"

namespace hoso {

// Holds the tables against what templates/datasets/*.xml demand of them (DESIGN, decision 5):
// blank cells only in datasets that no other check of this room reads, the constraints everywhere.
// A constraint that needs a table which is not there is said to be unchecked, once.
void check_constraints(const Roll& roll, const std::vector<DatasetType>& datasets,
                       const Tables& tables, const Faults& faults, Findings& findings);

}  // namespace hoso
