// SPDX-License-Identifier: Apache-2.0
#include "status.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <nlohmann/json.hpp>
#include <set>

namespace hoso {

namespace {

// What is missing altogether is asked for, what is there but wrong is mended.
constexpr std::array<std::string_view, 7> kNotReceived = {
    "compose/export-missing",           "compose/attachment-missing",
    "validate/pupil-list-missing",      "validate/missing-mark-sheet",
    "validate/missing-all-mark-sheets", "validate/csdl-list-missing",
    "validate/log-week-missing"};

int days_between(Date from, Date to) {
    using namespace std::chrono;
    const auto day = [](Date date) {
        return sys_days(year(date.year) / month(static_cast<unsigned>(date.month)) /
                        std::chrono::day(static_cast<unsigned>(date.day)));
    };
    return static_cast<int>((day(to) - day(from)).count());
}

class LineBuilder {
public:
    LineBuilder(const Job& job, const RunReport& last, const RecordLine& record)
        : job_(job), last_(last), record_(record) {}

    void fill(StatusLine& line) const {
        line.state = record_.state;
        const std::set<std::string> missing = classes_without_exports();
        for (const auto& [klass, counts] : record_.classes) {
            line.classes[klass] = {state_of(counts, missing.count(klass) != 0), counts.made,
                                   counts.made + counts.held_back};
        }
        line.remind = reminders();
    }

private:
    [[nodiscard]] const FindingLine* finding(std::size_t index) const {
        return index < last_.findings.size() ? &last_.findings[index] : nullptr;
    }

    [[nodiscard]] std::set<std::string> classes_without_exports() const {
        std::set<std::string> classes;
        for (const HeldBackLine& unit : record_.held_back) {
            for (const std::size_t index : unit.because) {
                const FindingLine* why = finding(index);
                if (why != nullptr && std::find(kNotReceived.begin(), kNotReceived.end(),
                                                why->rule) != kNotReceived.end()) {
                    classes.insert(unit.klass);
                }
            }
        }
        return classes;
    }

    [[nodiscard]] std::string state_of(const ClassLine& counts, bool missing) const {
        if (counts.made + counts.held_back == 0) return "not applicable";
        if (counts.held_back > 0) return missing ? "not received" : "held back";
        if (counts.waiting > 0) return "waiting";
        return record_.state == "sealed" ? "sealed" : "complete";
    }

    [[nodiscard]] std::vector<Reminder> reminders() const {
        std::map<std::pair<std::string, std::string>, Reminder> people;
        const auto of = [&](const std::string& person, const std::string& role) -> Reminder& {
            Reminder& one = people[{person, person.empty() ? role : ""}];
            one.person = person;
            if (one.role.empty()) one.role = role;
            return one;
        };
        std::set<std::size_t> seen;
        for (const HeldBackLine& unit : record_.held_back) {
            for (const std::size_t index : unit.because) {
                const FindingLine* why = finding(index);
                if (why == nullptr) continue;
                Reminder& one = of(why->person, why->responsible);
                one.classes.insert(unit.klass);
                one.to_mend += seen.insert(index).second ? 1 : 0;
            }
        }
        for (const auto& [role, documents] : record_.waiting) {
            for (const auto& [klass, counts] : record_.classes) {
                if (counts.waiting == 0) continue;
                const Person* person = job_.signer(role, klass);
                Reminder& one = of(person == nullptr ? "" : person->name, role);
                one.classes.insert(klass);
                // One who signs for the whole school may be waited for by a part of it only.
                one.to_sign = role == "homeroom" ? one.to_sign + counts.waiting : documents;
            }
        }
        std::vector<Reminder> list;
        for (const auto& [who, one] : people) list.push_back(one);
        return list;
    }

    const Job& job_;
    const RunReport& last_;
    const RecordLine& record_;
};

}  // namespace

std::vector<RecordStatus> status_of(const Job& job, const Catalogue& catalogue,
                                    const RunReport* last, Date today) {
    std::vector<RecordStatus> all;
    for (const RecordType& record : catalogue.records) {
        RecordStatus status{&record, {}};
        for (const Period& period : job.periods) {
            const bool due =
                std::any_of(record.periods.begin(), record.periods.end(),
                            [&](const std::string& axis) { return names_period(axis, period.id); });
            StatusLine line{period.id, to_iso(period.closing), "not run", 0, {}, {}};
            const RecordLine* made = nullptr;
            if (last != nullptr) {
                for (const RecordLine& one : last->records) {
                    // Of two access levels the one that is not done.
                    if (one.record == record.id && one.period == period.id &&
                        (made == nullptr || made->state == "sealed"))
                        made = &one;
                }
            }
            if (made != nullptr) LineBuilder(job, *last, *made).fill(line);
            if (!due && made == nullptr) continue;
            const bool done =
                line.state == "sealed" || line.state == "printed" || line.state == "not due";
            if (due && !done && period.closing < today) {
                line.late_days = days_between(period.closing, today);
            }
            status.lines.push_back(std::move(line));
        }
        all.push_back(std::move(status));
    }
    return all;
}

std::string to_json(const std::vector<RecordStatus>& status) {
    nlohmann::json json = {{"schema", "hoso-status-1"}, {"records", nlohmann::json::array()}};
    for (const RecordStatus& one : status) {
        nlohmann::json lines = nlohmann::json::array();
        for (const StatusLine& line : one.lines) {
            nlohmann::json classes = nlohmann::json::object(), remind = nlohmann::json::array();
            for (const auto& [klass, state] : line.classes) {
                classes[klass] = {{"state", state.state}, {"made", state.made}, {"due", state.due}};
            }
            for (const Reminder& who : line.remind) {
                remind.push_back({{"person", who.person},
                                  {"role", who.role},
                                  {"classes", who.classes},
                                  {"to_mend", who.to_mend},
                                  {"to_sign", who.to_sign}});
            }
            lines.push_back({{"period", line.period},
                             {"due", line.due},
                             {"state", line.state},
                             {"late_days", line.late_days},
                             {"classes", classes},
                             {"remind", remind}});
        }
        json["records"].push_back({{"record", one.record->id},
                                   {"title", one.record->title},
                                   {"people", one.record->people},
                                   {"has_templates", one.record->has_templates},
                                   {"periods", lines}});
    }
    return json.dump(2) + "\n";
}

}  // namespace hoso
