// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <regex>

#include "validate/constraints/checker.h"
#include "validate/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

void required(const Checker& checker, const Constraint& constraint) {
    for (std::size_t row = 0; row < checker.table().rows.size(); ++row) {
        const Datum& cell = checker.cell(row, constraint.column);
        if (!cell.empty() || checker.refused(cell)) continue;
        if (!constraint.when.empty() && checker.cell(row, constraint.when).empty()) continue;
        checker.report(flaw::cell_blank, constraint.severity, row, constraint.column, {});
    }
}

void pattern(const Checker& checker, const Constraint& constraint) {
    const std::regex form(constraint.pattern);
    for (std::size_t row = 0; row < checker.table().rows.size(); ++row) {
        const Datum& cell = checker.cell(row, constraint.column);
        if (cell.empty() || std::regex_match(plain_text(cell.value), form)) continue;
        checker.report(flaw::form_differs, constraint.severity, row, constraint.column,
                       {{"example", constraint.example}});
    }
}

void one_of(const Checker& checker, const Constraint& constraint) {
    std::set<std::string> keys;
    std::string list;
    for (const std::string& value : constraint.values) {
        keys.insert(match_key(value));
        list += (list.empty() ? "" : ", ") + value;
    }
    for (std::size_t row = 0; row < checker.table().rows.size(); ++row) {
        const Datum& cell = checker.cell(row, constraint.column);
        if (cell.empty() || keys.count(match_key(plain_text(cell.value))) != 0) continue;
        checker.report(flaw::not_in_list, constraint.severity, row, constraint.column,
                       {{"values", list}});
    }
}

// "@arrived_on" stands for that cell of the row.
Datum bound(const Checker& checker, std::size_t row, const std::string& text) {
    if (text.empty()) return {};
    if (text[0] == '@') return checker.cell(row, text.substr(1));
    if (const auto date = parse_date(text)) return {*date, {}, nullptr};
    return {text, {}, nullptr};
}

// nullopt: cannot be compared, which typing has told where it is a mistake.
std::optional<bool> less(const Datum& a, const Datum& b) {
    const auto *day = std::get_if<Date>(&a.value), *other = std::get_if<Date>(&b.value);
    if (day && other) return *day < *other;
    const auto left = thousandths(a), right = thousandths(b);
    if (!left || !right) return std::nullopt;
    return *left < *right;
}

// "từ 110 đến 175 cm", "từ ngày 05/09/2021 trở đi"
std::pair<std::string, std::string> range_words(const Datum& from, const Datum& to,
                                                const std::string& unit) {
    const std::string of = unit.empty() ? "" : " " + unit;
    const auto number = [](const Datum& cell) {
        const auto count = thousandths(cell);
        return count ? spoken(*count) : spoken(cell);
    };
    if (from.empty()) return {"không quá " + number(to) + of, "at most " + number(to) + of};
    if (to.empty())
        return {"từ " + number(from) + of + " trở lên", "at least " + number(from) + of};
    return {"từ " + number(from) + " đến " + number(to) + of,
            "from " + number(from) + " to " + number(to) + of};
}

void range(const Checker& checker, const Constraint& constraint) {
    for (std::size_t row = 0; row < checker.table().rows.size(); ++row) {
        const Datum& cell = checker.cell(row, constraint.column);
        if (cell.empty()) continue;
        if (constraint.age >= 0 && checker.age(row) != constraint.age) continue;
        const Datum from = bound(checker, row, constraint.from);
        const Datum to = bound(checker, row, constraint.to);
        if (!less(cell, from).value_or(false) && !less(to, cell).value_or(false)) continue;
        const auto [vi, en] = range_words(from, to, constraint.unit);
        const std::string years = std::to_string(constraint.age);
        checker.report(flaw::out_of_range, constraint.severity, row, constraint.column,
                       {{"range", vi + (constraint.age < 0 ? "" : " với em " + years + " tuổi")},
                        {"range_en", en + (constraint.age < 0 ? "" : " at the age of " + years)}});
    }
}

void sum(const Checker& checker, const Constraint& constraint) {
    for (std::size_t row = 0; row < checker.table().rows.size(); ++row) {
        const auto value = thousandths(checker.cell(row, constraint.column));
        std::optional<std::int64_t> expected = 0;
        std::string formula;
        for (const Constraint::Term& term : constraint.sum) {
            const auto part = thousandths(checker.cell(row, term.column));
            expected =
                expected && part ? std::optional(*expected + term.sign * *part) : std::nullopt;
            formula += (term.sign < 0     ? " − "
                        : formula.empty() ? ""
                                          : " + ") +
                       checker.heading(term.column);
        }
        // A blank among them is no wrong sum.
        if (!value || !expected || *value == *expected) continue;
        const std::string right = *expected < 0 ? "−" + spoken(-*expected) : spoken(*expected);
        checker.report(flaw::sum_differs, constraint.severity, row, constraint.column,
                       {{"formula", formula}, {"expected", right}});
    }
}

}  // namespace

void check_rows(const Checker& checker, const Constraint& constraint) {
    using Kind = Constraint::Kind;
    if (constraint.kind == Kind::Required) required(checker, constraint);
    if (constraint.kind == Kind::Pattern) pattern(checker, constraint);
    if (constraint.kind == Kind::Enum) one_of(checker, constraint);
    if (constraint.kind == Kind::Range) range(checker, constraint);
    if (constraint.kind == Kind::Equal) sum(checker, constraint);
}

}  // namespace hoso
