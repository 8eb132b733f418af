// SPDX-License-Identifier: Apache-2.0
#include "recognise/document/flow.h"

#include <algorithm>

#include "vocabulary/text.h"

namespace hoso {

namespace {

class FlowWriter {
public:
    explicit FlowWriter(const TextDocument& document) : document_(document) {}

    std::vector<FlowLine> write() {
        std::size_t table = 0;
        for (std::size_t i = 0; i < document_.paragraphs.size(); ++i) {
            const Paragraph& paragraph = document_.paragraphs[i];
            table = tables_above(table, paragraph.where.row);
            if (is_blank(paragraph.text)) continue;
            FlowLine& line = add(FlowLine::Kind::Paragraph, -1, paragraph.text, paragraph.where);
            line.heading = paragraph.level > 0 || paragraph.bold;
            if (line.folded.key.back() == ':') join_next(i, table);
        }
        tables_above(table, UINT32_MAX);
        return std::move(lines_);
    }

private:
    // Those that stand above the paragraph of this number.
    std::size_t tables_above(std::size_t table, std::uint32_t row) {
        for (; table < document_.tables.size(); ++table) {
            const std::uint32_t after =
                table < document_.table_after.size() ? document_.table_after[table] : 0;
            if (after >= row) break;
            write_table(table);
        }
        return table;
    }

    void write_table(std::size_t index) {
        const Sheet& sheet = document_.tables[index];
        const int table = static_cast<int>(index);
        for (auto cell = sheet.cells.begin(); cell != sheet.cells.end();) {
            const auto end = std::find_if(
                cell, sheet.cells.end(), [&](const Cell& other) { return other.row != cell->row; });
            if (cell->row > flow_rows) break;
            for (auto of_row = cell; of_row != end; ++of_row) write_cell(sheet, table, *of_row);
            for (auto left = cell; left != end && left + 1 != end; ++left)
                join_neighbours(sheet, table, *left, *(left + 1));
            cell = end;
        }
    }

    void write_cell(const Sheet& sheet, int table, const Cell& cell) {
        const Location where{sheet.origin, cell.row, cell.column};
        const auto parts = split(cell.text, '\n');
        for (const std::string& part : parts) {
            if (!is_blank(part)) add(FlowLine::Kind::CellLine, table, clean(part), where);
        }
        if (parts.size() < 2) return;
        std::string whole;
        for (const std::string& part : parts) {
            if (!is_blank(part)) whole += (whole.empty() ? "" : border_) + clean(part);
        }
        add(FlowLine::Kind::Joined, table, whole, where);
    }

    // "Họ và tên giáo viên" and the name in the cell beside it.
    void join_neighbours(const Sheet& sheet, int table, const Cell& left, const Cell& right) {
        if (is_blank(left.text) || is_blank(right.text)) return;
        const std::string label = clean(split(left.text, '\n').back());
        std::string value;
        for (const std::string& part : split(right.text, '\n')) value += border_ + clean(part);
        FlowLine& line = add(FlowLine::Kind::Joined, table, label + value,
                             {sheet.origin, left.row, left.column});
        line.starts.emplace_back(label.size() + 1, Location{sheet.origin, right.row, right.column});
    }

    // "TÊN BÀI DẠY:" and its name in the paragraph below; no table stands between.
    void join_next(std::size_t i, std::size_t table) {
        const auto& paragraphs = document_.paragraphs;
        if (i + 1 >= paragraphs.size() || is_blank(paragraphs[i + 1].text)) return;
        if (table < document_.table_after.size() &&
            document_.table_after[table] < paragraphs[i + 1].where.row) {
            return;
        }
        const std::string& label = paragraphs[i].text;
        FlowLine& line = add(FlowLine::Kind::Joined, -1, label + border_ + paragraphs[i + 1].text,
                             paragraphs[i].where);
        line.starts.emplace_back(label.size() + 1, paragraphs[i + 1].where);
    }

    FlowLine& add(FlowLine::Kind kind, int table, std::string text, const Location& where) {
        FlowLine& line = lines_.emplace_back();
        line.kind = kind;
        line.table = table;
        line.folded = fold(text);
        line.number = numbering_of(line.folded, text);
        line.starts.emplace_back(0, where);
        line.text = std::move(text);
        return line;
    }

    const TextDocument& document_;
    const std::string border_ = std::string(1, cell_border);
    std::vector<FlowLine> lines_;
};

}  // namespace

const Location& FlowLine::where(std::size_t byte) const {
    const auto next = std::upper_bound(
        starts.begin(), starts.end(), byte,
        [](std::size_t wanted, const auto& start) { return wanted < start.first; });
    return std::prev(next)->second;
}

bool FlowLine::says_something() const { return hoso::says_something(folded.key); }

std::vector<FlowLine> flow_of(const TextDocument& document) { return FlowWriter(document).write(); }

bool says_something(std::string_view folded) {
    constexpr std::string_view ellipsis = "…";
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const char c = folded[i];
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) return true;
        if (c >= 0) continue;
        if (folded.substr(i, ellipsis.size()) != ellipsis) return true;
        i += ellipsis.size() - 1;
    }
    return false;
}

}  // namespace hoso
