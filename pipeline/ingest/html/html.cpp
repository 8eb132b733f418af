// SPDX-License-Identifier: Apache-2.0
#include "ingest/html/html.h"

#include <algorithm>
#include <span>

#include "ingest/html/flow.h"
#include "ingest/report.h"
#include "ingest/rules.h"
#include "ingest/tables/table_sheet.h"
#include "ingest/tables/text_bytes.h"
#include "vocabulary/text.h"

namespace hoso {

namespace rule = ingest_rule;

namespace {

using Pieces = std::span<const HtmlPiece>;

// <meta charset=…> and <meta http-equiv=Content-Type content="text/html; charset=…">
std::string_view declared_encoding(std::string_view bytes) {
    constexpr std::size_t kHead = 4096;
    const std::string_view head = bytes.substr(0, kHead);
    const std::size_t at = head.find("charset=");
    if (at == head.npos) return "";
    std::string_view value = head.substr(at + 8);
    value.remove_prefix(std::min(value.find_first_not_of(" \"'"), value.size()));
    return value.substr(0, value.find_first_of(" \"';/>"));
}

// Excel's own note of the sheets: <x:ExcelWorksheet><x:Name>6A</x:Name>. Hidden in a comment.
std::vector<std::string> worksheet_names(std::string_view page) {
    std::vector<std::string> names;
    constexpr std::string_view kSheet = "<x:ExcelWorksheet>", kName = "<x:Name>";
    for (std::size_t at = page.find(kSheet); at != page.npos; at = page.find(kSheet, at + 1)) {
        const std::size_t name = page.find(kName, at);
        if (name == page.npos) break;
        const std::size_t first = name + kName.size();
        std::string text = clean(page.substr(first, page.find('<', first) - first));
        if (text.empty()) break;
        names.push_back(std::move(text));
    }
    return names;
}

bool is_table_of_data(const HtmlPiece& piece) {
    // A row of headings, and below it a row with a number in it: letterheads and signatures have
    // no number, arrangements of two columns are too narrow.
    constexpr std::size_t kColumns = 3;
    bool headings = false;
    for (auto cell = piece.cells.begin(); cell != piece.cells.end();) {
        const auto end = std::find_if(cell, piece.cells.end(),
                                      [&](const HtmlCell& c) { return c.row != cell->row; });
        const auto filled = std::count_if(cell, end, [](const HtmlCell& c) { return !c.blank(); });
        const bool numbered =
            std::any_of(cell, end, [](const HtmlCell& c) { return c.begins_with_digit(); });
        if (filled >= static_cast<std::ptrdiff_t>(kColumns)) {
            if (headings && numbered) return true;
            headings = true;
        }
        cell = end;
    }
    return false;
}

std::vector<std::string> first_row(const HtmlPiece& table) {
    std::vector<std::string> texts;
    for (const HtmlCell& cell : table.cells) {
        if (cell.row == table.cells.front().row) texts.push_back(cell.text());
    }
    return texts;
}

// One sheet, or one for each table of data. A table that goes on without a word between, under the
// same headings, was only cut in pages.
std::vector<Pieces> make_sheets(const std::vector<HtmlPiece>& pieces) {
    std::vector<Pieces> sheets;
    std::size_t begin = 0, last = pieces.size();  // `last` table of data so far
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].kind != HtmlPiece::Kind::Table || !is_table_of_data(pieces[i])) continue;
        const bool goes_on = last + 1 == i && first_row(pieces[last]) == first_row(pieces[i]);
        if (last < pieces.size() && !goes_on) {
            sheets.push_back(Pieces(pieces).subspan(begin, last + 1 - begin));
            begin = last + 1;
        }
        last = i;
    }
    sheets.push_back(Pieces(pieces).subspan(begin));
    return sheets;
}

// The caption of its table, else the heading above it.
std::string name_in(Pieces sheet) {
    std::string name;
    HtmlPiece::Kind kind = HtmlPiece::Kind::Line;
    for (const HtmlPiece& piece : sheet) {
        if (piece.kind == HtmlPiece::Kind::Table && is_table_of_data(piece)) break;
        if (piece.kind != HtmlPiece::Kind::Caption && piece.kind != HtmlPiece::Kind::Heading) {
            continue;
        }
        if (kind == HtmlPiece::Kind::Caption && piece.kind == HtmlPiece::Kind::Heading) continue;
        name = clean(piece.cells.front().text());
        kind = piece.kind;
    }
    return name;
}

