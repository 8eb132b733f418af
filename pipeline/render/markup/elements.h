// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hoso::markup {

enum class Tag : std::uint8_t {
    Text,
    Body,
    Section,
    Header,
    Footer,
    H1,
    H2,
    H3,
    P,
    Div,
    Ul,
    Ol,
    Li,
    Hr,
    Table,
    Colgroup,
    Col,
    Thead,
    Tbody,
    Tr,
    Th,
    Td,
    Signature,
    B,
    I,
    U,
    S,
    Span,
    Br,
    Dots,
    Box,
    Page,
    Pages
};

// What an element may hold.
enum class Content : std::uint8_t {
    Nothing,
    Inline,
    Flow,
    Sections,
    Items,
    TableParts,
    Columns,
    Rows,
    Cells
};

std::optional<Tag> find_tag(std::string_view name);
std::string_view tag_name(Tag tag);
Content content_of(Tag tag);
bool may_hold(Tag parent, Tag child);
bool is_inline(Tag tag);
// `class` and `style` are known everywhere.
bool has_attribute(Tag tag, std::string_view attribute);

}  // namespace hoso::markup
