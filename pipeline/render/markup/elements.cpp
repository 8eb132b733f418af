// SPDX-License-Identifier: Apache-2.0
#include "render/markup/elements.h"

#include <algorithm>
#include <array>

namespace hoso::markup {

namespace {

struct Element {
    std::string_view name;
    Tag tag;
    Content content;
    std::string_view attributes;  // with a blank on both sides of each
};

// In the order of Tag.
constexpr std::array<Element, 33> elements = {{
    {"", Tag::Text, Content::Nothing, ""},
    {"body", Tag::Body, Content::Sections, ""},
    {"section", Tag::Section, Content::Flow, " name "},
    {"header", Tag::Header, Content::Flow, " on "},
    {"footer", Tag::Footer, Content::Flow, " on "},
    {"h1", Tag::H1, Content::Inline, ""},
    {"h2", Tag::H2, Content::Inline, ""},
    {"h3", Tag::H3, Content::Inline, ""},
    {"p", Tag::P, Content::Inline, ""},
    {"div", Tag::Div, Content::Flow, ""},
    {"ul", Tag::Ul, Content::Items, ""},
    {"ol", Tag::Ol, Content::Items, ""},
    {"li", Tag::Li, Content::Flow, ""},
    {"hr", Tag::Hr, Content::Nothing, ""},
    {"table", Tag::Table, Content::TableParts, ""},
    {"colgroup", Tag::Colgroup, Content::Columns, ""},
    {"col", Tag::Col, Content::Nothing, " span "},
    {"thead", Tag::Thead, Content::Rows, ""},
    {"tbody", Tag::Tbody, Content::Rows, ""},
    {"tr", Tag::Tr, Content::Cells, ""},
    {"th", Tag::Th, Content::Flow, " colspan rowspan "},
    {"td", Tag::Td, Content::Flow, " colspan rowspan "},
    {"signature", Tag::Signature, Content::Nothing, " role "},
    {"b", Tag::B, Content::Inline, ""},
    {"i", Tag::I, Content::Inline, ""},
    {"u", Tag::U, Content::Inline, ""},
    {"s", Tag::S, Content::Inline, ""},
    {"span", Tag::Span, Content::Inline, ""},
    {"br", Tag::Br, Content::Nothing, ""},
    {"dots", Tag::Dots, Content::Nothing, " width "},
    {"box", Tag::Box, Content::Nothing, " checked "},
    {"page", Tag::Page, Content::Nothing, ""},
    {"pages", Tag::Pages, Content::Nothing, ""},
}};

const Element& element(Tag tag) { return elements[static_cast<std::size_t>(tag)]; }

bool is_block(Tag tag) {
    switch (tag) {
        case Tag::H1:
        case Tag::H2:
        case Tag::H3:
        case Tag::P:
        case Tag::Div:
        case Tag::Ul:
        case Tag::Ol:
        case Tag::Hr:
        case Tag::Table:
        case Tag::Signature:
            return true;
        default:
            return false;
    }
}

}  // namespace

std::optional<Tag> find_tag(std::string_view name) {
    if (name == "td") return Tag::Td;  // most of what a table holds
    const auto* found = std::find_if(elements.begin() + 1, elements.end(),
                                     [&](const Element& e) { return e.name == name; });
    if (found == elements.end()) return std::nullopt;
    return found->tag;
}

std::string_view tag_name(Tag tag) { return element(tag).name; }

Content content_of(Tag tag) { return element(tag).content; }

bool is_inline(Tag tag) { return tag == Tag::Text || tag >= Tag::B; }

bool may_hold(Tag parent, Tag child) {
    switch (content_of(parent)) {
        case Content::Nothing:
            return false;
        case Content::Inline:
            return is_inline(child);
        case Content::Flow:
            if (child == Tag::Header || child == Tag::Footer) return parent == Tag::Section;
            return is_inline(child) || is_block(child);
        case Content::Sections:
            return child == Tag::Section;
        case Content::Items:
            return child == Tag::Li;
        case Content::TableParts:
            return child == Tag::Colgroup || child == Tag::Thead || child == Tag::Tbody ||
                   child == Tag::Tr;
        case Content::Columns:
            return child == Tag::Col;
        case Content::Rows:
            return child == Tag::Tr;
        case Content::Cells:
            return child == Tag::Td || child == Tag::Th;
    }
    return false;
}

bool has_attribute(Tag tag, std::string_view attribute) {
    if (attribute == "class" || attribute == "style") return true;
    const std::string_view known = element(tag).attributes;
    const std::size_t at = known.find(attribute);
    return at != std::string_view::npos && at > 0 && known[at - 1] == ' ' &&
           known[at + attribute.size()] == ' ';
}

}  // namespace hoso::markup