std::vector<std::string> name_sheets(const std::vector<Pieces>& sheets, std::string_view page) {
    std::vector<std::string> names = worksheet_names(page);
    if (names.size() != sheets.size()) names.assign(sheets.size(), "");
    std::set<std::string> taken;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        std::string& name = names[i];
        if (name.empty()) name = name_in(sheets[i]);
        const std::string number = std::to_string(i + 1);
        if (name.empty()) name = "bảng " + number;
        if (!taken.insert(to_lower(name)).second) name += " (" + number + ")";
        taken.insert(to_lower(name));
    }
    return names;
}

class HtmlSheetWriter {
public:
    HtmlSheetWriter(const HtmlTree& tree, bool date1904, TableSheet& sheet)
        : tree_(tree), date1904_(date1904), sheet_(sheet) {}

    bool write(Pieces pieces) {
        for (const HtmlPiece& piece : pieces) {
            for (const std::uint64_t row : piece.hidden_rows) sheet_.hide_rows(row, row);
            for (const std::uint64_t c : piece.hidden_columns) sheet_.hide_columns(c, c);
            for (const HtmlCell& cell : piece.cells) {
                if (!put(cell)) return false;
            }
        }
        return true;
    }

private:
    bool put(const HtmlCell& cell) {
        if (!sheet_.check_place(cell.row, cell.column)) return false;
        const auto row = static_cast<std::uint32_t>(cell.row);
        const auto column = static_cast<std::uint32_t>(cell.column);
        if (!sheet_.merge(row, column, cell.rows, cell.columns)) return false;
        if (cell.node == 0) return sheet_.text(row, column, false, cell.runs);
        const std::string text = cell.text();
        if (has(cell, Attr::XErr) || (has(cell, Attr::SdVal) && is_calc_error(text))) {
            return sheet_.value(row, column, CellKind::Error, false, text, text);
        }
        if (has(cell, Attr::XBool)) return put_boolean(cell, row, column, text);
        if (has(cell, Attr::XNum) || has(cell, Attr::SdVal)) {
            return put_number(cell, row, column, text);
        }
        const bool formula = has(cell, Attr::XFormula);
        if (text.empty()) return !formula || sheet_.formula_without_value(row, column);
        if (is_text(cell) || text.front() != '=') {
            return sheet_.text(row, column, formula, cell.runs);
        }
        return put_equation(cell, row, column, text);
    }

    [[nodiscard]] bool has(const HtmlCell& cell, Attr attribute) const {
        return tree_.has(cell.node, attribute);
    }
    [[nodiscard]] std::string_view value(const HtmlCell& cell, Attr attribute) const {
        return tree_.value(cell.node, attribute);
    }
    // Of sdnum="1066;0;DD/MM/YYYY": languages, then the format.
    [[nodiscard]] std::string_view calc_format(const HtmlCell& cell) const {
        const std::string_view all = value(cell, Attr::SdNum);
        const std::size_t first = all.find(';');
        const std::size_t second = first == all.npos ? first : all.find(';', first + 1);
        return second == all.npos ? std::string_view() : all.substr(second + 1);
    }
    [[nodiscard]] bool is_text(const HtmlCell& cell) const {
        return has(cell, Attr::XStr) || cell.format == "@" || calc_format(cell) == "@";
    }
    // Calc gives an error the number 0.
    static bool is_calc_error(std::string_view text) {
        return text.starts_with('#') || text.starts_with("Err:");
    }

    bool put_boolean(const HtmlCell& cell, std::uint32_t row, std::uint32_t column,
                     const std::string& text) {
        const std::string named = to_upper(value(cell, Attr::XBool));
        std::optional<std::string> shown;
        if (named == "TRUE" || named == "FALSE") shown = named;
        return sheet_.value(row, column, CellKind::Boolean, has(cell, Attr::XFormula), shown, text);
    }

    bool put_number(const HtmlCell& cell, std::uint32_t row, std::uint32_t column,
                    const std::string& text) {
        const bool formula = has(cell, Attr::XFormula);
        std::string_view number = value(cell, has(cell, Attr::XNum) ? Attr::XNum : Attr::SdVal);
        if (number.empty()) number = text;
        if (number.empty()) return !formula || sheet_.formula_without_value(row, column);
        const std::string_view calc = calc_format(cell);
        if (calc == "BOOLEAN") {
            return sheet_.value(row, column, CellKind::Boolean, formula,
                                number == "0" ? "FALSE" : "TRUE", number);
        }
        return sheet_.number(row, column, formula, number,
                             shape_of_office_format(calc.empty() ? cell.format : calc), date1904_);
    }

