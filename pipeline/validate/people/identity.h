// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "validate/people/roll.h"

namespace hoso {

// Holds every row of every sheet against the roll: by code, then by name and birth date, never by
// row position. Rows that cannot be given to a pupil with certainty are taken out of the sheets.
void match_references(const Roll& roll, std::vector<TypedSheet>& sheets, Faults& faults,
                      Findings& findings);

// CSDL ngành against the roll (SMAS): who is missing, and who is described differently.
void compare_csdl(const Roll& roll, const std::vector<TypedSheet>& sheets, Faults& faults,
                  Findings& findings);

// A name that CSDL spells in another manner than the roll ("Hoà", "Hòa").
struct Spelled {
    const Pupil* pupil = nullptr;
    std::string value;
    Location where;
};
std::vector<Spelled> spelled_in_csdl(const Roll& roll, const std::vector<TypedSheet>& sheets);

}  // namespace hoso
