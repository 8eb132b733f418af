// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "ingest/unicode.h"
#include "ingest/xlsx/workbook.h"

namespace hoso {

namespace {

// "_x000D_" at the start of `text`.
bool starts_with_escape(std::string_view text, std::uint32_t& unit) {
    if (text.size() < 7 || text[1] != 'x' || text[6] != '_') return false;
    const auto [stop, error] = std::from_chars(text.data() + 2, text.data() + 6, unit, 16);
    return error == std::errc() && stop == text.data() + 6;
}

std::string unescaped(std::string_view text) {
    if (text.find("_x") == text.npos) return std::string(text);
    std::string result;
    std::uint32_t unit = 0;
    while (!text.empty()) {
        const std::size_t at = std::min(text.find('_'), text.size());
        result += text.substr(0, at);
        text.remove_prefix(at);
        if (text.empty()) break;
        if (!starts_with_escape(text, unit)) {
            result += '_';
            text.remove_prefix(1);
            continue;
        }
        // Surrogates are never escaped singly; U+FFFD makes the cell refused.
        append_utf8(result, unit >= 0xD800 && unit <= 0xDFFF ? 0xFFFD : unit);
        text.remove_prefix(7);
    }
    return result;
}

}  // namespace

CellText plain_cell_text(std::string_view escaped) { return make_cell_text(unescaped(escaped)); }

CellText rich_text(pugi::xml_node item) {
    std::vector<TextRun> runs;
    for (const pugi::xml_node node : item.children()) {
        const bool run = is_named(node.name(), "r");
        if (!run && !is_named(node.name(), "t")) continue;
        const std::string text = unescaped(characters(run ? child(node, "t") : node));
        const std::string_view font =
            run ? attribute(child(child(node, "rPr"), "rFont"), "val") : std::string_view();
        if (!runs.empty() && runs.back().font == font) {
            runs.back().text += text;
        } else {
            runs.push_back({text, std::string(font)});
        }
    }
    if (runs.size() == 1 && runs[0].font.empty()) return make_cell_text(runs[0].text);
    return make_cell_text(std::move(runs));
}

}  // namespace hoso
