// SPDX-License-Identifier: Apache-2.0
//
// Microsoft's "XML Spreadsheet Reference" (Office 2003). Rows and cells say where they are only
// where they leave a gap; a Span says for how many more the same holds.
#include "ingest/tables/spreadsheetml.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "ingest/package/xml_part.h"
#include "ingest/report.h"
#include "ingest/rules.h"
#include "ingest/tables/table_sheet.h"
#include "ingest/tables/text_bytes.h"

namespace hoso {

namespace rule = ingest_rule;

namespace {

struct Style {
    NumberShape shape = NumberShape::Number;
    std::string font;
};
using Styles = std::map<std::string, Style, std::less<>>;

// A style takes from its parent, and every style from "Default", what it does not say itself.
Styles read_styles(pugi::xml_node list) {
    Styles styles;
    for (const pugi::xml_node node : list.children()) {
        if (!is_named(node.name(), "Style")) continue;
        const std::string_view parent = attribute(node, "Parent");
        Style style;
        for (const std::string_view from : {std::string_view("Default"), parent}) {
            const auto known = styles.find(from);
            if (known != styles.end()) style = known->second;
        }
        const std::string_view format = attribute(child(node, "NumberFormat"), "Format");
        const std::string_view font = attribute(child(node, "Font"), "FontName");
        if (!format.empty()) style.shape = shape_of_office_format(format);
        if (!font.empty()) style.font = font;
        styles[std::string(attribute(node, "ID"))] = std::move(style);
    }
    return styles;
}

// The text of <Data>, which may hold HTML: <B>Lớp</B> <Font html:Face="Arial">6A</Font>.
void add_text(pugi::xml_node node, std::string_view font, std::vector<TextRun>& runs) {
    const auto add = [&](std::string_view text) {
        if (text.empty()) return;
        if (runs.empty() || runs.back().font != font) runs.push_back({"", std::string(font)});
        runs.back().text += text;
    };
    add(node.value());
    for (const pugi::xml_node part : node.children()) {
        const std::string_view face = attribute(part, "Face");
        if (is_named(part.name(), "BR")) add("\n");
        add_text(part, face.empty() ? font : face, runs);
    }
}
std::string text_of(pugi::xml_node node) {
    std::vector<TextRun> runs;
    add_text(node, "", runs);
    std::string text;
    for (const TextRun& run : runs) text += run.text;
    return text;
}

std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return "";
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

class SpreadsheetMlReader {
public:
    SpreadsheetMlReader(const Styles& styles, bool date1904, TableSheet& sheet)
        : styles_(styles), date1904_(date1904), sheet_(sheet) {}

