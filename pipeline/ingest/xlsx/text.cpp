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

std::string decoded(std::string_view text) {
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

std::string characters(pugi::xml_node element) {
    std::string text = element.value();
    for (const pugi::xml_node node : element.children()) {
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
            text += node.value();
        }
    }
    return text;
}

CellText plain_cell_text(std::string_view escaped) {
    if (escaped.find("_x") == escaped.npos) return make_cell_text(escaped);
    return make_cell_text(decoded(escaped));
}

CellText rich_text(pugi::xml_node item) {
    std::string text;
    for (const pugi::xml_node node : item.children()) {
        if (is_named(node.name(), "t")) text += characters(node);
        if (is_named(node.name(), "r")) text += characters(child(node, "t"));
    }
    return plain_cell_text(text);
}

}  // namespace hoso
