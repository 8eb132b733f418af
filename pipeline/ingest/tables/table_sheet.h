// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/limits.h"
#include "ingest/number.h"
#include "ingest/sheet_builder.h"

namespace hoso {

// The code of a number format, or one of the names that Office writes for it: "Short Date".
NumberShape shape_of_office_format(std::string_view format);

// What the sheets of one file share.
struct TableFile {
    std::string path, format;
    Findings& findings;
    std::string encoding = "UTF-8";
    std::optional<Legacy> legacy = std::nullopt;  // what all of it is in
    std::size_t cells_left = limits::kCells;
    std::size_t text_left = limits::kTextBytes;
    std::set<std::string> names = {};

    // Null, with a finding, if the name is taken already or cannot be printed: a place in a
    // message is file › sheet › cell.
    std::shared_ptr<const Origin> name_sheet(std::string_view name);
    // False, with a finding: too many. No sheet at all is a finding, but not false.
    bool check_count(std::size_t sheets) const;
};

// A sheet on its way from HTML, SpreadsheetML or OpenDocument. Every function that returns false
// has told why the file must be refused.
class TableSheet {
public:
    TableSheet(TableFile& file, std::shared_ptr<const Origin> origin);

    // `font`: that of runs without their own.
    bool text(std::uint32_t row, std::uint32_t column, bool formula, std::vector<TextRun> runs,
              std::string_view font = {});
    bool number(std::uint32_t row, std::uint32_t column, bool formula, std::string_view value,
                NumberShape shape = NumberShape::Number, bool date1904 = false);
    // A date, boolean or error; `shown` of nullopt: `value` is none.
    bool value(std::uint32_t row, std::uint32_t column, CellKind kind, bool formula,
               const std::optional<std::string>& shown, std::string_view value);
    bool formula_without_value(std::uint32_t row, std::uint32_t column);

    bool merge(std::uint32_t row, std::uint32_t column, std::uint64_t rows, std::uint64_t columns);
    // As ranges, because programs hide "all rows to the last" of a million.
    void hide_rows(std::uint64_t first, std::uint64_t last) { rows_.push_back({first, last}); }
    void hide_columns(std::uint64_t first, std::uint64_t last) {
        columns_.push_back({first, last});
    }
    void hide() { builder_.sheet().hidden = true; }

    bool check_place(std::uint64_t row, std::uint64_t column);
    bool fail(const Rule& rule, std::uint32_t row, std::uint32_t column,
              std::map<std::string, std::string> args);
    bool finish(std::vector<Sheet>& sheets);

private:
    struct Range {
        std::uint64_t first, last;
    };
    bool taken(std::uint32_t row, std::uint32_t column, bool added);

    TableFile& file_;
    SheetBuilder builder_;
    std::vector<Range> rows_, columns_;
    std::uint32_t last_row_ = 0, last_column_ = 0;
};

}  // namespace hoso
