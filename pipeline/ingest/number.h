// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hoso {

// The number as Excel shows it under "General": 15 significant digits, so that the 8.1 which a
// program stored as 8.0999999999999996 is 8.1 again; never an exponent; a dot.
std::string number_text(double value);

// What stands in <v>. nullopt: not a finite decimal number.
std::optional<double> parse_number(std::string_view text);

enum class NumberShape : std::uint8_t { Number, Date, DateTime, Time };

// A number format: built-in by id (ECMA-376-1, 18.8.30), else by its code ("dd/mm/yyyy").
NumberShape builtin_shape(unsigned id);
NumberShape shape_of_format(std::string_view code);

// How many digits a number format of zeros only shows at least: "0000000000" is 10, the format of
// a pupil's code. 0: the format does not ask for leading zeros.
unsigned code_digits(std::string_view format_code);
// Puts the zeros in front of a whole number's text. False: the number needs none.
bool pad_code(std::string& number, unsigned digits);

// A serial day as ISO text: "2021-09-05", "2022-01-08T11:30:00", "07:15". nullopt: no such day.
// 1900 system: day 60 is the 29 February 1900 that never was; the days before it are one off.
std::optional<std::string> serial_text(double serial, NumberShape shape, bool date1904);

// "2021-09-05", "2022-01-08T11:29:59.9996" (ISO 8601) as serial_text writes it. The day before
// day 1 only carries a time: "1899-12-31T07:15:00.000" → "07:15". nullopt: no such day or time.
std::optional<std::string> iso_date_text(std::string_view text);
// "PT07H15M00S" (xsd:duration without years, months, days) in days. nullopt: not one.
std::optional<double> duration_days(std::string_view text);

}  // namespace hoso
