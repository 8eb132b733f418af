// SPDX-License-Identifier: Apache-2.0
#include "recognise/sheet/rows.h"

#include <algorithm>
#include <set>

#include "recognise/rules.h"
#include "recognise/sheet/table_writer.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What is not among the first table's columns makes a further table worth having: a mark sheet
// without averages gives no reported averages.
bool adds_something(const BoundTable& table, const BoundTable& first) {
    if (&table == &first || !table.takes.empty()) return true;
    return std::any_of(table.columns.begin(), table.columns.end(), [&](int heading) {
        return heading >= 0 && std::find(first.columns.begin(), first.columns.end(), heading) ==
                                   first.columns.end();
    });
}

class RowReader {
public:
    RowReader(const Grid& grid, const Header& header, std::uint32_t first_row,
              const Binding& binding, const Context& context, Findings& findings, RowUses* uses)
        : grid_(grid),
          header_(header),
          layout_(*header.layout),
          first_row_(first_row),
          context_(context),
          findings_(findings),
          uses_(uses) {
        const BoundTable& first = binding.tables.front();
        for (const BoundTable& table : binding.tables) {
            if (adds_something(table, first)) writers_.emplace_back(grid, header, table, context);
        }
        const Dataset& dataset = *first.shape->dataset;
        for (const std::string& name : layout_.row_key) add_key(first, dataset, name);
        carried_.resize(first.columns.size());
        for (const std::string& name : layout_.carried) {
            carried_columns_.push_back(static_cast<std::size_t>(dataset.find(name)));
        }
        class_column_ = column_of(first, dataset.find("class"));
        for (const Heading& heading : header.headings) known_columns_.insert(heading.column);
        mark_data_columns(binding);
        first_ = &first;
    }

    Block read() {
        Block block;
        block.last_row = header_.row + header_.depth - 1;
        for (std::uint32_t row = block.last_row + 1; row <= grid_.last_row(); ++row) {
            if (stands_again(grid_, header_, row)) {
                const Further further = further_header(row, block.last_row);
                leave_pending(further == Further::Unknown);
                if (further == Further::Block) block.next_header = row;
                if (further != Further::Page) break;
                for (std::uint32_t i = 0; i < header_.depth; ++i)
                    note(row + i, RowUse::HeaderAgain);
                row += header_.depth - 1;
                ended_.clear();
            } else if (!ended_.empty()) {
                after_end(row);
            } else if (const std::string end = stop_text(row); !end.empty()) {
                ended_ = end;
                block.last_row = row;
                note(row, RowUse::Stop);
            } else {
                read_row(row, block);
            }
        }
        leave_pending(true);
        // Without its last line a continued row cannot be told from the text below the table.
        if (layout_.repeats && !carried_columns_.empty() && !layout_.stops.empty() &&
            ended_.empty()) {
            block.whole = false;
            findings_.add(rules::block_without_end, {grid_.where(header_.row, 0)},
                          {{"layout", layout_.title}}, context_.scopes());
        }
        for (const std::uint32_t column : columns_without_heading_) {
            const std::string name = cell_name(1, column);
            findings_.add(rules::column_without_heading, {grid_.where(header_.row, column)},
                          {{"column", name.substr(0, name.size() - 1)}}, context_.scopes());
        }
        for (TableWriter& writer : writers_) block.tables.push_back(writer.take());
        return block;
    }

private:
    static Scope nothing() {
        Scope scope;
        scope.nothing = true;
        return scope;
    }

    [[nodiscard]] std::uint32_t column_of(const BoundTable& table, int index) const {
        if (index < 0 || table.columns[static_cast<std::size_t>(index)] < 0) return 0;
        const auto heading =
            static_cast<std::size_t>(table.columns[static_cast<std::size_t>(index)]);
        return header_.headings[heading].column;
    }

    void add_key(const BoundTable& table, const Dataset& dataset, const std::string& name) {
        const std::uint32_t column = column_of(table, dataset.find(name));
        if (column == 0) return;
        keys_.push_back(column);
        for (const Heading& heading : header_.headings) {
            if (heading.column != column) continue;
            key_names_ += (key_names_.empty() ? "\"" : ", \"") + heading.shown + "\"";
        }
    }

    void mark_data_columns(const Binding& binding) {
        for (const BoundTable& table : binding.tables) {
            for (const int heading : table.columns) {
                if (heading >= 0) {
                    data_columns_.insert(
                        header_.headings[static_cast<std::size_t>(heading)].column);
                }
            }
            for (const BoundTake& take : table.takes) {
                data_columns_.insert(header_.headings[take.heading].column);
            }
        }
        for (const Heading& heading : header_.headings) {
            if (heading.key == "stt" || heading.key == "tt" || heading.key == "so tt") {
                data_columns_.insert(heading.column);
            }
        }
    }

