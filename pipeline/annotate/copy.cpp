// SPDX-License-Identifier: Apache-2.0
#include "annotate/copy.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_set>

#include "vocabulary/errors.h"
#include "vocabulary/text.h"
#include "vocabulary/value.h"

namespace hoso::annotate_room {

namespace {

constexpr std::size_t kMergedCells = 500'000;  // of a sheet: each one costs memory
constexpr std::size_t kSignificant = 15;       // digits that Excel keeps of a number
constexpr double kNarrow = 5, kWide = 34;      // columns, in digits
constexpr std::uint16_t kCommentWidth = 340;   // pixels
constexpr int kCommentLine = 16, kCommentLetters = 50;

void check(lxw_error error) {
    if (error != LXW_NO_ERROR)
        throw LibraryError(std::string("libxlsxwriter: ") + lxw_strerror(error));
}

// nullopt: as a number the cell would read differently ("0140500101" is a code).
std::optional<double> as_number(const std::string& text) {
    const bool coded = text.size() > 1 && text[0] == '0' && text[1] != '.';
    const auto digits =
        std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (coded || static_cast<std::size_t>(digits) > kSignificant) return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

struct Moment {
    lxw_datetime time{};
    Shape shape = Shape::Date;
};

bool read_number(std::string_view text, int& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

// "2021-09-05", "2022-01-08T11:30:00", "07:15" as ingest writes them.
std::optional<Moment> as_moment(const std::string& text) {
    Moment moment;
    std::string clock = text;
    if (text.size() >= 10 && text[4] == '-') {
        const auto day = parse_date(text.substr(0, 10));
        // Excel's days before March 1900 are one off.
        if (!day || *day < Date{1900, 3, 1}) return std::nullopt;
        moment.time.year = day->year;
        moment.time.month = day->month;
        moment.time.day = day->day;
        if (text.size() == 10) return moment;
        moment.shape = Shape::DateTime;
        clock = text.substr(11);
    } else {
        moment.shape = Shape::Time;
    }
    const auto parts = split(clock, ':');
    if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
    int seconds = 0;
    if (!read_number(parts[0], moment.time.hour) || !read_number(parts[1], moment.time.min) ||
        (parts.size() == 3 && !read_number(parts[2], seconds))) {
        return std::nullopt;
    }
    moment.time.sec = seconds;
    return moment;
}

void write_cell(lxw_worksheet* target, const Cell& cell, std::optional<Severity> mark, bool wrap,
                Looks& looks) {
    const lxw_row_t row = cell.row - 1;
    const auto column = static_cast<lxw_col_t>(cell.column - 1);
    if (cell.kind == CellKind::Number) {
        if (const auto number = as_number(cell.text)) {
            check(worksheet_write_number(target, row, column, *number,
                                         looks.cell(Shape::General, mark, false)));
            return;
        }
    } else if (cell.kind == CellKind::Boolean) {
        check(worksheet_write_boolean(target, row, column, cell.text == "TRUE" ? 1 : 0,
                                      looks.cell(Shape::General, mark, false)));
        return;
    } else if (cell.kind == CellKind::Date) {
        if (auto moment = as_moment(cell.text)) {
            check(worksheet_write_datetime(target, row, column, &moment->time,
                                           looks.cell(moment->shape, mark, false)));
            return;
        }
    }
    check(worksheet_write_string(target, row, column, cell.text.c_str(),
                                 looks.cell(Shape::General, mark, wrap)));
}

// Merges that overlap, or that hold more than a sheet should, are left out: Excel would take the
// file for damaged.
bool merge_cells(lxw_worksheet* target, const Sheet& sheet, Looks& looks) {
    std::unordered_set<std::uint64_t> covered;
    bool all = true;
    for (const CellRange& range : sheet.merges) {
        const std::uint32_t last_row =
            std::min(range.last_row, std::max(sheet.last_row, range.first_row));
        const std::uint32_t last_column =
            std::min(range.last_column, std::max(sheet.last_column, range.first_column));
        const std::uint64_t size = static_cast<std::uint64_t>(last_row - range.first_row + 1) *
                                   (last_column - range.first_column + 1);
        if (size < 2) continue;
        bool free = covered.size() + size <= kMergedCells;
        for (std::uint32_t row = range.first_row; free && row <= last_row; ++row) {
            for (std::uint32_t column = range.first_column; free && column <= last_column;
                 ++column) {
                free = covered.insert(std::uint64_t{row} << 32 | column).second;
            }
        }
        all = all && free;
        if (!free) continue;
        check(worksheet_merge_range(target, range.first_row - 1,
                                    static_cast<lxw_col_t>(range.first_column - 1), last_row - 1,
                                    static_cast<lxw_col_t>(last_column - 1), "",
                                    looks.cell(Shape::General, std::nullopt, true)));
    }
    return all;
}

// Wide enough for most of what stands in them; titles run over and long remarks are wrapped.
std::vector<double> column_widths(const Sheet& sheet) {
    std::vector<std::vector<std::size_t>> lengths(sheet.last_column + 1);
    for (const Cell& cell : sheet.cells) {
        lengths[cell.column].push_back(cell.kind == CellKind::Date ? 11
                                                                   : code_point_count(cell.text));
    }
    std::vector<double> widths;
    for (auto& column : lengths) {
        double width = 8;
        if (!column.empty()) {
            const auto most = column.begin() + static_cast<std::ptrdiff_t>(column.size() * 9 / 10);
            std::nth_element(column.begin(), most, column.end());
            width = std::clamp(static_cast<double>(*most) * 1.05 + 2, kNarrow, kWide);
        }
        widths.push_back(width);
    }
    return widths;
}

void set_columns(lxw_worksheet* target, const Sheet& sheet, const Marks& marks,
                 const std::vector<double>& widths) {
    std::vector<char> hidden(sheet.last_column + 1, 0);
    for (const std::uint32_t column : sheet.hidden_columns) {
        if (column <= sheet.last_column) hidden[column] = 1;
    }
    for (const auto& [cell, mark] : marks) {
        if (cell.second <= sheet.last_column) hidden[cell.second] = 0;
    }
    for (std::uint32_t column = 1; column <= sheet.last_column; ++column) {
        lxw_row_col_options options{};
        options.hidden = hidden[column] != 0 ? 1 : 0;
        const auto index = static_cast<lxw_col_t>(column - 1);
        check(worksheet_set_column_opt(target, index, index, widths[column], nullptr, &options));
    }
}

void hide_rows(lxw_worksheet* target, const Sheet& sheet, const Marks& marks) {
    for (const std::uint32_t row : sheet.hidden_rows) {
        const auto marked = marks.lower_bound({row, 0});
        if (marked != marks.end() && marked->first.first == row) continue;
        lxw_row_col_options options{};
        options.hidden = 1;
        check(worksheet_set_row_opt(target, row - 1, LXW_DEF_ROW_HEIGHT, nullptr, &options));
    }
}

void write_comment(lxw_worksheet* target, Address cell, const Mark& mark) {
    int lines = 0;
    for (const std::string& line : split(mark.comment, '\n')) {
        lines += 1 + static_cast<int>(code_point_count(line)) / kCommentLetters;
    }
    std::string author = "hoso", font = "Tahoma";
    lxw_comment_options options{};
    options.author = author.data();
    options.font_name = font.data();
    options.font_size = 9;
    options.width = kCommentWidth;
    options.height = static_cast<std::uint16_t>(std::min(600, 14 + lines * kCommentLine));
    options.color = mark.severity == Severity::Error ? 0xFFF0F0 : 0xFFFFE1;
    check(worksheet_write_comment_opt(target, cell.first - 1,
                                      static_cast<lxw_col_t>(cell.second - 1), mark.comment.c_str(),
                                      &options));
}

}  // namespace

bool copy_sheet(lxw_worksheet* target, const Sheet& sheet, const Marks& marks, Looks& looks) {
    const std::vector<double> widths = column_widths(sheet);
    set_columns(target, sheet, marks, widths);
    hide_rows(target, sheet, marks);
    const bool all_merged = merge_cells(target, sheet, looks);
    std::unordered_set<std::uint64_t> merged;
    for (const CellRange& range : sheet.merges) {
        merged.insert(std::uint64_t{range.first_row} << 32 | range.first_column);
    }
    for (const Cell& cell : sheet.cells) {
        const auto mark = marks.find({cell.row, cell.column});
        // Only what the column was made for is wrapped: a title in a narrow column would stand on
        // end.
        const bool wrap = merged.count(std::uint64_t{cell.row} << 32 | cell.column) != 0 ||
                          widths[cell.column] >= kWide;
        write_cell(target, cell,
                   mark == marks.end() ? std::nullopt : std::optional(mark->second.severity), wrap,
                   looks);
    }
    for (const auto& [cell, mark] : marks) {
        if (sheet.find(cell.first, cell.second) == nullptr) {
            check(worksheet_write_blank(target, cell.first - 1,
                                        static_cast<lxw_col_t>(cell.second - 1),
                                        looks.cell(Shape::General, mark.severity, false)));
        }
        write_comment(target, cell, mark);
    }
    if (!marks.empty()) {
        Severity gravest = Severity::Note;
        for (const auto& [cell, mark] : marks) gravest = std::min(gravest, mark.severity);
        worksheet_set_tab_color(target, text_colour(gravest));
    }
    return all_merged;
}

}  // namespace hoso::annotate_room
