// SPDX-License-Identifier: Apache-2.0
//
// Rows of datasets logbook and logbook_week → weeks with lessons and days.
#include <algorithm>
#include <charconv>
#include <map>

#include "validate/logbook/logbook.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

std::int64_t count_in(const Datum& cell) {
    const auto* number = std::get_if<std::int64_t>(&cell.value);
    return number ? *number : 0;
}

// "Thứ 2 04/10", "thứ hai", "CN 10/10" → 1 … 7; 0: none.
int weekday_in(const std::string& text) {
    static constexpr std::pair<std::string_view, int> words[] = {
        {"thu 2", 1},  {"thu hai", 1}, {"thu 3", 2},    {"thu ba", 2}, {"thu 4", 3},
        {"thu tu", 3}, {"thu 5", 4},   {"thu nam", 4},  {"thu 6", 5},  {"thu sau", 5},
        {"thu 7", 6},  {"thu bay", 6}, {"chu nhat", 7}, {"cn", 7}};
    const std::string key = match_key(text);
    for (const auto& [word, number] : words) {
        if (key.compare(0, word.size(), word) == 0) return number;
    }
    return 0;
}

// The first "d/m" or "d/m/y" of a text; without a year the one that lies in or near the week.
Date day_in(const std::string& text, Date from, Date to) {
    int numbers[3] = {0, 0, 0};
    const auto slash = text.find('/');
    if (slash == std::string::npos) return {};
    std::size_t begin = slash;
    while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') --begin;
    const char* at = text.data() + begin;
    const char* end = text.data() + text.size();
    for (int& number : numbers) {
        const auto read = std::from_chars(at, end, number);
        if (read.ec != std::errc()) break;
        at = read.ptr;
        if (at == end || *at != '/') break;
        ++at;
    }
    const auto made = [&](int year) {
        return Date{static_cast<std::int16_t>(year), static_cast<std::int8_t>(numbers[1]),
                    static_cast<std::int8_t>(numbers[0])};
    };
    if (numbers[2] > 0) {
        const Date day = made(numbers[2]);
        return day.valid() ? day : Date{};
    }
    if (!from.valid()) return {};
    const bool next_year = to.valid() && to.year != from.year && numbers[1] < 7;
    const Date day = made(next_year ? to.year : from.year);
    return day.valid() ? day : Date{};
}

struct Columns {
    std::size_t klass, term, week, from, to, session, day, period, subject_name;
    explicit Columns(const Table& table)
        : klass(table.column("class")),
          term(table.column("term")),
          week(table.column("week")),
          from(table.column("from")),
          to(table.column("to")),
          session(table.column("session")),
          day(table.column("day")),
          period(table.column("period")),
          subject_name(table.column("subject_name")) {}
};

using Key = std::tuple<std::size_t, std::string, int>;  // class, term, week

class Binder {
public:
    explicit Binder(const Desk& desk) : desk_(desk) {
        for (std::size_t i = 0; i < desk.setting.classes().size(); ++i) {
            order_[desk.setting.classes()[i].name] = i;
        }
    }

    void read(const Table& table) {
        const Columns at(table);
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            const std::vector<Datum>& cells = table.rows[row];
            LogWeek* week = week_of(cells[at.klass], cells[at.term], cells[at.week],
                                    date_in_cell(cells[at.from]), date_in_cell(cells[at.to]));
            if (!week) continue;
            if (!week->where.origin) week->where = {cells[at.day].where.origin, 0, 0};
            const std::string day = plain_text(cells[at.day].value);
            Lesson lesson;
            lesson.row = row;
            lesson.klass = week->klass;
            lesson.term = week->term;
            lesson.week = week->number;
            lesson.period = static_cast<int>(count_in(cells[at.period]));
            lesson.session = plain_text(cells[at.session].value);
            lesson.day = day;
            lesson.weekday = weekday_in(day);
            lesson.date = day_in(day, week->from, week->to);
            if (!lesson.date.valid() && week->from.valid() && lesson.weekday > 0) {
                lesson.date = week->from.plus_days(lesson.weekday - week->from.weekday());
            }
            lesson.subject_name = plain_text(cells[at.subject_name].value);
            if (cells[at.period].empty() && lesson.subject_name.empty()) {
                week->days_off.push_back(lesson.date);
                week->days_off_at.push_back(cells[at.day].where);
                continue;
            }
            lesson.subject = subject_of(*week->klass, lesson.subject_name);
            week->lessons.push_back(std::move(lesson));
        }
    }

    void read_feet(const Table& table) {
        const std::size_t klass = table.column("class"), term = table.column("term"),
                          week = table.column("week"), from = table.column("from"),
                          to = table.column("to");
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            const std::vector<Datum>& cells = table.rows[row];
            const Key key =
                key_of(cells[klass], cells[term], cells[week], date_in_cell(cells[from]));
            const auto found = weeks_.find(key);
            if (found == weeks_.end()) continue;
            found->second.foot = row;
            if (!found->second.from.valid()) found->second.from = date_in_cell(cells[from]);
            if (!found->second.to.valid()) found->second.to = date_in_cell(cells[to]);
        }
    }

    std::vector<LogWeek> weeks() {
        std::vector<LogWeek> all;
        for (auto& [key, week] : weeks_) all.push_back(std::move(week));
        return all;
    }

