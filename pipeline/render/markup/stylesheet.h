// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/markup/elements.h"
#include "render/markup/properties.h"

namespace hoso::markup {

// "td", ".name", "tr:nth-child(5n)": everything that must hold of one element.
struct Compound {
    std::optional<Tag> tag;
    std::vector<std::string> classes;
    int nth = -1;  // index into Stylesheet::nth
};

struct RuleSet {
    std::vector<Compound> selector;  // ancestors first, the element last
    int specificity = 0;
    std::vector<Declaration> declarations;
};

// an + b, counted from 1.
struct Nth {
    int a = 0, b = 0;
    [[nodiscard]] bool matches(int index) const {
        return a == 0 ? index == b : (index - b) % a == 0 && (index - b) / a >= 0;
    }
    bool operator==(const Nth&) const = default;
};

struct Stylesheet {
    std::vector<RuleSet> rules;  // weaker ones first
    std::vector<Nth> nth;        // at most max_nth
    std::vector<Problem> problems;
    std::vector<std::string> bad_selectors;
};
inline constexpr std::size_t max_nth = 16;

// The house style (h1, th, …) with `text` after it. Parsed once per distinct text and shared by
// all threads.
std::shared_ptr<const Stylesheet> stylesheet(std::string_view text);

}  // namespace hoso::markup
