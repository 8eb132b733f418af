// SPDX-License-Identifier: Apache-2.0
#include "recognise/sheet/observe.h"

#include <algorithm>
#include <set>

#include "recognise/profile/likeness.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

bool contains(const std::vector<std::uint32_t>& numbers, std::uint32_t number) {
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

ReadFrom read_from(const ContextValue& value) {
    if (value.where.row > 0) return ReadFrom::Title;
    return value.from_file_name ? ReadFrom::FileName : ReadFrom::SheetName;
}

// The different values of a column, in the order of the rows.
std::string values_of(const Table& table, std::size_t column) {
    constexpr std::size_t most = 12;
    std::vector<std::string> seen;
    for (const auto& row : table.rows) {
        std::string text = plain_text(row[column].value);
        if (text.empty() || std::find(seen.begin(), seen.end(), text) != seen.end()) continue;
        if (seen.size() == most) return seen.front() + " … " + text + " …";
        seen.push_back(std::move(text));
    }
    std::string joined;
    for (const std::string& text : seen) joined += (joined.empty() ? "" : ", ") + text;
    return joined;
}

// What a row that holds part of the sheet's text was left as.
bool is_left(RowUse use) { return use >= RowUse::Stop; }

}  // namespace

Observer::Observer(const Grid& grid, SheetFacts& facts)
    : grid_(grid), facts_(facts), uses_(grid.last_row() + 1, RowUse::Blank) {
    const Sheet& sheet = grid.sheet();
    facts.origin = sheet.origin;
    facts.format = sheet.format;
    facts.encoding = sheet.encoding;
    facts.source_digest = sheet.source_digest;
    facts.hidden = sheet.hidden;
    facts.cells = sheet.cells.size();
    facts.merges = sheet.merges.size();
    facts.last_row = grid.last_row();
    std::set<std::uint32_t> filled_rows, filled_columns;
    for (const Cell& cell : sheet.cells) {
        facts.last_column = std::max(facts.last_column, cell.column);
        filled_rows.insert(cell.row);
        filled_columns.insert(cell.column);
    }
    for (const std::uint32_t row : sheet.hidden_rows) {
        if (filled_rows.count(row) != 0) facts.hidden_rows.push_back(row);
    }
    for (const std::uint32_t column : sheet.hidden_columns) {
        if (filled_columns.count(column) != 0) facts.hidden_columns.push_back(column);
    }
}

void Observer::header(const Header& header, std::uint32_t first, const Binding& binding,
                      const Context& context) {
    const Layout& layout = *header.layout;
    BlockFacts block;
    block.system = layout.system;
    block.system_title = layout.system_title;
    block.layout = layout.id;
    block.layout_title = layout.title;
    block.header_row = header.row;
    block.header_depth = header.depth;
    for (const TableShape& table : layout.tables) block.datasets.push_back(table.dataset->type.id);
    for (const auto& [name, value] : context.values)
        block.context.push_back({name, value.value, value.where, read_from(value)});
    columns(header, binding, block);
    for (std::uint32_t row = first; row < header.row; ++row) {
        if (!grid_.row(row).empty()) uses_[row] = RowUse::Title;
    }
    for (std::uint32_t row = header.row; row < header.row + header.depth; ++row) {
        if (row < uses_.size()) uses_[row] = RowUse::Header;
    }
    facts_.blocks.push_back(std::move(block));
}