    [[nodiscard]] std::ptrdiff_t filled(std::uint32_t row) const {
        const auto cells = grid_.row(row);
        return std::count_if(cells.begin(), cells.end(), [&](const Cell& cell) {
            return !is_blank(cell.text) && data_columns_.count(cell.column) != 0;
        });
    }

    // A code, or a name with something beside it: a name alone is a signature below the table.
    [[nodiscard]] bool has_key(std::uint32_t row) const {
        if (!keys_.empty() && grid_.at(row, keys_.front())) return true;
        const bool any = std::any_of(keys_.begin(), keys_.end(), [&](std::uint32_t column) {
            return grid_.at(row, column) != nullptr;
        });
        return any && filled(row) >= 2;
    }

    // A pupil's remark may hold the words of a footer, so a row with a code is asked in its key
    // columns only; beside "Tổng số" a number in the code's column is a count, if it stands alone.
    [[nodiscard]] std::string stop_text(std::uint32_t row) const {
        const bool coded = !keys_.empty() && grid_.at(row, keys_.front()) != nullptr;
        for (const Cell& cell : grid_.row(row)) {
            if (is_blank(cell.text) || is_digit(cell.text.front())) continue;
            const bool key = std::find(keys_.begin(), keys_.end(), cell.column) != keys_.end();
            const bool counts = coded && cell.column < keys_.front() && filled(row) < 3;
            if (coded && !key && !counts) continue;
            const FoldedText folded = fold(cell.text);
            for (const Pattern& stop : layout_.stops) {
                if (stop.covers(folded)) return clean(cell.text);
            }
        }
        return "";
    }

    void read_row(std::uint32_t row, Block& block) {
        if (is_blank_row(row)) return;
        const bool keyed = has_key(row);
        if (!keyed && !continues(row)) {
            pending_.push_back(row);
            return;
        }
        // Text between two pupils is no footer.
        for (const std::uint32_t pending : pending_) without_key(pending);
        pending_.clear();
        if (keyed) carry_from(row);
        check_class(row);
        note_columns_without_heading(row);
        for (std::size_t i = 0; i < writers_.size(); ++i) {
            writers_[i].add(row, i == 0 ? carried_ : std::vector<Datum>());
        }
        note(row, RowUse::Read);
        ++block.rows;
        block.last_row = row;
    }

    [[nodiscard]] bool is_blank_row(std::uint32_t row) const {
        const auto cells = grid_.row(row);
        return std::all_of(cells.begin(), cells.end(),
                           [](const Cell& c) { return is_blank(c.text); });
    }

    void note(std::uint32_t row, RowUse use) {
        if (uses_ && row < uses_->size()) (*uses_)[row] = use;
    }

    // The rows since the last pupil, once the table or the page is known to end here. Text is a
    // footer; above a further header it is that one's title.
    void leave_pending(bool footer) {
        for (const std::uint32_t row : pending_) {
            if (looks_like_data(row) && (footer || filled(row) >= 2)) {
                without_key(row);
                continue;
            }
            note(row, footer ? RowUse::Text : RowUse::Title);
            if (!footer) continue;
            findings_.add(rules::text_below, {grid_.where(row, grid_.row(row).front().column)},
                          {{"text", content(row)}}, nothing());
        }
        pending_.clear();
    }

    // What a further header below the table means: the next page of this table, a block with a
    // title of its own, or something that no title explains.
    enum class Further { Page, Block, Unknown };
    Further further_header(std::uint32_t row, std::uint32_t last_used) {
        if (layout_.repeats) return Further::Block;
        Findings ignored;
        const Context next = read_context(grid_, layout_, last_used + 1, row, ignored);
        for (const char* name : {"class", "term", "year", "subject", "month", "week", "visit",
                                 "from", "record", "course"}) {
            const ContextValue* value = next.find(name);
            if (!value || value->where.row == 0) continue;
            if (heading_key(value->value) != heading_key(context_.text(name)))
                return Further::Block;
        }
        for (std::uint32_t between = last_used + 1; between < row; ++between) {
            // Data without a key has a finding of its own.
            const bool data = looks_like_data(between) && filled(between) >= 2;
            if (data || is_page_title(between)) continue;
            findings_.add(
                rules::second_table, {grid_.where(between, grid_.row(between).front().column)},
                {{"row", std::to_string(row)}, {"text", content(between)}}, context_.scopes());
            return Further::Unknown;
        }
        return Further::Page;
    }

    // Nothing, the line that ended the page before, a page number, or a line of the first title.
    [[nodiscard]] bool is_page_title(std::uint32_t row) const {
        if (is_blank_row(row)) return true;
        const std::string text = heading_key(content(row));
        if (text.rfind("trang ", 0) == 0 && text.size() > 6 && is_digit(text[6])) return true;
        if (text.find_first_not_of("0123456789/ ") == std::string::npos) return true;
        for (std::uint32_t title = first_row_; title < header_.row; ++title) {
            if (!is_blank_row(title) && heading_key(content(title)) == text) return true;
        }
        return false;
    }

