// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/pages/pages.h"
#include "render/render.h"

namespace hoso::test {

const FontSet& fonts();  // the subsets of this build

// "<html>…<section style="size: A5; margin: 10mm">BODY</section>…"
std::string page(const std::string& body, const std::string& style = "");

RenderOptions render_options();

// A text as it stands on a page: decoded from the content stream, in points from the lower left
// corner, by order of painting.
struct PlacedText {
    std::string text;
    double x = 0, y = 0, size = 0;
    int slot = 0;
    bool rotated = false;
};
struct PaintedPage {
    std::string content;
    std::vector<PlacedText> texts;
    [[nodiscard]] std::string all() const;  // lines with a blank between
    [[nodiscard]] const PlacedText* find(std::string_view text) const;
};
struct Painted {
    std::vector<PaintedPage> pages;
    std::vector<int> printed;
    Findings findings;
};
Painted paint(const std::string& xhtml);

// "rule: message" in English, by place; for comparing whole.
std::vector<std::string> told(const Findings& findings);

}  // namespace hoso::test
