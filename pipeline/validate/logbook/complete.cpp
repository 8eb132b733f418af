// SPDX-License-Identifier: Apache-2.0
//
// Weeks, days and lessons that the book ought to have and has not.
#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "validate/logbook/logbook.h"
#include "validate/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

struct SchoolWeek {
    int number = 0;
    Date from, to;
};

// "Tuần học" rows of the calendar, else Monday to Saturday through the terms; a week of days off
// only has no number (forms-and-practice 4: weeks are numbered by teaching).
std::vector<SchoolWeek> weeks_of(const LogDesk& desk) {
    std::vector<SchoolWeek> weeks;
    if (const Table* calendar = desk.rows_of("calendar_entry")) {
        for (std::size_t row = 0; row < calendar->rows.size(); ++row) {
            if (squeezed(calendar->text(row, "kind")) != "tuanhoc") continue;
            const auto* from = std::get_if<Date>(&calendar->at(row, "from").value);
            const auto* to = std::get_if<Date>(&calendar->at(row, "to").value);
            const std::string text = squeezed(calendar->text(row, "text"));
            int number = 0;
            const auto digit = text.find_first_of("0123456789");
            if (digit != std::string::npos) {
                std::from_chars(text.data() + digit, text.data() + text.size(), number);
            }
            if (from && to && number > 0) weeks.push_back({number, *from, *to});
        }
    }
    if (!weeks.empty()) return weeks;
    for (const Period& period : desk.setting.job().periods) {
        if (period.axis != Axis::Term) continue;
        Date monday = period.from.plus_days(1 - period.from.weekday());
        for (; monday <= period.to; monday = monday.plus_days(7)) {
            bool taught = false;
            for (int i = 0; i < 6; ++i) {
                taught = taught || desk.setting.is_school_day(monday.plus_days(i));
            }
            if (!taught) continue;
            weeks.push_back({static_cast<int>(weeks.size()) + 1, monday, monday.plus_days(5)});
        }
    }
    return weeks;
}

// What the timetable says of a class: the lessons of each weekday from a day on.
struct Plan {
    Date since;
    std::map<int, std::map<int, std::string>> lessons;  // weekday → period → subject
};

std::map<std::string, std::vector<Plan>> read_timetables(const LogDesk& desk) {
    std::map<std::string, std::vector<Plan>> plans;
    const Table* table = desk.rows_of("timetable");
    if (!table) return plans;
    for (std::size_t row = 0; row < table->rows.size(); ++row) {
        const auto* since = std::get_if<Date>(&table->at(row, "since").value);
        const auto* weekday = std::get_if<std::int64_t>(&table->at(row, "weekday").value);
        const auto* period = std::get_if<std::int64_t>(&table->at(row, "period").value);
        // Afternoon lessons ("Trái buổi") change from week to week.
        const std::string session = match_key(table->text(row, "session"));
        if (!since || !weekday || !period || (!session.empty() && session != "sang")) continue;
        std::vector<Plan>& of = plans[table->text(row, "class")];
        auto plan = std::find_if(of.begin(), of.end(),
                                 [&](const Plan& each) { return each.since == *since; });
        if (plan == of.end()) plan = of.insert(of.end(), Plan{*since, {}});
        plan->lessons[static_cast<int>(*weekday) - 1][static_cast<int>(*period)] =
            table->text(row, "subject_name");
    }
    return plans;
}

class Counter {
public:
    Counter(const LogDesk& desk, const std::vector<LogWeek>& weeks)
        : desk_(desk), plans_(read_timetables(desk)) {
        for (const LogWeek& week : weeks) {
            for (const Lesson& lesson : week.lessons) {
                if (lesson.date.valid()) {
                    taught_[{week.klass->name, week.term}].insert(lesson.date.weekday());
                }
            }
        }
    }

