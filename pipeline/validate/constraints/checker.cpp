// SPDX-License-Identifier: Apache-2.0
#include "validate/constraints/checker.h"

#include <algorithm>

#include "validate/typing/words.h"
#include "vocabulary/text.h"

namespace hoso {

std::string Checker::heading(const std::string& column) const {
    for (const ColumnType& type : type_.columns) {
        if (type.name != column) continue;
        return type.headings.empty() ? heading_of(type) : type.headings.front();
    }
    return column;
}

std::string Checker::text(std::size_t row, const char* column) const {
    return table_.find_column(column) < 0 ? "" : table_.text(row, column);
}

std::optional<int> Checker::age(std::size_t row) const {
    const auto date_of = [&](const char* column) -> Date {
        if (table_.find_column(column) < 0) return {};
        const auto* date = std::get_if<Date>(&table_.at(row, column).value);
        return date ? *date : Date{};
    };
    Date born = date_of("birth_date");
    const Pupil* pupil = born.valid() ? nullptr : roll_.find(text(row, "pupil"));
    if (pupil) born = pupil->birth_date;
    const Date day = date_of("date");
    if (!born.valid() || !day.valid()) return std::nullopt;
    const bool birthday_past = std::tie(day.month, day.day) >= std::tie(born.month, born.day);
    return day.year - born.year - (birthday_past ? 0 : 1);
}

Scope Checker::scope(std::size_t row) const {
    Scope scope{text(row, "class"), text(row, "pupil"), text(row, "term"), false};
    if (!has_own_checks(type_.id)) scope.dataset = type_.id;
    return scope;
}

void Checker::report(const Rule& rule, Severity severity, std::size_t row,
                     const std::string& column, std::map<std::string, std::string> args,
                     const std::vector<Location>& more) const {
    const Datum& cell = table_.at(row, column);
    args.try_emplace("value", spoken(cell));
    args["table"] = type_.title;
    args["column"] = heading(column);
    const std::string name = column == "name" ? "" : text(row, "name"), klass = text(row, "class");
    const bool person = !name.empty() && !text(row, "pupil").empty();
    args["who"] = person         ? " (em " + name + (klass.empty() ? "" : ", lớp " + klass) + ")"
                  : name.empty() ? ""
                                 : " (" + name + ")";
    std::vector<Location> places{cell.where};
    places.insert(places.end(), more.begin(), more.end());
    Finding finding{&rule, std::move(places), std::move(args), {scope(row)}};
    if (severity != rule.severity) finding.softened = severity;
    findings_.add(std::move(finding));
}

bool Checker::told(const Datum& cell) const {
    const auto points_here = [&](const Finding& finding) {
        return std::find(finding.places.begin(), finding.places.end(), cell.where) !=
               finding.places.end();
    };
    return std::any_of(findings_.items().begin(), findings_.items().end(), points_here);
}

std::optional<std::int64_t> thousandths(const std::string& text) {
    std::int64_t whole = 0;
    int decimals = -1;
    for (const char c : text) {
        if (c == '.' || c == ',') {
            if (decimals >= 0) return std::nullopt;
            decimals = 0;
        } else if (c < '0' || c > '9' || decimals == 3 || whole > 1'000'000'000'000) {
            return std::nullopt;
        } else {
            whole = 10 * whole + (c - '0');
            if (decimals >= 0) ++decimals;
        }
    }
    if (text.empty() || decimals == 0) return std::nullopt;
    for (int i = std::max(decimals, 0); i < 3; ++i) whole *= 10;
    return whole;
}

std::optional<std::int64_t> thousandths(const Datum& cell) {
    if (const auto* number = std::get_if<std::int64_t>(&cell.value)) return *number * 1000;
    if (const auto* tenths = std::get_if<Tenths>(&cell.value)) return tenths->count * 100LL;
    const auto* text = std::get_if<std::string>(&cell.value);
    return text ? thousandths(*text) : std::nullopt;
}

std::string spoken(std::int64_t number) {
    std::string text = std::to_string(number / 1000);
    std::string rest = std::to_string(1000 + number % 1000).substr(1);
    while (!rest.empty() && rest.back() == '0') rest.pop_back();
    return rest.empty() ? text : text + "," + rest;
}

std::string spoken(const Datum& cell) {
    if (const auto* date = std::get_if<Date>(&cell.value)) return to_dmy(*date);
    if (const auto* tenths = std::get_if<Tenths>(&cell.value)) return spoken(tenths->count * 100LL);
    return plain_text(cell.value);
}

}  // namespace hoso
