// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>

#include "ingest/documents/mail/header.h"

namespace hoso {

namespace {

// Words between blanks and commas, comments left out.
std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    int depth = 0;
    std::size_t begin = text.npos;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : ' ';
        if (c == '(') ++depth;
        const bool apart = depth > 0 || c == ' ' || c == '\t' || c == ',';
        if (c == ')' && depth > 0) --depth;
        if (!apart && begin == text.npos) begin = i;
        if (apart && begin != text.npos) {
            words.push_back(text.substr(begin, i - begin));
            begin = text.npos;
        }
    }
    return words;
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || stop != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

std::optional<unsigned> month(std::string_view name) {
    constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
    if (name.size() != 3) return std::nullopt;
    std::string lower(name);
    for (char& c : lower) c = static_cast<char>(c | 0x20);
    const std::size_t at = kMonths.find(lower);
    if (at == kMonths.npos || at % 3 != 0) return std::nullopt;
    return static_cast<unsigned>(at / 3 + 1);
}

// RFC 5322, 4.3: two figures are 2000 to 2049 or 1950 to 1999.
std::optional<int> year(std::string_view text) {
    const auto value = number(text);
    if (!value || *value > 9999) return std::nullopt;
    if (text.size() == 2) return *value + (*value < 50 ? 2000 : 1900);
    return *value >= 1900 ? value : std::nullopt;
}

// "+07:00". Letters of military zones mean nothing certain, so they are not known.
std::optional<std::string> offset(std::string_view zone) {
    struct Named {
        std::string_view name, offset;
    };
    constexpr std::array kNamed{
        Named{"UT", "+00:00"},  Named{"GMT", "+00:00"}, Named{"UTC", "+00:00"},
        Named{"Z", "+00:00"},   Named{"ICT", "+07:00"}, Named{"EST", "-05:00"},
        Named{"EDT", "-04:00"}, Named{"CST", "-06:00"}, Named{"CDT", "-05:00"},
        Named{"MST", "-07:00"}, Named{"MDT", "-06:00"}, Named{"PST", "-08:00"},
        Named{"PDT", "-07:00"}};
    for (const Named& named : kNamed) {
        if (zone == named.name) return std::string(named.offset);
    }
    if (zone.size() != 5 || (zone[0] != '+' && zone[0] != '-')) return std::nullopt;
    const auto value = number(zone.substr(1));
    if (!value || *value % 100 > 59 || *value > 1400) return std::nullopt;
    const char sign = *value == 0 ? '+' : zone[0];
    return fmt::format("{}{:02}:{:02}", sign, *value / 100, *value % 100);
}

struct Time {
    int hour = 0, minute = 0, second = 0;
};
std::optional<Time> time_of(std::string_view text) {
    const std::size_t first = text.find(':');
    if (first == text.npos) return std::nullopt;
    const std::size_t second = text.find(':', first + 1);
    const bool seconds = second != text.npos;
    const auto h = number(text.substr(0, first));
    const auto m = number(text.substr(first + 1, seconds ? second - first - 1 : text.npos));
    const auto s = seconds ? number(text.substr(second + 1)) : std::optional<int>(0);
    if (!h || !m || !s || *h > 23 || *m > 59 || *s > 60) return std::nullopt;
    return Time{*h, *m, *s};
}

}  // namespace

std::optional<std::string> mail_date(std::string_view field) {
    std::vector<std::string_view> words = words_of(field);
    if (!words.empty() && !number(words.front())) words.erase(words.begin());  // "Mon,"
    if (words.size() < 5) return std::nullopt;
    const auto day = number(words[0]);
    const auto in_month = month(words[1]);
    const auto in_year = year(words[2]);
    const auto time = time_of(words[3]);
    const auto zone = offset(words[4]);
    if (!day || !in_month || !in_year || !time || !zone || *day > 31) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*in_year),
                                           std::chrono::month(*in_month),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}", *in_year, *in_month, *day,
                       time->hour, time->minute, time->second, *zone);
}

}  // namespace hoso
