// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "validate/people/roll.h"

namespace hoso {

// The vendor's derived columns against the recomputed ones (DESIGN, decision 11): averages,
// overall averages, levels, titles, absences. What follows from something that has been reported
// already is not reported again.
void compare_subjects(const Setting& setting, const std::vector<TypedSheet>& sheets,
                      const Tables& tables, Faults& faults, Findings& findings);
void compare_terms(const Setting& setting, const std::vector<TypedSheet>& sheets,
                   const Tables& tables, Faults& faults, Findings& findings);

// Remarks that say nothing, are cut off, or speak of another pupil.
void check_remarks(const Setting& setting, const Roll& roll, const Tables& tables,
                   const Faults& faults, Findings& findings);

// Rows of a result table by some of its columns.
class ResultIndex {
public:
    ResultIndex(const Tables& tables, const char* dataset, std::vector<std::string> columns);
    // -1: no such row.
    [[nodiscard]] std::ptrdiff_t row(std::initializer_list<std::string_view> key) const;
    [[nodiscard]] const Datum* cell(std::initializer_list<std::string_view> key,
                                    std::string_view column) const;
    [[nodiscard]] const Table& table() const { return *table_; }

private:
    const Table* table_;
    std::unordered_map<std::string, std::size_t> rows_;
};

// Is anything known to be wrong with the marks that a result of this term rests on?
bool marks_doubtful(const Faults& faults, const SubjectList& subjects, const std::string& pupil,
                    const std::string& term);

}  // namespace hoso
