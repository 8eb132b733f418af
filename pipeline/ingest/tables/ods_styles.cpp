// SPDX-License-Identifier: Apache-2.0
#include "ingest/tables/ods_styles.h"

#include <cstring>

namespace hoso {

namespace {

constexpr int kParents = 10;  // a chain of styles that is longer is a circle

// svg:font-family="'.VnTime', serif"
std::string first_family(std::string_view families) {
    families = families.substr(0, families.find(','));
    const std::size_t first = families.find_first_not_of(" '\"");
    if (first == families.npos) return "";
    return std::string(families.substr(first, families.find_last_not_of(" '\"") - first + 1));
}

}  // namespace

void OdsStyles::add(pugi::xml_node document) {
    for (const pugi::xml_node face : document.child("office:font-face-decls").children()) {
        faces_[face.attribute("style:name").value()] =
            first_family(face.attribute("svg:font-family").value());
    }
    for (const char* group : {"office:styles", "office:automatic-styles"}) {
        for (const pugi::xml_node node : document.child(group).children()) add_style(node);
    }
}

void OdsStyles::add_style(pugi::xml_node node) {
    const std::string_view family = node.attribute("style:family").value();
    const pugi::xml_node text = node.child("style:text-properties");
    const std::string_view face = text.attribute("style:font-name").value();
    Style style{node.attribute("style:parent-style-name").value(), std::string(face), false};
    const auto known = faces_.find(face);
    if (known != faces_.end() && !known->second.empty()) style.font = known->second;
    if (style.font.empty()) style.font = first_family(text.attribute("fo:font-family").value());
    style.hidden =
        std::strcmp(node.child("style:table-properties").attribute("table:display").value(),
                    "false") == 0;
    if (std::strcmp(node.name(), "style:default-style") == 0) {
        if (family == "table-cell") default_font_ = style.font;
        return;
    }
    if (family != "table-cell" && family != "text" && family != "table") return;
    Styles& styles = family == "table-cell" ? cells_ : family == "text" ? runs_ : sheets_;
    styles[node.attribute("style:name").value()] = std::move(style);
}

std::string_view OdsStyles::font(const Styles& styles, std::string_view name) {
    for (int i = 0; i < kParents; ++i) {
        const auto style = styles.find(name);
        if (style == styles.end()) break;
        if (!style->second.font.empty()) return style->second.font;
        name = style->second.parent;
    }
    return "";
}

std::string_view OdsStyles::cell_font(std::string_view style) const {
    const std::string_view own = font(cells_, style.empty() ? "Default" : style);
    return own.empty() ? default_font_ : own;
}

std::string_view OdsStyles::run_font(std::string_view style) const { return font(runs_, style); }

bool OdsStyles::hides_sheet(std::string_view name) const {
    const auto style = sheets_.find(name);
    return style != sheets_.end() && style->second.hidden;
}

}  // namespace hoso