void Observer::columns(const Header& header, const Binding& binding, BlockFacts& block) const {
    std::vector<std::vector<ColumnFeed>> feeds(header.headings.size());
    for (const BoundTable& table : binding.tables) {
        const Dataset& dataset = *table.shape->dataset;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (table.columns[i] < 0) continue;
            feeds[static_cast<std::size_t>(table.columns[i])].push_back(
                {dataset.type.id, dataset.type.columns[i].name, ""});
        }
        for (const BoundTake& bound : table.takes) {
            const std::size_t value = table.shape->unpivot.front().value;
            feeds[bound.heading].push_back(
                {dataset.type.id, dataset.type.columns[value].name,
                 bound.take->others ? header.headings[bound.heading].top : bound.take->as});
        }
    }
    for (std::size_t i = 0; i < header.headings.size(); ++i) {
        const Heading& heading = header.headings[i];
        const auto among = [i](const std::vector<std::size_t>& list) {
            return std::find(list.begin(), list.end(), i) != list.end();
        };
        ColumnFact column{heading.where, heading.shown, ColumnUse::Known, std::move(feeds[i]),
                          contains(grid_.sheet().hidden_columns, heading.column)};
        if (!column.feeds.empty()) column.use = ColumnUse::Read;
        if (among(binding.unknown)) column.use = ColumnUse::Unknown;
        if (among(binding.duplicates)) column.use = ColumnUse::Twice;
        block.columns.push_back(std::move(column));
    }
}

void Observer::block(const Block& block, bool used) {
    BlockFacts& facts = facts_.blocks.back();
    facts.rows_read = block.rows;
    facts.used = used;
    if (block.tables.empty()) return;
    // A table by name says its class in a column.
    const SourceTable& source = block.tables.front();
    for (const char* name : {"class", "term", "year", "subject", "teacher", "month", "week",
                             "visit", "record", "course"}) {
        const int column = source.table.find_column(name);
        const auto heading = source.headings.find(name);
        if (column < 0 || heading == source.headings.end()) continue;
        facts.context.push_back({name, values_of(source.table, static_cast<std::size_t>(column)),
                                 heading->second, ReadFrom::Column});
    }
}

void Observer::nearest(const NearMiss& nearest) {
    NearestFacts facts;
    facts.system = nearest.layout->system;
    facts.system_title = nearest.layout->system_title;
    facts.layout = nearest.layout->id;
    facts.layout_title = nearest.layout->title;
    facts.header_row = nearest.row;
    const Header header = read_header(grid_, *nearest.layout, nearest.row);
    for (const Headings& key : nearest.layout->keys) {
        const auto heading = std::find_if(
            header.headings.begin(), header.headings.end(), [&](const Heading& candidate) {
                return std::find(key.keys.begin(), key.keys.end(), candidate.top_key) !=
                       key.keys.end();
            });
        if (heading != header.headings.end()) {
            facts.found.emplace_back(heading->top, heading->where);
            continue;
        }
        MissingKey missing{key.shown, std::nullopt, ""};
        int best = likely;
        for (const std::size_t i : bind(header).unknown) {
            for (const std::string& wanted : key.keys) {
                const int alike = likeness(header.headings[i].top_key, wanted);
                if (alike < best) continue;
                best = alike + 1;
                missing.perhaps = header.headings[i].where;
                missing.perhaps_heading = header.headings[i].top;
            }
        }
        facts.missing.push_back(std::move(missing));
    }
    facts_.nearest = std::move(facts);
}

void Observer::rows(bool unused) {
    for (std::uint32_t row = 1; row < uses_.size(); ++row) {
        RowUse use = uses_[row];
        const bool blank = std::all_of(grid_.row(row).begin(), grid_.row(row).end(),
                                       [](const Cell& cell) { return is_blank(cell.text); });
        if (use == RowUse::Blank && !blank) use = RowUse::NotUsed;
        if (unused && !blank && use != RowUse::Header && use != RowUse::Title)
            use = RowUse::NotUsed;
        if (facts_.rows.empty() || facts_.rows.back().use != use) {
            facts_.rows.push_back({row, row, use, is_left(use) ? content(row) : ""});
        }
        facts_.rows.back().last = row;
    }
}

std::string Observer::content(std::uint32_t row) const {
    std::string text;
    std::size_t shown = 0;
    for (const Cell& cell : grid_.row(row)) {
        if (is_blank(cell.text)) continue;
        if (++shown > 3) return text + "; …";
        text += (shown == 1 ? "" : "; ") + clean(cell.text);
    }
    return text;
}

}  // namespace hoso
