// SPDX-License-Identifier: Apache-2.0
#include "render/markup/cascade.h"

#include <algorithm>
#include <functional>

namespace hoso::markup {

namespace {

bool matches(const Compound& compound, const StyledPlace& place) {
    if (compound.tag && *compound.tag != place.tag) return false;
    if (compound.nth >= 0 && (place.nth >> compound.nth & 1) == 0) return false;
    return std::all_of(compound.classes.begin(), compound.classes.end(), [&](const std::string& c) {
        return std::find(place.classes.begin(), place.classes.end(), c) != place.classes.end();
    });
}

// The last compound must be the element itself; the others its ancestors, in order.
bool matches(const RuleSet& rule, const StyledPlace& place) {
    if (!matches(rule.selector.back(), place)) return false;
    std::size_t left = rule.selector.size() - 1;
    for (const StyledPlace* at = place.parent; at != nullptr && left > 0; at = at->parent) {
        if (matches(rule.selector[left - 1], *at)) --left;
    }
    return left == 0;
}

Style inherited(const Style& parent) {
    Style style;
    style.font_size = parent.font_size;
    style.bold = parent.bold;
    style.italic = parent.italic;
    style.uppercase = parent.uppercase;
    style.underline = parent.underline;
    style.line_through = parent.line_through;
    style.nowrap = parent.nowrap;
    style.shrink = parent.shrink;
    style.align = parent.align;
    style.line_height = parent.line_height;
    style.indent = parent.indent;
    style.colour = parent.colour;
    style.vertical = parent.vertical;
    return style;
}

std::vector<std::string_view> split_classes(std::string_view text) {
    std::vector<std::string_view> classes;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) classes.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return classes;
}

}  // namespace

Cascade::Cascade(std::shared_ptr<const Stylesheet> sheet) : sheet_(std::move(sheet)) {
    places_.emplace_back();
}

std::size_t Cascade::Hash::operator()(const Key& key) const {
    std::size_t hash = std::hash<const void*>{}(key.parent);
    const auto mix = [&](std::size_t value) { hash = (hash ^ value) * 0x9E3779B97F4A7C15u; };
    mix(static_cast<std::size_t>(key.tag) | static_cast<std::size_t>(key.nth) << 8);
    mix(std::hash<std::string_view>{}(key.classes));
    mix(std::hash<std::string_view>{}(key.own_style));
    return hash ^ hash >> 29;
}

const StyledPlace* Cascade::resolve(const StyledPlace* parent, Tag tag, std::string_view classes,
                                    std::string_view own_style, int index,
                                    std::vector<Problem>& problems) {
    std::uint32_t nth = 0;
    for (std::size_t i = 0; i < sheet_->nth.size(); ++i) {
        if (sheet_->nth[i].matches(index)) nth |= 1u << i;
    }
    const Key key{parent, tag, nth, classes, own_style};
    if (last_ != nullptr && key == last_key_) return last_;
    last_key_ = key;
    const auto [entry, fresh] = known_.try_emplace(key);
    if (!fresh) return last_ = entry->second;
    StyledPlace& place = places_.emplace_back();
    place.parent = parent;
    place.tag = tag;
    place.classes = split_classes(classes);
    place.nth = nth;
    place.style = inherited(parent->style);
    for (const RuleSet& rule : sheet_->rules) {
        if (!matches(rule, place)) continue;
        for (const Declaration& declaration : rule.declarations) apply(declaration, place.style);
    }
    std::vector<Declaration> own;
    parse_declarations(own_style, own, problems);
    for (const Declaration& declaration : own) apply(declaration, place.style);
    entry->second = &place;
    return last_ = &place;
}

}  // namespace hoso::markup