private:
    Key key_of(const Datum& klass, const Datum& term, const Datum& week, Date from) const {
        const auto known = order_.find(plain_text(klass.value));
        std::string id = plain_text(term.value);
        const Period* period = id.empty() && from.valid() ? desk_.setting.term_of(from) : nullptr;
        if (period) id = period->id;
        return {known == order_.end() ? order_.size() : known->second, id,
                static_cast<int>(count_in(week))};
    }

    LogWeek* week_of(const Datum& klass, const Datum& term, const Datum& number, Date from,
                     Date to) {
        const Key key = key_of(klass, term, number, from);
        if (std::get<0>(key) == order_.size() || number.empty()) return nullptr;
        LogWeek& week = weeks_[key];
        week.klass = &desk_.setting.classes()[std::get<0>(key)];
        week.term = std::get<1>(key);
        week.number = std::get<2>(key);
        if (!week.from.valid()) week.from = from;
        if (!week.to.valid()) week.to = to;
        return &week;
    }

    const Subject* subject_of(const ClassSetting& klass, const std::string& name) {
        const auto [known, fresh] = subjects_.try_emplace({klass.subjects, name}, nullptr);
        if (!fresh || name.empty()) return known->second;
        known->second = desk_.setting.subject(klass, name);
        const auto part = name.rfind('(');
        if (!known->second && part != std::string::npos) {
            known->second = desk_.setting.subject(klass, clean(name.substr(0, part)));
        }
        return known->second;
    }

    const Desk& desk_;
    std::map<std::string, std::size_t> order_;
    std::map<Key, LogWeek> weeks_;
    std::map<std::pair<const SubjectList*, std::string>, const Subject*> subjects_;
};

}  // namespace

bool Lesson::class_meeting() const {
    return match_key(subject_name).find("sinh hoat") != std::string::npos;
}

std::vector<LogWeek> read_log_weeks(const Desk& desk) {
    Binder binder(desk);
    if (const Table* book = desk.rows_of("logbook")) binder.read(*book);
    if (const Table* feet = desk.rows_of("logbook_week")) binder.read_feet(*feet);
    return binder.weeks();
}

std::string weekday_words(int weekday) {
    return weekday == 7 ? "Chủ nhật" : "Thứ " + std::to_string(weekday + 1);
}

std::string lesson_words(const Lesson& lesson) {
    std::string text =
        lesson.day.empty() && lesson.weekday > 0 ? weekday_words(lesson.weekday) : lesson.day;
    if (lesson.period > 0)
        text += (text.empty() ? "tiết " : ", tiết ") + std::to_string(lesson.period);
    if (!lesson.session.empty()) text += " " + to_lower(lesson.session);
    if (!lesson.subject_name.empty()) text += " (" + lesson.subject_name + ")";
    return text;
}

std::string lesson_words_en(const Lesson& lesson) {
    std::string text = lesson.day + ", lesson " + std::to_string(lesson.period);
    if (!lesson.subject_name.empty()) text += " (" + lesson.subject_name + ")";
    return text;
}

void check_logbook(const Desk& desk) {
    const std::vector<LogWeek> weeks = read_log_weeks(desk);
    if (weeks.empty()) return;
    check_lessons(desk, weeks);
    check_log_complete(desk, weeks);
    check_log_feet(desk, weeks);
    check_log_absences(desk, weeks);
}

}  // namespace hoso
