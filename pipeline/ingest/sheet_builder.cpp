// SPDX-License-Identifier: Apache-2.0
#include "ingest/sheet_builder.h"

#include <algorithm>
#include <tuple>

#include "ingest/limits.h"
#include "ingest/report.h"
#include "ingest/rules.h"
#include "ingest/text/conversion.h"
#include "ingest/text/letters.h"
#include "ingest/text/odd_letters.h"
#include "ingest/text/reading.h"
#include "ingest/unicode.h"
#include "vocabulary/text.h"

namespace hoso {

namespace rule = ingest_rule;

namespace {

bool is_plain_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 0x20 && c < 0x7F) || c == '\t' || c == '\n' || c == '\r';
    });
}

// Whether a text can only be Unicode: a letter that no old encoding puts there, and none of the
// characters by which one would show (signs, controls, letters that Vietnamese does not have).
bool is_plain_unicode(const std::u32string& text) {
    bool unicode = false;
    for (const char32_t c : text) {
        if (c < 0x80) {
            if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') return false;
        } else if (c < 0x100) {
            if (c != 0xA0 && !vietnamese_letter(c)) return false;
        } else {
            unicode = unicode || !windows_1252_byte(c);
        }
    }
    return unicode;
}

void look_for_old_encodings(CellText& result, std::vector<TextRun> runs) {
    const std::u32string text = code_points(result.text);
    result.eth = text.find_first_of(U"Ðð") != text.npos;
    result.odd = may_have_odd_letter(text);
    result.in_legacy_font = std::any_of(runs.begin(), runs.end(), [](const TextRun& run) {
        return legacy_font(run.font).has_value();
    });
    if (!result.in_legacy_font && is_plain_unicode(text)) return;
    result.suspect = !looks_vietnamese(text);
    result.source = std::make_shared<const std::vector<TextRun>>(std::move(runs));
}

}  // namespace

CellText make_cell_text(std::string_view utf8) {
    if (is_plain_ascii(utf8) && utf8.size() <= limits::kTextLength) {
        CellText result;
        result.text = utf8;
        return result;
    }
    return make_cell_text(std::vector<TextRun>{{std::string(utf8), ""}});
}

CellText make_cell_text(std::vector<TextRun> runs) {
    CellText result;
    for (const TextRun& run : runs) result.text += run.text;
    const bool ascii = is_plain_ascii(result.text);
    if (!ascii) result.text = to_nfc(result.text);
    if (const auto refused = ascii ? std::nullopt : find_refused_character(result.text)) {
        result.fault = &rule::refused_character;
        result.fault_value = code_point_name(*refused);
    } else if (result.text.size() > limits::kTextLength &&
               code_point_count(result.text) > limits::kTextLength) {
        result.fault = &rule::text_too_long;
        result.fault_value = std::to_string(limits::kTextLength);
        return result;
    }
    if (!ascii) look_for_old_encodings(result, std::move(runs));
    return result;
}

SheetBuilder::SheetBuilder(std::shared_ptr<const Origin> origin, std::string format,
                           std::size_t& cells_left)
    : cells_left_(cells_left) {
    sheet_.origin = std::move(origin);
    sheet_.format = std::move(format);
}

bool SheetBuilder::add(Cell cell) {
    if (cell.text.empty()) return true;
    if (cells_left_ == 0) return false;
    --cells_left_;
    sheet_.cells.push_back(std::move(cell));
    return true;
}

bool SheetBuilder::add_text(std::uint32_t row, std::uint32_t column, bool formula,
                            const CellText& text, std::string_view font) {
    std::optional<LegacyFont> old = assumed_;
    if (!old && !font.empty()) old = legacy_font(font);
    const bool pending = text.source && (old || text.suspect || text.in_legacy_font);
    if (pending) {
        pending_.push_back({sheet_.cells.size(), text.source, old, text.fault, text.fault_value});
    } else if (text.fault) {
        return refuse(row, column, *text.fault, text.fault_value);
    } else if (old && !is_plain_ascii(text.text)) {
        ++unicode_in_font_[static_cast<std::size_t>(old->encoding)];
    }
    if (text.eth && !text.fault) eths_.push_back(sheet_.cells.size());
    if (text.odd && !text.fault) odd_.push_back(sheet_.cells.size());
    if (text.fault) {
        return add({row, column, CellKind::Error, false, std::string(kUnreadableCell)});
    }
    return add({row, column, CellKind::Text, formula, text.text});
}

bool SheetBuilder::refuse(std::uint32_t row, std::uint32_t column, const Rule& fault,
                          std::string value) {
    note_fault(fault, value, row, column);
    return add({row, column, CellKind::Error, false, std::string(kUnreadableCell)});
}

void SheetBuilder::note_fault(const Rule& fault, const std::string& value, std::uint32_t row,
                              std::uint32_t column) {
    auto& [known, places] = faults_[{fault.id, value}];
    known = &fault;
    places.push_back(at(row, column));
}

void SheetBuilder::convert(Findings& findings) {
    Conversion conversion(sheet_, pending_.size());
    for (const Pending& pending : pending_) {
        conversion.add(pending.cell, pending.source, pending.font, assumed_.has_value());
    }
    conversion.run(unicode_in_font_, findings);
    for (const Pending& pending : pending_) {
        if (!pending.fault || conversion.decided(pending.cell)) continue;
        const Cell& cell = sheet_.cells[pending.cell];
        note_fault(*pending.fault, pending.fault_value, cell.row, cell.column);
    }
    replace_eths(sheet_, eths_, findings);
}

bool SheetBuilder::finish(Findings& findings, Sheet& result) {
    if (sheet_.encoding.empty()) sheet_.encoding = "UTF-8";
    if (!pending_.empty() || !eths_.empty()) convert(findings);
    if (!odd_.empty()) report_odd_letters(sheet_, odd_, findings);
    const auto before = [](const Cell& a, const Cell& b) {
        return std::tie(a.row, a.column) < std::tie(b.row, b.column);
    };
    std::vector<Cell>& cells = sheet_.cells;
    if (!std::is_sorted(cells.begin(), cells.end(), before)) {
        std::stable_sort(cells.begin(), cells.end(), before);
    }
    const auto twice = std::adjacent_find(
        cells.begin(), cells.end(), [&](const Cell& a, const Cell& b) { return !before(a, b); });
    if (twice != cells.end()) {
        report(findings, rule::duplicate_cell, {at(twice->row, twice->column)});
        return false;
    }
    for (auto& [key, fault] : faults_) {
        auto& [known, places] = fault;
        std::sort(places.begin(), places.end());
        report(findings, *known, places,
               {{"value", key.second}, {"count", std::to_string(places.size())}});
    }
    for (const Cell& cell : cells) {
        sheet_.last_row = std::max(sheet_.last_row, cell.row);
        sheet_.last_column = std::max(sheet_.last_column, cell.column);
    }
    if (cells.empty()) report(findings, rule::empty_sheet, {at(0, 0)});
    // A vendor hides "all columns to the right": only those with something in them are news.
    std::erase_if(sheet_.hidden_columns, [&](auto c) { return c > sheet_.last_column; });
    std::erase_if(sheet_.hidden_rows, [&](auto r) { return r > sheet_.last_row; });
    result = std::move(sheet_);
    return true;
}

}  // namespace hoso
