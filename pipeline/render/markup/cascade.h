// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "render/markup/stylesheet.h"

namespace hoso::markup {

// An element as selectors see it, with its computed style. Elements that no selector can tell
// apart share one.
struct StyledPlace {
    const StyledPlace* parent = nullptr;
    Tag tag = Tag::Body;
    std::vector<std::string_view> classes;
    std::uint32_t nth = 0;  // bit i: matches Stylesheet::nth[i]
    Style style;
};

// Selectors → computed styles, for one document. The views handed in must live as long.
class Cascade {
public:
    explicit Cascade(std::shared_ptr<const Stylesheet> sheet);

    // What <body> inherits from.
    const StyledPlace* root() const { return &places_.front(); }
    // `index`: among its parent's elements, from 1.
    const StyledPlace* resolve(const StyledPlace* parent, Tag tag, std::string_view classes,
                               std::string_view own_style, int index,
                               std::vector<Problem>& problems);

private:
    struct Key {
        const StyledPlace* parent;
        Tag tag;
        std::uint32_t nth;
        std::string_view classes, own_style;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const;
    };

    std::shared_ptr<const Stylesheet> sheet_;
    std::deque<StyledPlace> places_;
    Key last_key_{};  // siblings mostly look the same: no hashing for them
    const StyledPlace* last_ = nullptr;
    std::unordered_map<Key, const StyledPlace*, Hash> known_;  // looked up only, never walked
};

}  // namespace hoso::markup
