// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace hoso {

// What a style says of a cell or a sheet, as far as it changes what is read.
class OdsStyles {
public:
    // Of the root element of styles.xml, then of content.xml, whose styles are asked first.
    void add(pugi::xml_node document);

    // "" where no style names a font.
    [[nodiscard]] std::string_view cell_font(std::string_view style) const;
    [[nodiscard]] std::string_view run_font(std::string_view style) const;
    [[nodiscard]] bool hides_sheet(std::string_view style) const;

private:
    struct Style {
        std::string parent, font;
        bool hidden = false;
    };
    using Styles = std::map<std::string, Style, std::less<>>;  // names are those of one family
    static std::string_view font(const Styles& styles, std::string_view name);
    void add_style(pugi::xml_node node);

    std::map<std::string, std::string, std::less<>> faces_;  // style:font-face → family
    Styles cells_, runs_, sheets_;
    std::string default_font_;
};

}  // namespace hoso
