// SPDX-License-Identifier: Apache-2.0
#include "ingest/documents/word/format.h"

#include <charconv>
#include <set>

#include "ingest/package/xml_part.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

template <typename Number>
std::optional<Number> number(std::string_view text) {
    Number value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || stop != text.data() + text.size()) return std::nullopt;
    return value;
}

// ST_OnOff (22.9.2.7): an element without a value is on.
std::optional<bool> switched(pugi::xml_node properties, const char* name) {
    const pugi::xml_node node = child(properties, name);
    if (!node) return std::nullopt;
    const std::string_view value = attribute(node, "val");
    return value.empty() || is_true(value) || value == "on";
}

// Level of a heading by its outline level, 0–8; 9 is body text (17.3.1.20).
std::optional<int> heading_of(pugi::xml_node properties) {
    const pugi::xml_node node = child(properties, "outlineLvl");
    if (!node) return std::nullopt;
    const auto level = number<unsigned>(attribute(node, "val"));
    return level && *level < 9 ? static_cast<int>(*level) + 1 : 0;
}

// Some programs write the built-in headings without their outline level.
std::optional<int> heading_by_name(std::string_view name) {
    const std::string lower = to_lower(name);
    constexpr std::string_view kHeading = "heading ";
    if (!lower.starts_with(kHeading) || lower.size() != kHeading.size() + 1) return std::nullopt;
    const char digit = lower.back();
    return digit >= '1' && digit <= '9' ? std::optional<int>(digit - '0') : std::nullopt;
}

void inherit(WordStyle& style, const WordStyle& base) {
    const auto take = [](auto& own, const auto& inherited) {
        if (!own) own = inherited;
    };
    take(style.run.bold, base.run.bold);
    take(style.run.hidden, base.run.hidden);
    if (style.run.font.empty()) style.run.font = base.run.font;
    take(style.paragraph.heading, base.paragraph.heading);
    take(style.paragraph.list, base.paragraph.list);
    take(style.paragraph.level, base.paragraph.level);
}

}  // namespace

RunFormat run_format(pugi::xml_node properties) {
    RunFormat format{switched(properties, "b"), switched(properties, "vanish"), ""};
    const pugi::xml_node fonts = child(properties, "rFonts");
    format.font = attribute(fonts, "hAnsi");
    if (format.font.empty()) format.font = attribute(fonts, "ascii");
    return format;
}

ParagraphFormat paragraph_format(pugi::xml_node properties) {
    ParagraphFormat format;
    format.heading = heading_of(properties);
    const pugi::xml_node numbering = child(properties, "numPr");
    format.list = number<unsigned>(attribute(child(numbering, "numId"), "val"));
    format.level = number<unsigned>(attribute(child(numbering, "ilvl"), "val"));
    return format;
}

void WordStyles::read(pugi::xml_node styles) {
    none_.run = run_format(child(child(child(styles, "docDefaults"), "rPrDefault"), "rPr"));
    for (const pugi::xml_node node : styles.children()) {
        if (!is_named(node.name(), "style")) continue;
        const std::string id(attribute(node, "styleId"));
        WordStyle& style = styles_[id];
        style.based_on = attribute(child(node, "basedOn"), "val");
        style.run = run_format(child(node, "rPr"));
        style.paragraph = paragraph_format(child(node, "pPr"));
        if (!style.paragraph.heading) {
            style.paragraph.heading = heading_by_name(attribute(child(node, "name"), "val"));
        }
        if (attribute(node, "type") == "paragraph" && is_true(attribute(node, "default"))) {
            default_paragraph_ = id;
        }
    }
    for (auto& [id, style] : styles_) {
        // A style that is based on itself, however far around, ends there.
        std::set<std::string_view> seen{id};
        std::string base = style.based_on;
        while (seen.insert(base).second) {
            const auto found = styles_.find(base);
            if (found == styles_.end()) break;
            inherit(style, found->second);
            base = found->second.based_on;
        }
    }
}

const WordStyle& WordStyles::find(std::string_view id) const {
    const auto found = styles_.find(id.empty() ? std::string_view(default_paragraph_) : id);
    return found == styles_.end() ? none_ : found->second;
}

}  // namespace hoso
