// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validate/desk.h"

namespace hoso {

// After assess(): the lists that people made from the year's results, against those results.

// Dataset proposal: promotion, retest, summer training, retention are a partition of the class; the
// titles are a part of the first (quy chế Điều 4.2c).
void check_proposals(const Desk& desk);
// Titles among the awards against the results, both ways.
void check_awards(const Desk& desk);
// BMI against height and weight, the second visit against the first.
void check_measurements(const Desk& desk);
// Pupils who have missed many sessions.
void check_many_absences(const Desk& desk);
// A column for each school day of each month (quy chế Điều 4.2a).
void check_attendance_days(const Desk& desk, const std::vector<TypedSheet>& sheets);

void check_lists(const Desk& desk, const std::vector<TypedSheet>& sheets);

// "Học sinh giỏi HKI" → HSG (TT22: Học sinh Giỏi), HK1; no title where a prize of another kind is
// meant ("Học sinh giỏi cấp huyện").
struct TitleNamed {
    std::string title, period;  // period empty: not named
};
std::optional<TitleNamed> title_named(const std::string& text, bool tt22);

// Reported already, or for a council to decide: what follows from these results tells nothing.
bool result_doubtful(const Desk& desk, const ClassSetting& klass, const std::string& pupil,
                     const std::string& term);

}  // namespace hoso
