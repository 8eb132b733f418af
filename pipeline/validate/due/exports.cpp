// SPDX-License-Identifier: Apache-2.0
//
// Exports of a class that are not there although the marks are.
#include <algorithm>

#include "validate/due/completeness.h"
#include "validate/rules.h"

namespace hoso {

namespace {

bool has_rows(const Tables& tables, const char* dataset, const std::string& klass) {
    const auto found = tables.find(dataset);
    if (found == tables.end()) return false;
    const Table& table = found->second;
    const std::size_t column = table.rows.empty() ? 0 : table.column("class");
    for (const auto& row : table.rows) {
        if (klass.empty() || plain_text(row[column].value) == klass) return true;
    }
    return false;
}

}  // namespace

void check_csdl_lists(const Due& due, const Tables& tables, Findings& findings) {
    const auto& periods = due.setting.job().run_periods;
    const auto course = std::find_if(periods.begin(), periods.end(), [](const std::string& id) {
        return axis_of(id) == Axis::Course;
    });
    for (const ClassSetting& klass : due.setting.classes()) {
        if (!due.roll.knows(klass.name) || has_rows(tables, "pupil_csdl", klass.name)) continue;
        findings.add(flaw::csdl_list_missing, {Location{}}, {{"class", klass.name}},
                     {klass.name, "", "", false});
        if (klass.grade != 9 || course == periods.end()) continue;
        findings.add(flaw::course_without_parents, {Location{}},
                     {{"class", klass.name}, {"period", period_title(*course)}},
                     {klass.name, "", *course, false});
    }
}

void say_what_was_not_checked(const Due& due, const Tables& tables, Findings& findings) {
    struct Check {
        std::vector<const char*> datasets;
        const char *what, *what_en, *missing, *missing_en;
    };
    const Check checks[] = {{{"reported_subject"},
                             "kết quả môn học do phần mềm tính",
                             "the software's averages",
                             "bảng tổng hợp kết quả của lớp",
                             "the class's summary of results"},
                            {{"assignment"},
                             "giáo viên bộ môn của lớp",
                             "the class's teachers",
                             "bảng phân công chuyên môn",
                             "the assignment of teachers"}};
    for (const Check& check : checks) {
        std::string classes;
        for (const ClassSetting& klass : due.setting.classes()) {
            bool there = false;
            for (const char* dataset : check.datasets) {
                there = there || has_rows(tables, dataset, klass.name);
            }
            if (!there) classes += (classes.empty() ? "Lớp " : ", ") + klass.name;
        }
        if (classes.empty()) continue;
        findings.add(flaw::not_checked, {Location{}},
                     {{"classes", classes},
                      {"what", check.what},
                      {"what_en", check.what_en},
                      {"missing", check.missing},
                      {"missing_en", check.missing_en}},
                     {"", "", "", true});
    }
}

Findings only_what_is_due(const Setting& setting, const Findings& findings) {
    Date last;
    const auto due = [&](const Period& period) {
        const auto& run = setting.job().run_periods;
        return std::find(run.begin(), run.end(), period.id) != run.end();
    };
    for (const Period& period : setting.job().periods) {
        if (due(period)) last = std::max(last, period.to);
    }
    Findings kept;
    for (const Finding& finding : findings.items()) {
        const bool later =
            std::all_of(finding.scopes.begin(), finding.scopes.end(), [&](const Scope& scope) {
                const Period* period = setting.period(scope.period);
                const bool term =
                    period && std::find(setting.terms().begin(), setting.terms().end(), period) !=
                                  setting.terms().end();
                return period && !term && !due(*period) && last < period->to;
            });
        if (!later) kept.add(finding);
    }
    return kept;
}

}  // namespace hoso