    void check_week(const LogWeek& week) {
        if (!week.from.valid() || !week.to.valid() || week.to < week.from) return;
        std::map<int, std::set<int>> there;  // weekday → periods
        std::set<Date> off;
        for (const Lesson& lesson : week.lessons) {
            if (!lesson.date.valid()) return;  // nothing can be said of such a week
            there[lesson.date.weekday()].insert(lesson.period);
        }
        off.insert(week.days_off.begin(), week.days_off.end());
        std::string days, lessons;
        for (Date day = week.from; day <= week.to; day = day.plus_days(1)) {
            if (!desk_.setting.is_school_day(day) || off.count(day) != 0) continue;
            const auto found = there.find(day.weekday());
            if (found == there.end()) {
                if (is_taught(week, day)) days += (days.empty() ? "" : ", ") + day_words(day);
                continue;
            }
            for (const auto& [period, subject] : lessons_on(week, day)) {
                if (found->second.count(period) != 0) continue;
                lessons += (lessons.empty() ? "" : ", ") + day_words(day) + " tiết " +
                           std::to_string(period) + " (" + subject + ")";
            }
        }
        tell(flaw::log_day_missing, week, "days", days);
        tell(flaw::lesson_not_in_log, week, "lessons", lessons);
    }

private:
    static std::string day_words(Date day) {
        return weekday_words(day.weekday()) + " " + to_dmy(day);
    }

    [[nodiscard]] const Plan* plan_of(const std::string& klass, Date day) const {
        const auto found = plans_.find(klass);
        const Plan* plan = nullptr;
        if (found == plans_.end()) return plan;
        for (const Plan& each : found->second) {
            if (each.since <= day && (!plan || plan->since < each.since)) plan = &each;
        }
        return plan;
    }

    [[nodiscard]] bool is_taught(const LogWeek& week, Date day) const {
        if (const Plan* plan = plan_of(week.klass->name, day)) {
            return plan->lessons.count(day.weekday()) != 0;
        }
        const auto found = taught_.find({week.klass->name, week.term});
        return found != taught_.end() && found->second.count(day.weekday()) != 0;
    }

    [[nodiscard]] std::map<int, std::string> lessons_on(const LogWeek& week, Date day) const {
        const Plan* plan = plan_of(week.klass->name, day);
        if (!plan) return {};
        const auto found = plan->lessons.find(day.weekday());
        return found == plan->lessons.end() ? std::map<int, std::string>() : found->second;
    }

    void tell(const Rule& rule, const LogWeek& week, const char* name, const std::string& what) {
        if (what.empty()) return;
        desk_.findings.add(
            rule, {week.where},
            {{"class", week.klass->name}, {"week", std::to_string(week.number)}, {name, what}},
            {week.klass->name, "", week.term, false, "logbook"});
    }

    const LogDesk& desk_;
    std::map<std::string, std::vector<Plan>> plans_;
    std::map<std::pair<std::string, std::string>, std::set<int>> taught_;
};

void check_weeks(const LogDesk& desk, const std::vector<LogWeek>& weeks) {
    std::map<std::pair<std::string, std::string>, std::set<int>> there;
    std::map<std::pair<std::string, std::string>, Location> files;
    for (const LogWeek& week : weeks) {
        there[{week.klass->name, week.term}].insert(week.number);
        files.try_emplace({week.klass->name, week.term}, week.where);
    }
    const std::vector<SchoolWeek> all = weeks_of(desk);
    for (const auto& [book, numbers] : there) {
        const Period* term = desk.setting.period(book.second);
        if (!term) continue;
        std::string missing, missing_en;
        for (const SchoolWeek& week : all) {
            // The week that the border of two terms divides may stand in either book.
            const bool inside = !(week.from < term->from) && !(term->to < week.to);
            if (!inside || numbers.count(week.number) != 0) continue;
            missing += (missing.empty() ? "" : ", ") + ("tuần " + std::to_string(week.number)) +
                       " (từ " + to_dmy(week.from) + ")";
            missing_en +=
                (missing_en.empty() ? "" : ", ") + ("week " + std::to_string(week.number));
        }
        if (missing.empty()) continue;
        desk.findings.add(flaw::log_week_missing, {files[book]},
                          {{"class", book.first},
                           {"period", period_short(book.second)},
                           {"weeks", missing},
                           {"weeks_en", missing_en}},
                          {book.first, "", book.second, false, "logbook"});
    }
}

}  // namespace

void check_log_complete(const LogDesk& desk, const std::vector<LogWeek>& weeks) {
    Counter counter(desk, weeks);
    for (const LogWeek& week : weeks) counter.check_week(week);
    check_weeks(desk, weeks);
}

}  // namespace hoso