    bool read(pugi::xml_node table) {
        for (const pugi::xml_node node : table.children()) {
            if (is_named(node.name(), "Column") && !read_column(node)) return false;
            if (is_named(node.name(), "Row") && !read_row(node)) return false;
        }
        return true;
    }

private:
    // Index is where the element stands, if it does not follow the one before. False: it cannot
    // stand there.
    bool place(pugi::xml_node node, std::uint64_t& position) {
        const std::string_view index = attribute(node, "Index");
        if (index.empty()) return true;
        const std::uint64_t own = number_in(index);
        if (own < position) {
            return sheet_.fail(rule::bad_reference, 0, 0, {{"reference", std::string(index)}});
        }
        position = own;
        return true;
    }
    static std::uint64_t number_in(std::string_view digits) {
        constexpr std::uint64_t kMost = 1ull << 32;
        std::uint64_t value = 0;
        const auto [stop, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return error == std::errc() ? std::min(value, kMost) : 0;
    }

    bool read_column(pugi::xml_node node) {
        std::uint64_t first = last_column_ + 1;
        if (!place(node, first)) return false;
        last_column_ = first + number_in(attribute(node, "Span"));
        if (is_true(attribute(node, "Hidden"))) sheet_.hide_columns(first, last_column_);
        column_styles_.push_back({first, last_column_, attribute(node, "StyleID")});
        return true;
    }

    bool read_row(pugi::xml_node node) {
        std::uint64_t row = last_row_ + 1;
        if (!place(node, row)) return false;
        last_row_ = row + number_in(attribute(node, "Span"));
        if (is_true(attribute(node, "Hidden"))) sheet_.hide_rows(row, last_row_);
        const std::string_view row_style = attribute(node, "StyleID");
        std::uint64_t next = 1;
        for (const pugi::xml_node cell : node.children()) {
            if (!is_named(cell.name(), "Cell")) continue;
            std::uint64_t column = next;
            if (!place(cell, column)) return false;
            const std::uint64_t across = number_in(attribute(cell, "MergeAcross"));
            const std::uint64_t down = number_in(attribute(cell, "MergeDown"));
            next = column + across + 1;
            const pugi::xml_node data = child(cell, "Data");
            const bool formula = !attribute(cell, "Formula").empty();
            if (!data && !formula && across == 0 && down == 0) continue;
            if (!sheet_.check_place(row, column)) return false;
            const auto r = static_cast<std::uint32_t>(row), c = static_cast<std::uint32_t>(column);
            if (!sheet_.merge(r, c, down + 1, across + 1) ||
                !read_data(data, r, c, formula, style_of(cell, row_style, column))) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] const Style& style_of(pugi::xml_node cell, std::string_view of_row,
                                        std::uint64_t column) const {
        std::string_view name = attribute(cell, "StyleID");
        if (name.empty()) name = of_row;
        const auto of_column = std::lower_bound(
            column_styles_.begin(), column_styles_.end(), column,
            [](const ColumnStyle& c, std::uint64_t wanted) { return c.last < wanted; });
        if (name.empty() && of_column != column_styles_.end() && of_column->first <= column) {
            name = of_column->style;
        }
        const auto style = styles_.find(name.empty() ? "Default" : name);
        static const Style kPlain;
        return style == styles_.end() ? kPlain : style->second;
    }

    bool read_data(pugi::xml_node data, std::uint32_t row, std::uint32_t column, bool formula,
                   const Style& style) {
        const std::string_view type = attribute(data, "Type");
        if (type == "String") {
            std::vector<TextRun> runs;
            add_text(data, "", runs);
            return sheet_.text(row, column, formula, std::move(runs), style.font);
        }
        const std::string text = trimmed(text_of(data));
        if (text.empty()) return !formula || sheet_.formula_without_value(row, column);
        if (type == "Number") {
            return sheet_.number(row, column, formula, text, style.shape, date1904_);
        }
        if (type == "DateTime") {
            return sheet_.value(row, column, CellKind::Date, formula, iso_date_text(text), text);
        }
        if (type == "Boolean") {
            std::optional<std::string> shown;
            if (text == "1") shown = "TRUE";
            if (text == "0") shown = "FALSE";
            return sheet_.value(row, column, CellKind::Boolean, formula, shown, text);
        }
        if (type == "Error") {
            return sheet_.value(row, column, CellKind::Error, formula, text, text);
        }
        return sheet_.value(row, column, CellKind::Text, formula, std::nullopt, text);
    }

    struct ColumnStyle {
        std::uint64_t first, last;
        std::string_view style;
    };
    const Styles& styles_;
    bool date1904_;
    TableSheet& sheet_;
    std::vector<ColumnStyle> column_styles_;
    std::uint64_t last_row_ = 0, last_column_ = 0;
};

bool read_worksheets(pugi::xml_node workbook, TableFile& file, std::vector<Sheet>& sheets) {
    const Styles styles = read_styles(child(workbook, "Styles"));
    const bool date1904 = static_cast<bool>(child(child(workbook, "ExcelWorkbook"), "Date1904"));
    for (const pugi::xml_node node : workbook.children()) {
        if (!is_named(node.name(), "Worksheet")) continue;
        const auto origin = file.name_sheet(attribute(node, "Name"));
        if (!origin || !file.check_count(sheets.size() + 1)) return false;
        TableSheet sheet(file, origin);
        const std::string visible = text_of(child(child(node, "WorksheetOptions"), "Visible"));
        if (visible == "SheetHidden" || visible == "SheetVeryHidden") sheet.hide();
        if (!SpreadsheetMlReader(styles, date1904, sheet).read(child(node, "Table")) ||
            !sheet.finish(sheets)) {
            return false;
        }
    }
    return file.check_count(sheets.size());
}

// <?xml version="1.0" encoding="windows-1258"?>
std::string_view declared_encoding(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, bytes.find("?>"));
    const std::size_t at = head.find("encoding=");
    if (at == head.npos || at + 10 >= head.size()) return "";
    const std::string_view value = head.substr(at + 10);
    return value.substr(0, value.find(head[at + 9]));
}

}  // namespace

std::vector<Sheet> read_spreadsheetml(std::string_view bytes, const std::string& path,
                                      Findings& findings) {
    const Location place = whole_file(path);
    auto text = decode_text_file(bytes, declared_encoding(bytes));
    if (!text) {
        report(findings, rule::legacy_encoding, {place});
        return {};
    }
    XmlPart xml;
    if (!xml.parse(std::move(text->utf8), "XML Spreadsheet 2003", place, findings,
                   XmlBlanks::Keep)) {
        return {};
    }
    TableFile file{path, "spreadsheetml", findings, text->encoding, text->legacy};
    std::vector<Sheet> sheets;
    if (!read_worksheets(xml.root(), file, sheets)) sheets.clear();
    return sheets;
}

}  // namespace hoso
