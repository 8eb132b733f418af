// SPDX-License-Identifier: Apache-2.0
#include "vocabulary/value.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <stdexcept>

namespace hoso {

namespace {

// Reads one run of 1 … `most` digits off the front of `text`.
std::optional<int> take_number(std::string_view& text, std::size_t most) {
    std::size_t length = 0;
    while (length < text.size() && length < most && text[length] >= '0' && text[length] <= '9') {
        ++length;
    }
    int number = 0;
    if (length == 0) return std::nullopt;
    std::from_chars(text.data(), text.data() + length, number);
    text.remove_prefix(length);
    return number;
}

bool take(std::string_view& text, char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
}

std::chrono::year_month_day calendar_day(Date date) {
    return {std::chrono::year{date.year}, std::chrono::month{static_cast<unsigned>(date.month)},
            std::chrono::day{static_cast<unsigned>(date.day)}};
}

std::optional<Date> checked(int year, int month, int day) {
    const Date date{static_cast<std::int16_t>(year), static_cast<std::int8_t>(month),
                    static_cast<std::int8_t>(day)};
    if (!date.valid()) return std::nullopt;
    return date;
}

}  // namespace

std::optional<Tenths> parse_tenths(std::string_view text) {
    const auto whole = take_number(text, 3);
    if (!whole) return std::nullopt;
    if (text.empty()) return Tenths{*whole * 10};
    if (!take(text, '.') && !take(text, ',')) return std::nullopt;
    const auto tenth = take_number(text, 1);
    if (!tenth || !text.empty()) return std::nullopt;
    return Tenths{*whole * 10 + *tenth};
}

bool Date::valid() const {
    return year >= 1900 && month > 0 && day > 0 && calendar_day(*this).ok();
}

int Date::weekday() const {
    return static_cast<int>(
        std::chrono::weekday{std::chrono::sys_days{calendar_day(*this)}}.iso_encoding());
}

Date Date::plus_days(int days) const {
    const std::chrono::year_month_day moved{std::chrono::sys_days{calendar_day(*this)} +
                                            std::chrono::days{days}};
    return {static_cast<std::int16_t>(static_cast<int>(moved.year())),
            static_cast<std::int8_t>(static_cast<unsigned>(moved.month())),
            static_cast<std::int8_t>(static_cast<unsigned>(moved.day()))};
}

std::optional<Date> parse_date(std::string_view text) {
    const auto first = take_number(text, 4);
    if (!first) return std::nullopt;
    if (take(text, '-')) {
        const auto month = take_number(text, 2);
        if (!month || !take(text, '-')) return std::nullopt;
        const auto day = take_number(text, 2);
        if (!day || !text.empty()) return std::nullopt;
        return checked(*first, *month, *day);
    }
    if (!take(text, '/')) return std::nullopt;
    const auto month = take_number(text, 2);
    if (!month || !take(text, '/') || text.size() != 4) return std::nullopt;
    const auto year = take_number(text, 4);
    if (!year || !text.empty() || *first > 31) return std::nullopt;
    return checked(*year, *month, *first);
}

std::string to_dmy(Date date) {
    return fmt::format("{:02}/{:02}/{:04}", static_cast<int>(date.day),
                       static_cast<int>(date.month), date.year);
}

std::string to_iso(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, static_cast<int>(date.month),
                       static_cast<int>(date.day));
}

std::string to_long_vietnamese(Date date) {
    const int month = date.month;
    return fmt::format("ngày {:02} tháng {} năm {}", static_cast<int>(date.day),
                       month <= 2 ? fmt::format("{:02}", month) : std::to_string(month), date.year);
}

std::string plain_text(const Scalar& value) {
    struct Visitor {
        std::string operator()(std::monostate) const { return ""; }
        std::string operator()(const std::string& s) const { return s; }
        std::string operator()(std::int64_t n) const { return std::to_string(n); }
        std::string operator()(Tenths t) const {
            return fmt::format("{}.{}", t.count / 10, t.count % 10);
        }
        std::string operator()(Date d) const { return to_iso(d); }
        std::string operator()(bool b) const { return b ? "true" : "false"; }
    };
    return std::visit(Visitor{}, value);
}

int Table::find_column(std::string_view name) const {
    const auto found = std::find(columns.begin(), columns.end(), name);
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

std::size_t Table::column(std::string_view name) const {
    const int index = find_column(name);
    if (index < 0) {
        throw std::logic_error("dataset " + dataset + " has no column " + std::string(name));
    }
    return static_cast<std::size_t>(index);
}

const Datum& Table::at(std::size_t row, std::string_view name) const {
    return rows.at(row).at(column(name));
}

std::string Table::text(std::size_t row, std::string_view name) const {
    return plain_text(at(row, name).value);
}

}  // namespace hoso
