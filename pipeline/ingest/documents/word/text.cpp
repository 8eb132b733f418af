// SPDX-License-Identifier: Apache-2.0
#include "ingest/documents/word/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "ingest/package/xml_part.h"
#include "ingest/unicode.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

bool is_one_of(const char* name, std::initializer_list<const char*> names) {
    return std::any_of(names.begin(), names.end(),
                       [&](const char* known) { return is_named(name, known); });
}

// Symbol fonts have their signs in the private use area; no text can hold those. A box that is
// ticked in a plan must still be seen.
std::string symbol(char32_t c) {
    switch (c & 0xFF) {
        case 0xFE:
        case 0x52:
            return "☑";
        case 0xA8:
        case 0x6F:
        case 0xA3:
            return "☐";
        case 0xFC:
            return "✓";
        default:
            return "□";
    }
}
constexpr bool is_symbol(char32_t c) { return c >= 0xF000 && c <= 0xF0FF; }

// Word also writes such signs as plain text: U+F000 to U+F0FF, EF 80 80 to EF 83 BF in UTF-8.
std::string without_symbols(std::string text) {
    for (std::size_t at = 0; (at = text.find('\xEF', at)) != text.npos; ++at) {
        if (at + 2 >= text.size()) break;
        const auto second = static_cast<unsigned char>(text[at + 1]);
        const auto third = static_cast<unsigned char>(text[at + 2]);
        if (second >= 0x80 && second <= 0x83) {
            text.replace(at, 3, symbol((second & 3u) << 6 | (third & 0x3Fu)));
        }
    }
    return text;
}

// w:sym (17.3.3.30)
std::string symbol_of(pugi::xml_node sym) {
    const std::string_view code = attribute(sym, "char");
    std::uint32_t value = 0;
    const auto [stop, error] = std::from_chars(code.data(), code.data() + code.size(), value, 16);
    if (error != std::errc() || stop != code.data() + code.size()) return "□";
    if (value < 0x100 || is_symbol(value)) return symbol(value);
    std::string text;
    append_utf8(text, value < 0xD800 ? value : 0x25A1);
    return text;
}

std::string text_of(pugi::xml_node node) {
    if (is_named(node.name(), "t")) return without_symbols(characters(node));
    if (is_one_of(node.name(), {"tab", "br", "cr", "ptab"})) return " ";
    if (is_named(node.name(), "noBreakHyphen")) return "-";
    if (is_named(node.name(), "sym")) return symbol_of(node);
    return "";
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n") == text.npos; }

void find_boxes(pugi::xml_node node, std::vector<pugi::xml_node>& boxes) {
    for (const pugi::xml_node inner : content_of(node).children()) {
        if (is_named(inner.name(), "txbxContent")) {
            boxes.push_back(inner);
        } else {
            find_boxes(inner, boxes);
        }
    }
}

void append(std::vector<TextRun>& runs, std::string text, std::string_view font) {
    if (text.empty()) return;
    if (!runs.empty() && runs.back().font == font) {
        runs.back().text += text;
    } else {
        runs.push_back({std::move(text), std::string(font)});
    }
}

void append(std::vector<TextRun>& runs, const std::vector<TextRun>& more) {
    for (const TextRun& run : more) append(runs, run.text, run.font);
}

// Blanks at both ends say nothing.
void trim(std::vector<TextRun>& runs) {
    while (!runs.empty() && is_blank(runs.front().text)) runs.erase(runs.begin());
    while (!runs.empty() && is_blank(runs.back().text)) runs.pop_back();
    if (runs.empty()) return;
    runs.front().text.erase(0, runs.front().text.find_first_not_of(" \t\n"));
    runs.back().text.erase(runs.back().text.find_last_not_of(" \t\n") + 1);
}

}  // namespace

pugi::xml_node content_of(pugi::xml_node node) {
    if (is_named(node.name(), "AlternateContent")) {
        const pugi::xml_node choice = child(node, "Choice");
        return choice ? choice : child(node, "Fallback");
    }
    if (is_named(node.name(), "sdt")) return child(node, "sdtContent");
    return node;
}

