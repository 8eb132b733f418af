// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "assess/decision.h"
#include "validate/people/roll.h"

namespace hoso {

// What earlier rooms have already found wrong with whole sheets: a mark sheet that could not be
// read is not reported a second time as missing.
class Explanations {
public:
    Explanations(const Job& job, const Findings& earlier);
    // An error that holds back this class and whose file and sheet speak of it, of this term and
    // either of this subject or of none.
    [[nodiscard]] bool explain(const ClassSetting& klass, const std::string& term,
                               const Subject* subject) const;

private:
    struct Damage {
        std::string name;  // squeezed file and sheet
        Scope scope;
    };
    std::vector<Damage> damages_;
};

// Everything that is due and is not there, or is there and ought not to: marks cell by cell, whole
// sheets, pupils without a row, conduct, months of attendance, earlier years.
struct Due {
    const Setting& setting;
    const Roll& roll;
    const std::vector<Decision>& decisions;
    const Explanations& explanations;
};
void check_marks(const Due& due, const Tables& tables, Faults& faults, Findings& findings);
void check_headcounts(const Due& due, const Faults& faults, Findings& findings);
void check_conduct(const Due& due, const Tables& tables, Faults& faults, Findings& findings);
void check_csdl_lists(const Due& due, const Tables& tables, Findings& findings);
void check_attendance_sheets(const Due& due, const Tables& tables, Findings& findings);
void check_earlier_years(const Due& due, const Tables& tables, Findings& findings);

// Website posts by month.
void check_posts(const Due& due, const Tables& tables, Findings& findings);

// After assess(): a result that would be printed blank although nothing holds the document back.
void check_results(const Due& due, const Tables& tables, Findings& findings);

// What could not be checked because an export is not there: said once, for all classes.
void say_what_was_not_checked(const Due& due, const Tables& tables, Findings& findings);

// Without what concerns only periods that come after those of the run: in January nobody wants to
// hear of the second term.
Findings only_what_is_due(const Setting& setting, const Findings& findings);

}  // namespace hoso
