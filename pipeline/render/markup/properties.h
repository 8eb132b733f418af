// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/markup/style.h"

namespace hoso::markup {

enum class Property : std::uint8_t {
    FontSize,
    Bold,
    Italic,
    Uppercase,
    Underline,
    LineThrough,
    NoDecoration,
    Nowrap,
    Shrink,
    TextAlign,
    LineHeight,
    Indent,
    TextColour,
    Vertical,
    Margin,
    Padding,
    BorderSide,
    Width,
    Height,
    MinHeight,
    Background,
    NoBackground,
    Rotate,
    BreakBefore,
    BreakInside,
    BreakAfter,
    Size
};

// One longhand with its value; which members count depends on the property.
struct Declaration {
    Property property{};
    Side side = Top;
    bool flag = false;
    int choice = 0;
    Length length;
    Border border;
    Colour colour;
    PageSize page;
};

struct Problem {
    std::string name, value;
    bool unknown = false;  // the property as such, not its value
};

// "font-size: 12pt; margin: 0 2mm" → declarations, shorthands taken apart.
void parse_declarations(std::string_view text, std::vector<Declaration>& out,
                        std::vector<Problem>& problems);

std::optional<Length> parse_length(std::string_view text);  // mm cm pt % and 0

void apply(const Declaration& declaration, Style& style);

}  // namespace hoso::markup
