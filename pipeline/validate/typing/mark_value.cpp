// SPDX-License-Identifier: Apache-2.0
#include "validate/typing/mark_value.h"

#include <algorithm>
#include <charconv>

#include "assess/formula.h"
#include "assess/levels.h"
#include "validate/rules/values.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
    });
}

// Excel turns 5.6 into the fifth of June: as a real date, or as the text "05-Thg6".
std::string mark_behind_date(const std::string& text) {
    if (const auto date = parse_date(text)) {
        return std::to_string(date->day) + "," + std::to_string(date->month);
    }
    const auto dash = text.find('-');
    if (dash == std::string::npos || !all_digits(std::string_view(text).substr(0, dash))) return "";
    int day = 0;
    std::from_chars(text.data(), text.data() + dash, day);
    const std::string rest = match_key(text.substr(dash + 1));
    static constexpr std::string_view months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};
    for (std::size_t i = 0; i < 12; ++i) {
        const std::string number = std::to_string(i + 1);
        if (rest == months[i] || rest == "thg" + number || rest == "thg " + number) {
            return std::to_string(day) + "," + number;
        }
    }
    return "";
}

// Letters that look like digits.
std::string with_digits(std::string_view text) {
    std::string changed(text);
    for (char& c : changed) {
        if (c == 'O' || c == 'o' || c == 'Q') c = '0';
        if (c == 'l' || c == 'I' || c == '|') c = '1';
    }
    return changed;
}

struct Decimal {
    std::string_view whole, fraction;
    bool separated = false;
};

std::optional<Decimal> split_decimal(std::string_view text) {
    const auto at = text.find_first_of(".,");
    Decimal decimal{text.substr(0, at), {}, at != std::string_view::npos};
    if (decimal.separated) decimal.fraction = text.substr(at + 1);
    const auto digits_or_nothing = [](std::string_view part) {
        return std::all_of(part.begin(), part.end(), is_digit);
    };
    if (!digits_or_nothing(decimal.whole) || !digits_or_nothing(decimal.fraction)) {
        return std::nullopt;
    }
    if (decimal.whole.empty() && decimal.fraction.empty()) return std::nullopt;
    return decimal;
}

MarkReading fault(const Rule& rule, std::string guess = "") {
    MarkReading reading;
    reading.fault = &rule;
    reading.guess = std::move(guess);
    return reading;
}

MarkReading too_large(Tenths mark) {
    const int whole = mark.count / 10;
    // 20 … 99 without decimals: a comma was forgotten. 11 … 19 may be a slip of any kind.
    if (mark.count % 10 == 0 && whole >= 20 && whole <= 99) {
        return fault(flaw::mark_without_comma, spoken_mark(Tenths{whole}));
    }
    return fault(flaw::mark_out_of_range);
}

MarkReading read_number(std::string_view raw, const std::string& text, bool decimal_comma) {
    if (const auto mark = parse_tenths(text)) {
        if (mark->count > 100) return too_large(*mark);
        MarkReading reading;
        reading.mark = mark;
        if (raw != text) {
            reading.fault = &flaw::mark_with_blanks;
        } else if (!decimal_comma && text.find(',') != std::string::npos) {
            reading.fault = &flaw::mark_as_text;
        }
        return reading;
    }
    if (text.front() == '-' && split_decimal(text.substr(1))) return fault(flaw::mark_out_of_range);
    if (const auto decimal = split_decimal(text)) {
        if (!decimal->separated) return fault(flaw::mark_out_of_range);
        if (decimal->whole.empty() || decimal->fraction.empty())
            return fault(flaw::mark_unfinished);
        return fault(flaw::mark_too_precise);
    }
    if (std::any_of(text.begin(), text.end(), is_digit)) {
        if (const auto mark = parse_tenths(with_digits(text)); mark && mark->count <= 100) {
            return fault(flaw::mark_letter_for_digit, spoken_mark(*mark));
        }
    }
    return fault(has_letter(text) ? flaw::mark_in_words : flaw::mark_not_understood);
}

}  // namespace

bool is_gap(std::string_view cleaned) {
    static constexpr std::string_view signs[] = {"",  "-", "–", "—", "x",   "X", "v",
                                                 "V", "/", ".", "…", "...", "?"};
    return std::find(std::begin(signs), std::end(signs), cleaned) != std::end(signs);
}

bool is_exempt(std::string_view cleaned) {
    const std::string key = match_key(cleaned);
    return key == "m" || key == "mien" || key == "mg";
}

MarkReading read_mark(std::string_view raw, bool scored, bool decimal_comma) {
    const std::string text = clean(raw);
    MarkReading reading;
    reading.gap = is_gap(text);
    if (reading.gap) return reading;
    if (!is_digit(text.front()) && is_exempt(text)) {
        reading.exempt = true;
        return reading;
    }
    if (const std::string behind = mark_behind_date(text); !behind.empty()) {
        return fault(flaw::mark_is_date, behind);
    }
    const auto word = is_digit(text.front()) ? std::nullopt : passed(text);
    if (scored && word) return fault(flaw::remark_for_number);
    if (scored) return read_number(raw, text, decimal_comma);
    if (!word) {
        return fault(split_decimal(text) ? flaw::number_for_remark : flaw::mark_not_understood);
    }
    reading.passed = word;
    return reading;
}

}  // namespace hoso
