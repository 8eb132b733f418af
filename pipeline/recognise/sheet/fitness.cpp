// SPDX-License-Identifier: Apache-2.0
#include "recognise/sheet/fitness.h"

#include <algorithm>
#include <set>

#include "recognise/rules.h"

namespace hoso {

namespace {

Scope nothing() {
    Scope scope;
    scope.nothing = true;
    return scope;
}

std::string quoted(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "\"" : ", \"") + name + "\"";
    return text;
}

class Fitness {
public:
    Fitness(const Grid& grid, const Header& header, const Context& context, Findings& findings)
        : grid_(grid), header_(header), context_(context), findings_(findings) {}

    bool check(const Binding& binding) {
        bool usable = context_.usable;
        const Layout& layout = *header_.layout;
        for (const std::size_t i : binding.duplicates) {
            usable = false;
            findings_.add(rules::duplicate_heading, {header_.headings[i].where},
                          {{"heading", header_.headings[i].shown}, {"system", layout.system_title}},
                          context_.scopes());
        }
        std::vector<std::string> unknown;
        for (const std::size_t i : binding.unknown) unknown.push_back(header_.headings[i].shown);
        if (!unknown.empty()) {
            findings_.add(rules::unknown_column, {header_.headings[binding.unknown.front()].where},
                          {{"columns", quoted(unknown)}}, nothing());
        }
        for (const BoundTable& table : binding.tables) {
            usable = check_required(table) && usable;
            usable = check_term(table) && usable;
        }
        return usable;
    }

private:
    bool check_required(const BoundTable& table) {
        bool complete = true;
        const Dataset& dataset = *table.shape->dataset;
        for (std::size_t i = 0; i < dataset.type.columns.size(); ++i) {
            const ColumnType& column = dataset.type.columns[i];
            if (!column.required || table.columns[i] >= 0 || by_unpivot(table, i)) continue;
            if (const ContextValue* value = context_.find(column.name)) {
                if (value->from_file_name && asked_.insert(column.name).second) {
                    findings_.add(rules::from_file_name, {grid_.where(header_.row, 0)},
                                  {{"what_vi", std::string(vietnamese_name(column.name))},
                                   {"what_en", std::string(english_name(column.name))},
                                   {"value", value->value}},
                                  nothing());
                }
                continue;
            }
            complete = false;
            if (!asked_.insert(column.name).second) continue;
            missing(table.shape->columns[i], column.name);
        }
        return complete;
    }

    static bool by_unpivot(const BoundTable& table, std::size_t column) {
        if (table.shape->unpivot.empty()) return false;
        const Unpivot& unpivot = table.shape->unpivot.front();
        if (column == unpivot.value) return true;
        return !table.takes.empty() &&
               std::all_of(table.takes.begin(), table.takes.end(), [&](const BoundTake& bound) {
                   const auto& sets = bound.take->sets;
                   return (column == unpivot.into &&
                           (bound.take->others || !bound.take->as.empty())) ||
                          std::any_of(sets.begin(), sets.end(),
                                      [&](const auto& set) { return set.first == column; });
               });
    }

    void missing(const Headings& wanted, const std::string& column) {
        const Location where = grid_.where(header_.row, 0);
        if (vietnamese_name(column) != column) {
            findings_.add(rules::missing_context, {where},
                          {{"what_vi", std::string(vietnamese_name(column))},
                           {"what_en", std::string(english_name(column))}},
                          context_.scopes());
            return;
        }
        findings_.add(rules::missing_heading, {where},
                      {{"layout", header_.layout->title},
                       {"missing", quoted({wanted.shown.empty() ? column : wanted.shown})},
                       {"system", header_.layout->system_title}},
                      context_.scopes());
    }

    // A column "… HKI" alone under a title of the second term.
    bool check_term(const BoundTable& table) {
        const ContextValue* term = context_.find("term");
        if (!term || table.takes.size() != 1) return true;
        const BoundTake& bound = table.takes.front();
        const std::size_t into = table.shape->unpivot.front().into;
        const std::string& as = bound.take->as;
        if (table.shape->dataset->type.columns[into].name != "term" || as.empty() ||
            as == term->value) {
            return true;
        }
        const Heading& heading = header_.headings[bound.heading];
        const std::string cell = cell_name(heading.where.row, heading.where.column);
        findings_.add(rules::contradicting_title, {term->where, heading.where},
                      {{"what_vi", std::string(vietnamese_name("term"))},
                       {"what_en", std::string(english_name("term"))},
                       {"first", term->value},
                       {"second", heading.shown},
                       {"place_vi", "cột ở ô " + cell},
                       {"place_en", "the column at " + cell}},
                      context_.scopes());
        return false;
    }

    const Grid& grid_;
    const Header& header_;
    const Context& context_;
    Findings& findings_;
    std::set<std::string> asked_;  // two tables miss the class once
};

}  // namespace

bool is_fit(const Grid& grid, const Header& header, const Binding& binding, const Context& context,
            Findings& findings) {
    return Fitness(grid, header, context, findings).check(binding);
}

}  // namespace hoso
