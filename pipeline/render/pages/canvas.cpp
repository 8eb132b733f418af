// SPDX-License-Identifier: Apache-2.0
#include "render/pages/canvas.h"

#include <algorithm>
#include <cmath>

#include "render/pdf/syntax.h"

namespace hoso::layout {

namespace {

using markup::BorderKind;
using markup::Colour;
using pdf::append_number;

void append_colour(std::string& out, Colour colour) {
    const auto part = [&](std::uint8_t value) {
        append_number(out, value / 255.0);
        out += ' ';
    };
    part(colour.red);
    if (colour.red == colour.green && colour.green == colour.blue) {
        out += "g\n";
        return;
    }
    part(colour.green);
    part(colour.blue);
    out += "rg\n";
}

}  // namespace

Canvas::Point Canvas::place(double x, double y) const {
    if (rotated_) return {turn_x_ + y, size_.height - (turn_y_ - x)};
    return {x, size_.height - y};
}

void Canvas::append_point(std::string& out, double x, double y) const {
    const Point point = place(x, y);
    append_number(out, point.x);
    out += ' ';
    append_number(out, point.y);
    out += ' ';
}

void Canvas::rotate_about(double x, double y) {
    rotated_ = true;
    turn_x_ = x;
    turn_y_ = y;
}

void Canvas::set_text_colour(Colour colour) {
    if (colour == text_colour_) return;
    text_colour_ = colour;
    append_colour(text_, colour);
}

void Canvas::glyphs(const Segment& segment, double x, double baseline, double stretch,
                    std::uint16_t blank, const std::vector<std::uint16_t>& pool) {
    set_text_colour(segment.style->colour);
    if (segment.slot != slot_ || segment.size != font_size_) {
        slot_ = segment.slot;
        font_size_ = segment.size;
        text_ += "/F" + std::to_string(segment.slot + 1) + ' ';
        append_number(text_, segment.size);
        text_ += " Tf\n";
    }
    text_ += rotated_ ? "0 1 -1 0 " : "1 0 0 1 ";
    append_point(text_, x, baseline);
    text_ += stretch > 0 ? "Tm [<" : "Tm <";
    for (std::uint32_t i = segment.glyphs.begin; i < segment.glyphs.end; ++i) {
        pdf::append_hex4(text_, pool[i]);
        // Word spacing (Tw) does not work with two-byte codes: each blank is moved by hand.
        if (stretch > 0 && pool[i] == blank && i + 1 < segment.glyphs.end) {
            text_ += "> ";
            append_number(text_, -stretch * 1000 / segment.size);
            text_ += " <";
        }
    }
    text_ += stretch > 0 ? ">] TJ\n" : "> Tj\n";
}

void Canvas::fill(double x, double y, double width, double height, Colour colour) {
    if (colour != fill_colour_) {
        fill_colour_ = colour;
        append_colour(under_, colour);
    }
    const Point a = place(x, y), b = place(x + width, y + height);
    append_number(under_, std::min(a.x, b.x));
    under_ += ' ';
    append_number(under_, std::min(a.y, b.y));
    under_ += ' ';
    append_number(under_, std::abs(b.x - a.x));
    under_ += ' ';
    append_number(under_, std::abs(b.y - a.y));
    under_ += " re f\n";
}

void Canvas::set_line_width(double width) {
    if (width == line_width_) return;
    line_width_ = width;
    append_number(over_, width);
    over_ += " w\n";
}

void Canvas::stroke(double x1, double y1, double x2, double y2, double width) {
    set_line_width(width);
    append_point(over_, x1, y1);
    over_ += "m ";
    append_point(over_, x2, y2);
    over_ += "l S\n";
}

void Canvas::line(double x1, double y1, double x2, double y2, const markup::Border& border) {
    switch (border.kind) {
        case BorderKind::None:
            return;
        case BorderKind::Solid:
            stroke(x1, y1, x2, y2, border.width);
            return;
        case BorderKind::Dotted:
            over_ += "q 1 J [0 2.2] 0 d ";
            append_number(over_, border.width);
            over_ += " w ";
            append_point(over_, x1, y1);
            over_ += "m ";
            append_point(over_, x2, y2);
            over_ += "l S Q\n";
            return;
        case BorderKind::Double: {
            const double third = border.width / 3;
            const double dx = x1 == x2 ? third : 0, dy = y1 == y2 ? third : 0;
            stroke(x1 - dx, y1 - dy, x2 - dx, y2 - dy, third);
            stroke(x1 + dx, y1 + dy, x2 + dx, y2 + dy, third);
        }
    }
}

void Canvas::decoration(double x, double y, double width, double thickness, Colour colour) {
    const bool coloured = colour != Colour{};
    if (coloured) {
        over_ += "q ";
        std::string text;
        append_colour(text, colour);
        // The stroking operators are the filling ones in capitals.
        std::transform(text.begin(), text.end(), text.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        over_ += text;
    }
    stroke(x, y, x + width, y, thickness);
    if (coloured) {
        over_ += "Q\n";
        line_width_ = -1;
    }
}

void Canvas::dots(double x, double y, double width) {
    constexpr double inset = 1;  // clear of the words on both sides
    if (width <= 2 * inset) return;
    line(x + inset, y, x + width - inset, y, {0.7, BorderKind::Dotted});
}

void Canvas::check_box(double x, double y, double side, bool crossed) {
    constexpr double width = 0.6;
    set_line_width(width);
    const double right = x + side, bottom = y + side;
    append_point(over_, x, y);
    over_ += "m ";
    for (const auto& [px, py] :
         {std::pair(right, y), std::pair(right, bottom), std::pair(x, bottom)}) {
        append_point(over_, px, py);
        over_ += "l ";
    }
    over_ += "s\n";
    if (!crossed) return;
    const double inset = side * 0.15;
    stroke(x + inset, y + inset, right - inset, bottom - inset, 0.9);
    stroke(x + inset, bottom - inset, right - inset, y + inset, 0.9);
}

std::string Canvas::content() const {
    std::string all;
    all.reserve(under_.size() + text_.size() + over_.size() + 32);
    all += under_;
    if (!under_.empty() && !text_.empty()) all += "0 g\n";
    if (!text_.empty()) all += "BT\n" + text_ + "ET\n";
    if (!over_.empty()) all += "2 J\n" + over_;  // projecting caps close the corners of tables
    return all;
}

}  // namespace hoso::layout
