// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/xls/workbook.h"

namespace hoso {

// What the sheets of one file may still take.
struct XlsRoom {
    std::size_t cells, text_bytes, runs;
    // A file that is wrong in every cell must not get a finding with a value of its own for each.
    std::size_t fault_values = 1'000;
};

// Whether some formula of a workbook shows what only a calculation can have brought about: of those
// that the file's writer left as they are, and of those that it wants calculated on load.
struct XlsResults {
    bool kept = false, asking = false;
};

// One sheet on its way. Whether a formula that shows 0 or nothing was ever calculated is known only
// when all sheets of the file have been read.
class XlsSheet {
public:
    // All must outlive it.
    XlsSheet(const XlsWorkbook& workbook, const XlsWorkbook::SheetEntry& entry, XlsRoom& room,
             Findings& findings);

    // Both: false, with a finding, if the file must be refused.
    bool read(std::string_view stream);
    bool finish(const XlsResults& of_all, Sheet& result);
    [[nodiscard]] const XlsResults& results() const { return results_; }

private:
    struct Place {
        std::uint16_t row = 0, column = 0, xf = 0;  // 0-based
    };
    struct Doubt {
        Place place;
        bool asks = false;
        std::optional<double> number;  // else the empty text
    };

    // These are false if the sheet cannot be read. Unless they said why, the record is damaged.
    bool read_record(const BiffRecord& record, BiffStream& stream);
    bool read_row(std::string_view body);
    bool read_columns(std::string_view body);
    bool read_merges(std::string_view body);
    bool read_rk_row(std::string_view body);
    bool read_cell(const BiffRecord& record, BiffStream& stream);
    bool read_label(const Place& place, const BiffRecord& record, BiffStream& stream);
    bool read_shared(const Place& place, std::uint32_t index);
    bool read_formula(const Place& place, std::string_view body);
    bool doubt(const Place& place, bool asks, std::optional<double> number);
    bool read_formula_text(const BiffRecord& record, BiffStream& stream);
    bool give_up_formula_text();
    bool add_number(const Place& place, bool formula, double value);
    bool add_flag(const Place& place, bool formula, std::uint8_t value, bool error);
    bool add_own_text(const Place& place, bool formula, const BiffText& text);
    bool add_text(const Place& place, bool formula, const CellText& text);
    bool add(const Place& place, CellKind kind, bool formula, std::string text);
    bool refuse(const Place& place, const Rule& rule, std::string value);
    bool has_room(bool added);
    bool has_room_for(const std::string& text);
    bool check_column(std::uint32_t row, std::uint32_t column);

    const XlsWorkbook& workbook_;
    const XlsWorkbook::SheetEntry& entry_;
    XlsRoom& room_;
    Findings& findings_;
    SheetBuilder builder_;
    XlsRefusal refusal_;
    std::vector<bool> hidden_columns_;
    XlsResults results_;
    bool awaits_text_ = false;  // a formula's text comes in a record of its own
    Place awaiting_;
    std::vector<Doubt> doubts_;
};

}  // namespace hoso
