// SPDX-License-Identifier: Apache-2.0
#include "ingest/html/style.h"

#include <algorithm>

namespace hoso {

namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n\f";
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    }
    return result;
}

// Where the declaration ends: Excel writes mso-number-format:"0\;\[Red\]0" and plain 0\;0 alike.
std::size_t end_of_declaration(std::string_view text) {
    char quote = '\0';
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\\') {
            ++at;
        } else if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == ';') {
            return at;
        }
    }
    return text.size();
}

std::string unescaped(std::string_view value) {
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
        value.back() == value.front()) {
        value = value.substr(1, value.size() - 2);
    }
    std::string result;
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (value[at] == '\\' && at + 1 < value.size()) ++at;
        result += value[at];
    }
    return result;
}

std::string first_family(std::string_view families) {
    return unescaped(trimmed(families.substr(0, families.find(','))));
}

HtmlStyle read_declarations(std::string_view text) {
    HtmlStyle style;
    while (!text.empty()) {
        const std::size_t end = end_of_declaration(text);
        const std::string_view declaration = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t colon = declaration.find(':');
        if (colon == declaration.npos) continue;
        const std::string name = lower(trimmed(declaration.substr(0, colon)));
        const std::string_view value = trimmed(declaration.substr(colon + 1));
        if (name == "display") style.display_none = lower(value).starts_with("none");
        if (name == "mso-hide" && lower(value) == "all") style.display_none = true;
        if (name == "font-family") style.font = first_family(value);
        if (name == "mso-number-format") style.format = unescaped(value);
    }
    return style;
}

// Comments become blanks; so do the <!-- and --> that once hid style sheets from old browsers.
std::string without_comments(std::string_view sheet) {
    std::string result;
    while (!sheet.empty()) {
        const std::size_t at = std::min(sheet.find("/*"), sheet.size());
        result += sheet.substr(0, at);
        const std::size_t end = sheet.find("*/", std::min(at + 2, sheet.size()));
        sheet.remove_prefix(end == sheet.npos ? sheet.size() : end + 2);
        result += ' ';
    }
    for (const std::string_view mark : {"<!--", "-->"}) {
        for (std::size_t at = result.find(mark); at != result.npos; at = result.find(mark, at)) {
            result.replace(at, mark.size(), mark.size(), ' ');
        }
    }
    return result;
}

}  // namespace

void HtmlStyle::take(const HtmlStyle& other) {
    if (other.display_none) display_none = other.display_none;
    if (!other.font.empty()) font = other.font;
    if (!other.format.empty()) format = other.format;
}

void HtmlStyles::parse(std::string_view style_sheet) {
    const std::string text = without_comments(style_sheet);
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t open = rest.find_first_of("{;}");
        if (open == rest.npos) return;
        const std::string_view selectors = trimmed(rest.substr(0, open));
        const bool block = rest[open] == '{';
        rest.remove_prefix(open + 1);
        if (!block) continue;  // @import …;  or the end of an @media, whose rules are for print
        if (selectors.starts_with('@')) {
            int depth = 1;
            std::size_t at = 0;
            for (; at < rest.size() && depth > 0; ++at)
                depth += (rest[at] == '{') - (rest[at] == '}');
            rest.remove_prefix(at);
            continue;
        }
        const std::size_t close = std::min(rest.find('}'), rest.size());
        add_rule(selectors, rest.substr(0, close));
        rest.remove_prefix(std::min(close + 1, rest.size()));
    }
}

void HtmlStyles::add_rule(std::string_view selectors, std::string_view declarations) {
    const HtmlStyle style = read_declarations(declarations);
    while (!selectors.empty()) {
        const std::size_t comma = std::min(selectors.find(','), selectors.size());
        const std::string selector = lower(trimmed(selectors.substr(0, comma)));
        selectors.remove_prefix(std::min(comma + 1, selectors.size()));
        if (selector.empty() || selector.find_first_of(" \t\r\n>+~:#[*") != selector.npos) continue;
        rules_[selector].take(style);
    }
}

HtmlStyle HtmlStyles::of(const HtmlTree& tree, std::uint32_t node) const {
    HtmlStyle style;
    const std::string_view name = tree.text(node);
    const auto take = [&](std::string_view selector) {
        const auto rule = rules_.find(selector);
        if (rule != rules_.end()) style.take(rule->second);
    };
    if (!rules_.empty()) take(name);
    std::string_view classes = tree.value(node, Attr::Class);
    while (!rules_.empty() && !(classes = trimmed(classes)).empty()) {
        const std::size_t size = std::min(classes.find_first_of(" \t\r\n\f"), classes.size());
        const std::string selector = "." + lower(classes.substr(0, size));
        take(selector);
        take(std::string(name) + selector);
        classes.remove_prefix(size);
    }
    const std::string_view own = tree.value(node, Attr::Style);
    if (!own.empty()) style.take(read_declarations(own));
    const std::string_view face = tree.value(node, Attr::Face);
    if (!face.empty()) style.font = first_family(face);
    if (tree.has(node, Attr::Hidden)) style.display_none = true;
    return style;
}

}  // namespace hoso
