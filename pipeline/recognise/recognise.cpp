// SPDX-License-Identifier: Apache-2.0
#include "recognise/recognise.h"

#include <algorithm>
#include <set>

#include "recognise/rows.h"
#include "recognise/rules.h"
#include "vocabulary/text.h"

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

// "lớp 6A, môn TOÁN, HK1"
std::string identity(const Context& context) {
    std::string text;
    for (const char* name :
         {"class", "subject", "term", "month", "week", "visit", "from", "year"}) {
        const std::string value = context.text(name);
        if (value.empty()) continue;
        if (!text.empty()) text += ", ";
        const std::string_view word = vietnamese_name(name);
        text += (value.rfind("HK", 0) == 0 || value == "CN" ? "" : std::string(word) + " ") + value;
    }
    return text;
}

class SheetReader {
public:
    SheetReader(const Profiles& profiles, Recognised& result, Findings& findings)
        : profiles_(profiles), result_(result), findings_(findings) {}

    void read(const Sheet& sheet) {
        const Grid grid(sheet);
        if (std::all_of(sheet.cells.begin(), sheet.cells.end(),
                        [](const Cell& cell) { return is_blank(cell.text); })) {
            findings_.add(rules::empty_sheet, {grid.where(0, 0)}, {}, nothing());
            unused(sheet);
            return;
        }
        const Layout* layout = nullptr;
        for (std::uint32_t first = 1; first <= grid.last_row();) {
            const HeaderSearch search = find_header(grid, profiles_.layouts(), first, layout);
            if (!search.found) {
                if (!layout) not_known(grid, search);
                return;
            }
            layout = search.found->layout;
            const std::uint32_t last = block(grid, *search.found, first);
            if (!layout->repeats) return;
            first = last + 1;
        }
    }

private:
    // Gives the last row that it used.
    std::uint32_t block(const Grid& grid, const Header& header, std::uint32_t first) {
        const Layout& layout = *header.layout;
        if (layout.tables.empty()) {
            findings_.add(rules::sheet_not_used, {grid.where(0, 0)}, {{"layout", layout.title}},
                          nothing());
            unused(grid.sheet());
            return grid.last_row();
        }
        const Context context = read_context(grid, layout, first, header.row, findings_);
        const Binding binding = bind(header);
        const bool usable = check(grid, header, binding, context);
        // What is wrong in the rows of a sheet that is left out is of no use to anybody.
        Findings ignored;
        Block block = read_rows(grid, header, binding, context, usable ? findings_ : ignored);
        if (usable && block.rows == 0 && !layout.may_be_empty) {
            findings_.add(rules::no_rows, {grid.where(header.row, 0)}, {{"layout", layout.title}},
                          context.scope());
        } else if (usable && !known_already(grid, layout, context)) {
            std::move(block.tables.begin(), block.tables.end(), std::back_inserter(result_.tables));
        }
        return block.last_row;
    }

    bool check(const Grid& grid, const Header& header, const Binding& binding,
               const Context& context) {
        bool usable = context.usable;
        const Layout& layout = *header.layout;
        for (const std::size_t i : binding.duplicates) {
            usable = false;
            findings_.add(rules::duplicate_heading, {header.headings[i].where},
                          {{"heading", header.headings[i].shown}, {"system", layout.system_title}},
                          context.scope());
        }
        std::vector<std::string> unknown;
        for (const std::size_t i : binding.unknown) unknown.push_back(header.headings[i].shown);
        if (!unknown.empty()) {
            findings_.add(rules::unknown_column, {header.headings[binding.unknown.front()].where},
                          {{"columns", quoted(unknown)}}, nothing());
        }
        std::set<std::string> asked;  // two tables miss the class once
        for (const BoundTable& table : binding.tables) {
            usable = check_required(grid, header, table, context, asked) && usable;
            usable = check_term(header, table, context) && usable;
        }
        return usable;
    }

