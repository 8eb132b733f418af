// SPDX-License-Identifier: Apache-2.0
#include "annotate/remarks.h"

#include <algorithm>

namespace hoso::annotate_room {

namespace {

constexpr std::size_t kCommentBytes = 30'000;  // Excel takes 32,767 characters
constexpr char kMore[] = "\n… còn nữa: xem trang Tóm tắt";

bool holds(const std::vector<std::uint32_t>& list, std::uint32_t number) {
    return std::find(list.begin(), list.end(), number) != list.end();
}

// A merged cell shows its first cell only.
Address shown_cell(const Sheet& sheet, Address cell) {
    for (const CellRange& range : sheet.merges) {
        if (cell.first >= range.first_row && cell.first <= range.last_row &&
            cell.second >= range.first_column && cell.second <= range.last_column) {
            return {range.first_row, range.first_column};
        }
    }
    return cell;
}

Address marked_cell(const Sheet& sheet, const Location& place) {
    if (place.row == 0) return {0, 0};
    if (place.column != 0) return shown_cell(sheet, {place.row, place.column});
    const auto first =
        std::lower_bound(sheet.cells.begin(), sheet.cells.end(), place.row,
                         [](const Cell& cell, std::uint32_t row) { return cell.row < row; });
    const bool blank = first == sheet.cells.end() || first->row != place.row;
    return shown_cell(sheet, {place.row, blank ? 1 : first->column});
}

std::string whole_text(const Remark& remark) {
    const Finding& finding = *remark.finding;
    std::string text =
        severity_title(finding.severity()) + ": " + message(finding, Language::Vietnamese);
    const auto expected = finding.args.find("expected");
    if (expected != finding.args.end() && text.find(expected->second) == std::string::npos) {
        text += "\nĐúng ra: " + expected->second;
    }
    const std::string mend = hint(finding, Language::Vietnamese);
    if (!mend.empty()) text += "\nCách sửa: " + mend;
    return text + "\nNgười sửa: " + remark.who + "\n[" + std::string(finding.rule->id) + "]";
}

void mark(Marks& marks, Address cell, Severity severity, const std::string& text) {
    Mark& mark = marks[cell];
    // Error < Warning < Note: the gravest gives the colour.
    mark.severity = mark.comment.empty() ? severity : std::min(mark.severity, severity);
    if (mark.comment.size() + text.size() > kCommentBytes) {
        if (!mark.comment.ends_with(kMore)) mark.comment += kMore;
        return;
    }
    mark.comment += (mark.comment.empty() ? "" : "\n\n") + text;
}

}  // namespace

std::string severity_title(Severity severity) {
    switch (severity) {
        case Severity::Error:
            return "LỖI";
        case Severity::Warning:
            return "CẢNH BÁO";
        case Severity::Note:
            break;
    }
    return "GHI CHÚ";
}

Remarks collect(const Letter& letter, const std::vector<const Sheet*>& sheets) {
    Remarks remarks;
    for (const Remark& remark : letter.remarks) {
        const Finding* finding = remark.finding;
        bool first_here = true;
        for (std::size_t i = 0; i < finding->places.size(); ++i) {
            const Location& place = finding->places[i];
            if (!place.origin || place.origin->file != letter.file) continue;
            // That a whole sheet was converted is said once, not in each of its cells.
            if (!first_here && finding->severity() == Severity::Note) break;
            const auto found =
                std::find_if(sheets.begin(), sheets.end(), [&](const Sheet* candidate) {
                    return candidate->origin->sheet == place.origin->sheet;
                });
            Line line{&remark, place.origin->sheet, {0, 0}, cell_name(place.row, place.column), "",
                      false};
            if (found != sheets.end()) {
                const Sheet& sheet = **found;
                line.cell = marked_cell(sheet, place);
                if (line.cell.first != 0) {
                    const Cell* cell = sheet.find(line.cell.first, line.cell.second);
                    if (cell != nullptr) line.value = cell->text;
                    line.unseen = holds(sheet.hidden_rows, line.cell.first) ||
                                  holds(sheet.hidden_columns, line.cell.second) || sheet.hidden;
                    mark(remarks.marks[line.sheet], line.cell, finding->severity(),
                         i == 0 ? whole_text(remark)
                                : "Liên quan đến " + describe(finding->places.front()) + ": " +
                                      message(*finding, Language::Vietnamese));
                }
            }
            if (first_here) remarks.lines.push_back(std::move(line));
            first_here = false;
        }
    }
    return remarks;
}

}  // namespace hoso::annotate_room
