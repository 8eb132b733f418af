// SPDX-License-Identifier: Apache-2.0
#include "render/xlsx/worksheet.h"

#include <algorithm>
#include <cmath>

#include "render/rules.h"
#include "vocabulary/text.h"

namespace hoso::xlsx {

namespace {

using markup::Node;
using markup::Tag;

constexpr double kPointsPerInch = 72;
constexpr int kSignatureRows = 4;
constexpr char kNoNumber[] = "";  // one address: formats are looked up by it

double room_of(const Node& section) {
    const markup::Style& style = *section.style;
    return style.page.width - style.margin_at(markup::Left) - style.margin_at(markup::Right);
}

// Excel measures a column in digits of the default font (7 pixels at 96 dpi, 5 of padding).
double column_digits(double points) {
    return std::max(0.8, (points * 96 / kPointsPerInch - 5) / 7);
}

// What a column's width comes to in the file: whole pixels, rounded as libxlsxwriter does.
int column_pixels(double digits) {
    return digits < 1 ? static_cast<int>(digits * 12 + 0.5)
                      : static_cast<int>(digits * 7 + 0.5) + 5;
}

std::uint8_t paper_code(const markup::PageSize& page) {
    const double longer = std::max(page.width, page.height);
    if (longer > 1000) return 8;   // A3
    return longer > 700 ? 9 : 11;  // A4, A5
}

// Rows that a merged cell's text needs; Excel does not fit the height of merged cells by itself.
double text_height(const std::string& text, double font_size, double width) {
    const double per_line = std::max(1.0, width / (font_size * 0.46));
    double lines = 0;
    for (const std::string& line : split(text, '\n')) {
        lines += std::max(1.0, std::ceil(static_cast<double>(code_point_count(line)) / per_line));
    }
    return lines * font_size * 1.3;
}

bool is_block(Tag tag) {
    return tag == Tag::H1 || tag == Tag::H2 || tag == Tag::H3 || tag == Tag::P || tag == Tag::Li;
}

bool holds_blocks(const Node& node) {
    for (const Node& child : markup::children(node)) {
        if (is_block(child.tag) || child.tag == Tag::Div || child.tag == Tag::Table ||
            child.tag == Tag::Ul || child.tag == Tag::Ol || child.tag == Tag::Signature ||
            child.tag == Tag::Hr) {
            return true;
        }
    }
    return false;
}

}  // namespace

Worksheet::Worksheet(lxw_worksheet* sheet, const Node& section, Formats& formats,
                     const std::vector<LineageEntry>& lineage, Findings& findings)
    : sheet_(sheet),
      section_(section),
      formats_(formats),
      lineage_(lineage),
      findings_(findings),
      room_(room_of(section)),
      grid_(section, room_) {}

void Worksheet::write() {
    set_up_page();
    set_up_columns();
    write_flow(section_);
}

// Neighbours of equal width are one entry, as Excel itself writes them.
void Worksheet::set_up_columns() {
    for (int first = 0; first < grid_.columns();) {
        const double digits = column_digits(grid_.width(first));
        int last = first;
        while (last + 1 < grid_.columns() &&
               column_pixels(column_digits(grid_.width(last + 1))) == column_pixels(digits)) {
            ++last;
        }
        worksheet_set_column(sheet_, static_cast<lxw_col_t>(first), static_cast<lxw_col_t>(last),
                             digits, nullptr);
        first = last + 1;
    }
}

void Worksheet::set_up_page() {
    const markup::Style& style = *section_.style;
    worksheet_set_paper(sheet_, paper_code(style.page));
    if (style.page.width > style.page.height) worksheet_set_landscape(sheet_);
    const auto inches = [&](markup::Side side) { return style.margin_at(side) / kPointsPerInch; };
    worksheet_set_margins(sheet_, inches(markup::Left), inches(markup::Right), inches(markup::Top),
                          inches(markup::Bottom));
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_center_horizontally(sheet_);
    for (const Node& child : markup::children(section_)) {
        if (child.tag != Tag::Header && child.tag != Tag::Footer) continue;
        const std::string code = "&C&\"Times New Roman\"" + header_code(child);
        if (child.tag == Tag::Header) worksheet_set_header(sheet_, code.c_str());
        if (child.tag == Tag::Footer) worksheet_set_footer(sheet_, code.c_str());
    }
}

void Worksheet::write_flow(const Node& parent) {
    for (const Node& child : markup::children(parent)) {
        switch (child.tag) {
            case Tag::Header:
            case Tag::Footer:
            case Tag::Text:
                break;
            case Tag::Table:
                write_table(child);
                break;
            case Tag::Signature:
                row_ += kSignatureRows;
                break;
            case Tag::Hr:
                break;
            case Tag::Ul:
            case Tag::Ol:
                write_flow(child);
                break;
            default:
                if (holds_blocks(child)) {
                    write_flow(child);
                } else {
                    write_block(child);
                }
        }
    }
}

void Worksheet::write_block(const Node& block) {
    const CellValue value = cell_value(block, lineage_);
    if (value.blank()) {
        ++row_;
        return;
    }
    const auto* text = std::get_if<std::string>(&value.content);
    if (text != nullptr) {
        worksheet_set_row(sheet_, row_, text_height(*text, value.text_style->font_size, room_),
                          nullptr);
    }
    write_cell(block, value, row_, 0, grid_.columns() - 1);
    ++row_;
}

void Worksheet::write_table(const Node& table) {
    const std::vector<int> places = grid_.place(table);
    // How many further rows each of the table's columns is taken by a rowspan from above.
    std::vector<int> occupied(places.size(), 0);
    for (const Node& part : markup::children(table)) {
        if (part.tag == Tag::Tr) write_row(part, places, occupied);
        if (part.tag != Tag::Thead && part.tag != Tag::Tbody) continue;
        const lxw_row_t first = row_;
        for (const Node& row : markup::children(part)) write_row(row, places, occupied);
        if (part.tag == Tag::Thead && &table == grid_.main_table() && row_ > first) {
            worksheet_repeat_rows(sheet_, first, row_ - 1);
        }
    }
}

void Worksheet::write_row(const Node& row, const std::vector<int>& places,
                          std::vector<int>& occupied) {
    if (!row.style->height.is_auto())
        worksheet_set_row(sheet_, row_, row.style->height.of(0), nullptr);
    std::size_t column = 0;
    const std::size_t count = places.size() - 1;
    for (const Node& cell : markup::children(row)) {
        while (column < count && occupied[column] > 0) ++column;
        if (column >= count) break;
        const std::size_t end = std::min(count, column + static_cast<std::size_t>(cell.colspan));
        const lxw_row_t last_row = row_ + static_cast<lxw_row_t>(cell.rowspan) - 1;
        write_cell(cell, cell_value(cell, lineage_), last_row, places[column], places[end] - 1);
        for (; column < end; ++column) occupied[column] = cell.rowspan;
    }
    for (int& rows : occupied) rows = std::max(0, rows - 1);
    ++row_;
}

void Worksheet::write_cell(const Node& cell, const CellValue& value, lxw_row_t last_row,
                           int first_column, int last_column) {
    const auto* number = std::get_if<Number>(&value.content);
    const markup::Style& text_style = value.text_style ? *value.text_style : *cell.style;
    lxw_format* format = formats_.of(text_style, *cell.style, number ? number->format : kNoNumber);
    const auto first = static_cast<lxw_col_t>(first_column);
    const auto last = static_cast<lxw_col_t>(last_column);
    lxw_error error = LXW_NO_ERROR;
    if (last_row > row_ || last > first) {
        error = worksheet_merge_range(sheet_, row_, first, last_row, last, "", format);
    }
    if (error == LXW_NO_ERROR) {
        if (number != nullptr) {
            error = worksheet_write_number(sheet_, row_, first, number->value, format);
        } else {
            const std::string& text = std::get<std::string>(value.content);
            error = text.empty()
                        ? worksheet_write_blank(sheet_, row_, first, format)
                        : worksheet_write_string(sheet_, row_, first, text.c_str(), format);
        }
    }
    if (error != LXW_NO_ERROR) refuse(cell, error);
}

void Worksheet::refuse(const Node& node, lxw_error error) {
    findings_.add(render_rules::cell_refused, {},
                  {{"element", markup::describe(node)},
                   {"line", std::to_string(node.line)},
                   {"text", markup::text_below(node)},
                   {"problem", lxw_strerror(error)}});
}

}  // namespace hoso::xlsx
