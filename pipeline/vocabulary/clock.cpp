// SPDX-License-Identifier: Apache-2.0
#include "vocabulary/clock.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdlib>

#include "vocabulary/errors.h"
#include "vocabulary/value.h"

namespace hoso {

namespace {

constexpr std::int64_t kVietnamOffset = 7 * 3600;  // no daylight saving time

struct Local {
    Date day;
    int hour, minute, second;
};

Local in_vietnam(Instant instant) {
    const std::int64_t seconds = instant.seconds + kVietnamOffset;
    std::int64_t days = seconds / 86400;
    std::int64_t rest = seconds % 86400;
    if (rest < 0) {
        rest += 86400;
        --days;
    }
    const Date day = Date{1970, 1, 1}.plus_days(static_cast<int>(days));
    return {day, static_cast<int>(rest / 3600), static_cast<int>(rest / 60 % 60),
            static_cast<int>(rest % 60)};
}

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t length) {
    if (at + length > text.size()) return std::nullopt;
    int number = 0;
    const char* end = text.data() + at + length;
    const auto [stop, error] = std::from_chars(text.data() + at, end, number);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return number;
}

}  // namespace

std::string to_iso(Instant instant) {
    const Local local = in_vietnam(instant);
    return fmt::format("{}T{:02}:{:02}:{:02}+07:00", to_iso(local.day), local.hour, local.minute,
                       local.second);
}

std::string to_printed(Instant instant) {
    const Local local = in_vietnam(instant);
    return fmt::format("{} {:02}:{:02}:{:02} +07:00", to_dmy(local.day), local.hour, local.minute,
                       local.second);
}

std::optional<Instant> parse_instant(std::string_view text) {
    if (text.size() < 17 || (text[10] != 'T' && text[10] != ' ')) return std::nullopt;
    const auto day = parse_date(text.substr(0, 10));
    const auto hour = digits(text, 11, 2), minute = digits(text, 14, 2);
    if (!day || !hour || !minute || text[13] != ':' || *hour > 23 || *minute > 59) {
        return std::nullopt;
    }
    int second = 0;
    std::size_t at = 16;
    if (text[at] == ':') {
        const auto given = digits(text, 17, 2);
        if (!given || *given > 59) return std::nullopt;
        second = *given;
        at = 19;
    }
    std::int64_t offset = 0;
    const std::string_view zone = text.substr(at);
    if (zone != "Z") {
        const auto hours = digits(zone, 1, 2), minutes = digits(zone, 4, 2);
        if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':' || !hours ||
            !minutes) {
            return std::nullopt;
        }
        offset = (*hours * 60 + *minutes) * 60 * (zone[0] == '-' ? -1 : 1);
    }
    const std::chrono::sys_days days{std::chrono::year_month_day{
        std::chrono::year{day->year}, std::chrono::month{static_cast<unsigned>(day->month)},
        std::chrono::day{static_cast<unsigned>(day->day)}}};
    return Instant{days.time_since_epoch().count() * 86400LL + *hour * 3600 + *minute * 60 +
                   second - offset};
}

FixedClock make_clock(std::optional<Instant> as_of) {
    if (as_of) return FixedClock(*as_of);
    if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) {
        std::int64_t seconds = 0;
        const std::string_view text(epoch);
        const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
        if (error != std::errc{} || stop != text.data() + text.size()) {
            throw UsageError("SOURCE_DATE_EPOCH is not a number: " + std::string(text));
        }
        return FixedClock(Instant{seconds});
    }
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return FixedClock(Instant{std::chrono::duration_cast<std::chrono::seconds>(now).count()});
}

}  // namespace hoso
