// SPDX-License-Identifier: Apache-2.0
#include "render/markup/properties.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace hoso::markup {

namespace {

using Out = std::vector<Declaration>;
using Words = std::vector<std::string_view>;

constexpr double points_per_mm = 72 / 25.4;

// Beyond these a number is a slip of the pen, and sums of such numbers mean nothing.
constexpr double longest = 10000, least_font = 1, largest_font = 400, largest_line_height = 10;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

Words words_of(std::string_view text) {
    Words words;
    for (std::size_t at = 0; at < text.size();) {
        if (is_space(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && !is_space(text[end])) ++end;
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

Declaration make(Property property) {
    Declaration declaration;
    declaration.property = property;
    return declaration;
}

void add_flag(Out& out, Property property, bool flag) {
    Declaration declaration = make(property);
    declaration.flag = flag;
    out.push_back(declaration);
}

// One of the words, by position; the values of an enumeration or of a switch.
std::optional<int> choose(std::string_view value, std::initializer_list<std::string_view> words) {
    int index = 0;
    for (const std::string_view word : words) {
        if (word == value) return index;
        ++index;
    }
    return std::nullopt;
}

bool add_switch(Out& out, Property property, std::string_view value, std::string_view off,
                std::string_view on) {
    const auto choice = choose(value, {off, on});
    if (choice) add_flag(out, property, *choice == 1);
    return choice.has_value();
}

bool add_choice(Out& out, Property property, std::string_view value,
                std::initializer_list<std::string_view> words) {
    const auto choice = choose(value, words);
    if (!choice) return false;
    Declaration declaration = make(property);
    declaration.choice = *choice;
    out.push_back(declaration);
    return true;
}

bool add_length(Out& out, Property property, std::string_view value, bool percent, bool automatic) {
    Declaration declaration = make(property);
    if (value == "auto") {
        if (!automatic) return false;
    } else {
        const auto length = parse_length(value);
        if (!length || (length->unit == Length::Unit::Percent && !percent)) return false;
        if (length->value < 0 && property != Property::Indent) return false;
        declaration.length = *length;
    }
    out.push_back(declaration);
    return true;
}

// CSS order: one value for all, two for vertical/horizontal, three, or top right bottom left.
bool add_sides(Out& out, Property property, const Words& values) {
    if (values.empty() || values.size() > 4) return false;
    constexpr std::array<std::array<std::size_t, 4>, 4> picks = {
        {{0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}}};
    for (std::uint8_t side = Top; side <= Left; ++side) {
        const bool automatic = property == Property::Margin && (side == Left || side == Right);
        const std::string_view value = values[picks[values.size() - 1][side]];
        if (!add_length(out, property, value, false, automatic)) return false;
        out.back().side = static_cast<Side>(side);
    }
    return true;
}

std::optional<Border> parse_border(const Words& values) {
    if (values.size() == 1 && (values[0] == "none" || values[0] == "0")) return Border{};
    if (values.size() != 2) return std::nullopt;
    const auto width = parse_length(values[0]);
    const auto kind = choose(values[1], {"none", "dotted", "solid", "double"});
    if (!width || width->unit != Length::Unit::Points || !kind) return std::nullopt;
    return Border{width->value, static_cast<BorderKind>(*kind)};
}

bool add_border(Out& out, std::string_view name, const Words& values) {
    const auto border = parse_border(values);
    if (!border) return false;
    const auto only = choose(name, {"border-top", "border-right", "border-bottom", "border-left"});
    for (std::uint8_t side = Top; side <= Left; ++side) {
        if (only && *only != side) continue;
        Declaration declaration = make(Property::BorderSide);
        declaration.side = static_cast<Side>(side);
        declaration.border = *border;
        out.push_back(declaration);
    }
    return true;
}

bool add_colour(Out& out, Property property, std::string_view value) {
    if (value.size() != 7 || value[0] != '#') return false;
    unsigned number = 0;
    const auto [end, error] = std::from_chars(value.data() + 1, value.data() + 7, number, 16);
    if (error != std::errc{} || end != value.data() + 7) return false;
    Declaration declaration = make(property);
    declaration.colour = {static_cast<std::uint8_t>(number >> 16),
                          static_cast<std::uint8_t>(number >> 8),
                          static_cast<std::uint8_t>(number)};
    out.push_back(declaration);
    return true;
}

bool add_line_height(Out& out, std::string_view value) {
    double factor = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), factor);
    if (error != std::errc{} || end != value.data() + value.size() ||
        !(factor > 0 && factor <= largest_line_height))
        return false;
    Declaration declaration = make(Property::LineHeight);
    declaration.length = {Length::Unit::Points, factor};
    out.push_back(declaration);
    return true;
}

bool add_font_size(Out& out, std::string_view value) {
    if (!add_length(out, Property::FontSize, value, false, false)) return false;
    const double size = out.back().length.value;
    return size >= least_font && size <= largest_font;
}

bool add_decoration(Out& out, const Words& values) {
    for (const std::string_view value : values) {
        if (value == "none") {
            add_flag(out, Property::NoDecoration, true);
        } else if (value == "underline") {
            add_flag(out, Property::Underline, true);
        } else if (value == "line-through") {
            add_flag(out, Property::LineThrough, true);
        } else {
            return false;
        }
    }
    return !values.empty();
}

bool add_size(Out& out, const Words& values) {
    if (values.empty() || values.size() > 2) return false;
    const auto format = choose(values[0], {"A3", "A4", "A5"});
    if (!format) return false;
    constexpr std::array<std::pair<double, double>, 3> sizes = {
        {{297, 420}, {210, 297}, {148, 210}}};
    auto [width, height] = sizes[static_cast<std::size_t>(*format)];
    if (values.size() == 2) {
        if (values[1] != "landscape" && values[1] != "portrait") return false;
        if (values[1] == "landscape") std::swap(width, height);
    }
    Declaration declaration = make(Property::Size);
    declaration.page = {width * points_per_mm, height * points_per_mm};
    out.push_back(declaration);
    return true;
}

bool add_one_side(Out& out, Property property, std::string_view side, std::string_view value) {
    const auto which = choose(side, {"top", "right", "bottom", "left"});
    if (!which) return false;
    const bool automatic = property == Property::Margin && (*which == Left || *which == Right);
    if (!add_length(out, property, value, false, automatic)) return false;
    out.back().side = static_cast<Side>(*which);
    return true;
}

enum class Outcome { Good, BadValue, Unknown };

Outcome outcome(bool good) { return good ? Outcome::Good : Outcome::BadValue; }

Outcome add_text_property(Out& out, std::string_view name, std::string_view value,
                          const Words& words) {
    if (name == "font-size") return outcome(add_font_size(out, value));
    if (name == "font-weight")
        return outcome(add_switch(out, Property::Bold, value, "normal", "bold"));
    if (name == "font-style")
        return outcome(add_switch(out, Property::Italic, value, "normal", "italic"));
    if (name == "text-transform")
        return outcome(add_switch(out, Property::Uppercase, value, "none", "uppercase"));
    if (name == "text-decoration") return outcome(add_decoration(out, words));
    if (name == "text-align")
        return outcome(
            add_choice(out, Property::TextAlign, value, {"left", "center", "right", "justify"}));
    if (name == "text-indent")
        return outcome(add_length(out, Property::Indent, value, false, false));
    if (name == "line-height") return outcome(add_line_height(out, value));
    if (name == "white-space")
        return outcome(add_switch(out, Property::Nowrap, value, "normal", "nowrap"));
    if (name == "fit") return outcome(add_switch(out, Property::Shrink, value, "none", "shrink"));
    if (name == "color") return outcome(add_colour(out, Property::TextColour, value));
    return Outcome::Unknown;
}

Outcome add_box_property(Out& out, std::string_view name, std::string_view value,
                         const Words& words) {
    if (name == "margin") return outcome(add_sides(out, Property::Margin, words));
    if (name == "padding") return outcome(add_sides(out, Property::Padding, words));
    if (name.starts_with("margin-")) {
        return outcome(add_one_side(out, Property::Margin, name.substr(7), value));
    }
    if (name.starts_with("padding-")) {
        return outcome(add_one_side(out, Property::Padding, name.substr(8), value));
    }
    if (choose(name, {"border", "border-top", "border-right", "border-bottom", "border-left"})) {
        return outcome(add_border(out, name, words));
    }
    if (name == "width") return outcome(add_length(out, Property::Width, value, true, true));
    if (name == "height") return outcome(add_length(out, Property::Height, value, false, true));
    if (name == "min-height")
        return outcome(add_length(out, Property::MinHeight, value, false, true));
    if (name == "vertical-align")
        return outcome(add_choice(out, Property::Vertical, value, {"top", "middle", "bottom"}));
    if (name == "background" || name == "background-color") {
        if (value != "none") return outcome(add_colour(out, Property::Background, value));
        add_flag(out, Property::NoBackground, true);
        return Outcome::Good;
    }
    return Outcome::Unknown;
}

Outcome add_page_property(Out& out, std::string_view name, std::string_view value,
                          const Words& words) {
    if (name == "rotate") return outcome(add_switch(out, Property::Rotate, value, "0", "90"));
    if (name == "size") return outcome(add_size(out, words));
    if (name == "break" || name == "break-before")
        return outcome(add_choice(out, Property::BreakBefore, value, {"auto", "page", "odd"}));
    if (name == "break-inside")
        return outcome(add_switch(out, Property::BreakInside, value, "auto", "avoid"));
    if (name == "break-after")
        return outcome(add_switch(out, Property::BreakAfter, value, "auto", "avoid"));
    return Outcome::Unknown;
}

Outcome add_property(Out& out, std::string_view name, std::string_view value) {
    const Words words = words_of(value);
    for (const auto add : {add_text_property, add_box_property, add_page_property}) {
        const Outcome result = add(out, name, value, words);
        if (result != Outcome::Unknown) return result;
    }
    return Outcome::Unknown;
}

}  // namespace

std::optional<Length> parse_length(std::string_view text) {
    text = trim(text);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || !(std::abs(value) <= longest)) return std::nullopt;
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    if (unit == "mm") return Length{Length::Unit::Points, value * points_per_mm};
    if (unit == "cm") return Length{Length::Unit::Points, value * points_per_mm * 10};
    if (unit == "pt" || (unit.empty() && value == 0)) return Length{Length::Unit::Points, value};
    if (unit == "%") return Length{Length::Unit::Percent, value};
    return std::nullopt;
}

