// SPDX-License-Identifier: Apache-2.0
//
// Weeks, days and lessons that the book ought to have and has not.
#include <algorithm>
#include <map>
#include <set>

#include "validate/logbook/logbook.h"
#include "validate/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

class Counter {
public:
    Counter(const Desk& desk, const std::vector<LogWeek>& weeks) : desk_(desk), timetables_(desk) {
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
            for (const auto& [period, subject] : timetables_.lessons_on(week.klass->name, day)) {
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

    [[nodiscard]] bool is_taught(const LogWeek& week, Date day) const {
        if (timetables_.knows(week.klass->name)) {
            return !timetables_.lessons_on(week.klass->name, day).empty();
        }
        const auto found = taught_.find({week.klass->name, week.term});
        return found != taught_.end() && found->second.count(day.weekday()) != 0;
    }

    void tell(const Rule& rule, const LogWeek& week, const char* name, const std::string& what) {
        if (what.empty()) return;
        desk_.findings.add(
            rule, {week.where},
            {{"class", week.klass->name}, {"week", std::to_string(week.number)}, {name, what}},
            {week.klass->name, "", week.term, false, "logbook"});
    }

    const Desk& desk_;
    Timetables timetables_;
    std::map<std::pair<std::string, std::string>, std::set<int>> taught_;
};

void check_weeks(const Desk& desk, const std::vector<LogWeek>& weeks) {
    std::map<std::pair<std::string, std::string>, std::set<int>> there;
    std::map<std::pair<std::string, std::string>, Location> files;
    for (const LogWeek& week : weeks) {
        there[{week.klass->name, week.term}].insert(week.number);
        files.try_emplace({week.klass->name, week.term}, week.where);
    }
    const std::vector<SchoolWeek> all = school_weeks(desk);
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

void check_log_complete(const Desk& desk, const std::vector<LogWeek>& weeks) {
    Counter counter(desk, weeks);
    for (const LogWeek& week : weeks) counter.check_week(week);
    check_weeks(desk, weeks);
}

}  // namespace hoso
