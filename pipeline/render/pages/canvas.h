// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "render/fonts/document_fonts.h"
#include "render/layout/boxes.h"

namespace hoso::layout {

// One page's content stream. Points from the page's upper left corner, y downwards. What lies
// under text (backgrounds), text, and lines are kept apart and joined in that order, so that a
// state (font, line width) is set only where it changes.
class Canvas {
public:
    explicit Canvas(markup::PageSize size) : size_(size) {}

    void glyphs(const Segment& segment, double x, double baseline, double stretch,
                std::uint16_t blank, const std::vector<std::uint16_t>& pool);
    void fill(double x, double y, double width, double height, markup::Colour colour);
    // A border line, centred on the given axis-parallel line.
    void line(double x1, double y1, double x2, double y2, const markup::Border& border);
    void decoration(double x, double y, double width, double thickness, markup::Colour colour);
    void dots(double x, double y, double width);
    void check_box(double x, double y, double side, bool crossed);

    // Until the next call: (u, v) is drawn u above and v to the right of (x, y). Off: as usual.
    void rotate_about(double x, double y);
    void rotate_off() { rotated_ = false; }
    [[nodiscard]] bool is_rotated() const { return rotated_; }

    // Raw operators before everything else: the draft mark.
    void put_first(const std::string& operators) { under_ += operators; }
    [[nodiscard]] std::string content() const;
    [[nodiscard]] markup::PageSize size() const { return size_; }

private:
    struct Point {
        double x, y;
    };
    [[nodiscard]] Point place(double x, double y) const;
    void append_point(std::string& out, double x, double y) const;
    void set_text_colour(markup::Colour colour);
    void set_line_width(double width);
    void stroke(double x1, double y1, double x2, double y2, double width);

    markup::PageSize size_;
    std::string under_, text_, over_;
    bool rotated_ = false;
    double turn_x_ = 0, turn_y_ = 0;
    std::size_t slot_ = slot_count;
    double font_size_ = 0, line_width_ = -1;
    markup::Colour text_colour_, fill_colour_;
};

}  // namespace hoso::layout
