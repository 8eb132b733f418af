// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/html/tree.h"

namespace hoso {

// What CSS says that changes what is read.
struct HtmlStyle {
    std::optional<bool> display_none;  // or mso-hide:all
    std::string font;                  // the first of font-family; "" if none is named
    std::string format;                // mso-number-format, its escapes resolved: dd/mm/yyyy

    void take(const HtmlStyle& other);
    [[nodiscard]] bool hidden() const { return display_none.value_or(false); }
};

// The rules for an element, a class, or a class of an element; other selectors are not looked at.
class HtmlStyles {
public:
    void parse(std::string_view style_sheet);
    // Of the element's own name, class, style and font, not of what is around it.
    [[nodiscard]] HtmlStyle of(const HtmlTree& tree, std::uint32_t node) const;

private:
    void add_rule(std::string_view selectors, std::string_view declarations);
    std::map<std::string, HtmlStyle, std::less<>> rules_;  // "td" ".xl65" "td.xl65"
};

}  // namespace hoso
