// SPDX-License-Identifier: Apache-2.0
#include "vocabulary/finding.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <tuple>

namespace hoso {

namespace {

std::string put_in(std::string_view text, const Finding& finding) {
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (const auto& [name, value] : finding.args) store.push_back(fmt::arg(name.c_str(), value));
    try {
        return fmt::vformat(fmt::string_view(text.data(), text.size()), store);
    } catch (const fmt::format_error& error) {
        throw std::logic_error("rule " + std::string(finding.rule->id) + ": " + error.what() +
                               " in \"" + std::string(text) + "\"");
    }
}

auto order(const Finding& f) { return std::tie(f.places, f.rule->id, f.args, f.scopes); }

}  // namespace

bool Finding::holds_back() const {
    return severity() == Severity::Error &&
           std::any_of(scopes.begin(), scopes.end(), [](const Scope& s) { return !s.nothing; });
}

std::string message(const Finding& finding, Language language) {
    return put_in(language == Language::English ? finding.rule->en : finding.rule->vi, finding);
}

std::string hint(const Finding& finding, Language language) {
    return put_in(language == Language::English ? finding.rule->hint_en : finding.rule->hint_vi,
                  finding);
}

std::string describe(const Location& place) {
    if (!place.origin) return "";
    std::string text = place.origin->file;
    if (!place.origin->sheet.empty()) text += " › " + place.origin->sheet;
    const std::string cell = cell_name(place.row, place.column);
    if (!cell.empty()) text += " › " + cell;
    return text;
}

void Findings::add(const Rule& rule, std::vector<Location> places,
                   std::map<std::string, std::string> args, Scope scope) {
    add(rule, std::move(places), std::move(args), std::vector<Scope>{std::move(scope)});
}

void Findings::add(const Rule& rule, std::vector<Location> places,
                   std::map<std::string, std::string> args, std::vector<Scope> scopes) {
    if (scopes.empty()) throw std::logic_error(std::string(rule.id) + ": a finding without scope");
    items_.push_back({&rule, std::move(places), std::move(args), std::move(scopes)});
}

void Findings::append(Findings&& other) {
    std::move(other.items_.begin(), other.items_.end(), std::back_inserter(items_));
    other.items_.clear();
}

std::vector<Finding> Findings::sorted() const {
    std::vector<Finding> result = items_;
    std::stable_sort(result.begin(), result.end(),
                     [](const Finding& a, const Finding& b) { return order(a) < order(b); });
    const auto last =
        std::unique(result.begin(), result.end(),
                    [](const Finding& a, const Finding& b) { return order(a) == order(b); });
    result.erase(last, result.end());
    return result;
}

bool Findings::has_errors() const {
    return std::any_of(items_.begin(), items_.end(),
                       [](const Finding& f) { return f.severity() == Severity::Error; });
}

}  // namespace hoso
