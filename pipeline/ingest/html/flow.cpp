// SPDX-License-Identifier: Apache-2.0
#include "ingest/html/flow.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "ingest/html/text.h"
#include "ingest/limits.h"

namespace hoso {

namespace {

struct Around {  // what holds for a node because of the ones around it
    std::string font;
    bool hidden = false;
};

struct TableParts {
    struct Row {
        std::uint32_t node;
        Around around;
        std::uint64_t group;  // thead, tbody …
    };
    std::vector<Row> rows;
    std::uint64_t groups = 0;
    std::uint64_t columns = 0;  // that <col> has named
    std::set<std::uint64_t> hidden_columns;
};

class Flow {
public:
    Flow(const HtmlTree& tree, const HtmlStyles& styles)
        : tree_(tree), styles_(styles), arranges_(tree.nodes().size()) {
        find_arranging_tables();
    }

    std::optional<std::vector<HtmlPiece>> read() {
        flow(0, {});
        end_line(HtmlPiece::Kind::Line);
        if (covered_ > limits::kCoveredCells) return std::nullopt;
        return std::move(pieces_);
    }

private:
    // A table with rows and columns inside of a table: the outer one is there for the looks.
    void find_arranging_tables() {
        const auto& nodes = tree_.nodes();
        std::vector<std::uint32_t> rows(nodes.size()), widest(nodes.size());
        for (auto n = static_cast<std::uint32_t>(nodes.size()); n-- > 1;) {
            const std::uint32_t parent = nodes[n].parent;
            const Tag tag = nodes[n].tag;
            // Until a row or table is reached itself, its cells are counted in `widest`.
            if (tag == Tag::Cell) ++widest[parent];
            if (tag == Tag::Row || tag == Tag::Section) {
                rows[parent] += tag == Tag::Row ? 1 : rows[n];
                widest[parent] = std::max(widest[parent], widest[n]);
            }
            const bool grid = tag == Tag::Table && rows[n] > 1 && widest[n] > 1;
            if (grid || arranges_[n]) arranges_[parent] = true;
        }
    }

    void flow(std::uint32_t node, const Around& around) {
        for (std::uint32_t n = tree_.at(node).first_child; n != 0; n = tree_.at(n).next) {
            flow_one(n, around);
        }
    }

    void flow_one(std::uint32_t n, const Around& around) {
        const Tag tag = tree_.at(n).tag;
        if (tag == Tag::Text) {
            if (!around.hidden) line_.add(tree_.text(n), around.font);
            return;
        }
        const Around inside = within(n, around);
        switch (tag) {
            case Tag::Break:
                if (!around.hidden) break_line();
                break;
            case Tag::Paragraph:
            case Tag::Heading:
                end_line(HtmlPiece::Kind::Line);
                set_off();
                if (tree_.text(n) == "hr") skip_row();
                flow(n, inside);
                end_block(tag == Tag::Heading ? HtmlPiece::Kind::Heading : HtmlPiece::Kind::Line);
                break;
            case Tag::Division:
            case Tag::Caption:
                end_line(HtmlPiece::Kind::Line);
                flow(n, inside);
                end_line(tag == Tag::Caption ? HtmlPiece::Kind::Caption : HtmlPiece::Kind::Line);
                break;
            case Tag::Table:
                end_line(HtmlPiece::Kind::Line);
                read_table(n, inside);
                break;
            case Tag::Input:
            case Tag::Select:
                if (!inside.hidden) line_.add(field_text(tree_, n), inside.font);
                break;
            default:
                flow(n, inside);
        }
    }

    [[nodiscard]] Around within(std::uint32_t node, const Around& around) const {
        const HtmlStyle style = styles_.of(tree_, node);
        return {style.font.empty() ? around.font : style.font, around.hidden || style.hidden()};
    }

