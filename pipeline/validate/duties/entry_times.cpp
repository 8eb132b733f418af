// SPDX-License-Identifier: Apache-2.0
//
// Times of the school (+07:00), to the second: 07:00:00 is in time, 07:00:01 is late. What counts
// is when a cell was filled first; mending it later is no lateness.
#include <algorithm>
#include <map>
#include <tuple>

#include "validate/duties/duties.h"
#include "validate/rules.h"

namespace hoso {

namespace {

using By = LogColumn::By;

// The end of a day is 24:00 and not 00:00 of the next.
std::string deadline_words(Instant deadline) {
    const Instant before{deadline.seconds - 1};
    return day_of(before) == day_of(deadline) ? moment_words(deadline)
                                              : "24:00 ngày " + to_dmy(day_of(before));
}

struct Entry {
    Instant time;
    std::size_t row = 0;
};

struct Late {
    int count = 0;
    Entry last;
    Instant deadline;
};

class TimeKeeper {
public:
    explicit TimeKeeper(const Desk& desk)
        : desk_(desk), log_(*desk.rows_of("logbook_log")), weeks_(school_weeks(desk)) {}

    void check() {
        read();
        for (const auto& [key, entry] : first_) judge(key, entry);
        for (const auto& [key, late] : late_) tell(key, late);
    }

private:
    // class, week, weekday, period, column
    using Cell = std::tuple<std::string, int, int, int, int>;
    // class, week, who, weekday (of a lesson)
    using Group = std::tuple<std::string, int, By, int>;

    [[nodiscard]] int number(std::size_t row, const char* column) const {
        const auto* count = std::get_if<std::int64_t>(&log_.at(row, column).value);
        return count ? static_cast<int>(*count) : 0;
    }

    void read() {
        for (std::size_t row = 0; row < log_.rows.size(); ++row) {
            if (log_.at(row, "value").empty()) continue;
            const std::string klass = log_.text(row, "class");
            const auto time = time_in_cell(desk_, log_.at(row, "time"), "Nhật ký nhập sổ đầu bài",
                                           "thời điểm", {klass, "", "", true});
            if (!time) continue;
            const Cell key{klass, number(row, "week"), number(row, "weekday"),
                           number(row, "period"), number(row, "column")};
            const auto [known, fresh] = first_.try_emplace(key, Entry{*time, row});
            if (!fresh && *time < known->second.time) known->second = {*time, row};
        }
    }

    [[nodiscard]] std::optional<Instant> deadline(By by, const SchoolWeek& week,
                                                  int weekday) const {
        const Limits& limits = desk_.setting.limits();
        const Date first = first_school_day(desk_.setting, week);
        if (!first.valid()) return std::nullopt;
        if (by == By::Homeroom) return at(first, limits.log_before);
        if (by == By::Week) return at(last_school_day(desk_.setting, week), limits.log_until);
        if (weekday < 2 || weekday > 8) return std::nullopt;
        const Date monday = week.from.plus_days(1 - week.from.weekday());
        return at(monday.plus_days(weekday - 2), limits.log_until);
    }

    void judge(const Cell& key, const Entry& entry) {
        const auto& [klass, week_number, weekday, period, column_number] = key;
        const auto& columns = desk_.setting.limits().log_columns;
        const auto column = std::find_if(
            columns.begin(), columns.end(),
            [number = column_number](const LogColumn& each) { return each.number == number; });
        const auto week = std::find_if(
            weeks_.begin(), weeks_.end(),
            [number = week_number](const SchoolWeek& each) { return each.number == number; });
        if (column == columns.end() || column->by == By::Nobody || week == weeks_.end()) return;
        const auto until = deadline(column->by, *week, weekday);
        if (!until || entry.time <= *until) return;
        const bool lesson = column->by == By::SubjectTeacher;
        Late& late = late_[{klass, week_number, column->by, lesson ? weekday : 0}];
        if (++late.count == 1 || late.last.time < entry.time) late.last = entry;
        late.deadline = *until;
    }

    void tell(const Group& key, const Late& late) {
        const auto& [klass, week, by, weekday] = key;
        const Rule& rule = by == By::Homeroom ? flaw::log_row_late
                           : by == By::Week   ? flaw::week_closed_late
                                              : flaw::lesson_late;
        const std::size_t row = late.last.row;
        const int day = number(row, "weekday");
        const auto found =
            std::find_if(weeks_.begin(), weeks_.end(),
                         [number = week](const SchoolWeek& each) { return each.number == number; });
        const Period* term = desk_.setting.term_of(found->from);
        const std::string cell = (day == 8 ? "Chủ nhật" : "Thứ " + std::to_string(day)) + " tiết " +
                                 std::to_string(number(row, "period")) + " cột " +
                                 std::to_string(number(row, "column"));
        desk_.findings.add(rule, {log_.at(row, "time").where},
                           {{"class", klass},
                            {"week", std::to_string(week)},
                            {"count", std::to_string(late.count)},
                            {"deadline", deadline_words(late.deadline)},
                            {"cell", cell},
                            {"value", moment_words(late.last.time)},
                            {"person", log_.text(row, "person")}},
                           {klass, "", term ? term->id : "", true});
    }

    const Desk& desk_;
    const Table& log_;
    std::vector<SchoolWeek> weeks_;
    std::map<Cell, Entry> first_;
    std::map<Group, Late> late_;
};

}  // namespace

void check_entry_times(const Desk& desk) {
    const Table* book = desk.rows_of("logbook");
    const Table* log = desk.rows_of("logbook_log");
    if (!book) return;
    if (log) TimeKeeper(desk).check();
    const auto classes_of = [](const Table& table) {
        std::set<std::string> classes;
        const std::size_t klass = table.column("class");
        for (const auto& row : table.rows) classes.insert(plain_text(row[klass].value));
        return classes;
    };
    const std::set<std::string> books = classes_of(*book);
    const std::set<std::string> timed = log ? classes_of(*log) : std::set<std::string>();
    std::vector<std::string> without;
    for (const ClassSetting& klass : desk.setting.classes()) {
        if (books.count(klass.name) != 0 && timed.count(klass.name) == 0) {
            without.push_back(klass.name);
        }
    }
    if (without.empty()) return;
    desk.not_checked("Lớp " + joined(without), "giờ nhập sổ ghi đầu bài",
                     "when the log book was filled", "nhật ký nhập sổ đầu bài",
                     "the log of entries in the log book");
}

void check_duties(const Desk& desk) {
    check_entry_times(desk);
    check_plans(desk);
    check_corrections(desk);
}

}  // namespace hoso
