// SPDX-License-Identifier: Apache-2.0
#include "ingest/html/text.h"

#include <algorithm>

#include "vocabulary/text.h"

namespace hoso {

void HtmlLines::add(std::string_view text, std::string_view font) {
    constexpr std::string_view kBlanks = " \t\r\n\f";
    while (!text.empty()) {
        const std::size_t word = std::min(text.find_first_not_of(kBlanks), text.size());
        space_ = space_ || word > 0;
        text.remove_prefix(word);
        if (text.empty()) return;
        const std::size_t size = std::min(text.find_first_of(kBlanks), text.size());
        if (!runs_.empty() && (breaks_ > 0 || soft_)) {
            runs_.back().text.append(static_cast<std::size_t>(std::max(breaks_, 1)), '\n');
        } else if (!runs_.empty() && space_) {
            runs_.back().text += ' ';
        }
        if (runs_.empty() || runs_.back().font != font) runs_.push_back({"", std::string(font)});
        runs_.back().text += text.substr(0, size);
        text.remove_prefix(size);
        breaks_ = 0;
        space_ = soft_ = false;
    }
}

std::vector<TextRun> HtmlLines::take() {
    const bool blank = std::all_of(runs_.begin(), runs_.end(), [](const TextRun& run) {
        const auto seen = [](char c) { return c > ' '; };
        return std::none_of(run.text.begin(), run.text.end(), seen) && clean(run.text).empty();
    });
    std::vector<TextRun> taken;
    if (!blank) taken = std::move(runs_);
    *this = {};
    return taken;
}

std::string field_text(const HtmlTree& tree, std::uint32_t node) {
    if (tree.at(node).tag == Tag::Select) {
        std::uint32_t chosen = 0;
        for (std::uint32_t n = tree.at(node).first_child; n != 0; n = tree.at(n).next) {
            if (tree.at(n).tag != Tag::Option) continue;
            if (chosen == 0 || tree.has(n, Attr::Selected)) chosen = n;
        }
        std::string text;
        for (std::uint32_t n = tree.at(chosen).first_child; n != 0 && chosen != 0;
             n = tree.at(n).next) {
            if (tree.at(n).tag == Tag::Text) text += tree.text(n);
        }
        return text;
    }
    const std::string type = to_lower(tree.value(node, Attr::Type));
    if (type == "checkbox" || type == "radio") return tree.has(node, Attr::Checked) ? "x" : "";
    if (type == "hidden" || type == "image" || type == "button" || type == "submit" ||
        type == "reset" || type == "password" || type == "file") {
        return "";
    }
    return std::string(tree.value(node, Attr::Value));
}

void add_cell_text(const HtmlTree& tree, const HtmlStyles& styles, std::uint32_t node,
                   std::string_view font, HtmlLines& lines) {
    for (std::uint32_t n = tree.at(node).first_child; n != 0; n = tree.at(n).next) {
        const Tag tag = tree.at(n).tag;
        if (tag == Tag::Text) {
            lines.add(tree.text(n), font);
            continue;
        }
        const HtmlStyle style = styles.of(tree, n);
        if (style.hidden()) continue;
        const std::string_view own = style.font.empty() ? font : std::string_view(style.font);
        switch (tag) {
            case Tag::Break:
                lines.break_line();
                break;
            case Tag::Input:
            case Tag::Select:
                lines.add(field_text(tree, n), own);
                break;
            case Tag::Inline:
            case Tag::Section:
                add_cell_text(tree, styles, n, own, lines);
                break;
            case Tag::Cell:
                lines.add(" ", own);
                add_cell_text(tree, styles, n, own, lines);
                break;
            default:
                lines.end_line();
                add_cell_text(tree, styles, n, own, lines);
                lines.end_line();
        }
    }
}

}  // namespace hoso
