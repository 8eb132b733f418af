// SPDX-License-Identifier: Apache-2.0
#include "validate/validate.h"

#include <algorithm>

#include "assess/rules.h"
#include "validate/compare/compare.h"
#include "validate/due/attendance.h"
#include "validate/due/completeness.h"
#include "validate/people/identity.h"
#include "validate/tables/calendar.h"
#include "validate/tables/merge.h"

namespace hoso {

namespace {

std::vector<std::pair<std::string, int>> classes_with_grade(const Setting& setting) {
    std::vector<std::pair<std::string, int>> classes;
    for (const ClassSetting& klass : setting.classes())
        classes.emplace_back(klass.name, klass.grade);
    return classes;
}

// Where a council has to decide, a level that differs from ours is no mistake.
void leave_to_the_council(const Findings& findings, Faults& faults) {
    for (const Finding& finding : findings.items()) {
        const bool council = std::find(std::begin(assess_rules), std::end(assess_rules),
                                       finding.rule) != std::end(assess_rules);
        if (council) faults.add({"learning", finding.scope.pupil, finding.scope.period});
    }
}

}  // namespace

const Table& ValidBatch::table(const std::string& dataset) const {
    static const Table none;
    const auto found = tables_.find(dataset);
    return found == tables_.end() ? none : found->second;
}

ValidBatch validate(const Job& job, const Recognised& recognised, const TemplateFolder& templates,
                    Findings& findings) {
    const Explanations explanations(job, findings);
    const Setting setting(job, templates);
    Faults faults(job);
    std::vector<TypedSheet> sheets = take_in(setting, recognised, templates, faults, findings);
    const Roll roll = read_roll(setting, sheets, faults, findings);
    match_references(roll, sheets, faults, findings);
    compare_csdl(roll, sheets, faults, findings);
    settle_decisions(setting, roll, sheets, faults, findings);

    ValidBatch batch;
    batch.tables_ = merge(setting, sheets, findings);
    Tables& tables = batch.tables_;
    const std::vector<Decision> decisions = read_decisions(tables["decision"]);
    apply_decisions(decisions, tables["mark"]);
    add_calendar(setting, tables);
    add_class_list(setting, roll, tables);
    check_attendance(setting, tables, faults, findings);
    const Due due{setting, roll, decisions, explanations};
    check_headcounts(due, faults, findings);
    check_marks(due, tables, faults, findings);
    check_conduct(due, tables, faults, findings);
    check_attendance_sheets(due, tables, findings);
    check_earlier_years(due, tables, findings);

    assess(tables, classes_with_grade(setting), job.year, templates, findings);
    check_results(due, tables, findings);
    leave_to_the_council(findings, faults);
    compare_subjects(setting, sheets, tables, faults, findings);
    compare_terms(setting, sheets, tables, faults, findings);
    check_remarks(setting, roll, tables, faults, findings);
    add_teachers(setting, sheets, tables, findings);
    say_what_was_not_checked(due, tables, findings);
    return batch;
}

}  // namespace hoso
