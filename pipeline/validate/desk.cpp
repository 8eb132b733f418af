// SPDX-License-Identifier: Apache-2.0
#include "validate/desk.h"

#include <algorithm>
#include <charconv>

#include "validate/rules.h"
#include "vocabulary/text.h"

namespace hoso {

const Table* Desk::rows_of(const std::string& dataset) const {
    const auto found = tables.find(dataset);
    return found == tables.end() || found->second.rows.empty() ? nullptr : &found->second;
}

std::string Desk::homeroom(const std::string& klass) const {
    const Person* person = setting.job().signer("homeroom", klass);
    return person ? person->name : "";
}

void Desk::not_checked(const std::string& who, const std::string& what, const std::string& what_en,
                       const std::string& missing, const std::string& missing_en) const {
    findings.add(flaw::not_checked, {Location{}},
                 {{"classes", who},
                  {"what", what},
                  {"what_en", what_en},
                  {"missing", missing},
                  {"missing_en", missing_en}},
                 {"", "", "", true});
}

std::vector<SchoolWeek> school_weeks(const Desk& desk) {
    std::vector<SchoolWeek> weeks;
    if (const Table* calendar = desk.rows_of("calendar_entry")) {
        for (std::size_t row = 0; row < calendar->rows.size(); ++row) {
            if (squeezed(calendar->text(row, "kind")) != "tuanhoc") continue;
            const Date from = date_in_cell(calendar->at(row, "from"));
            const Date to = date_in_cell(calendar->at(row, "to"));
            const std::string text = squeezed(calendar->text(row, "text"));
            int number = 0;
            const auto digit = text.find_first_of("0123456789");
            if (digit != std::string::npos) {
                std::from_chars(text.data() + digit, text.data() + text.size(), number);
            }
            if (from.valid() && to.valid() && number > 0) weeks.push_back({number, from, to});
        }
    }
    if (!weeks.empty()) return weeks;
    for (const Period& period : desk.setting.job().periods) {
        if (period.axis != Axis::Term) continue;
        Date monday = period.from.plus_days(1 - period.from.weekday());
        for (; monday <= period.to; monday = monday.plus_days(7)) {
            const SchoolWeek week{static_cast<int>(weeks.size()) + 1, monday, monday.plus_days(5)};
            if (first_school_day(desk.setting, week).valid()) weeks.push_back(week);
        }
    }
    return weeks;
}

Date first_school_day(const Setting& setting, const SchoolWeek& week) {
    for (Date day = week.from; day <= week.to; day = day.plus_days(1)) {
        if (setting.is_school_day(day)) return day;
    }
    return {};
}

Date last_school_day(const Setting& setting, const SchoolWeek& week) {
    Date last;
    for (Date day = week.from; day <= week.to; day = day.plus_days(1)) {
        if (setting.is_school_day(day)) last = day;
    }
    return last;
}

Timetables::Timetables(const Desk& desk) {
    const Table* table = desk.rows_of("timetable");
    if (!table) return;
    for (std::size_t row = 0; row < table->rows.size(); ++row) {
        const Date since = date_in_cell(table->at(row, "since"));
        const auto* weekday = std::get_if<std::int64_t>(&table->at(row, "weekday").value);
        const auto* period = std::get_if<std::int64_t>(&table->at(row, "period").value);
        // Lessons of the other half-day ("Trái buổi") change from week to week.
        const std::string session = match_key(table->text(row, "session"));
        if (!since.valid() || !weekday || !period || (!session.empty() && session != "sang")) {
            continue;
        }
        std::vector<Plan>& of = plans_[table->text(row, "class")];
        auto plan = std::find_if(of.begin(), of.end(),
                                 [&](const Plan& each) { return each.since == since; });
        if (plan == of.end()) plan = of.insert(of.end(), Plan{since, {}});
        plan->lessons[static_cast<int>(*weekday) - 1][static_cast<int>(*period)] =
            table->text(row, "subject_name");
    }
}

std::map<int, std::string> Timetables::lessons_on(const std::string& klass, Date day) const {
    const auto found = plans_.find(klass);
    if (found == plans_.end()) return {};
    const Plan* plan = nullptr;
    for (const Plan& each : found->second) {
        if (each.since <= day && (!plan || plan->since < each.since)) plan = &each;
    }
    if (!plan) return {};
    const auto lessons = plan->lessons.find(day.weekday());
    return lessons == plan->lessons.end() ? std::map<int, std::string>() : lessons->second;
}

Teachers::Teachers(const Desk& desk) {
    const Table* table = desk.rows_of("assignment");
    if (!table) return;
    for (std::size_t row = 0; row < table->rows.size(); ++row) {
        assigned_[{table->text(row, "class"), table->text(row, "subject")}].push_back(
            {{table->text(row, "teacher"), table->text(row, "sign_name")},
             date_in_cell(table->at(row, "from")),
             date_in_cell(table->at(row, "to"))});
    }
}

std::vector<Teachers::Person> Teachers::of(const std::string& klass, const std::string& subject,
                                           Date day) const {
    std::vector<Person> people;
    const auto found = assigned_.find({klass, subject});
    if (found == assigned_.end()) return people;
    for (const Assigned& each : found->second) {
        const bool later = day.valid() && day < each.from;
        const bool before = day.valid() && each.to.valid() && each.to < day;
        if (!later && !before) people.push_back(each.person);
    }
    return people;
}

Date date_in_cell(const Datum& cell) {
    const auto* date = std::get_if<Date>(&cell.value);
    return date ? *date : Date{};
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::optional<Instant> moment(const std::string& text) {
    const std::string tidied = clean(text);
    if (const auto exact = parse_instant(tidied)) return exact;
    return parse_instant(tidied + "+07:00");
}

Instant at(Date day, int minutes) {
    const auto midnight = parse_instant(to_iso(day) + "T00:00:00+07:00");
    return Instant{(midnight ? midnight->seconds : 0) + minutes * 60};
}

Date day_of(Instant instant) { return parse_date(to_iso(instant).substr(0, 10)).value_or(Date{}); }

std::string moment_words(Instant instant) {
    const std::string printed = to_printed(instant);  // 12/01/2022 09:30:00 +07:00
    return printed.substr(11, 8) + " ngày " + printed.substr(0, 10);
}

}  // namespace hoso
