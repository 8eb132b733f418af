// SPDX-License-Identifier: Apache-2.0
#include "ingest/documents/word/numbering.h"

#include <algorithm>
#include <charconv>

#include "ingest/package/xml_part.h"

namespace hoso {

namespace {

unsigned number(std::string_view text, unsigned otherwise) {
    unsigned value = otherwise;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() ? value : otherwise;
}

std::string roman(unsigned value) {
    constexpr std::array kSigns{std::pair{1000u, "M"}, std::pair{900u, "CM"}, std::pair{500u, "D"},
                                std::pair{400u, "CD"}, std::pair{100u, "C"},  std::pair{90u, "XC"},
                                std::pair{50u, "L"},   std::pair{40u, "XL"},  std::pair{10u, "X"},
                                std::pair{9u, "IX"},   std::pair{5u, "V"},    std::pair{4u, "IV"},
                                std::pair{1u, "I"}};
    std::string text;
    for (const auto& [weight, sign] : kSigns) {
        for (; value >= weight; value -= weight) text += sign;
    }
    return text;
}

// A … Z, AA, BB … (17.18.59)
std::string letters(unsigned value) {
    if (value == 0) return "";
    return std::string((value - 1) / 26 + 1, static_cast<char>('A' + (value - 1) % 26));
}

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return static_cast<char>(c - 'A' + 'a'); });
    return text;
}

// Word itself writes no more than this in letters or Roman figures.
constexpr unsigned kLargestFigure = 32'767, kLargestLetter = 780;

std::string figure(unsigned value, const std::string& format) {
    if (value <= kLargestFigure) {
        if (format == "upperRoman") return roman(value);
        if (format == "lowerRoman") return lowered(roman(value));
    }
    if (value <= kLargestLetter) {
        if (format == "upperLetter") return letters(value);
        if (format == "lowerLetter") return lowered(letters(value));
    }
    const std::string text = std::to_string(value);
    return format == "decimalZero" && value < 10 ? "0" + text : text;
}

}  // namespace

void WordNumbering::read(pugi::xml_node numbering) {
    for (const pugi::xml_node node : numbering.children()) {
        if (is_named(node.name(), "abstractNum")) read_definition(node);
        if (!is_named(node.name(), "num")) continue;
        List& list = lists_[number(attribute(node, "numId"), 0)];
        list.definition = attribute(child(node, "abstractNumId"), "val");
        for (const pugi::xml_node over : node.children()) {
            if (!is_named(over.name(), "lvlOverride")) continue;
            const pugi::xml_node start = child(over, "startOverride");
            const std::size_t level = number(attribute(over, "ilvl"), kLevels);
            if (start && level < kLevels) list.starts[level] = number(attribute(start, "val"), 1);
        }
    }
}

void WordNumbering::read_definition(pugi::xml_node node) {
    const std::string id(attribute(node, "abstractNumId"));
    Definition& definition = definitions_[id];
    definition.uses_style = attribute(child(node, "numStyleLink"), "val");
    if (const std::string_view style = attribute(child(node, "styleLink"), "val"); !style.empty()) {
        by_style_[std::string(style)] = id;
    }
    for (const pugi::xml_node lvl : node.children()) {
        if (!is_named(lvl.name(), "lvl")) continue;
        const std::size_t at = number(attribute(lvl, "ilvl"), kLevels);
        if (at >= kLevels) continue;
        Level& level = definition.levels[at];
        level.start = number(attribute(child(lvl, "start"), "val"), 0);
        level.text = attribute(child(lvl, "lvlText"), "val");
        level.style = attribute(child(lvl, "pStyle"), "val");
        level.arabic = static_cast<bool>(child(lvl, "isLgl"));
        if (const auto format = attribute(child(lvl, "numFmt"), "val"); !format.empty()) {
            level.format = format;
        }
    }
}

const WordNumbering::Definition* WordNumbering::definition_of(unsigned list) const {
    const auto found = lists_.find(list);
    if (found == lists_.end()) return nullptr;
    auto definition = definitions_.find(found->second.definition);
    if (definition == definitions_.end()) return nullptr;
    // A list that is given by a style stands in the definition that the style is made of.
    const auto made = by_style_.find(definition->second.uses_style);
    if (made != by_style_.end()) definition = definitions_.find(made->second);
    return &definition->second;
}

unsigned WordNumbering::level_of_style(unsigned list, std::string_view style) const {
    const Definition* definition = definition_of(list);
    if (!definition || style.empty()) return 0;
    for (unsigned i = 0; i < kLevels; ++i) {
        if (definition->levels[i].style == style) return i;
    }
    return 0;
}

std::string WordNumbering::next(unsigned list, unsigned at) {
    const Definition* definition = definition_of(list);
    if (!definition || at >= kLevels) return "";
    Count& count = counts_[definition];
    const auto& starts = lists_[list].starts;
    const auto start = starts.find(at);
    if (start != starts.end() && overridden_.insert({list, at}).second) {
        count.levels[at] = start->second;
    } else {
        count.levels[at] = count.levels[at] ? *count.levels[at] + 1 : definition->levels[at].start;
    }
    for (std::size_t i = at + 1; i < kLevels; ++i) count.levels[i].reset();
    for (std::size_t i = 0; i < at; ++i) {
        if (!count.levels[i]) count.levels[i] = definition->levels[i].start;
    }
    const Level& level = definition->levels[at];
    if (level.format == "bullet") return "";
    std::string text;
    for (std::size_t i = 0; i < level.text.size(); ++i) {
        const bool place = level.text[i] == '%' && i + 1 < level.text.size() &&
                           level.text[i + 1] >= '1' && level.text[i + 1] <= '9';
        if (!place) {
            text += level.text[i];
            continue;
        }
        const auto which = static_cast<std::size_t>(level.text[++i] - '1');
        const std::string& format = definition->levels[which].format;
        if (which > at || format == "none") continue;
        text += figure(count.levels[which].value_or(0), level.arabic ? "decimal" : format);
    }
    return text;
}

}  // namespace hoso