    // A line becomes a row, even if only NBSP stands in it.
    void end_line(HtmlPiece::Kind kind) {
        if (line_.empty()) return;
        begin_row();
        std::vector<TextRun> runs = line_.take();
        if (!runs.empty()) {
            HtmlPiece piece{kind, row_, 1, {}, {}, {}};
            piece.cells.push_back({row_, 1, 1, 1, 0, false, std::move(runs), ""});
            pieces_.push_back(std::move(piece));
        }
        ++row_;
        broken_ = false;
    }
    // <br> ends a line. After another <br> it makes an empty row; after a block it takes the place
    // of the empty row there.
    void break_line() {
        const bool ends_text = !line_.empty();
        end_line(HtmlPiece::Kind::Line);
        if (!ends_text && (broken_ || row_ == 1)) ++row_;
        broken_ = broken_ || ends_text;
        gap_ = false;
    }
    // The end of a block, unless a <br> stands there.
    void end_block(HtmlPiece::Kind kind) {
        const bool ended_by_break = line_.empty() && broken_;
        end_line(kind);
        if (!ended_by_break) set_off();
        broken_ = false;
    }
    void set_off() { gap_ = row_ > top_; }
    void skip_row() {
        begin_row();
        ++row_;
    }
    void begin_row() {
        if (gap_) ++row_;
        gap_ = broken_ = false;
    }

    void read_table(std::uint32_t table, const Around& around) {
        TableParts parts;
        collect(table, around, parts);
        end_line(HtmlPiece::Kind::Line);
        if (arranges_[table] && !is_table_of_data(parts)) {
            for (const TableParts::Row& row : parts.rows) open_row(row);
        } else if (!parts.rows.empty()) {
            begin_row();
            HtmlPiece piece{HtmlPiece::Kind::Table, row_, parts.rows.size(), {}, {}, {}};
            piece.hidden_columns = std::move(parts.hidden_columns);
            place(parts.rows, piece);
            row_ += parts.rows.size();
            if (!piece.cells.empty()) pieces_.push_back(std::move(piece));
        }
    }

    // What stands between rows and columns in error is shown above the table.
    void collect(std::uint32_t node, const Around& around, TableParts& parts) {
        for (std::uint32_t n = tree_.at(node).first_child; n != 0; n = tree_.at(n).next) {
            const Tag tag = tree_.at(n).tag;
            if (tag == Tag::Row) {
                parts.rows.push_back({n, within(n, around), parts.groups});
            } else if (tag == Tag::Section) {
                ++parts.groups;
                collect(n, within(n, around), parts);
                ++parts.groups;
            } else if (tag == Tag::Column) {
                const bool hidden = within(n, around).hidden;
                for (auto i = number(n, Attr::Span); i > 0 && parts.columns < limits::kColumns;
                     --i) {
                    ++parts.columns;
                    if (hidden) parts.hidden_columns.insert(parts.columns);
                }
            } else {
                flow_one(n, around);
            }
        }
    }

    [[nodiscard]] std::uint64_t number(std::uint32_t node, Attr attribute) const {
        const std::string_view text = tree_.value(node, attribute);
        std::uint64_t value = 0;
        const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        constexpr std::uint64_t kMost = limits::kRows * 2ull;
        return error == std::errc() ? std::clamp<std::uint64_t>(value, 1, kMost) : 1;
    }

    // A row of a table that arranges others: its own texts, then what is in it, below each other.
    void open_row(const TableParts::Row& row) {
        HtmlPiece piece{HtmlPiece::Kind::Table, 0, 1, {}, {}, {}};
        std::uint64_t column = 0;
        for (std::uint32_t n = tree_.at(row.node).first_child; n != 0; n = tree_.at(n).next) {
            if (tree_.at(n).tag != Tag::Cell || arranges_[n]) continue;
            HtmlCell cell = read_cell(n, row.around);
            cell.column = ++column;
            if (!cell.blank()) piece.cells.push_back(std::move(cell));
        }
        if (!piece.cells.empty()) {
            begin_row();
            piece.first_row = row_;
            for (HtmlCell& cell : piece.cells) cell.row = row_;
            if (row.around.hidden) piece.hidden_rows.insert(row_);
            pieces_.push_back(std::move(piece));
            ++row_;
        }
        for (std::uint32_t n = tree_.at(row.node).first_child; n != 0; n = tree_.at(n).next) {
            if (tree_.at(n).tag != Tag::Cell) {
                flow_one(n, row.around);
            } else if (arranges_[n]) {
                const std::uint64_t above = std::exchange(top_, row_);
                flow(n, within(n, row.around));
                end_line(HtmlPiece::Kind::Line);
                top_ = above;
                gap_ = false;
            }
        }
    }

