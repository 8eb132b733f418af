// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "validate/constraints/checker.h"
#include "validate/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

// "012/QĐ-THCS" → 12; nullopt: does not begin with a number.
std::optional<int> number_in(const std::string& text) {
    int number = 0;
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9' && digits < 9) {
        number = 10 * number + (text[digits++] - '0');
    }
    return digits == 0 ? std::nullopt : std::optional(number);
}

// The value or the part of it that counts; "" where the cell is blank.
std::string part_of(const Checker& checker, std::size_t row, const Constraint::Part& part) {
    using Of = Constraint::Part::Of;
    const Datum& cell = checker.cell(row, part.column);
    if (cell.empty()) return "";
    if (part.of == Of::Year) {
        const auto* date = std::get_if<Date>(&cell.value);
        return date ? std::to_string(date->year) : "";
    }
    const std::string text = plain_text(cell.value);
    if (part.of == Of::Whole) return text;
    if (part.of == Of::Number) {
        const auto number = number_in(text);
        return number ? std::to_string(*number) : text;
    }
    const auto slash = text.find('/');
    return slash == std::string::npos ? "(không)" : to_upper(clean(text.substr(slash + 1)));
}

std::optional<std::string> key_of(const Checker& checker, std::size_t row,
                                  const std::vector<Constraint::Part>& parts) {
    std::string key;
    for (const Constraint::Part& part : parts) {
        const std::string text = part_of(checker, row, part);
        if (text.empty()) return std::nullopt;
        key += text + "|";
    }
    return key;
}

void unique(const Checker& checker, const Constraint& constraint) {
    std::map<std::string, std::size_t> first;
    const std::string& column = constraint.parts.front().column;
    for (std::size_t row = 0; row < checker.table().rows.size(); ++row) {
        const auto key = key_of(checker, row, constraint.parts);
        if (!key) continue;
        const auto [known, fresh] = first.try_emplace(*key, row);
        if (fresh) continue;
        const Location& there = checker.cell(known->second, column).where;
        if (there == checker.cell(row, column).where) continue;  // unpivoted: one cell, many rows
        checker.report(flaw::value_twice, constraint.severity, row, column,
                       {{"first", std::to_string(there.row)}}, {there});
    }
}

struct Numbered {
    int number = 0;
    std::size_t row = 0;
};

std::string run_words(int from, int to) {
    return from == to ? std::to_string(from) : std::to_string(from) + "–" + std::to_string(to);
}

void gaps(const Checker& checker, const Constraint& constraint, std::vector<Numbered> numbers) {
    std::stable_sort(numbers.begin(), numbers.end(),
                     [](const Numbered& a, const Numbered& b) { return a.number < b.number; });
    int next = constraint.first >= 0 ? constraint.first : numbers.front().number;
    for (const Numbered& each : numbers) {
        if (each.number > next) {
            checker.report(flaw::number_left_out, constraint.severity, each.row, constraint.column,
                           {{"missing", run_words(next, each.number - 1)}});
        }
        next = std::max(next, each.number + 1);
    }
}

// A document with a higher number is no older: a date between two others was written in later.
void dates(const Checker& checker, const std::string& column, std::vector<Numbered> numbers) {
    std::stable_sort(numbers.begin(), numbers.end(),
                     [](const Numbered& a, const Numbered& b) { return a.number < b.number; });
    const Numbered* before = nullptr;
    for (const Numbered& each : numbers) {
        const auto* date = std::get_if<Date>(&checker.cell(each.row, column).value);
        if (!date) continue;
        const Datum* other = before ? &checker.cell(before->row, column) : nullptr;
        if (other && *date < std::get<Date>(other->value)) {
            if (checker.told(checker.cell(each.row, column)) || checker.told(*other)) continue;
            checker.report(flaw::date_falls, flaw::date_falls.severity, each.row, column,
                           {{"number", std::to_string(each.number)},
                            {"before", std::to_string(before->number)},
                            {"date", spoken(*other)}},
                           {other->where});
            continue;  // the one before stays the measure
        }
        before = &each;
    }
}

void sequential(const Checker& checker, const Constraint& constraint) {
    std::map<std::string, std::vector<Numbered>> series;
    for (std::size_t row = 0; row < checker.table().rows.size(); ++row) {
        const auto number = number_in(plain_text(checker.cell(row, constraint.column).value));
        const auto key = key_of(checker, row, constraint.parts);
        if (number && key) series[*key].push_back({*number, row});
    }
    for (const auto& [key, numbers] : series) {
        for (std::size_t i = 1; i < numbers.size(); ++i) {
            const Numbered &before = numbers[i - 1], &here = numbers[i];
            const Location& above = checker.cell(before.row, constraint.column).where;
            const Location& place = checker.cell(here.row, constraint.column).where;
            // The order of two sheets says nothing.
            if (here.number >= before.number || above.origin != place.origin) continue;
            checker.report(flaw::number_falls, constraint.severity, here.row, constraint.column,
                           {{"before", std::to_string(before.number)}}, {above});
        }
        gaps(checker, constraint, numbers);
        for (const Constraint::Part& part : constraint.parts) {
            if (part.of == Constraint::Part::Of::Year) dates(checker, part.column, numbers);
        }
    }
}

}  // namespace

void check_order(const Checker& checker, const Constraint& constraint) {
    if (constraint.kind == Constraint::Kind::Unique) unique(checker, constraint);
    if (constraint.kind == Constraint::Kind::Sequential) sequential(checker, constraint);
}

}  // namespace hoso
