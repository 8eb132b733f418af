// SPDX-License-Identifier: Apache-2.0
#include "render/xlsx/cell_value.h"

#include <chrono>

#include "vocabulary/text.h"

namespace hoso::xlsx {

namespace {

using markup::Node;
using markup::Tag;

constexpr char kLeader[] = "……………";

struct Collected {
    std::string text;
    const markup::Style* style = nullptr;
    int lineage = -1;
    int values = 0;      // framed values met
    bool other = false;  // text outside of frames
};

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// Blanks fold as in HTML; a line break stays one.
void append_folded(std::string& text, std::string_view piece) {
    for (const char c : piece) {
        const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (!blank) {
            text += c;
        } else if (!text.empty() && text.back() != ' ' && text.back() != '\n') {
            text += ' ';
        }
    }
}

void break_line(std::string& text) {
    while (!text.empty() && text.back() == ' ') text.pop_back();
    if (!text.empty()) text += '\n';
}

void collect(const Node& node, Collected& all) {
    switch (node.tag) {
        case Tag::Text:
            if (node.lineage < 0 && is_blank(node.text)) {
                append_folded(all.text, node.text);
                return;
            }
            if (all.style == nullptr && !node.text.empty()) all.style = node.style;
            if (node.lineage >= 0) {
                all.lineage = node.lineage;
                ++all.values;
            } else {
                all.other = true;
            }
            append_folded(all.text,
                          node.style->uppercase ? to_upper(node.text) : std::string(node.text));
            return;
        case Tag::Br:
            break_line(all.text);
            return;
        case Tag::Dots:
            all.other = true;
            if (all.style == nullptr) all.style = node.style;
            all.text += kLeader;
            return;
        case Tag::Box:
            all.other = true;
            if (all.style == nullptr) all.style = node.style;
            all.text += node.checked ? "☑" : "☐";
            return;
        case Tag::P:
        case Tag::Div:
        case Tag::H1:
        case Tag::H2:
        case Tag::H3:
        case Tag::Li:
        case Tag::Tr:
            if (!all.text.empty()) break_line(all.text);
            break;
        case Tag::Td:
        case Tag::Th:
            if (!all.text.empty() && all.text.back() != '\n') all.text += ' ';
            break;
        default:
            break;
    }
    for (const Node& child : markup::children(node)) collect(child, all);
}

// Days since 30 December 1899: Excel's serial for every date after February 1900.
double excel_serial(Date date) {
    using namespace std::chrono;
    const sys_days day{year_month_day{year{date.year}, month{static_cast<unsigned>(date.month)},
                                      std::chrono::day{static_cast<unsigned>(date.day)}}};
    return static_cast<double>((day - sys_days{year{1899} / December / 30}).count());
}

}  // namespace

bool CellValue::blank() const {
    const auto* text = std::get_if<std::string>(&content);
    return text != nullptr && text->empty();
}

CellValue cell_value(const Node& node, const std::vector<LineageEntry>& lineage) {
    Collected all;
    for (const Node& child : markup::children(node)) collect(child, all);
    while (!all.text.empty() && (all.text.back() == ' ' || all.text.back() == '\n'))
        all.text.pop_back();
    if (all.values == 1 && !all.other && static_cast<std::size_t>(all.lineage) < lineage.size()) {
        const Scalar& value = lineage[static_cast<std::size_t>(all.lineage)].value;
        if (const auto* mark = std::get_if<Tenths>(&value)) {
            const bool whole = all.text.find(',') == std::string::npos;
            return {Number{mark->count / 10.0, whole ? "0" : "0.0"}, all.style};
        }
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            return {Number{static_cast<double>(*number), "0"}, all.style};
        }
        if (const auto* date = std::get_if<Date>(&value); date && all.text == to_dmy(*date)) {
            return {Number{excel_serial(*date), "dd/mm/yyyy"}, all.style};
        }
    }
    return {std::move(all.text), all.style};
}

std::string header_code(const Node& header) {
    std::string code;
    for (const Node& child : markup::children(header)) {
        if (child.tag == Tag::Page) {
            code += "&P";
        } else if (child.tag == Tag::Pages) {
            code += "&N";
        } else if (child.tag == Tag::Text) {
            std::string text;
            append_folded(text, child.text);
            for (const char c : text) {
                code += c;
                if (c == '&') code += '&';
            }
        } else {
            code += header_code(child);
        }
    }
    return code;
}

}  // namespace hoso::xlsx
