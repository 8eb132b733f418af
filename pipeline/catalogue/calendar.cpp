// SPDX-License-Identifier: Apache-2.0
#include "catalogue/calendar.h"

#include <algorithm>
#include <charconv>

namespace hoso {

namespace {

const Period* term_of_day(const Job& job, Date day) {
    for (const Period& period : job.periods) {
        if (period.axis == Axis::Term && period.from <= day && day <= period.to) return &period;
    }
    return nullptr;
}

bool has_lessons(const Job& job, Date day) {
    const bool free = std::any_of(
        job.holidays.begin(), job.holidays.end(),
        [&](const Holiday& holiday) { return holiday.from <= day && day <= holiday.to; });
    return day.weekday() != 7 && !free && term_of_day(job, day) != nullptr;
}

int number_of(std::string_view id) {
    int number = 0;
    const char* end = id.data() + id.size();
    const auto read = std::from_chars(id.data() + 1, end, number);
    return read.ec == std::errc() && read.ptr == end ? number : 0;
}

struct Days {
    Date first, last;
};

// From the first day of a term to the last one; invalid without terms.
Days days_of_terms(const Job& job) {
    Days days;
    for (const Period& period : job.periods) {
        if (period.axis != Axis::Term) continue;
        if (!days.first.valid() || period.from < days.first) days.first = period.from;
        if (!days.last.valid() || days.last < period.to) days.last = period.to;
    }
    return days;
}

// Of these days, those with lessons: first and last; invalid if there are none.
Days lessons_between(const Job& job, Date from, Date to) {
    Days lessons;
    for (Date day = from; day <= to; day = day.plus_days(1)) {
        if (!has_lessons(job, day)) continue;
        if (!lessons.first.valid()) lessons.first = day;
        lessons.last = day;
    }
    return lessons;
}

Days week_of(const Job& job, const Days& year, int number) {
    int week = 0;
    Date monday = year.first.plus_days(1 - year.first.weekday());
    for (; monday <= year.last; monday = monday.plus_days(7)) {
        const Days lessons = lessons_between(job, monday, monday.plus_days(5));
        if (lessons.first.valid() && ++week == number) return lessons;
    }
    return {};
}

Days month_of(const Days& year, int number) {
    const auto start =
        static_cast<std::int16_t>(number >= year.first.month ? year.first.year : year.last.year);
    const Date first{start, static_cast<std::int8_t>(number), 1};
    if (!first.valid()) return {};
    Date last = first.plus_days(27);
    while (last.plus_days(1).month == first.month) last = last.plus_days(1);
    if (last < year.first || year.last < first) return {};
    return {std::max(first, year.first), std::min(last, year.last)};
}

}  // namespace

const Period* term_around(const Job& job, const Period& period) {
    if (period.axis == Axis::Term) return job.period(period.id);
    if (period.axis != Axis::Week && period.axis != Axis::Month) return nullptr;
    const Period* term = term_of_day(job, period.from);
    return term != nullptr ? term : term_of_day(job, period.to);
}

std::optional<Period> calendar_period(const Job& job, std::string_view id) {
    const auto axis = axis_of(id);
    if (axis != Axis::Week && axis != Axis::Month) return std::nullopt;
    const Days year = days_of_terms(job);
    const int number = number_of(id);
    if (!year.first.valid() || number < 1) return std::nullopt;
    const Days days = *axis == Axis::Week ? week_of(job, year, number) : month_of(year, number);
    if (!days.first.valid()) return std::nullopt;
    const std::string full =
        std::string(id.substr(0, 1)) + (number < 10 ? "0" : "") + std::to_string(number);
    return Period{job.year, *axis, full, days.first, days.last, days.last};
}

}  // namespace hoso
