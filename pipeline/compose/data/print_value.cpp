// SPDX-License-Identifier: Apache-2.0
#include "compose/data/print_value.h"

#include <algorithm>
#include <charconv>

#include "vocabulary/text.h"

namespace hoso {

namespace {

std::string print_tenths(Tenths value, bool always_decimal) {
    std::string text = std::to_string(value.count / 10);
    const int rest = value.count % 10;
    if (rest != 0 || always_decimal) {
        text += ',';
        text += static_cast<char>('0' + rest);
    }
    return text;
}

constexpr std::size_t kDay = 10;  // of "2021-10-04"

// 288000000 → "288.000.000".
std::string print_money(std::int64_t value) {
    std::string text = std::to_string(value);
    const std::size_t digits = text.starts_with('-') ? 1 : 0;
    for (std::size_t at = text.size(); at > digits + 3;) text.insert(at -= 3, ".");
    return text;
}

// Which of two kinds comes first where a column holds both ("Đ" beside 7.5).
int rank(const Scalar& value) {
    if (std::holds_alternative<std::monostate>(value)) return 9;
    if (const auto* text = std::get_if<std::string>(&value)) return text->empty() ? 9 : 5;
    return static_cast<int>(value.index());
}

}  // namespace

std::string print_value(const Scalar& value, std::string_view format) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        if (format == "date" && text->size() > kDay && (*text)[kDay] == 'T') {
            // A moment, 2021-10-04T08:00:00Z, as files carry it: the day.
            if (const auto day = parse_date(text->substr(0, kDay))) return to_dmy(*day);
        }
        return format == "upper" ? to_upper(*text) : *text;
    }
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return format == "money" ? print_money(*number) : std::to_string(*number);
    }
    if (const auto* tenths = std::get_if<Tenths>(&value)) {
        return print_tenths(*tenths, format == "average");
    }
    if (const auto* date = std::get_if<Date>(&value)) {
        return format == "long-date" ? to_long_vietnamese(*date) : to_dmy(*date);
    }
    return plain_text(value);
}

bool is_print_format(std::string_view format) {
    constexpr std::string_view formats[] = {"mark",  "average", "date",    "long-date",
                                            "upper", "level",   "integer", "money"};
    return std::find(std::begin(formats), std::end(formats), format) != std::end(formats);
}

TextOf::TextOf(const Scalar& value) { reset(value); }

void TextOf::reset(const Scalar& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        view_ = *text;
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
        const auto end = std::to_chars(buffer_, buffer_ + sizeof buffer_, *number).ptr;
        view_ = {buffer_, static_cast<std::size_t>(end - buffer_)};
    } else {
        const std::string rest = plain_text(value);  // at most "2021-09-05"
        view_ = {buffer_, rest.copy(buffer_, sizeof buffer_)};
    }
}

int compare_scalars(const Scalar& a, const Scalar& b) {
    if (const int first = rank(a), second = rank(b); first != second)
        return first < second ? -1 : 1;
    if (rank(a) == 9) return 0;
    return a < b ? -1 : b < a ? 1 : 0;
}

}  // namespace hoso
