// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vocabulary/finding.h"

namespace hoso {

// What an element is to a reader of tables; every other element only stands around its text.
enum class Tag : std::uint8_t {
    Root,
    Text,
    Table,
    Caption,
    Section,  // thead tbody tfoot colgroup
    Column,
    Row,
    Cell,
    Break,
    Paragraph,  // that browsers and Calc set off by a blank line: p h1 li …
    Heading,    // h1 to h6
    Division,   // that stands on lines of its own: div center form …
    Inline,
    Input,
    Select,
    Option,
};

// Of which attributes are read at all.
enum class Attr : std::uint8_t {
    Class,
    Style,
    Hidden,
    ColSpan,
    RowSpan,
    Span,
    Face,
    Type,
    Value,
    Selected,
    Checked,
    XNum,  // of Excel: the number that the text shows
    XStr,
    XBool,
    XErr,
    XFormula,
    SdVal,  // of StarCalc and LibreOffice: the number, and its format
    SdNum,
};

// A document as Excel and browsers understand it, however badly it is closed and nested: rows are
// in tables, cells in rows. Nodes stand in the order of the document, parents before children.
class HtmlTree {
public:
    struct Node {
        Tag tag = Tag::Root;
        std::uint32_t parent = 0, first_child = 0, last_child = 0, next = 0;  // 0: none
        std::uint32_t text = 0, length = 0;  // a Text's characters, an element's name
        std::uint32_t first_attribute = 0, attributes = 0;
    };

    // False, with a finding at `place`, if it is beyond the limits.
    bool parse(std::string_view utf8, const Location& place, Findings& findings);

    [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
    [[nodiscard]] const Node& at(std::uint32_t node) const { return nodes_[node]; }
    [[nodiscard]] std::string_view text(std::uint32_t node) const {
        return std::string_view(strings_).substr(nodes_[node].text, nodes_[node].length);
    }
    [[nodiscard]] bool has(std::uint32_t node, Attr attribute) const;
    [[nodiscard]] std::string_view value(std::uint32_t node, Attr attribute) const;
    // What stood in <style> elements.
    [[nodiscard]] const std::string& style_sheets() const { return style_sheets_; }

private:
    friend class HtmlParser;
    struct Attribute {
        Attr attribute;
        std::uint32_t text, length;
    };
    std::vector<Node> nodes_;
    std::vector<Attribute> attributes_;
    std::string strings_;
    std::string style_sheets_;
};

}  // namespace hoso
