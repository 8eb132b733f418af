// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "ingest/limits.h"
#include "ingest/report.h"
#include "ingest/rules.h"
#include "ingest/xlsx/workbook.h"

namespace hoso {

namespace rule = ingest_rule;

namespace {

constexpr std::uint32_t kBeyond = 0xFFFFFFFF;  // a number too great for us to hold

// Digits only. 0: not a position; kBeyond: too great.
std::uint32_t parse_position(std::string_view text) {
    if (text.empty() || text.find_first_not_of("0123456789") != text.npos) return 0;
    std::uint32_t value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() ? value : kBeyond;
}

// "B7" → row 7, column 2. False: not such a name.
bool parse_cell_name(std::string_view text, std::uint32_t& row, std::uint32_t& column) {
    std::size_t letters = 0;
    std::uint64_t value = 0;
    while (letters < text.size() && text[letters] >= 'A' && text[letters] <= 'Z') {
        value = std::min<std::uint64_t>(value * 26 + static_cast<unsigned>(text[letters] - 'A' + 1),
                                        kBeyond);
        ++letters;
    }
    column = static_cast<std::uint32_t>(value);
    row = parse_position(text.substr(letters));
    return letters > 0 && row > 0;
}

class SheetReader {
public:
    SheetReader(const Workbook& workbook, SheetBuilder& builder, XlsxRoom& room, Findings& findings)
        : workbook_(workbook), builder_(builder), room_(room), findings_(findings) {}

    bool read(pugi::xml_node worksheet) {
        read_columns(child(worksheet, "cols"));
        return read_rows(child(worksheet, "sheetData")) &&
               read_merges(child(worksheet, "mergeCells"));
    }

private:
    bool fail(const Rule& fault, std::map<std::string, std::string> args) {
        report(findings_, fault, {builder_.at(0, 0)}, std::move(args));
        return false;
    }
    bool out_of_room() {
        if (room_.cells == 0) {
            return fail(rule::too_many_cells, {{"limit", std::to_string(limits::kCells)}});
        }
        return fail(rule::too_much_text, {{"limit", std::to_string(limits::kTextBytes)}});
    }
    bool bad_reference(std::string_view text) {
        return fail(rule::bad_reference, {{"reference", std::string(text)}});
    }
    bool check_size(std::uint32_t row, std::uint32_t column, std::string_view text) {
        if (row <= limits::kRows && column <= limits::kColumns) return true;
        return fail(rule::sheet_too_large, {{"reference", std::string(text)},
                                            {"rows", std::to_string(limits::kRows)},
                                            {"columns", std::to_string(limits::kColumns)}});
    }

    // <col> may stand any number of times and each may span all columns.
    void read_columns(pugi::xml_node columns) {
        std::vector<bool> hidden(limits::kColumns + 1);
        for (const pugi::xml_node node : columns.children()) {
            if (!is_true(attribute(node, "hidden"))) continue;
            const std::uint32_t first = parse_position(attribute(node, "min")),
                                last = parse_position(attribute(node, "max"));
            if (first == 0 || first > limits::kColumns || last < first) continue;
            std::fill(hidden.begin() + first, hidden.begin() + std::min(last, limits::kColumns) + 1,
                      true);
        }
        for (std::uint32_t c = 1; c < hidden.size(); ++c) {
            if (hidden[c]) builder_.sheet().hidden_columns.push_back(c);
        }
    }

    bool read_rows(pugi::xml_node data) {
        std::uint32_t row = 0;
        for (const pugi::xml_node node : data.children()) {
            if (!is_named(node.name(), "row")) continue;
            ++row;  // r is optional: the row after the one before
            for (const pugi::xml_attribute& a : node.attributes()) {
                if (std::strcmp(a.name(), "r") == 0) {
                    row = parse_position(a.value());
                    if (row == 0) return bad_reference(a.value());
                } else if (std::strcmp(a.name(), "hidden") == 0 && is_true(a.value())) {
                    builder_.sheet().hidden_rows.push_back(row);
                }
            }
            if (!check_size(row, 1, std::to_string(row)) || !read_cells(node, row)) return false;
        }
        return true;
    }

    bool read_cells(pugi::xml_node cells, std::uint32_t row) {
        std::uint32_t column = 0;
        for (const pugi::xml_node node : cells.children()) {
            if (!is_named(node.name(), "c")) continue;
            ++column;
            std::uint32_t style = 0;
            const char* type = "n";
            for (const pugi::xml_attribute& a : node.attributes()) {
                if (a.name()[0] == '\0' || a.name()[1] != '\0') continue;
                if (a.name()[0] == 't') type = a.value();
                if (a.name()[0] == 's') style = parse_position(a.value());
                if (a.name()[0] == 'r') {
                    std::uint32_t own_row = 0;
                    if (!parse_cell_name(a.value(), own_row, column))
                        return bad_reference(a.value());
                    if (!check_size(own_row, column, a.value())) return false;
                    if (own_row != row) return bad_reference(a.value());
                }
            }
            if (!check_size(row, column, cell_name(row, column))) return false;
            if (!read_cell(node, row, column, type, style)) return out_of_room();
        }
        return true;
    }

