// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "validate/compare/compare.h"
#include "validate/lists/lists.h"
#include "validate/rules.h"

namespace hoso {

// Of the longest period that is due: the year, else the last term.
void check_many_absences(const Desk& desk) {
    const Limits& limits = desk.setting.limits();
    const ResultIndex results(desk.tables, "result_term", {"pupil", "term"});
    const Period* period = desk.setting.year_due() ? desk.setting.period("CN") : nullptr;
    if (!period && !desk.setting.terms().empty()) period = desk.setting.terms().back();
    if (!period) return;
    for (const Pupil& pupil : desk.roll.pupils) {
        const Stay* stay = pupil.at_end_of(*period);
        const Datum* cell = results.cell({pupil.code, period->id}, "absent");
        const auto* count = cell ? std::get_if<std::int64_t>(&cell->value) : nullptr;
        if (!stay || !count) continue;
        int reached = 0;
        for (const int signal : limits.absence_signals) {
            if (*count >= signal) reached = std::max(reached, signal);
        }
        const bool over = *count > limits.absence_limit;
        if (reached == 0 && !over) continue;
        const std::string limit = std::to_string(limits.absence_limit);
        Finding finding{&flaw::absences_many,
                        {pupil.where},
                        {{"class", stay->klass},
                         {"period", period_short(period->id)},
                         {"name", pupil.name},
                         {"value", std::to_string(*count)},
                         {"what", over ? "quá " + limit + " buổi thì không được lên lớp"
                                       : "đã đến mức " + std::to_string(reached) +
                                             " buổi (giới hạn cả năm " + limit + ")"},
                         {"what_en", over ? "more than " + limit + " is no promotion"
                                          : "the signal of " + std::to_string(reached) +
                                                " is reached (" + limit + " a year at most)"}},
                        {{stay->klass, pupil.code, period->id, true}}};
        if (over) finding.softened = Severity::Warning;
        desk.findings.add(std::move(finding));
    }
}

void check_attendance_days(const Desk& desk, const std::vector<TypedSheet>& sheets) {
    // Class and month → days that have a column in one of the sheets.
    std::map<std::pair<std::string, std::string>, std::pair<std::set<int>, Location>> months;
    for (const TypedSheet& sheet : sheets) {
        if (sheet.source->table.dataset != "attendance" || !sheet.klass) continue;
        auto& [days, where] = months[{sheet.klass->name, sheet.source->period}];
        where = sheet.here();
        for (const auto& [name, heading] : sheet.source->headings) {
            const bool number = !name.empty() && name.size() <= 2 &&
                                name.find_first_not_of("0123456789") == std::string::npos;
            if (number) days.insert(std::stoi(name));
        }
    }
    for (const auto& [month, sheet] : months) {
        const auto& [days, where] = sheet;
        const auto first = parse_date(month.second + "-01");
        if (days.empty() || !first) continue;
        std::string missing, term;
        for (Date day = *first; day.month == first->month; day = day.plus_days(1)) {
            if (!desk.setting.is_school_day(day) || days.count(day.day) != 0) continue;
            missing += (missing.empty() ? "" : ", ") + std::to_string(day.day);
            if (const Period* of = desk.setting.term_of(day)) term = of->id;
        }
        if (missing.empty()) continue;
        desk.findings.add(
            flaw::attendance_days_missing, {where},
            {{"class", month.first}, {"month", month_words(month.second)}, {"days", missing}},
            {month.first, "", term, false});
    }
}

void check_lists(const Desk& desk, const std::vector<TypedSheet>& sheets) {
    check_proposals(desk);
    check_awards(desk);
    check_measurements(desk);
    check_many_absences(desk);
    check_attendance_days(desk, sheets);
}

}  // namespace hoso
