// SPDX-License-Identifier: Apache-2.0
#include "annotate/looks.h"

#include "vocabulary/errors.h"

namespace hoso::annotate_room {

namespace {

constexpr int kSummaryText = 10, kSummaryLink = 11, kTitle = 12, kHeading = 13, kPlain = 14;

void paint(lxw_format* format, Severity severity) {
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_fg_color(format, fill_colour(severity));
    format_set_bg_color(format, fill_colour(severity));
    format_set_font_color(format, text_colour(severity));
}

}  // namespace

lxw_color_t fill_colour(Severity severity) {
    return severity == Severity::Error     ? 0xFFC7CE
           : severity == Severity::Warning ? 0xFFEB9C
                                           : 0xDDEBF7;
}

lxw_color_t text_colour(Severity severity) {
    return severity == Severity::Error     ? 0x9C0006
           : severity == Severity::Warning ? 0x7F6000
                                           : 0x1F4E78;
}

lxw_format* Looks::make() {
    lxw_format* format = workbook_add_format(workbook_);
    if (format == nullptr) throw LibraryError("libxlsxwriter: workbook_add_format failed");
    format_set_font_name(format, "Times New Roman");
    format_set_font_size(format, 11);
    return format;
}

lxw_format* Looks::cell(Shape shape, std::optional<Severity> mark, bool wrap) {
    lxw_format*& format =
        known_[{static_cast<int>(shape), mark ? static_cast<int>(*mark) : -1, wrap ? 1 : 0}];
    if (format != nullptr) return format;
    format = make();
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (shape == Shape::Date) format_set_num_format(format, "dd/mm/yyyy");
    if (shape == Shape::DateTime) format_set_num_format(format, "dd/mm/yyyy hh:mm:ss");
    if (shape == Shape::Time) format_set_num_format(format, "hh:mm:ss");
    if (wrap) format_set_text_wrap(format);
    if (mark) {
        paint(format, *mark);
        format_set_border(format, LXW_BORDER_MEDIUM);
        format_set_border_color(format, text_colour(*mark));
    }
    return format;
}

lxw_format* Looks::title() {
    lxw_format*& format = known_[{kTitle, 0, 0}];
    if (format != nullptr) return format;
    format = make();
    format_set_bold(format);
    format_set_font_size(format, 15);
    return format;
}

lxw_format* Looks::heading() {
    lxw_format*& format = known_[{kHeading, 0, 0}];
    if (format != nullptr) return format;
    format = make();
    format_set_bold(format);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_CENTER);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_fg_color(format, 0xE7E6E6);
    return format;
}

lxw_format* Looks::text(std::optional<Severity> mark, bool link) {
    lxw_format*& format =
        known_[{link ? kSummaryLink : kSummaryText, mark ? static_cast<int>(*mark) : -1, 0}];
    if (format != nullptr) return format;
    format = make();
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_border(format, LXW_BORDER_THIN);
    if (mark) {
        paint(format, *mark);
        format_set_bold(format);
    }
    if (link) {
        format_set_font_color(format, 0x0563C1);
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    }
    return format;
}

lxw_format* Looks::plain() {
    lxw_format*& format = known_[{kPlain, 0, 0}];
    if (format == nullptr) format = make();
    return format;
}

}  // namespace hoso::annotate_room
