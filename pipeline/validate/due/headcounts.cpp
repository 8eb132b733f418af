// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "validate/due/completeness.h"
#include "validate/rules.h"

namespace hoso {

namespace {

// "; chuyển đi: A (25/10/2021); chuyển đến: B (15/11/2021)"
std::string movements(const Roll& roll, const std::string& klass, const Period& period) {
    std::string left, arrived;
    for (const Pupil& pupil : roll.pupils) {
        for (const Stay& stay : pupil.stays) {
            if (stay.klass != klass) continue;
            const auto within = [&](Date day) { return day.valid() && !(period.to < day); };
            if (within(stay.to)) {
                left += (left.empty() ? "" : ", ") + pupil.name + " (" + to_dmy(stay.to) + ")";
            }
            if (within(stay.from)) {
                arrived +=
                    (arrived.empty() ? "" : ", ") + pupil.name + " (" + to_dmy(stay.from) + ")";
            }
        }
    }
    std::string text;
    if (!left.empty()) text += "; chuyển đi: " + left;
    if (!arrived.empty()) text += "; chuyển đến: " + arrived;
    return text;
}

// The periods whose head-count the run rests on, in time order.
std::vector<const Period*> counted(const Setting& setting) {
    std::vector<const Period*> periods = setting.terms();
    const Period* year = setting.period("CN");
    if (year && setting.year_due()) periods.push_back(year);
    return periods;
}

struct Difference {
    const Period* period = nullptr;
    int expected = 0;
    std::size_t count = 0;
    bool more = false;  // the same in a later period

    [[nodiscard]] Scope scope(const std::string& klass) const {
        // A term holds back its year; the first term alone would not hold back the second.
        return {klass, "", more && period->id == "HK1" ? "" : period->id, false};
    }
};

std::vector<Difference> differences(const Due& due, const ClassScope& scope) {
    std::vector<Difference> found;
    for (const Period* period : counted(due.setting)) {
        const auto expected = scope.headcount.find(period->id);
        if (expected == scope.headcount.end()) continue;
        const std::size_t count = due.roll.present(scope.name, *period).size();
        if (count == static_cast<std::size_t>(expected->second)) continue;
        // The same difference in HK2 and in the year is one mistake.
        if (!found.empty() && found.back().expected == expected->second &&
            found.back().count == count) {
            found.back().more = true;
            continue;
        }
        found.push_back({period, expected->second, count, false});
    }
    return found;
}

// The year's number may be left out where the second term has one: compose prints that.
std::string not_counted(const Due& due, const ClassScope& scope) {
    std::string periods;
    for (const Period* period : counted(due.setting)) {
        if (scope.headcount.count(period->id) != 0) continue;
        if (period->id == "CN" && due.setting.terms().size() > 1) continue;
        periods += (periods.empty() ? "" : ", ") + period_short(period->id);
    }
    return periods;
}

}  // namespace

void check_headcounts(const Due& due, const Faults& faults, Findings& findings) {
    static const auto job_file = std::make_shared<const Origin>(Origin{"hoso.toml", ""});
    for (const ClassScope& scope : due.setting.job().classes) {
        if (const std::string periods = not_counted(due, scope); !periods.empty()) {
            findings.add(flaw::headcount_missing, {{job_file, 0, 0}},
                         {{"class", scope.name}, {"period", periods}}, {scope.name, "", "", false});
        }
        if (faults.has({"headcount", scope.name})) continue;
        if (!due.roll.knows(scope.name)) {
            findings.add(flaw::class_without_list, {{job_file, 0, 0}}, {{"class", scope.name}},
                         {scope.name, "", "", false});
            continue;
        }
        for (const Difference& difference : differences(due, scope)) {
            findings.add(flaw::headcount_differs, {{job_file, 0, 0}},
                         {{"class", scope.name},
                          {"period", period_title(difference.period->id)},
                          {"expected", std::to_string(difference.expected)},
                          {"value", std::to_string(difference.count)},
                          {"movements", movements(due.roll, scope.name, *difference.period)}},
                         difference.scope(scope.name));
        }
    }
}

}  // namespace hoso
