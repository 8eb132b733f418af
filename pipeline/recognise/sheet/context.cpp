// SPDX-License-Identifier: Apache-2.0
#include "recognise/sheet/context.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "recognise/narrowing.h"
#include "recognise/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

using Values = std::map<std::string, ContextValue>;

constexpr std::array<std::tuple<std::string_view, std::string_view, std::string_view>, 13> names{{
    {"class", "lớp", "class"},
    {"term", "học kỳ", "term"},
    {"year", "năm học", "school year"},
    {"month", "tháng", "month"},
    {"month-number", "tháng", "month"},
    {"week", "tuần", "week"},
    {"visit", "lần", "visit"},
    {"from", "ngày đầu", "first day"},
    {"to", "ngày cuối", "last day"},
    {"record", "số hồ sơ (như I.07)", "record number (such as I.07)"},
    {"course", "khóa học", "course"},
    {"subject", "môn học", "subject"},
    {"teacher", "giáo viên", "teacher"},
}};

// The cells of a row as one text, and where each of them begins in it.
struct RowText {
    std::string text;
    std::vector<std::pair<std::size_t, std::uint32_t>> starts;  // byte, column

    [[nodiscard]] std::uint32_t column_at(std::size_t byte) const {
        const auto next = std::upper_bound(
            starts.begin(), starts.end(), byte,
            [](std::size_t wanted, const auto& start) { return wanted < start.first; });
        return std::prev(next)->second;
    }
};

RowText row_text(const Grid& grid, std::uint32_t row) {
    RowText result;
    for (const Cell& cell : grid.row(row)) {
        if (is_blank(cell.text)) continue;
        if (!result.text.empty()) result.text += cell_border;
        result.starts.emplace_back(result.text.size(), cell.column);
        result.text += cell.text;
    }
    return result;
}

bool same(const std::string& a, const std::string& b) { return heading_key(a) == heading_key(b); }

std::string shown(const std::string& name, const std::string& value) {
    if (name != "term") return value;
    return value == "CN" ? "cả năm" : value.substr(2);
}

class Reader {
public:
    Reader(const Grid& grid, const Layout& layout, Findings& findings)
        : grid_(grid), layout_(layout), findings_(findings) {
        for (const TableShape& table : layout.tables)
            context_.datasets.push_back(table.dataset->type.id);
        if (std::any_of(context_.datasets.begin(), context_.datasets.end(), touches_pupils)) {
            context_.datasets.clear();
        }
    }

    Context read(std::uint32_t first_row, std::uint32_t header_row) {
        for (std::uint32_t row = first_row; row <= header_row; ++row) {
            const RowText text = row_text(grid_, row);
            if (text.text.empty()) continue;
            const FoldedText folded = fold(text.text);
            refuse_if_not_final(row);
            if (row < header_row) title_row(text, folded, row);
        }
        by_name(layout_.sheets, grid_.sheet().origin->sheet, false);
        by_name(layout_.files, file_name(), true);
        context_.values.erase("month-number");
        report_contradictions();
        if (vendor_line_) {
            context_.usable = false;
            findings_.add(rules::export_not_final,
                          {grid_.where(vendor_line_->row, vendor_line_->column)},
                          {{"text", clean(vendor_line_->text)}}, context_.scopes());
        }
        return std::move(context_);
    }

private:
    [[nodiscard]] std::string file_name() const {
        const std::string& path = grid_.sheet().origin->file;
        const auto slash = path.rfind('/');
        return slash == std::string::npos ? path : path.substr(slash + 1);
    }

    void refuse_if_not_final(std::uint32_t row) {
        for (const Cell& cell : grid_.row(row)) {
            const FoldedText folded = fold(cell.text);
            for (const Pattern& pattern : layout_.refusals) {
                if (vendor_line_ || !pattern.search(folded, cell.text)) continue;
                vendor_line_ = &cell;
            }
        }
    }

    void title_row(const RowText& text, const FoldedText& folded, std::uint32_t row) {
        for (const Pattern& pattern : layout_.titles) {
            const auto captured = pattern.search(folded, text.text);
            if (!captured) continue;
            for (const Captured& capture : *captured) {
                const std::string& name = capture.name;
                const Location where = grid_.where(row, text.column_at(capture.at));
                const auto [entry, fresh] =
                    context_.values.try_emplace(name, ContextValue{capture.value, where, false});
                if (!fresh && !same(entry->second.value, capture.value)) {
                    contradiction(name, entry->second, capture.value, where);
                }
            }
        }
    }

