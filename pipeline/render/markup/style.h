// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

namespace hoso::markup {

enum class Align : std::uint8_t { Left, Center, Right, Justify };
enum class VerticalAlign : std::uint8_t { Top, Middle, Bottom };
enum class BorderKind : std::uint8_t { None, Dotted, Solid, Double };
enum class Break : std::uint8_t { Auto, Page, Odd };
enum Side : std::uint8_t { Top, Right, Bottom, Left };

// Lengths are points. Percent is of the containing block's width.
struct Length {
    enum class Unit : std::uint8_t { Auto, Points, Percent };
    Unit unit = Unit::Auto;
    double value = 0;
    [[nodiscard]] bool is_auto() const { return unit == Unit::Auto; }
    [[nodiscard]] double of(double whole) const {
        return unit == Unit::Percent ? value * whole / 100 : value;
    }
    bool operator==(const Length&) const = default;
};
inline constexpr Length zero{Length::Unit::Points, 0};

struct Border {
    double width = 0;
    BorderKind kind = BorderKind::None;
    bool operator==(const Border&) const = default;
};

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
    bool operator==(const Colour&) const = default;
};

struct PageSize {
    double width = 595.28, height = 841.89;
};

// Computed values of one element.
struct Style {
    // inherited
    double font_size = 13;
    bool bold = false, italic = false, uppercase = false, underline = false, line_through = false;
    bool nowrap = false, shrink = false;
    Align align = Align::Left;
    double line_height = 1.2;
    double indent = 0;
    Colour colour;
    VerticalAlign vertical = VerticalAlign::Top;  // counts in cells; a row or table may say it

    // not inherited
    std::array<Length, 4> margin{zero, zero, zero, zero};  // Auto only left and right
    std::array<double, 4> padding{};
    std::array<Border, 4> border{};
    Length width, height, min_height;
    bool has_background = false;
    Colour background;
    bool rotated = false;
    Break break_before = Break::Auto;
    bool keep_together = false, keep_with_next = false;
    PageSize page;

    [[nodiscard]] double margin_at(Side side) const { return margin[side].value; }
};

}  // namespace hoso::markup