    bool check_required(const Grid& grid, const Header& header, const BoundTable& table,
                        const Context& context, std::set<std::string>& asked) {
        bool complete = true;
        const Dataset& dataset = *table.shape->dataset;
        for (std::size_t i = 0; i < dataset.type.columns.size(); ++i) {
            const ColumnType& column = dataset.type.columns[i];
            if (!column.required || table.columns[i] >= 0 || by_unpivot(table, i)) continue;
            if (const ContextValue* value = context.find(column.name)) {
                if (value->from_file_name && asked.insert(column.name).second) {
                    findings_.add(rules::from_file_name, {grid.where(header.row, 0)},
                                  {{"what_vi", std::string(vietnamese_name(column.name))},
                                   {"what_en", std::string(english_name(column.name))},
                                   {"value", value->value}},
                                  nothing());
                }
                continue;
            }
            complete = false;
            if (!asked.insert(column.name).second) continue;
            missing(grid, header, table.shape->columns[i], column.name, context);
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

    void missing(const Grid& grid, const Header& header, const Headings& wanted,
                 const std::string& column, const Context& context) {
        const Location where = grid.where(header.row, 0);
        if (vietnamese_name(column) != column) {
            findings_.add(rules::missing_context, {where},
                          {{"what_vi", std::string(vietnamese_name(column))},
                           {"what_en", std::string(english_name(column))}},
                          context.scope());
            return;
        }
        findings_.add(rules::missing_heading, {where},
                      {{"layout", header.layout->title},
                       {"missing", quoted({wanted.shown.empty() ? column : wanted.shown})},
                       {"system", header.layout->system_title}},
                      context.scope());
    }

    // A column "… HKI" alone under a title of the second term.
    bool check_term(const Header& header, const BoundTable& table, const Context& context) {
        const ContextValue* term = context.find("term");
        if (!term || table.takes.size() != 1) return true;
        const BoundTake& bound = table.takes.front();
        const std::size_t into = table.shape->unpivot.front().into;
        const std::string& as = bound.take->as;
        if (table.shape->dataset->type.columns[into].name != "term" || as.empty() ||
            as == term->value) {
            return true;
        }
        const Heading& heading = header.headings[bound.heading];
        const std::string cell = cell_name(heading.where.row, heading.where.column);
        findings_.add(rules::contradicting_title, {term->where, heading.where},
                      {{"what_vi", std::string(vietnamese_name("term"))},
                       {"what_en", std::string(english_name("term"))},
                       {"first", term->value},
                       {"second", heading.shown},
                       {"place_vi", "cột ở ô " + cell},
                       {"place_en", "the column at " + cell}},
                      context.scope());
        return false;
    }

    // A sheet is its layout, class, term and subject, not its file: exports are repeated and
    // renamed (forms-and-practice §4).
    bool known_already(const Grid& grid, const Layout& layout, const Context& context) {
        const Location here = grid.where(0, 0);
        const std::map<std::string, std::string> args{{"layout", layout.title},
                                                      {"what", identity(context)}};
        const auto [bytes, new_bytes] =
            by_digest_.try_emplace(layout.id + "\n" + grid.sheet().source_digest + "\n" +
                                       here.origin->sheet + "\n" + identity(context),
                                   here);
        if (!new_bytes && bytes->second.origin->file != here.origin->file) {
            // The copy is the one with the longer name: "… (1).xlsx".
            std::vector<Location> places{here, bytes->second};
            if (here.origin->file.size() < bytes->second.origin->file.size()) {
                std::swap(places[0], places[1]);
            }
            findings_.add(rules::same_file_twice, places, args, nothing());
            return true;
        }
        if (!context.find("class")) return false;
        const auto [entry, fresh] =
            by_identity_.try_emplace(layout.id + "\n" + heading_key(identity(context)), here);
        if (fresh) return false;
        findings_.add(rules::exported_twice, {here, entry->second}, args, context.scope());
        return true;
    }

    void not_known(const Grid& grid, const HeaderSearch& search) {
        unused(grid.sheet());
        if (!search.nearest) {
            const Rule& rule = is_table(grid) ? rules::unknown_sheet : rules::no_table;
            findings_.add(rule, {grid.where(0, 0)}, {}, nothing());
            return;
        }
        const NearMiss& nearest = *search.nearest;
        Findings ignored;
        const Context context = read_context(grid, *nearest.layout, 1, nearest.row, ignored);
        Scope scope = context.scope();
        // A class or term that nothing names holds back nothing here; what is missing because of
        // this sheet is found where it is missed.
        if (scope.klass.empty()) scope = nothing();
        findings_.add(rules::missing_heading, {suspect(grid, nearest)},
                      {{"layout", nearest.layout->title},
                       {"missing", quoted(nearest.missing)},
                       {"system", nearest.layout->system_title}},
                      scope);
    }

    // Three rows of three cells.
    static bool is_table(const Grid& grid) {
        int rows = 0;
        for (std::uint32_t row = 1; row <= grid.last_row() && rows < 3; ++row) {
            if (grid.row(row).size() >= 3) ++rows;
        }
        return rows == 3;
    }

    // The only heading that nothing knows, or the only gap between two headings: it was probably
    // renamed or deleted.
    static Location suspect(const Grid& grid, const NearMiss& nearest) {
        std::vector<std::uint32_t> candidates;
        if (nearest.missing.size() == 1 && !nearest.layout->tables.empty()) {
            const Header header = read_header(grid, *nearest.layout, nearest.row);
            std::uint32_t next = header.headings.front().column;
            for (const Heading& heading : header.headings) {
                while (next < heading.column) candidates.push_back(next++);
                ++next;
            }
            for (const std::size_t i : bind(header).unknown) {
                candidates.push_back(header.headings[i].column);
            }
        }
        return grid.where(nearest.row, candidates.size() == 1 ? candidates.front() : 0);
    }

    void unused(const Sheet& sheet) {
        result_.unused.push_back(describe(Location{sheet.origin, 0, 0}));
    }

    const Profiles& profiles_;
    Recognised& result_;
    Findings& findings_;
    std::map<std::string, Location> by_digest_, by_identity_;
};

}  // namespace

Recognised recognise(const Ingested& ingested, const TemplateFolder& templates,
                     Findings& findings) {
    const Profiles profiles(templates);
    Recognised result;
    SheetReader reader(profiles, result, findings);
    for (const Sheet& sheet : ingested.sheets) reader.read(sheet);
    return result;
}

}  // namespace hoso
