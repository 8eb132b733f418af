// SPDX-License-Identifier: Apache-2.0
#include "validate/tables/calendar.h"

#include <fmt/format.h>

namespace hoso {

namespace {

Datum plain(Scalar value) { return {std::move(value), {}, nullptr}; }

std::string month_id(int year, int month) { return fmt::format("{:04}-{:02}", year, month); }

std::string weekday_words(Date day) {
    return day.weekday() == 7 ? "CN" : std::to_string(day.weekday() + 1);
}

}  // namespace

std::vector<std::string> months_of(const Period& term) {
    std::vector<std::string> months;
    int year = term.from.year, month = term.from.month;
    while (year < term.to.year || (year == term.to.year && month <= term.to.month)) {
        months.push_back(month_id(year, month));
        if (++month > 12) {
            month = 1;
            ++year;
        }
    }
    return months;
}

void add_calendar(const Setting& setting, Tables& tables) {
    Table months{"month", {"term", "month", "number", "year", "title"}, {}};
    Table days{"day", {"month", "term", "day", "weekday", "school_day"}, {}};
    std::set<std::string> done;
    for (const Period& period : setting.job().periods) {
        if (period.axis != Axis::Term) continue;
        for (const std::string& id : months_of(period)) {
            const auto year = std::int64_t{std::stoi(id.substr(0, 4))};
            const auto number = std::int64_t{std::stoi(id.substr(5))};
            months.rows.push_back({plain(period.id), plain(id), plain(number), plain(year),
                                   plain(fmt::format("Tháng {} năm {}", number, year))});
            if (!done.insert(id).second) continue;  // January belongs to both terms
            for (int day = 1; day <= 31; ++day) {
                const Date date{static_cast<std::int16_t>(year), static_cast<std::int8_t>(number),
                                static_cast<std::int8_t>(day)};
                if (!date.valid()) break;
                const Period* term = setting.term_of(date);
                days.rows.push_back({plain(id), plain(term ? term->id : std::string()),
                                     plain(std::int64_t{day}), plain(weekday_words(date)),
                                     plain(setting.is_school_day(date))});
            }
        }
    }
    tables["month"] = std::move(months);
    tables["day"] = std::move(days);
}

}  // namespace hoso
