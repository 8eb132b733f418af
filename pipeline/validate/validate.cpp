// SPDX-License-Identifier: Apache-2.0
#include "validate/validate.h"

#include <algorithm>

#include "assess/rules.h"
#include "validate/compare/compare.h"
#include "validate/constraints/constraints.h"
#include "validate/due/attendance.h"
#include "validate/due/completeness.h"
#include "validate/duties/duties.h"
#include "validate/lists/lists.h"
#include "validate/logbook/logbook.h"
#include "validate/people/identity.h"
#include "validate/rules.h"
#include "validate/statistics/statistics.h"
#include "validate/tables/calendar.h"
#include "validate/tables/corrections.h"
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
        if (!council) continue;
        for (const Scope& scope : finding.scopes) {
            faults.add(*finding.rule, {"learning", scope.pupil, scope.period});
        }
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
    const std::vector<DatasetType> datasets = load_datasets(templates);
    std::vector<TypedSheet> sheets = take_in(setting, recognised, datasets, faults, findings);
    const Roll roll = read_roll(setting, sheets, faults, findings);
    // Without the list every row of every sheet is a stranger's: one finding stands for them all.
    Findings consequences;
    const bool unlisted = roll.pupils.empty();
    // Switched off it holds back nothing, so it stands for nothing either.
    const bool folded =
        unlisted && job.switched_off.count(std::string(flaw::pupil_list_missing.id)) == 0;
    Findings& told = folded ? consequences : findings;
    if (unlisted) findings.add(flaw::pupil_list_missing, {Location{}});
    match_references(roll, sheets, faults, told);
    compare_csdl(roll, sheets, faults, told);
    settle_decisions(setting, roll, sheets, faults, told);

    ValidBatch batch;
    batch.tables_ = merge(setting, sheets, told);
    Tables& tables = batch.tables_;
    const std::vector<Decision> decisions = read_decisions(tables["decision"]);
    apply_decisions(decisions, tables["mark"]);
    add_calendar(setting, tables);
    add_class_list(setting, roll, tables);
    check_attendance(setting, tables, faults, told);
    const Due due{setting, roll, decisions, explanations};
    check_headcounts(due, faults, told);
    check_marks(due, tables, faults, told);
    check_conduct(due, tables, faults, told);
    check_csdl_lists(due, tables, told);
    check_attendance_sheets(due, tables, told);
    check_earlier_years(due, tables, told);

    assess(tables, classes_with_grade(setting), job.year, templates, told);
    check_results(due, tables, told);
    leave_to_the_council(told, faults);
    compare_subjects(setting, sheets, tables, faults, told);
    compare_terms(setting, sheets, tables, faults, told);
    check_remarks(setting, roll, tables, faults, told);
    check_constraints(roll, datasets, tables, faults, told);
    const Desk desk{setting, roll, tables, faults, told};
    check_logbook(desk);
    check_duties(desk);
    add_corrections(setting, sheets, tables);
    check_lists(desk, sheets);
    add_teachers(setting, sheets, tables, told);
    add_class_sizes(setting, roll, tables);
    add_result_counts(setting, tables);
    add_subject_counts(setting, tables);
    add_weak_subjects(setting, tables);
    add_mark_progress(setting, roll, tables);
    check_posts(due, tables, told);
    say_what_was_not_checked(due, tables, told);
    findings = only_what_is_due(setting, findings);
    return batch;
}

}  // namespace hoso