void parse_declarations(std::string_view text, std::vector<Declaration>& out,
                        std::vector<Problem>& problems) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        const std::string_view item = trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (item.empty()) continue;
        const std::size_t colon = std::min(item.find(':'), item.size());
        const std::string_view name = trim(item.substr(0, colon));
        const std::string_view value = colon < item.size() ? trim(item.substr(colon + 1)) : "";
        const std::size_t before = out.size();
        const Outcome result = add_property(out, name, value);
        if (result == Outcome::Good) continue;
        out.resize(before);
        problems.push_back({std::string(name), std::string(value), result == Outcome::Unknown});
    }
}

void apply(const Declaration& d, Style& style) {
    switch (d.property) {
        case Property::FontSize:
            style.font_size = d.length.value;
            break;
        case Property::Bold:
            style.bold = d.flag;
            break;
        case Property::Italic:
            style.italic = d.flag;
            break;
        case Property::Uppercase:
            style.uppercase = d.flag;
            break;
        case Property::Underline:
            style.underline = true;
            break;
        case Property::LineThrough:
            style.line_through = true;
            break;
        case Property::NoDecoration:
            style.underline = style.line_through = false;
            break;
        case Property::Nowrap:
            style.nowrap = d.flag;
            break;
        case Property::Shrink:
            style.shrink = d.flag;
            break;
        case Property::TextAlign:
            style.align = static_cast<Align>(d.choice);
            break;
        case Property::LineHeight:
            style.line_height = d.length.value;
            break;
        case Property::Indent:
            style.indent = d.length.value;
            break;
        case Property::TextColour:
            style.colour = d.colour;
            break;
        case Property::Vertical:
            style.vertical = static_cast<VerticalAlign>(d.choice);
            break;
        case Property::Margin:
            style.margin[d.side] = d.length;
            break;
        case Property::Padding:
            style.padding[d.side] = d.length.value;
            break;
        case Property::BorderSide:
            style.border[d.side] = d.border;
            break;
        case Property::Width:
            style.width = d.length;
            break;
        case Property::Height:
            style.height = d.length;
            break;
        case Property::MinHeight:
            style.min_height = d.length;
            break;
        case Property::Background:
            style.has_background = true;
            style.background = d.colour;
            break;
        case Property::NoBackground:
            style.has_background = false;
            break;
        case Property::Rotate:
            style.rotated = d.flag;
            break;
        case Property::BreakBefore:
            style.break_before = static_cast<Break>(d.choice);
            break;
        case Property::BreakInside:
            style.keep_together = d.flag;
            break;
        case Property::BreakAfter:
            style.keep_with_next = d.flag;
            break;
        case Property::Size:
            style.page = d.page;
            break;
    }
}

}  // namespace hoso::markup
