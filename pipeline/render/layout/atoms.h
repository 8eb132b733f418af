// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "render/layout/context.h"

namespace hoso::layout {

// The smallest things that a line is made of. A line may end at a Space, before an atom marked
// `soft`, and must end at a Break.
struct Atom {
    enum class Kind : std::uint8_t { Word, Space, Break, Dots, Box };
    Kind kind{};
    bool soft = false;
    bool elastic = false;  // Dots without a length of their own
    std::uint8_t slot = 0;
    const Style* style = nullptr;
    const Node* node = nullptr;
    double size = 0, width = 0;
    Range glyphs;
    int lineage = -1;
};

// Glyphs go into the context's store; blanks are folded over element borders.
std::vector<Atom> make_atoms(Context& context, const Node* first, const Node* end);

// One text in one style, for markers of lists.
std::vector<Atom> make_atoms(Context& context, const Node& node, const std::string& text);

// Splits words after '-', '–' and '/', for those that are wider than a line.
void split_at_hyphens(Context& context, std::vector<Atom>& atoms, std::size_t begin,
                      std::size_t end);

}  // namespace hoso::layout
