// SPDX-License-Identifier: Apache-2.0
#include "render/xlsx/cell_value.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include "vocabulary/text.h"

namespace hoso::xlsx {

namespace {

using markup::Node;
using markup::Tag;

constexpr char kLeader[] = "……………";
// Formats are told apart by address: each is one object.
constexpr char kWhole[] = "0", kTenths[] = "0.0", kDay[] = "dd/mm/yyyy";

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
    constexpr std::string_view blanks = " \t\r\n";
    for (std::size_t at = 0; at < piece.size();) {
        const std::size_t end = std::min(piece.find_first_of(blanks, at), piece.size());
        text.append(piece, at, end - at);
        if (end == piece.size()) return;
        if (!text.empty() && text.back() != ' ' && text.back() != '\n') text += ' ';
        at = end + 1;
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
            if (node.style->uppercase) {
                append_folded(all.text, to_upper(node.text));
            } else {
                append_folded(all.text, node.text);
            }
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

// A value that is a number whatever its text says; the text only tells how precise it is printed.
std::optional<Number> number_of(const Scalar& value, std::string_view text) {
    if (const auto* mark = std::get_if<Tenths>(&value)) {
        const bool whole = text.find(',') == std::string_view::npos;
        return Number{mark->count / 10.0, whole ? kWhole : kTenths};
    }
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return Number{static_cast<double>(*number), kWhole};
    }
    return std::nullopt;
}

}  // namespace

bool CellValue::blank() const {
    const auto* text = std::get_if<std::string>(&content);
    return text != nullptr && text->empty();
}

CellValue cell_value(const Node& node, const std::vector<LineageEntry>& lineage) {
    // Most cells of a book hold one value and nothing else: no text is put together for a number.
    const Node* only = node.first_child;
    if (only != nullptr && only->next == nullptr && only->tag == Tag::Text && only->lineage >= 0 &&
        !only->text.empty() && static_cast<std::size_t>(only->lineage) < lineage.size()) {
        const Scalar& value = lineage[static_cast<std::size_t>(only->lineage)].value;
        if (const auto number = number_of(value, only->text)) return {*number, only->style};
    }
    Collected all;
    for (const Node& child : markup::children(node)) collect(child, all);
    while (!all.text.empty() && (all.text.back() == ' ' || all.text.back() == '\n'))
        all.text.pop_back();
    if (all.values == 1 && !all.other && static_cast<std::size_t>(all.lineage) < lineage.size()) {
        const Scalar& value = lineage[static_cast<std::size_t>(all.lineage)].value;
        if (const auto number = number_of(value, all.text)) return {*number, all.style};
        if (const auto* date = std::get_if<Date>(&value); date && all.text == to_dmy(*date)) {
            return {Number{excel_serial(*date), kDay}, all.style};
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