    void by_name(const std::vector<Pattern>& patterns, const std::string& text, bool is_file) {
        const FoldedText folded = fold(text);
        for (const Pattern& pattern : patterns) {
            const auto captured = pattern.search(folded, text, Pattern::Where::Name);
            if (!captured) continue;
            for (const Captured& capture : *captured) from_name(capture, is_file);
        }
    }

    void from_name(const Captured& capture, bool is_file) {
        const std::string& name = capture.name;
        const Location sheet{grid_.sheet().origin, 0, 0};
        if (capture.kind == CaptureKind::MonthNumber) {
            const ContextValue* month = context_.find("month");
            if (month && std::stoi(month->value.substr(5)) != std::stoi(capture.value)) {
                contradiction(name, *month, capture.value, sheet);
            }
            return;
        }
        const ContextValue* known = context_.find(name);
        if (!known) {
            context_.values[name] = ContextValue{capture.value, sheet, is_file};
            return;
        }
        // An HK2 file offered as the year's is named so. What else a file's name says is chance.
        const bool decisive =
            capture.kind == CaptureKind::Class || capture.kind == CaptureKind::Term;
        if (is_file && !decisive) return;
        if (!same(known->value, capture.value)) contradiction(name, *known, capture.value, sheet);
    }

    void contradiction(const std::string& name, const ContextValue& first,
                       const std::string& second, const Location& where) {
        context_.usable = false;
        // One wrong title is one finding.
        contradictions_.try_emplace(name, Contradiction{first, ContextValue{second, where, false}});
    }

    // Once all is read, so that the class is known.
    void report_contradictions() {
        for (const auto& [name, both] : contradictions_) {
            const Location& where = both.second.where;
            const bool in_name = where.row == 0;
            std::vector<Scope> scopes = context_.scopes();
            // A sheet named 6b lies where 6B's should be, whosoever's it is.
            const std::string doubtful = in_name ? both.second.value : "";
            for (Scope& scope : scopes) {
                if (name == "term") scope.period = doubtful;
                if (name == "class" && in_name) scope.klass = doubtful;
            }
            const std::string cell = cell_name(where.row, where.column);
            findings_.add(
                rules::contradicting_title, {both.first.where, where},
                {{"what_vi", std::string(vietnamese_name(name))},
                 {"what_en", std::string(english_name(name))},
                 {"first", shown(name, both.first.value)},
                 {"second", shown(name, both.second.value)},
                 {"place_vi", in_name ? "tên tệp hoặc tên trang tính" : "ô " + cell},
                 {"place_en", in_name ? "the name of the file or sheet" : "cell " + cell}},
                scopes);
        }
    }

    struct Contradiction {
        ContextValue first, second;
    };

    const Grid& grid_;
    const Layout& layout_;
    Findings& findings_;
    Context context_;
    std::map<std::string, Contradiction> contradictions_;  // by context name
    const Cell* vendor_line_ = nullptr;                    // it says that the results are not final
};

}  // namespace

const ContextValue* Context::find(const std::string& name) const {
    const auto entry = values.find(name);
    return entry == values.end() ? nullptr : &entry->second;
}

std::string Context::text(const std::string& name) const {
    const ContextValue* value = find(name);
    return value ? value->value : "";
}

std::vector<Scope> Context::scopes() const {
    Scope scope;
    scope.klass = text("class");
    scope.period = text("term");
    if (datasets.empty()) return {scope};
    std::vector<Scope> scopes;
    for (const std::string& dataset : datasets) {
        scope.dataset = dataset;
        scopes.push_back(scope);
    }
    return scopes;
}

Context read_context(const Grid& grid, const Layout& layout, std::uint32_t first_row,
                     std::uint32_t header_row, Findings& findings) {
    return Reader(grid, layout, findings).read(first_row, header_row);
}

std::string_view vietnamese_name(std::string_view context_name) {
    for (const auto& [name, vi, en] : names) {
        if (name == context_name) return vi;
    }
    return context_name;
}

std::string_view english_name(std::string_view context_name) {
    for (const auto& [name, vi, en] : names) {
        if (name == context_name) return en;
    }
    return context_name;
}

}  // namespace hoso
