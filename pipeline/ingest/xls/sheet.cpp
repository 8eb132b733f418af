// SPDX-License-Identifier: Apache-2.0
#include "ingest/xls/sheet.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ingest/limits.h"
#include "ingest/report.h"
#include "ingest/rules.h"
#include "ingest/xls/little_endian.h"

namespace hoso {

namespace rule = ingest_rule;

namespace {

// MS-XLS 2.5.217: 30 bits, either of a double's upper part or of an integer; hundredths or not.
double rk_value(std::uint32_t rk) {
    double value = 0;
    if (rk & 0x02) {
        value = static_cast<double>(static_cast<std::int32_t>(rk) >> 2);
    } else {
        value = std::bit_cast<double>(std::uint64_t{rk & ~3u} << 32);
    }
    return rk & 0x01 ? value / 100 : value;
}

// MS-XLS 2.5.10 BErr.
struct ErrorName {
    std::uint8_t code;
    const char* name;
};
constexpr std::array kErrors{ErrorName{0x00, "#NULL!"},  ErrorName{0x07, "#DIV/0!"},
                             ErrorName{0x0F, "#VALUE!"}, ErrorName{0x17, "#REF!"},
                             ErrorName{0x1D, "#NAME?"},  ErrorName{0x24, "#NUM!"},
                             ErrorName{0x2A, "#N/A"},    ErrorName{0x2B, "#GETTING_DATA"}};

constexpr std::size_t kCellHead = 6;  // row, column, XF: so begins every cell's record

}  // namespace

XlsSheet::XlsSheet(const XlsWorkbook& workbook, const XlsWorkbook::SheetEntry& entry, XlsRoom& room,
                   Findings& findings)
    : workbook_(workbook),
      entry_(entry),
      room_(room),
      findings_(findings),
      builder_(entry.origin, "xls", room.cells),
      refusal_(findings, {entry.origin, 0, 0}),
      hidden_columns_(limits::kXlsColumns) {
    builder_.sheet().hidden = entry.hidden;
    builder_.sheet().encoding = "UTF-16LE";
}

bool XlsSheet::read(std::string_view bytes) {
    BiffStream stream(bytes, entry_.begin, entry_.end);
    BiffRecord record;
    if (!stream.next(record) || record.type != Biff::Bof) {
        return refusal_.damaged("Workbook", entry_.begin);
    }
    std::size_t depth = 1;  // a chart in the sheet is a stream within the stream
    while (stream.next(record)) {
        if (record.type == Biff::Bof) ++depth;
        if (record.type == Biff::Eof && --depth == 0) return give_up_formula_text();
        if (depth == 1 && !read_record(record, stream)) {
            return refusal_.damaged("Workbook", record.offset);
        }
    }
    return refusal_.damaged("Workbook", stream.offset());
}

bool XlsSheet::read_record(const BiffRecord& record, BiffStream& stream) {
    switch (record.type) {
        case Biff::Row:
            return read_row(record.body);
        case Biff::ColInfo:
            return read_columns(record.body);
        case Biff::MergeCells:
            return read_merges(record.body);
        case Biff::String:
            return read_formula_text(record, stream);
        case Biff::MulRk:
            return give_up_formula_text() && read_rk_row(record.body);
        case Biff::Formula:
        case Biff::RString:
        case Biff::LabelSst:
        case Biff::Number:
        case Biff::Label:
        case Biff::BoolErr:
        case Biff::Rk:
            return give_up_formula_text() && read_cell(record, stream);
        case Biff::OldInteger:  // cells as BIFF2 to BIFF4 have them: not to be lost in silence
        case Biff::OldNumber:
        case Biff::OldLabel:
        case Biff::OldBoolErr:
        case Biff::OldFormula3:
        case Biff::OldFormula4:
            return false;
        default:
            return true;
    }
}

bool XlsSheet::read_row(std::string_view body) {
    if (body.size() < 14) return false;
    if (le16(body, 12) & 0x20) builder_.sheet().hidden_rows.push_back(le16(body, 0) + 1u);
    return true;
}

bool XlsSheet::read_columns(std::string_view body) {
    if (body.size() < 10) return false;
    if ((le16(body, 8) & 0x01) == 0) return true;
    for (std::size_t c = le16(body, 0); c <= le16(body, 2) && c < hidden_columns_.size(); ++c) {
        hidden_columns_[c] = true;
    }
    return true;
}

bool XlsSheet::read_merges(std::string_view body) {
    if (body.size() < 2) return false;
    const std::size_t count = le16(body, 0);
    if (body.size() < 2 + count * 8) return false;
    std::vector<CellRange>& merges = builder_.sheet().merges;
    if (merges.size() + count > limits::kMerges) {
        return refusal_.because(rule::too_many_merges,
                                {{"limit", std::to_string(limits::kMerges)}});
    }
    for (std::size_t at = 2; at < 2 + count * 8; at += 8) {
        const CellRange range{le16(body, at) + 1u, le16(body, at + 4) + 1u, le16(body, at + 2) + 1u,
                              le16(body, at + 6) + 1u};
        if (range.last_row < range.first_row || range.last_column < range.first_column) {
            return refusal_.because(
                rule::bad_reference,
                {{"reference", cell_name(range.first_row, range.first_column) + ":" +
                                   cell_name(range.last_row, range.last_column)}});
        }
        if (!check_column(range.last_row, range.last_column)) return false;
        merges.push_back(range);
    }
    return true;
}

bool XlsSheet::read_cell(const BiffRecord& record, BiffStream& stream) {
    const std::string_view body = record.body;
    if (body.size() < kCellHead) return false;
    const Place place{le16(body, 0), le16(body, 2), le16(body, 4)};
    if (!check_column(place.row + 1u, place.column + 1u)) return false;
    const std::string_view value = body.substr(kCellHead);
    switch (record.type) {
        case Biff::LabelSst:
            return value.size() >= 4 && read_shared(place, le32(value, 0));
        case Biff::Rk:
            return value.size() >= 4 && add_number(place, false, rk_value(le32(value, 0)));
        case Biff::Number:
            return value.size() >= 8 && add_number(place, false, little_endian<double>(value, 0));
        case Biff::BoolErr:
            return value.size() >= 2 &&
                   add_flag(place, false, static_cast<std::uint8_t>(value[0]), value[1] != 0);
        case Biff::Formula:
            return read_formula(place, value);
        default:
            return read_label(place, record, stream);
    }
}

bool XlsSheet::read_rk_row(std::string_view body) {
    constexpr std::size_t kHead = 4, kEach = 6;  // row, first column; XF, number; last column
    if (body.size() < kHead + kEach + 2 || (body.size() - kHead - 2) % kEach != 0) return false;
    const std::size_t count = (body.size() - kHead - 2) / kEach;
    const std::size_t first = le16(body, 2);
    if (le16(body, body.size() - 2) + 1u != first + count) return false;
    if (!check_column(le16(body, 0) + 1u, static_cast<std::uint32_t>(first + count))) return false;
    for (std::size_t i = 0; i < count; ++i) {
        const Place place{le16(body, 0), static_cast<std::uint16_t>(first + i),
                          le16(body, kHead + i * kEach)};
        if (!add_number(place, false, rk_value(le32(body, kHead + i * kEach + 2)))) return false;
    }
    return true;
}

bool XlsSheet::read_label(const Place& place, const BiffRecord& record, BiffStream& stream) {
    BiffBody in(stream, record.body);
    BiffText text;
    if (!in.skip(kCellHead) || !in.text(text)) return false;
    return add_own_text(place, false, text);
}

bool XlsSheet::read_shared(const Place& place, std::uint32_t index) {
    if (index >= workbook_.texts.size()) {
        return refuse(place, rule::bad_cell, std::to_string(index));
    }
    return add_text(place, false, workbook_.texts[index]);
}

// MS-XLS 2.5.133 FormulaValue. Programs that write formulas but do not calculate them store 0 (POI,
// Spreadsheet::WriteExcel) or 4 (jxl) and ask for a calculation on load, or store the empty text
// (xlwt). All of these are true results as well; then others of the same writer are there too.
bool XlsSheet::read_formula(const Place& place, std::string_view value) {
    if (value.size() < 10) return false;
    const bool asks = le16(value, 8) & 0x02;
    const bool special = le16(value, 6) == 0xFFFF;
    const auto kind = static_cast<std::uint8_t>(value[0]);
    const auto number = little_endian<double>(value, 0);
    if (special && kind == 3) return doubt(place, asks, std::nullopt);
    if (!special && asks && (number == 0 || number == 4)) return doubt(place, asks, number);

    (asks ? results_.asking : results_.kept) = true;
    if (!special) return add_number(place, true, number);
    if (kind == 1 || kind == 2) {
        return add_flag(place, true, static_cast<std::uint8_t>(value[2]), kind == 2);
    }
    if (kind != 0) return refuse(place, rule::formula_without_value, "");
    awaits_text_ = true;
    awaiting_ = place;
    return true;
}

bool XlsSheet::doubt(const Place& place, bool asks, std::optional<double> number) {
    doubts_.push_back({place, asks, number});
    return true;
}

bool XlsSheet::read_formula_text(const BiffRecord& record, BiffStream& stream) {
    if (!awaits_text_) return true;
    awaits_text_ = false;
    BiffBody in(stream, record.body);
    BiffText text;
    return in.text(text) && add_own_text(awaiting_, true, text);
}

bool XlsSheet::give_up_formula_text() {
    if (!awaits_text_) return true;
    awaits_text_ = false;
    return refuse(awaiting_, rule::formula_without_value, "");
}

bool XlsSheet::add_number(const Place& place, bool formula, double value) {
    if (!std::isfinite(value)) return refuse(place, rule::bad_cell, std::to_string(value));
    const XlsWorkbook::CellFormat format = workbook_.format(place.xf);
    if (format.shape == NumberShape::Number) {
        std::string text = number_text(value);
        if (!pad_code(text, format.digits)) {
            return add(place, CellKind::Number, formula, std::move(text));
        }
        return add(place, CellKind::Text, formula, std::move(text));
    }
    const auto text = serial_text(value, format.shape, workbook_.date1904);
    if (!text) return refuse(place, rule::date_out_of_range, number_text(value));
    // "07:15" is a time of day: what a person reads, but no date.
    const bool date = text->find('-') != text->npos;
    return add(place, date ? CellKind::Date : CellKind::Text, formula, *text);
}

bool XlsSheet::add_flag(const Place& place, bool formula, std::uint8_t value, bool error) {
    if (!error) return add(place, CellKind::Boolean, formula, value != 0 ? "TRUE" : "FALSE");
    for (const ErrorName& known : kErrors) {
        if (known.code == value) return add(place, CellKind::Error, formula, known.name);
    }
    return refuse(place, rule::bad_cell, std::to_string(value));
}

bool XlsSheet::add_own_text(const Place& place, bool formula, const BiffText& text) {
    if (text.runs.size() > room_.runs) {
        return refusal_.because(rule::too_many_texts,
                                {{"count", std::to_string(limits::kSharedTexts + 1)},
                                 {"limit", std::to_string(limits::kSharedTexts)}});
    }
    room_.runs -= text.runs.size();
    return add_text(place, formula, workbook_.cell_text(text));
}

bool XlsSheet::add_text(const Place& place, bool formula, const CellText& text) {
    return has_room_for(text.text) &&
           has_room(builder_.add_text(place.row + 1u, place.column + 1u, formula, text,
                                      workbook_.old_font(place.xf)));
}

bool XlsSheet::add(const Place& place, CellKind kind, bool formula, std::string text) {
    return has_room_for(text) && has_room(builder_.add({place.row + 1u, place.column + 1u, kind,
                                                        formula, std::move(text)}));
}

bool XlsSheet::refuse(const Place& place, const Rule& fault, std::string value) {
    if (!value.empty()) {
        if (room_.fault_values == 0)
            value = "…";
        else
            --room_.fault_values;
    }
    return has_room(builder_.refuse(place.row + 1u, place.column + 1u, fault, std::move(value)));
}

bool XlsSheet::has_room_for(const std::string& text) {
    if (text.size() > room_.text_bytes) {
        return refusal_.because(rule::too_much_text,
                                {{"limit", std::to_string(limits::kTextBytes)}});
    }
    room_.text_bytes -= text.size();
    return true;
}

bool XlsSheet::has_room(bool added) {
    return added ||
           refusal_.because(rule::too_many_cells, {{"limit", std::to_string(limits::kCells)}});
}

bool XlsSheet::check_column(std::uint32_t row, std::uint32_t column) {
    if (column <= limits::kXlsColumns) return true;
    return refusal_.because(rule::sheet_too_large,
                            {{"reference", cell_name(row, column)},
                             {"rows", std::to_string(limits::kXlsRows)},
                             {"columns", std::to_string(limits::kXlsColumns)}});
}

bool XlsSheet::finish(const XlsResults& of_all, Sheet& result) {
    const bool kept = of_all.kept || workbook_.recalculated;
    for (const Doubt& doubt : doubts_) {
        bool added = true;
        if (!(doubt.asks ? of_all.asking : kept)) {
            added = refuse(doubt.place, rule::formula_without_value, "");
        } else if (doubt.number) {
            added = add_number(doubt.place, true, *doubt.number);
        }
        if (!added) return false;
    }
    Sheet& sheet = builder_.sheet();
    // Nothing in the file makes sure that a row is described once, and in order.
    std::vector<std::uint32_t>& rows = sheet.hidden_rows;
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    for (std::uint32_t c = 0; c < limits::kXlsColumns; ++c) {
        if (hidden_columns_[c]) sheet.hidden_columns.push_back(c + 1);
    }
    return builder_.finish(findings_, result);
}

}  // namespace hoso