WordParagraph WordText::paragraph(pugi::xml_node p) {
    const pugi::xml_node properties = child(p, "pPr");
    const std::string style_id(attribute(child(properties, "pStyle"), "val"));
    const WordStyle& style = styles_.find(style_id);
    const ParagraphFormat own = paragraph_format(properties);
    WordParagraph result;
    result.level = own.heading ? *own.heading : style.paragraph.heading.value_or(0);
    const unsigned list = own.list ? *own.list : style.paragraph.list.value_or(0);
    if (list != 0) {
        const auto level = own.level ? own.level : style.paragraph.level;
        const std::string text =
            numbering_.next(list, level ? *level : numbering_.level_of_style(list, style_id));
        if (!text.empty()) append(result.runs, text + " ", style.run.font);
    }
    Context context{style, result};
    collect(p, context);
    trim(result.runs);
    result.bold = context.any && !context.plain;
    return result;
}

void WordText::collect(pugi::xml_node parent, Context& context) {
    for (const pugi::xml_node node : parent.children()) {
        const char* name = node.name();
        if (is_named(name, "r")) {
            run(node, context);
        } else if (is_one_of(name, {"del", "moveFrom"})) {
            ++traces_.changes;
        } else if (!is_one_of(name, {"pPr", "rPr", "p", "tbl"})) {
            if (is_one_of(name, {"ins", "moveTo"})) ++traces_.changes;
            collect(content_of(node), context);
        }
    }
}

void WordText::run(pugi::xml_node r, Context& context) {
    const pugi::xml_node properties = child(r, "rPr");
    const RunFormat own = run_format(properties);
    const std::string_view style_id = attribute(child(properties, "rStyle"), "val");
    const RunFormat none;
    const RunFormat& character = style_id.empty() ? none : styles_.find(style_id).run;
    const RunFormat& paragraph = context.style.run;
    const auto decide = [](auto first, auto second, auto third) {
        return first ? *first : second ? *second : third.value_or(false);
    };
    std::string text;
    for (const pugi::xml_node node : r.children()) {
        text += text_of(node);
        if (is_one_of(node.name(), {"drawing", "pict", "object", "AlternateContent"})) {
            find_boxes(node, context.paragraph.boxes);
        }
    }
    if (decide(own.hidden, character.hidden, paragraph.hidden)) {
        if (!is_blank(text)) ++traces_.hidden;
        return;
    }
    if (!is_blank(text)) {
        context.any = true;
        if (!decide(own.bold, character.bold, paragraph.bold)) context.plain = true;
    }
    append(context.paragraph.runs, std::move(text),
           !own.font.empty()         ? own.font
           : !character.font.empty() ? character.font
                                     : paragraph.font);
}

void WordText::lines(pugi::xml_node block, std::vector<std::vector<TextRun>>& result) {
    for (const pugi::xml_node node : block.children()) {
        const char* name = node.name();
        if (is_named(name, "p")) {
            const WordParagraph read = paragraph(node);
            if (!read.runs.empty()) result.push_back(read.runs);
            for (const pugi::xml_node box : read.boxes) lines(box, result);
        } else if (is_named(name, "tr")) {
            std::vector<TextRun> line;
            for (const pugi::xml_node tc : node.children()) {
                if (!is_named(tc.name(), "tc")) continue;
                const std::vector<TextRun> text = cell(tc);
                if (!line.empty() && !text.empty()) append(line, " ", line.back().font);
                append(line, text);
            }
            if (!line.empty()) result.push_back(std::move(line));
        } else if (!is_one_of(name, {"del", "moveFrom"})) {
            lines(content_of(node), result);
        }
    }
}

std::vector<TextRun> WordText::cell(pugi::xml_node tc) {
    std::vector<std::vector<TextRun>> read;
    lines(tc, read);
    std::vector<TextRun> runs;
    for (const std::vector<TextRun>& line : read) {
        if (!runs.empty()) append(runs, "\n", runs.back().font);
        append(runs, line);
    }
    return runs;
}

}  // namespace hoso
