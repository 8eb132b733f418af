// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "vocabulary/value.h"

namespace hoso {

// Numbers in the Vietnamese form, for formulas that a person checks with a pocket calculator.
std::string spoken_mark(Tenths mark);        // "8" "7,5"
std::string spoken_average(Tenths average);  // "8,0" "7,5"

// " = 8,0556 → 8,1": the quotient to four decimals and what it is rounded to; " = 7,0" if exact.
std::string spoken_quotient(std::int64_t sum_of_tenths, std::int64_t divisor);

// "8,1 + 7,9 + …"
std::string spoken_sum(const std::vector<Tenths>& averages);

Datum computed(Scalar value, std::string rule, std::string formula, std::vector<Location> inputs);
// A value that is taken over from a cell as it stands, with the reason.
Datum taken_over(const Datum& cell, std::string rule, std::string reason);

}  // namespace hoso
