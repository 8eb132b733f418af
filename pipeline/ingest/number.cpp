// SPDX-License-Identifier: Apache-2.0
#include "ingest/number.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <utility>

namespace hoso {

namespace {

constexpr int kSignificantDigits = 15;
constexpr std::int64_t kSecondsPerDay = 86'400;

std::string date_text(std::chrono::sys_days day) {
    const std::chrono::year_month_day date(day);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string time_text(std::int64_t seconds, bool always_seconds) {
    const std::int64_t hours = seconds / 3600, minutes = seconds / 60 % 60;
    if (seconds % 60 == 0 && !always_seconds) return fmt::format("{:02}:{:02}", hours, minutes);
    return fmt::format("{:02}:{:02}:{:02}", hours, minutes, seconds % 60);
}

std::string date_time_text(std::chrono::sys_days day, std::int64_t seconds) {
    if (seconds == 0) return date_text(day);
    return date_text(day) + "T" + time_text(seconds, true);
}

std::optional<int> whole_number(std::string_view digits) {
    if (digits.find_first_not_of("0123456789") != digits.npos) return std::nullopt;
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

// Takes an unsigned decimal number and the mark behind it off the front.
std::optional<double> take_number(std::string_view& text, char mark) {
    const std::size_t end = text.find(mark);
    if (end == text.npos || end == 0 || end > 18) return std::nullopt;
    if (text.substr(0, end).find_first_not_of("0123456789.") != text.npos) return std::nullopt;
    const auto value = parse_number(text.substr(0, end));
    text.remove_prefix(end + 1);
    return value;
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
    double value = 0;
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stop != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::string number_text(double value) {
    char buffer[64];
    const auto written = std::to_chars(buffer, buffer + sizeof buffer, value,
                                       std::chars_format::scientific, kSignificantDigits - 1);
    const std::string_view text(buffer, static_cast<std::size_t>(written.ptr - buffer));
    const std::size_t e = text.find('e');
    int exponent = 0;
    std::from_chars(text.data() + e + (text[e + 1] == '+' ? 2 : 1), written.ptr, exponent);
    std::string digits;
    for (const char c : text.substr(0, e)) {
        if (c >= '0' && c <= '9') digits += c;
    }
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.empty()) return "0";

    const std::string sign = value < 0 ? "-" : "";
    if (exponent < 0) {
        return sign + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
    }
    const auto whole = static_cast<std::size_t>(exponent) + 1;
    if (digits.size() <= whole) return sign + digits + std::string(whole - digits.size(), '0');
    return sign + digits.substr(0, whole) + "." + digits.substr(whole);
}

NumberShape builtin_shape(unsigned id) {
    if (id >= 14 && id <= 17) return NumberShape::Date;
    if (id == 22) return NumberShape::DateTime;
    if ((id >= 18 && id <= 21) || id == 45 || id == 47) return NumberShape::Time;
    return NumberShape::Number;
}

NumberShape shape_of_format(std::string_view code) {
    bool days = false, hours = false, months_or_minutes = false;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        switch (code[i]) {
            case '"':  // literal text
                i = std::min(code.find('"', i + 1), code.size());
                break;
            case '\\':
            case '_':
            case '*':  // the next character is literal or filling
                ++i;
                break;
            case '[': {  // [Red], [$-42A], [h]: elapsed time is a plain number of days
                const std::size_t close = std::min(code.find(']', i), code.size());
                const char c = i + 1 < code.size() ? code[i + 1] : ' ';
                if (close == i + 2 && (c == 'h' || c == 'm' || c == 's'))
                    return NumberShape::Number;
                if (close == i + 3 && (c == 'h' || c == 'm' || c == 's'))
                    return NumberShape::Number;
                i = close;
                break;
            }
            case 'd':
            case 'D':
            case 'y':
            case 'Y':
                days = true;
                break;
            case 'h':
            case 'H':
            case 's':
            case 'S':
                hours = true;
                break;
            case 'm':
            case 'M':
                months_or_minutes = true;
                break;
            case 'G':
            case 'g':  // "General": its letters are no codes
                return NumberShape::Number;
            default:
                break;
        }
    }
    if (days) return hours ? NumberShape::DateTime : NumberShape::Date;
    if (hours) return NumberShape::Time;
    return months_or_minutes ? NumberShape::Date : NumberShape::Number;
}

unsigned code_digits(std::string_view format_code) {
    const std::string_view positive = format_code.substr(0, format_code.find(';'));
    const bool zeros = positive.find_first_not_of('0') == positive.npos;
    // More digits than a number has: no code of anybody.
    return zeros && positive.size() > 1 && positive.size() <= kSignificantDigits
               ? static_cast<unsigned>(positive.size())
               : 0;
}

bool pad_code(std::string& number, unsigned digits) {
    if (number.size() >= digits || number.find_first_of("-.") != number.npos) return false;
    number.insert(0, digits - number.size(), '0');
    return true;
}

std::optional<std::string> serial_text(double serial, NumberShape shape, bool date1904) {
    using namespace std::chrono;
    constexpr double kLastSerial = 2'958'465;  // 9999-12-31
    if (!(serial >= 0) || serial >= kLastSerial + 1) return std::nullopt;
    const auto total = static_cast<std::int64_t>(std::llround(serial * kSecondsPerDay));
    std::int64_t day = total / kSecondsPerDay;
    const std::int64_t seconds = total % kSecondsPerDay;
    if (day == 0 && shape != NumberShape::Date && !date1904) return time_text(seconds, false);
    if (shape == NumberShape::Time && day == 0) return time_text(seconds, false);

    sys_days first = sys_days{year{1904} / January / 1};
    if (!date1904) {
        if (day == 0 || day == 60) return std::nullopt;
        first = sys_days{year{1899} / December / 30};
        if (day < 60) ++day;
    }
    return date_time_text(first + days{day}, seconds);
}

std::optional<std::string> iso_date_text(std::string_view text) {
    using namespace std::chrono;
    if (text.ends_with('Z')) text.remove_suffix(1);
    if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto y = whole_number(text.substr(0, 4)), m = whole_number(text.substr(5, 2)),
               d = whole_number(text.substr(8, 2));
    if (!y || !m || !d) return std::nullopt;
    const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)},
                              day{static_cast<unsigned>(*d)}};
    if (!date.ok()) return std::nullopt;
    if (text.size() == 10) return date_text(date);

