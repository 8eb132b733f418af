// SPDX-License-Identifier: Apache-2.0
#include "recognise/sheet/sheet_reader.h"

#include <algorithm>
#include <set>

#include "recognise/rules.h"
#include "recognise/sheet/fitness.h"
#include "recognise/sheet/observe.h"
#include "recognise/sheet/rows.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

Scope nothing() {
    Scope scope;
    scope.nothing = true;
    return scope;
}

class SheetReader {
public:
    SheetReader(const Sheet& sheet, const Profiles& profiles, bool with_facts)
        : grid_(sheet), profiles_(profiles) {
        reading_.sheet = &sheet;
        if (with_facts) observer_.emplace(grid_, reading_.facts);
    }

    SheetReading read() {
        if (std::all_of(grid_.sheet().cells.begin(), grid_.sheet().cells.end(),
                        [](const Cell& cell) { return is_blank(cell.text); })) {
            findings().add(rules::empty_sheet, {grid_.where(0, 0)}, {}, nothing());
            reading_.unused = true;
        } else {
            blocks();
        }
        if (observer_) observer_->rows(reading_.unused);
        return std::move(reading_);
    }

private:
    void blocks() {
        HeaderSearch search = find_header(grid_, profiles_.layouts(), 1);
        if (!search.found) return not_known(search);
        std::uint32_t first = 1;
        for (std::optional<Header> header = std::move(search.found); header;) {
            const Block block = read_block(*header, first);
            if (block.next_header == 0) break;
            first = block.last_row + 1;
            header = read_header(grid_, *header->layout, block.next_header);
        }
    }

    Block read_block(const Header& header, std::uint32_t first) {
        const Layout& layout = *header.layout;
        if (layout.tables.empty()) {
            findings().add(rules::sheet_not_used, {grid_.where(0, 0)}, {{"layout", layout.title}},
                           nothing());
            reading_.unused = true;
            if (observer_) observer_->header(header, first, bind(header), {});
            return {};
        }
        Context context = read_context(grid_, layout, first, header.row, findings());
        const Binding binding = bind(header);
        bool usable = is_fit(grid_, header, binding, context, findings());
        if (observer_) observer_->header(header, first, binding, context);
        // What is wrong in the rows of a sheet that is left out is of no use to anybody.
        Findings ignored;
        Block block =
            read_rows(grid_, header, first, binding, context, usable ? findings() : ignored,
                      observer_ ? &observer_->uses() : nullptr);
        usable = usable && block.whole;
        if (usable && block.rows == 0 && !layout.may_be_empty) {
            usable = false;
            findings().add(rules::no_rows, {grid_.where(header.row, 0)}, {{"layout", layout.title}},
                           context.scopes());
        }
        if (observer_) observer_->block(block, usable);
        if (!usable) return block;
        note_hidden(header, binding, block);
        reading_.blocks.push_back({&layout, std::move(context), std::move(block.tables)});
        return block;
    }

    // Filters and outlines hide rows of an export; what they hide is part of it.
    void note_hidden(const Header& header, const Binding& binding, const Block& block) {
        const Sheet& sheet = grid_.sheet();
        std::string rows, columns;
        Location first_column;
        for (const std::uint32_t row : sheet.hidden_rows) {
            if (row < header.row || row > block.last_row || grid_.row(row).empty()) continue;
            rows += (rows.empty() ? "" : ", ") + std::to_string(row);
        }
        for (const std::size_t i : used_headings(binding)) {
            const Heading& heading = header.headings[i];
            const auto& hidden = sheet.hidden_columns;
            if (std::find(hidden.begin(), hidden.end(), heading.column) == hidden.end()) continue;
            if (columns.empty()) first_column = heading.where;
            columns += (columns.empty() ? "\"" : ", \"") + heading.shown + "\"";
        }
        const auto tell = [&](const Location& where, const std::string& vi, const std::string& en) {
            findings().add(rules::hidden_data, {where}, {{"what_vi", vi}, {"what_en", en}},
                           nothing());
        };
        if (sheet.hidden) tell(grid_.where(0, 0), "cả trang tính", "the whole sheet");
        if (!rows.empty()) tell(grid_.where(header.row, 0), "hàng " + rows, "rows " + rows);
        if (!columns.empty()) tell(first_column, "cột " + columns, "columns " + columns);
    }

    static std::set<std::size_t> used_headings(const Binding& binding) {
        std::set<std::size_t> used;
        for (const BoundTable& table : binding.tables) {
            for (const int heading : table.columns) {
                if (heading >= 0) used.insert(static_cast<std::size_t>(heading));
            }
            for (const BoundTake& take : table.takes) used.insert(take.heading);
        }
        return used;
    }

    void not_known(const HeaderSearch& search) {
        reading_.unused = true;
        if (observer_ && search.nearest) observer_->nearest(*search.nearest);
        if (!search.nearest || !search.nearest->convincing) {
            const Rule& rule = is_table() ? rules::unknown_sheet : rules::no_table;
            findings().add(rule, {grid_.where(0, 0)}, {}, nothing());
            return;
        }
        const NearMiss& nearest = *search.nearest;
        Findings ignored;
        const Context context = read_context(grid_, *nearest.layout, 1, nearest.row, ignored);
        // A class or term that nothing names holds back nothing here; what is missing because of
        // this sheet is found where it is missed.
        std::vector<Scope> scopes = context.scopes();
        if (context.text("class").empty()) scopes = {nothing()};
        std::string missing;
        for (const std::string& name : nearest.missing)
            missing += (missing.empty() ? "\"" : ", \"") + name + "\"";
        findings().add(rules::missing_heading, {suspect(nearest)},
                       {{"layout", nearest.layout->title},
                        {"missing", missing},
                        {"system", nearest.layout->system_title}},
                       scopes);
    }

    // Three rows of three cells.
    [[nodiscard]] bool is_table() const {
        int rows = 0;
        for (std::uint32_t row = 1; row <= grid_.last_row() && rows < 3; ++row) {
            if (grid_.row(row).size() >= 3) ++rows;
        }
        return rows == 3;
    }

    // The only heading that nothing knows, or the only gap between two headings: it was probably
    // renamed or deleted.
    [[nodiscard]] Location suspect(const NearMiss& nearest) const {
        std::vector<std::uint32_t> candidates;
        if (nearest.missing.size() == 1 && !nearest.layout->tables.empty()) {
            const Header header = read_header(grid_, *nearest.layout, nearest.row);
            std::uint32_t next = header.headings.front().column;
            for (const Heading& heading : header.headings) {
                while (next < heading.column) candidates.push_back(next++);
                ++next;
            }
            for (const std::size_t i : bind(header).unknown) {
                candidates.push_back(header.headings[i].column);
            }
        }
        return grid_.where(nearest.row, candidates.size() == 1 ? candidates.front() : 0);
    }

    Findings& findings() { return reading_.findings; }

    const Grid grid_;
    const Profiles& profiles_;
    SheetReading reading_;
    std::optional<Observer> observer_;
};

}  // namespace

SheetReading read_as_tables(const Sheet& sheet, const Profiles& profiles, bool with_facts) {
    return SheetReader(sheet, profiles, with_facts).read();
}

}  // namespace hoso
