// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "catalogue/job.h"

namespace hoso {

// The term that a period lies in or begins in; nullptr: none, or the period is no part of a term.
const Period* term_around(const Job& job, const Period& period);

// The week or month that the job's calendar has by this id, where the job file does not name it.
// Weeks are those with lessons, Monday to Saturday, numbered from the first term's first day
// through the year (a week of holidays has no number); months are those of the terms. nullopt: not
// an id of a week or month, or the year has no such one.
std::optional<Period> calendar_period(const Job& job, std::string_view id);

}  // namespace hoso
