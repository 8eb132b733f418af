// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/table_sheet.h"

#include <algorithm>
#include <array>

#include "ingest/report.h"
#include "ingest/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace rule = ingest_rule;

NumberShape shape_of_office_format(std::string_view format) {
    static constexpr std::array kDates{"Short Date", "Medium Date", "Long Date"};
    static constexpr std::array kTimes{"Short Time", "Medium Time", "Long Time"};
    static constexpr std::array kNumbers{"General", "General Number", "Currency", "Euro Currency",
                                         "Fixed",   "Standard",       "Percent",  "Scientific",
                                         "Yes/No",  "True/False",     "On/Off",   "@"};
    const auto among = [&](const auto& names) {
        return std::find(names.begin(), names.end(), format) != names.end();
    };
    if (format == "General Date") return NumberShape::DateTime;
    if (among(kDates)) return NumberShape::Date;
    if (among(kTimes)) return NumberShape::Time;
    return among(kNumbers) ? NumberShape::Number : shape_of_format(format);
}

std::shared_ptr<const Origin> TableFile::name_sheet(std::string_view name) {
    const CellText text = make_cell_text(name);
    auto origin = std::make_shared<const Origin>(Origin{path, text.text});
    if (text.fault) {
        report(findings, *text.fault, {{origin, 0, 0}},
               {{"value", text.fault_value}, {"count", "1"}});
        return nullptr;
    }
    if (!names.insert(to_lower(text.text)).second) {
        report(findings, rule::duplicate_sheet_name, {whole_file(path)}, {{"sheet", text.text}});
        return nullptr;
    }
    return origin;
}

bool TableFile::check_count(std::size_t sheets) const {
    if (sheets == 0) report(findings, rule::no_sheets, {whole_file(path)});
    if (sheets <= limits::kSheets) return true;
    report(findings, rule::too_many_sheets, {whole_file(path)},
           {{"count", std::to_string(sheets)}, {"limit", std::to_string(limits::kSheets)}});
    return false;
}

TableSheet::TableSheet(TableFile& file, std::shared_ptr<const Origin> origin)
    : file_(file), builder_(std::move(origin), file.format, file.cells_left) {
    builder_.sheet().encoding = file.encoding;
    if (file.legacy) builder_.assume(*file.legacy);
}

bool TableSheet::fail(const Rule& fault, std::uint32_t row, std::uint32_t column,
                      std::map<std::string, std::string> args) {
    report(file_.findings, fault, {builder_.at(row, column)}, std::move(args));
    return false;
}

bool TableSheet::check_place(std::uint64_t row, std::uint64_t column) {
    if (row <= limits::kRows && column <= limits::kColumns) return true;
    // Beyond these a place has no name that a person could look up.
    constexpr std::uint64_t kNameable = 99'999'999;
    const auto nameable = [](std::uint64_t n) {
        return static_cast<std::uint32_t>(n < kNameable ? n : kNameable);
    };
    return fail(rule::sheet_too_large, 0, 0,
                {{"reference", cell_name(nameable(row), nameable(column))},
                 {"rows", std::to_string(limits::kRows)},
                 {"columns", std::to_string(limits::kColumns)}});
}

bool TableSheet::taken(std::uint32_t row, std::uint32_t column, bool added) {
    if (!added) {
        return fail(rule::too_many_cells, 0, 0, {{"limit", std::to_string(limits::kCells)}});
    }
    last_row_ = std::max(last_row_, row);
    last_column_ = std::max(last_column_, column);
    return true;
}

bool TableSheet::text(std::uint32_t row, std::uint32_t column, bool formula,
                      std::vector<TextRun> runs, std::string_view font) {
    std::size_t size = 0;
    for (const TextRun& run : runs) size += run.text.size();
    if (size == 0) return true;
    if (size > file_.text_left) {
        return fail(rule::too_much_text, 0, 0, {{"limit", std::to_string(limits::kTextBytes)}});
    }
    file_.text_left -= size;
    const bool plain = runs.size() == 1 && runs[0].font.empty();
    const CellText text = plain ? make_cell_text(runs[0].text) : make_cell_text(std::move(runs));
    return taken(row, column, builder_.add_text(row, column, formula, text, font));
}

bool TableSheet::number(std::uint32_t row, std::uint32_t column, bool formula,
                        std::string_view value, NumberShape shape, bool date1904) {
    const auto number = parse_number(value);
    if (!number) return this->value(row, column, CellKind::Number, formula, std::nullopt, value);
    if (shape == NumberShape::Number) {
        return this->value(row, column, CellKind::Number, formula, number_text(*number), value);
    }
    const auto text = serial_text(*number, shape, date1904);
    if (!text) {
        return taken(row, column,
                     builder_.refuse(row, column, rule::date_out_of_range, number_text(*number)));
    }
    return this->value(row, column, CellKind::Date, formula, text, value);
}

bool TableSheet::value(std::uint32_t row, std::uint32_t column, CellKind kind, bool formula,
                       const std::optional<std::string>& shown, std::string_view value) {
    if (!shown) {
        const CellText bad = make_cell_text(value.substr(0, limits::kTextLength));
        return taken(row, column, builder_.refuse(row, column, rule::bad_cell, bad.text));
    }
    if (kind == CellKind::Error) {
        const CellText error = make_cell_text(*shown);
        if (error.fault) return taken(row, column, builder_.add_text(row, column, formula, error));
        return taken(row, column, builder_.add({row, column, kind, formula, error.text}));
    }
    // "07:15" is a time of day: what a person reads, but no date.
    if (kind == CellKind::Date && shown->find('-') == shown->npos) kind = CellKind::Text;
    return taken(row, column, builder_.add({row, column, kind, formula, *shown}));
}

bool TableSheet::formula_without_value(std::uint32_t row, std::uint32_t column) {
    return taken(row, column, builder_.refuse(row, column, rule::formula_without_value, ""));
}

bool TableSheet::merge(std::uint32_t row, std::uint32_t column, std::uint64_t rows,
                       std::uint64_t columns) {
    if (rows <= 1 && columns <= 1) return true;
    const std::uint64_t last_row = row + std::max<std::uint64_t>(rows, 1) - 1;
    const std::uint64_t last_column = column + std::max<std::uint64_t>(columns, 1) - 1;
    if (!check_place(last_row, last_column)) return false;
    auto& merges = builder_.sheet().merges;
    if (merges.size() >= limits::kMerges) {
        return fail(rule::too_many_merges, 0, 0, {{"limit", std::to_string(limits::kMerges)}});
    }
    merges.push_back({row, column, static_cast<std::uint32_t>(last_row),
                      static_cast<std::uint32_t>(last_column)});
    return true;
}

bool TableSheet::finish(std::vector<Sheet>& sheets) {
    const auto expand = [](const std::vector<Range>& ranges, std::uint32_t last,
                           std::vector<std::uint32_t>& hidden) {
        std::set<std::uint32_t> numbers;
        for (const Range& range : ranges) {
            for (std::uint64_t n = range.first; n <= std::min<std::uint64_t>(range.last, last); ++n)
                numbers.insert(static_cast<std::uint32_t>(n));
        }
        hidden.assign(numbers.begin(), numbers.end());
    };
    expand(rows_, last_row_, builder_.sheet().hidden_rows);
    expand(columns_, last_column_, builder_.sheet().hidden_columns);
    return builder_.finish(file_.findings, sheets.emplace_back());
}

}  // namespace hoso