    const std::string clock = std::string(text.substr(11)) + ':';
    std::string_view rest = clock;
    const auto hour = take_number(rest, ':'), minute = take_number(rest, ':');
    const auto second = rest.empty() ? std::optional<double>(0) : take_number(rest, ':');
    const bool good = hour && minute && second && rest.empty() && *hour < 24 && *minute < 60 &&
                      *second < 60 && text[10] == 'T';
    if (!good) return std::nullopt;
    const auto seconds = std::llround(*hour * 3600 + *minute * 60 + *second);
    // Day 0, which programs put at either of these, carries a time of day only.
    const bool no_day = date == year{1899} / December / 31 || date == year{1899} / December / 30;
    if (no_day) return time_text(seconds, false);
    return date_time_text(sys_days{date} + days{seconds / kSecondsPerDay},
                          seconds % kSecondsPerDay);
}

std::optional<double> duration_days(std::string_view text) {
    if (!text.starts_with("PT")) return std::nullopt;
    text.remove_prefix(2);
    double seconds = 0;
    bool any = false;
    for (const auto& [mark, unit] : {std::pair('H', 3600.0), {'M', 60.0}, {'S', 1.0}}) {
        if (text.find(mark) == text.npos) continue;
        const auto value = take_number(text, mark);
        if (!value) return std::nullopt;
        seconds += *value * unit;
        any = true;
    }
    if (!any || !text.empty()) return std::nullopt;
    return seconds / static_cast<double>(kSecondsPerDay);
}

}  // namespace hoso
