// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validate/people/roll.h"

namespace hoso {

// Counts for the office's papers, as computed datasets (templates/datasets/<name>.xml). They count
// what the other tables hold and judge nothing.

// `class_size`: how each class went from its size at the start of a term to that at its end.
void add_class_sizes(const Setting& setting, const Roll& roll, Tables& tables);

// `result_count`: levels of conduct and learning by class, grade and school, for all pupils, girls,
// minorities; `subject_count`: averages in five bands by subject, grade and class. Both after
// assess() and add_teachers().
void add_result_counts(const Setting& setting, Tables& tables);
void add_subject_counts(const Setting& setting, Tables& tables);

// `weak_subject`: what a pupil has not passed after the year, for the lists of retests.
void add_weak_subjects(const Setting& setting, Tables& tables);

// `mark_progress`: marks entered against marks due, by class, subject and term.
void add_mark_progress(const Setting& setting, const Roll& roll, Tables& tables);

// Cells of these tables.
Datum counted(std::size_t number);
Datum word(std::string text);
// One decimal, half up, not adjusted to sum to 100 (forms-and-practice 3.13); blank of nothing.
Datum percentage(std::size_t part, std::size_t whole);

}  // namespace hoso
