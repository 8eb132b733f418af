// SPDX-License-Identifier: Apache-2.0
#include "render/xlsx/formats.h"

#include <fmt/format.h>

#include "vocabulary/errors.h"

namespace hoso::xlsx {

namespace {

using markup::Align;
using markup::Border;
using markup::BorderKind;
using markup::Style;
using markup::VerticalAlign;

std::uint8_t border_code(const Border& border) {
    switch (border.kind) {
        case BorderKind::None:
            return LXW_BORDER_NONE;
        case BorderKind::Dotted:
            return LXW_BORDER_DOTTED;
        case BorderKind::Double:
            return LXW_BORDER_DOUBLE;
        case BorderKind::Solid:
            break;
    }
    if (border.width <= 0) return LXW_BORDER_NONE;
    if (border.width < 0.9) return LXW_BORDER_THIN;
    return border.width < 2 ? LXW_BORDER_MEDIUM : LXW_BORDER_THICK;
}

std::uint8_t horizontal_code(Align align) {
    switch (align) {
        case Align::Left:
            return LXW_ALIGN_LEFT;
        case Align::Center:
            return LXW_ALIGN_CENTER;
        case Align::Right:
            return LXW_ALIGN_RIGHT;
        case Align::Justify:
            return LXW_ALIGN_JUSTIFY;
    }
    return LXW_ALIGN_NONE;
}

std::uint8_t vertical_code(VerticalAlign align) {
    switch (align) {
        case VerticalAlign::Top:
            return LXW_ALIGN_VERTICAL_TOP;
        case VerticalAlign::Middle:
            return LXW_ALIGN_VERTICAL_CENTER;
        case VerticalAlign::Bottom:
            return LXW_ALIGN_VERTICAL_BOTTOM;
    }
    return LXW_ALIGN_VERTICAL_CENTER;
}

lxw_color_t colour_code(const markup::Colour& colour) {
    return static_cast<lxw_color_t>(colour.red << 16 | colour.green << 8 | colour.blue);
}

std::string key_of(const Style& text, const Style& box, const char* number) {
    std::string key = fmt::format(
        "{} {}{}{}{} {} {} {} {}{}{} {}", text.font_size, text.bold, text.italic, text.underline,
        text.line_through, colour_code(text.colour), static_cast<int>(box.align),
        static_cast<int>(box.vertical), box.rotated, box.shrink, box.nowrap,
        box.has_background ? static_cast<long>(colour_code(box.background)) : -1);
    for (const Border& border : box.border) key += ' ' + std::to_string(border_code(border));
    return key + ' ' + number;
}

}  // namespace

lxw_format* Formats::of(const Style& text, const Style& box, const char* number) {
    const Looks looks{&text, &box, number};
    if (last_format_ != nullptr && looks == last_) return last_format_;
    lxw_format*& seen = seen_[looks];
    if (seen == nullptr) seen = make(text, box, number);
    last_ = looks;
    last_format_ = seen;
    return seen;
}

lxw_format* Formats::make(const Style& text, const Style& box, const char* number) {
    const std::string key = key_of(text, box, number);
    const auto found = known_.find(key);
    if (found != known_.end()) return found->second;
    lxw_format* format = workbook_add_format(workbook_);
    if (format == nullptr) throw LibraryError("libxlsxwriter: workbook_add_format failed");
    format_set_font_name(format, "Times New Roman");
    format_set_font_size(format, text.font_size);
    if (text.bold) format_set_bold(format);
    if (text.italic) format_set_italic(format);
    if (text.underline) format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (text.line_through) format_set_font_strikeout(format);
    if (colour_code(text.colour) != 0) format_set_font_color(format, colour_code(text.colour));
    format_set_align(format, horizontal_code(box.align));
    format_set_align(format, vertical_code(box.vertical));
    if (box.rotated) format_set_rotation(format, 90);
    if (box.shrink) {
        format_set_shrink(format);
    } else if (!box.nowrap) {
        format_set_text_wrap(format);
    }
    format_set_top(format, border_code(box.border[markup::Top]));
    format_set_right(format, border_code(box.border[markup::Right]));
    format_set_bottom(format, border_code(box.border[markup::Bottom]));
    format_set_left(format, border_code(box.border[markup::Left]));
    if (box.has_background) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_fg_color(format, colour_code(box.background));
        format_set_bg_color(format, colour_code(box.background));
    }
    if (*number != '\0') format_set_num_format(format, number);
    known_[key] = format;
    return format;
}

}  // namespace hoso::xlsx