    // False: the file has too many cells or too much text.
    bool read_cell(pugi::xml_node node, std::uint32_t row, std::uint32_t column,
                   std::string_view type, std::uint32_t style) {
        pugi::xml_node inline_text;
        std::string value;
        bool formula = false;
        for (const pugi::xml_node part : node.children()) {
            if (is_named(part.name(), "v")) value = characters(part);
            if (is_named(part.name(), "f")) formula = true;
            if (is_named(part.name(), "is")) inline_text = part;
        }
        if (inline_text) {
            return builder_.add_text(row, column, formula, rich_text(inline_text), font_of(style));
        }
        if (value.empty()) {
            // A formula whose result is the empty text says so: t="str".
            if (!formula || type == "str") return true;
            return builder_.refuse(row, column, rule::formula_without_value, "");
        }
        if (type == "n") return read_number(row, column, formula, value, style);
        if (type == "s") return read_shared(row, column, formula, value, style);
        if (type == "str") {
            return builder_.add_text(row, column, formula, plain_cell_text(value), font_of(style));
        }
        if (type == "b" && (value == "0" || value == "1" || value == "true" || value == "false")) {
            return builder_.add(
                {row, column, CellKind::Boolean, formula, is_true(value) ? "TRUE" : "FALSE"});
        }
        if (type == "e") return read_error(row, column, formula, value);
        if (type == "d") return read_iso_date(row, column, formula, value);
        return builder_.refuse(row, column, rule::bad_cell, value);
    }

    [[nodiscard]] std::string_view font_of(std::uint32_t style) const {
        return style < workbook_.styles.size() ? std::string_view(workbook_.styles[style].font)
                                               : std::string_view();
    }

    bool read_shared(std::uint32_t row, std::uint32_t column, bool formula,
                     const std::string& value, std::uint32_t style) {
        std::size_t index = 0;
        const char* end = value.data() + value.size();
        const auto [stop, error] = std::from_chars(value.data(), end, index);
        if (error != std::errc() || stop != end || index >= workbook_.shared_texts.size()) {
            return builder_.refuse(row, column, rule::bad_cell, value);
        }
        const CellText& text = workbook_.shared_texts[index];
        if (text.text.size() > room_.text_bytes) return false;
        room_.text_bytes -= text.text.size();
        return builder_.add_text(row, column, formula, text, font_of(style));
    }

    bool read_error(std::uint32_t row, std::uint32_t column, bool formula,
                    const std::string& value) {
        const CellText text = make_cell_text(value);
        if (text.fault) return builder_.refuse(row, column, *text.fault, text.fault_value);
        return builder_.add({row, column, CellKind::Error, formula, text.text});
    }

    bool read_number(std::uint32_t row, std::uint32_t column, bool formula,
                     const std::string& value, std::uint32_t style) {
        const auto number = parse_number(value);
        if (!number) return builder_.refuse(row, column, rule::bad_cell, value);
        const Workbook::Style* known =
            style < workbook_.styles.size() ? &workbook_.styles[style] : nullptr;
        const NumberShape shape = known ? known->shape : NumberShape::Number;
        if (shape == NumberShape::Number) {
            std::string text = number_text(*number);
            // A code whose zeros only its format shows is a text to a person.
            const bool code = known && pad_code(text, known->digits);
            return builder_.add(
                {row, column, code ? CellKind::Text : CellKind::Number, formula, std::move(text)});
        }
        const auto text = serial_text(*number, shape, workbook_.date1904);
        if (!text) {
            return builder_.refuse(row, column, rule::date_out_of_range, number_text(*number));
        }
        // "07:15" is a time of day: what a person reads, but no date.
        const CellKind kind = text->find('-') == text->npos ? CellKind::Text : CellKind::Date;
        return builder_.add({row, column, kind, formula, *text});
    }

    bool read_iso_date(std::uint32_t row, std::uint32_t column, bool formula, std::string value) {
        for (const std::string_view midnight : {"T00:00:00", "T00:00:00Z", "T00:00:00.000"}) {
            if (value.ends_with(midnight)) value.resize(value.size() - midnight.size());
        }
        const CellText text = make_cell_text(value);
        if (text.fault) return builder_.add_text(row, column, formula, text);
        return builder_.add({row, column, CellKind::Date, formula, text.text});
    }

    bool read_merges(pugi::xml_node merges) {
        for (const pugi::xml_node node : merges.children()) {
            const std::string_view text = attribute(node, "ref");
            const std::size_t colon = std::min(text.find(':'), text.size());
            const std::string_view last = colon < text.size() ? text.substr(colon + 1) : text;
            CellRange range;
            if (!parse_cell_name(text.substr(0, colon), range.first_row, range.first_column) ||
                !parse_cell_name(last, range.last_row, range.last_column) ||
                range.last_row < range.first_row || range.last_column < range.first_column) {
                return bad_reference(text);
            }
            if (!check_size(range.last_row, range.last_column, text)) return false;
            if (builder_.sheet().merges.size() >= limits::kMerges) {
                return fail(rule::too_many_merges, {{"limit", std::to_string(limits::kMerges)}});
            }
            builder_.sheet().merges.push_back(range);
        }
        return true;
    }

    const Workbook& workbook_;
    SheetBuilder& builder_;
    XlsxRoom& room_;
    Findings& findings_;
};

}  // namespace

bool read_sheet(const ZipArchive& archive, const Workbook& workbook,
                const Workbook::SheetEntry& entry, XlsxRoom& room, Sheet& sheet,
                Findings& findings) {
    SheetBuilder builder(entry.origin, "xlsx", room.cells);
    builder.sheet().hidden = entry.hidden;
    XmlPart xml;
    if (!entry.part.empty()) {
        if (!xml.load(archive, entry.part, {entry.origin, 0, 0}, findings)) return false;
        if (!SheetReader(workbook, builder, room, findings).read(xml.root())) return false;
    }
    return builder.finish(findings, sheet);
}

}  // namespace hoso
