// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <vector>

#include "render/pages/painter.h"

namespace hoso::layout {

struct Pages {
    std::deque<PageBox> pages;
    std::vector<int> printed;  // lineage ids that stand on them, ascending, each once
};

// A page count that only a broken template reaches.
inline constexpr int max_pages = 2000;

// Sections → pages with headers and footers.
Pages lay_out_pages(const markup::Document& document, DocumentFonts& fonts,
                    const std::vector<LineageEntry>& lineage, Findings& findings);

}  // namespace hoso::layout
