// SPDX-License-Identifier: Apache-2.0
#include "ingest/csv/csv.h"

#include <algorithm>

#include "ingest/csv/text_file.h"
#include "ingest/limits.h"
#include "ingest/report.h"
#include "ingest/rules.h"
#include "ingest/sheet_builder.h"

namespace hoso {

namespace rule = ingest_rule;

namespace {

const Rule* rule_of(FieldReader::Fault fault) {
    switch (fault) {
        case FieldReader::Fault::OpenQuote:
            return &rule::csv_open_quote;
        case FieldReader::Fault::TextAfterQuote:
            return &rule::csv_text_after_quote;
        case FieldReader::Fault::BlankBeforeQuote:
            return &rule::csv_blank_before_quote;
        case FieldReader::Fault::None:
            break;
    }
    return nullptr;
}

bool is_blank(const std::string& field) { return field.find_first_not_of(" \t\r\n") == field.npos; }

class CsvReader {
public:
    CsvReader(const std::string& path, const TextFile& file, Findings& findings)
        : origin_(std::make_shared<const Origin>(Origin{path, ""})),
          cells_left_(limits::kCells),
          builder_(origin_, "csv", cells_left_),
          file_(file),
          findings_(findings) {
        builder_.sheet().encoding = file.encoding;
        if (file.legacy) builder_.assume(*file.legacy);
    }

    bool read(Sheet& sheet) {
        const bool declared = declared_separator(file_.text).has_value();
        FieldReader reader(file_.text, find_separator(file_.text).value_or(';'));
        std::vector<std::string> row;
        for (std::string field; reader.next(field);) {
            if (!check(reader)) return false;
            row.push_back(field);
            if (!reader.last_of_row) continue;
            const bool names_separator = declared && reader.row == 1;
            if (!names_separator && !add(reader.row, row)) return false;
            row.clear();
        }
        report_wide_rows();
        if (file_.guessed && !file_.legacy) {
            report(findings_, rule::text_encoding, {builder_.at(0, 0)},
                   {{"encoding", file_.encoding}});
        }
        return builder_.finish(findings_, sheet);
    }

private:
    bool check(const FieldReader& reader) {
        if (reader.row > limits::kRows || reader.column > limits::kColumns) {
            report(findings_, rule::sheet_too_large, {builder_.at(0, 0)},
                   {{"reference", cell_name(reader.row, reader.column)},
                    {"rows", std::to_string(limits::kRows)},
                    {"columns", std::to_string(limits::kColumns)}});
            return false;
        }
        // What follows a broken quotation mark may stand in the wrong column: refuse the file.
        const Rule* fault = rule_of(reader.fault);
        if (!fault) return true;
        report(findings_, *fault, {builder_.at(reader.row, reader.column)},
               {{"line", std::to_string(reader.line)}});
        return false;
    }

    bool add(std::uint32_t number, std::vector<std::string>& row) {
        const std::size_t written = row.size();
        while (!row.empty() && is_blank(row.back())) row.pop_back();
        // A title or a blank line begins a new block, whose first row, its heading, may be as wide
        // as it wants. Blank fields at the end count for the block and not for the row.
        const bool wide = block_width_ > 1 && row.size() > block_width_;
        if (wide) {
            wide_rows_.push_back(builder_.at(number, 0));
        } else {
            block_width_ = row.size() > 1 ? std::max(block_width_, written) : 0;
        }
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto column = static_cast<std::uint32_t>(i + 1);
            const bool taken =
                wide && !row[i].empty()
                    ? builder_.add(
                          {number, column, CellKind::Error, false, std::string(kUnreadableCell)})
                    : builder_.add_text(number, column, false, make_cell_text(row[i]));
            if (!taken) {
                report(findings_, rule::too_many_cells, {builder_.at(0, 0)},
                       {{"limit", std::to_string(limits::kCells)}});
                return false;
            }
        }
        return true;
    }

    void report_wide_rows() {
        if (wide_rows_.empty()) return;
        report(findings_, rule::csv_wide_row, wide_rows_,
               {{"count", std::to_string(wide_rows_.size())}});
    }

    std::shared_ptr<const Origin> origin_;
    std::size_t cells_left_;
    SheetBuilder builder_;
    const TextFile& file_;
    Findings& findings_;
    std::size_t block_width_ = 0;
    std::vector<Location> wide_rows_;
};

}  // namespace

bool read_csv(std::string_view bytes, const std::string& path, Sheet& sheet, Findings& findings) {
    std::uint32_t bad_line = 0;
    const auto file = decode_text(bytes, bad_line);
    if (!file) {
        Location place = whole_file(path);
        place.row = bad_line;
        report(findings, rule::legacy_encoding, {place});
        return false;
    }
    return CsvReader(path, *file, findings).read(sheet);
}

}  // namespace hoso