    // A new pupil takes nothing from the one above.
    void carry_from(std::uint32_t row) {
        const auto& names = layout_.carried;
        const bool by_key =
            std::find(names.begin(), names.end(), layout_.row_key.front()) != names.end();
        if (by_key && !keys_.empty() && grid_.at(row, keys_.front()))
            std::fill(carried_.begin(), carried_.end(), Datum{});
        for (const std::size_t column : carried_columns_) carry(row, column);
    }

    void carry(std::uint32_t row, std::size_t column) {
        const std::uint32_t sheet_column = column_of(*first_, static_cast<int>(column));
        if (sheet_column == 0) return;
        Datum datum = writers_.front().datum(row, sheet_column, column);
        if (!datum.empty()) carried_[column] = std::move(datum);
    }

    [[nodiscard]] bool continues(std::uint32_t row) const {
        if (carried_columns_.empty()) return false;
        const bool begun = std::any_of(carried_.begin(), carried_.end(),
                                       [](const Datum& datum) { return !datum.empty(); });
        const auto cells = grid_.row(row);
        return begun && std::any_of(cells.begin(), cells.end(), [&](const Cell& cell) {
                   return !is_blank(cell.text) && data_columns_.count(cell.column) != 0;
               });
    }

    // A number or a short sign (Đ, P) in a column of the table; names and dates below it are text.
    [[nodiscard]] bool looks_like_data(std::uint32_t row) const {
        const auto cells = grid_.row(row);
        return std::any_of(cells.begin(), cells.end(), [&](const Cell& cell) {
            return !is_blank(cell.text) && data_columns_.count(cell.column) != 0 &&
                   (is_digit(cell.text.front()) || heading_key(cell.text).size() <= 2);
        });
    }

    void without_key(std::uint32_t row) {
        note(row, RowUse::WithoutKey);
        findings_.add(
            rules::row_without_key, {grid_.where(row, keys_.empty() ? 0 : keys_.front())},
            {{"row", std::to_string(row)}, {"content", content(row)}, {"key", key_names_}},
            context_.scopes());
    }

    void after_end(std::uint32_t row) {
        if (is_blank_row(row)) return;
        note(row, RowUse::AfterStop);
        if (!has_key(row) || filled(row) < 3 || !looks_like_data(row)) return;
        findings_.add(rules::row_after_end, {grid_.where(row, keys_.front())},
                      {{"row", std::to_string(row)}, {"content", content(row)}, {"end", ended_}},
                      context_.scopes());
    }

    // The first cells of a row, to know it again by.
    [[nodiscard]] std::string content(std::uint32_t row) const {
        std::string text;
        std::size_t shown = 0, filled = 0;
        for (const Cell& cell : grid_.row(row)) {
            if (is_blank(cell.text)) continue;
            ++filled;
            if (shown == 4) continue;
            text += (shown == 0 ? "" : "; ") + clean(cell.text);
            ++shown;
        }
        return filled > shown ? text + "; …" : text;
    }

    void check_class(std::uint32_t row) {
        const ContextValue* title = context_.find("class");
        const Cell* cell = class_column_ == 0 || !title ? nullptr : grid_.at(row, class_column_);
        if (!cell || heading_key(cell->text) == heading_key(title->value)) return;
        findings_.add(rules::class_differs, {grid_.where(row, class_column_), title->where},
                      {{"value", clean(cell->text)}, {"class", title->value}}, context_.scopes());
    }

    void note_columns_without_heading(std::uint32_t row) {
        for (const Cell& cell : grid_.row(row)) {
            if (known_columns_.count(cell.column) == 0 && !is_blank(cell.text)) {
                columns_without_heading_.insert(cell.column);
            }
        }
    }

    const Grid& grid_;
    const Header& header_;
    const Layout& layout_;
    const std::uint32_t first_row_;
    const Context& context_;
    Findings& findings_;
    RowUses* uses_;
    const BoundTable* first_ = nullptr;
    std::vector<TableWriter> writers_;
    std::vector<std::uint32_t> keys_;  // sheet columns of the row key
    std::string key_names_;
    std::vector<std::size_t> carried_columns_;
    std::vector<Datum> carried_;
    std::uint32_t class_column_ = 0;
    std::set<std::uint32_t> known_columns_, data_columns_, columns_without_heading_;
    std::vector<std::uint32_t> pending_;  // neither keyed nor blank, since the last pupil
    std::string ended_;
};

}  // namespace

Block read_rows(const Grid& grid, const Header& header, std::uint32_t first_row,
                const Binding& binding, const Context& context, Findings& findings, RowUses* uses) {
    return RowReader(grid, header, first_row, binding, context, findings, uses).read();
}

}  // namespace hoso
