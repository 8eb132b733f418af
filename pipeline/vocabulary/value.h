// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "vocabulary/location.h"

namespace hoso {

// A mark or an average in tenths: 8.1 is Tenths{81}. Never a binary floating point number.
struct Tenths {
    std::int32_t count = 0;
    auto operator<=>(const Tenths&) const = default;
};

// "8" "8.5" "8,5" "10,0" → tenths. Anything else (also "8,55", "", "8.") → nullopt.
// The range is not checked here.
std::optional<Tenths> parse_tenths(std::string_view text);

// Half up, exact: sum of tenths over a divisor (TT58/2011 Điều 11, TT22/2021 Điều 9: one decimal).
constexpr Tenths mean_half_up(std::int64_t sum_of_tenths, std::int64_t divisor) {
    return Tenths{static_cast<std::int32_t>((2 * sum_of_tenths + divisor) / (2 * divisor))};
}

// A day of the civil calendar. Default constructed = no day.
struct Date {
    std::int16_t year = 0;
    std::int8_t month = 0;
    std::int8_t day = 0;
    auto operator<=>(const Date&) const = default;
    [[nodiscard]] bool valid() const;
    [[nodiscard]] int weekday() const;  // 1 = Monday … 7 = Sunday
    [[nodiscard]] Date plus_days(int days) const;
};
std::optional<Date> parse_date(std::string_view text);  // dd/mm/yyyy, d/m/yyyy, yyyy-mm-dd
std::string to_dmy(Date date);                          // 05/09/2021
std::string to_iso(Date date);                          // 2021-09-05
// "ngày 05 tháng 9 năm 2021": days below 10 and months 1, 2 get a zero (NĐ30/2020, Phụ lục I).
std::string to_long_vietnamese(Date date);

using Scalar = std::variant<std::monostate, std::string, std::int64_t, Tenths, Date, bool>;

// How a value was made when it does not simply stand in a cell.
struct Derivation {
    std::string rule;     // "tt22/average-term"
    std::string formula;  // with the numbers put in: "(8 + 7 + 9 + 8 + 2×7,5 + 3×8,5) / 9 = 8,1"
    std::vector<Location> inputs;
};

// A value with the place it came from. `where` is empty for computed values.
struct Datum {
    Scalar value;
    Location where;
    std::shared_ptr<const Derivation> derivation;

    [[nodiscard]] bool empty() const { return std::holds_alternative<std::monostate>(value); }
};

// Strings as they are, tenths "8.1", dates ISO, integers decimal, bool "true"/"false", empty "".
// For keys, JSON and messages; what is printed on a form is compose's business.
std::string plain_text(const Scalar& value);

// Rows of one dataset. Columns are those of templates/datasets/<dataset>.xml, or of a computed one.
struct Table {
    std::string dataset;
    std::vector<std::string> columns;
    std::vector<std::vector<Datum>> rows;

    [[nodiscard]] int find_column(std::string_view name) const;  // -1: no such column
    // Throws std::logic_error for an unknown column: a caller names only what the dataset has.
    [[nodiscard]] std::size_t column(std::string_view name) const;
    [[nodiscard]] const Datum& at(std::size_t row, std::string_view name) const;
    [[nodiscard]] std::string text(std::size_t row, std::string_view name) const;
};

}  // namespace hoso