    HtmlCell read_cell(std::uint32_t node, const Around& around) {
        HtmlStyle style = styles_.of(tree_, node);
        HtmlLines lines;
        add_cell_text(tree_, styles_, node, style.font.empty() ? around.font : style.font, lines);
        HtmlCell cell;
        cell.node = node;
        cell.hidden = style.hidden();
        cell.runs = lines.take();
        cell.format = std::move(style.format);
        return cell;
    }

    // A table of data with a small table in one of its cells arranges nothing.
    bool is_table_of_data(const TableParts& parts) {
        constexpr int kColumns = 3, kRows = 3;
        int rows = 0;
        for (const TableParts::Row& row : parts.rows) {
            int filled = 0;
            bool numbered = false;
            for (std::uint32_t n = tree_.at(row.node).first_child; n != 0; n = tree_.at(n).next) {
                if (tree_.at(n).tag != Tag::Cell || arranges_[n]) continue;
                const HtmlCell cell = read_cell(n, row.around);
                filled += cell.blank() ? 0 : 1;
                numbered = numbered || cell.begins_with_digit();
            }
            rows += filled >= kColumns && numbered ? 1 : 0;
        }
        return rows >= kRows;
    }

    // HTML, 4.9.12: each cell goes to the first free column of its row; none reaches from the
    // headings into the body of its table.
    void place(const std::vector<TableParts::Row>& rows, HtmlPiece& piece) {
        std::vector<std::uint64_t> taken_until;  // per column: the first row that is free again
        std::uint64_t group_end = 0;
        for (std::uint64_t r = 0; r < rows.size() && covered_ <= limits::kCoveredCells; ++r) {
            for (; group_end < rows.size() && rows[group_end].group <= rows[r].group;) ++group_end;
            if (rows[r].around.hidden) piece.hidden_rows.insert(row_ + r);
            std::uint64_t column = 0;
            for (std::uint32_t n = tree_.at(rows[r].node).first_child; n != 0;
                 n = tree_.at(n).next) {
                if (tree_.at(n).tag != Tag::Cell) continue;
                for (; column < taken_until.size() && taken_until[column] > r; ++column) ++covered_;
                HtmlCell cell = read_cell(n, rows[r].around);
                cell.row = row_ + r;
                cell.column = column + 1;
                cell.columns = number(n, Attr::ColSpan);
                cell.rows = std::min<std::uint64_t>(number(n, Attr::RowSpan), group_end - r);
                // Beyond Excel's last column nothing need be kept free: the sheet is refused.
                const auto end =
                    std::min<std::uint64_t>(column + cell.columns, limits::kColumns + 1);
                if (end > taken_until.size()) taken_until.resize(end);
                for (auto c = column; c < end; ++c) taken_until[c] = r + cell.rows;
                column += cell.columns;
                covered_ += cell.columns - 1;
                if (cell.hidden) piece.hidden_columns.insert(cell.column);
                keep(std::move(cell), piece);
            }
        }
    }

    void keep(HtmlCell cell, HtmlPiece& piece) {
        const bool joined = cell.rows > 1 || cell.columns > 1;
        const bool says = !cell.blank() || tree_.has(cell.node, Attr::XNum) ||
                          tree_.has(cell.node, Attr::XFormula) || tree_.has(cell.node, Attr::SdVal);
        if (joined || says) piece.cells.push_back(std::move(cell));
    }

    const HtmlTree& tree_;
    const HtmlStyles& styles_;
    std::vector<bool> arranges_;  // per node: a table with rows and columns stands below it
    std::vector<HtmlPiece> pieces_;
    HtmlLines line_;
    std::uint64_t row_ = 1;  // where the next piece begins
    bool gap_ = false;       // below an empty row
    bool broken_ = false;    // the line before was ended by <br>
    std::uint64_t top_ = 1;  // of the page or of the opened cell: nothing is set off from it
    std::uint64_t covered_ = 0;
};

}  // namespace

bool HtmlCell::begins_with_digit() const {
    return !blank() && runs[0].text.front() >= '0' && runs[0].text.front() <= '9';
}

std::string HtmlCell::text() const {
    std::string text;
    for (const TextRun& run : runs) text += run.text;
    return text;
}

std::optional<std::vector<HtmlPiece>> lay_out(const HtmlTree& tree, const HtmlStyles& styles) {
    return Flow(tree, styles).read();
}

}  // namespace hoso
