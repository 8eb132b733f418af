// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "assess/decision.h"
#include "validate/people/roll.h"

namespace hoso {

// One table for each dataset out of all sheets. The same mark in two exports must agree; averages
// and levels that several exports report are joined cell by cell, the first filled one first. The
// sheets keep what is compared later (reported values, conduct); the rest moves into the tables.
Tables merge(const Setting& setting, std::vector<TypedSheet>& sheets, Findings& findings);

// Brings subject, column and term of the decisions into the words of assess/decision.h; rows that
// are not understood are taken out, each with a finding.
void settle_decisions(const Setting& setting, const Roll& roll, std::vector<TypedSheet>& sheets,
                      const Faults& faults, Findings& findings);

// "Điểm 0" and "Chưa đạt" fill the blank cells that they speak of.
void apply_decisions(const std::vector<Decision>& decisions, Table& marks);

}  // namespace hoso