    // Excel and Calc take such a text for a formula. ="0012" is how programs keep a zero.
    bool put_equation(const HtmlCell& cell, std::uint32_t row, std::uint32_t column,
                      std::string_view text) {
        const bool quoted =
            text.size() > 2 && text[1] == '"' && text.find('"', 2) == text.size() - 1;
        if (quoted) {
            const std::string_view inside = text.substr(2, text.size() - 3);
            return sheet_.text(row, column, true, {{std::string(inside), cell.runs[0].font}});
        }
        constexpr std::string_view kBegins = "+-(\"'@$.";
        const std::size_t first = std::min(text.find_first_not_of(" =", 1), text.size());
        const char c = first < text.size() ? text[first] : '>';
        const bool formula = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                             (c >= '0' && c <= '9') || kBegins.find(c) != kBegins.npos;
        if (formula) return sheet_.formula_without_value(row, column);
        return sheet_.text(row, column, false, cell.runs);
    }

    const HtmlTree& tree_;
    bool date1904_;
    TableSheet& sheet_;
};

// The first row with a cell of more lines than rows, and another row of its table below. 0: none.
std::uint64_t first_torn_row(Pieces sheet) {
    for (const HtmlPiece& piece : sheet) {
        for (const HtmlCell& cell : piece.cells) {
            const bool followed = cell.row + cell.rows < piece.first_row + piece.rows;
            if (!followed) continue;
            std::uint64_t breaks = 0;
            for (const TextRun& run : cell.runs) {
                breaks +=
                    static_cast<std::uint64_t>(std::count(run.text.begin(), run.text.end(), '\n'));
            }
            if (breaks >= cell.rows) return cell.row;
        }
    }
    return 0;
}

void report_no_table(std::string_view page, const std::string& path, Findings& findings) {
    const Location place = whole_file(path);
    constexpr std::string_view kSource = "<x:WorksheetSource HRef=\"";
    const std::size_t at = page.find(kSource);
    if (at == page.npos) return report(findings, rule::html_without_table, {place});
    const std::string_view source = page.substr(at + kSource.size());
    const CellText folder = make_cell_text(source.substr(0, source.find_first_of("/\\\">")));
    report(findings, rule::html_frames, {place}, {{"folder", folder.text}});
}

bool read_page(std::string_view page, TableFile& file, std::vector<Sheet>& sheets) {
    const Location place = whole_file(file.path);
    HtmlTree tree;
    if (!tree.parse(page, place, file.findings)) return false;
    HtmlStyles styles;
    styles.parse(tree.style_sheets());
    const auto pieces = lay_out(tree, styles);
    if (!pieces) {
        report(file.findings, rule::html_covered_cells, {place},
               {{"limit", std::to_string(limits::kCoveredCells)}});
        return false;
    }
    const bool any = std::any_of(pieces->begin(), pieces->end(), [](const HtmlPiece& piece) {
        return piece.kind == HtmlPiece::Kind::Table;
    });
    if (!any) {
        report_no_table(page, file.path, file.findings);
        return false;
    }
    const std::vector<Pieces> parts = make_sheets(*pieces);
    if (!file.check_count(parts.size())) return false;
    const std::vector<std::string> names = name_sheets(parts, page);
    const bool date1904 = page.find("<x:Date1904/>") != page.npos;
    const bool same_cell = page.find("same-cell") != page.npos;  // br{mso-data-placement:same-cell}
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto origin = file.name_sheet(names[i]);
        if (!origin) return false;
        TableSheet sheet(file, origin);
        if (!HtmlSheetWriter(tree, date1904, sheet).write(parts[i]) || !sheet.finish(sheets)) {
            return false;
        }
        const std::uint64_t torn = same_cell ? 0 : first_torn_row(parts[i]);
        if (torn != 0) {
            report(file.findings, rule::html_row_numbers,
                   {{origin, static_cast<std::uint32_t>(torn), 0}},
                   {{"row", std::to_string(torn)}});
        }
    }
    return true;
}

}  // namespace

std::vector<Sheet> read_html(std::string_view bytes, const std::string& path, Findings& findings) {
    const auto page = decode_text_file(bytes, declared_encoding(bytes));
    if (!page) {
        report(findings, rule::legacy_encoding, {whole_file(path)});
        return {};
    }
    TableFile file{path, "html", findings, page->encoding, page->legacy};
    std::vector<Sheet> sheets;
    if (!read_page(page->utf8, file, sheets)) sheets.clear();
    return sheets;
}

}  // namespace hoso
