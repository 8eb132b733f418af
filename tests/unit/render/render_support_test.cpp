// SPDX-License-Identifier: Apache-2.0
#include "render_support.h"

#include <charconv>
#include <sstream>

#include "render/fonts/utf8.h"

namespace hoso::test {

namespace {

std::string utf8(char32_t c) {
    std::string text;
    if (c < 0x80) return {static_cast<char>(c)};
    if (c < 0x800) {
        text += static_cast<char>(0xC0 | c >> 6);
    } else {
        text += static_cast<char>(0xE0 | c >> 12);
        text += static_cast<char>(0x80 | (c >> 6 & 63));
    }
    text += static_cast<char>(0x80 | (c & 63));
    return text;
}

std::map<unsigned, char32_t> reversed(const EmbeddedFont& font) {
    std::map<unsigned, char32_t> characters;
    for (char32_t c = 0; c < font.flat.size(); ++c) {
        if (font.flat[c].id != 0) characters.try_emplace(font.flat[c].id, c);
    }
    return characters;
}

std::string decode(const std::string& hex, const EmbeddedFont& font) {
    const auto characters = reversed(font);
    std::string text;
    for (std::size_t at = 0; at + 4 <= hex.size(); at += 4) {
        unsigned id = 0;
        std::from_chars(hex.data() + at, hex.data() + at + 4, id, 16);
        text += utf8(characters.at(id));
    }
    return text;
}

// "<0041> -120 <0042>" without what is not a glyph.
std::string glyphs_of(const std::string& operand) {
    std::string hex;
    bool inside = false;
    for (const char c : operand) {
        if (c == '<' || c == '>')
            inside = c == '<';
        else if (inside)
            hex += c;
    }
    return hex;
}

PaintedPage read_page(const std::string& content, const layout::DocumentFonts& fonts) {
    PaintedPage page{content, {}};
    std::istringstream lines(content);
    int slot = 0;
    double size = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.ends_with(" Tf")) {
            slot = line[2] - '1';
            size = std::stod(line.substr(4));
        }
        const std::size_t matrix = line.find(" Tm ");
        if (matrix == std::string::npos) continue;
        std::istringstream numbers(line);
        double a = 0, b = 0, c = 0, d = 0;
        PlacedText text;
        numbers >> a >> b >> c >> d >> text.x >> text.y;
        text.rotated = b != 0;
        text.slot = slot;
        text.size = size;
        text.text =
            decode(glyphs_of(line.substr(matrix)), fonts.font(static_cast<std::size_t>(slot)));
        page.texts.push_back(text);
    }
    return page;
}

}  // namespace

const FontSet& fonts() {
    static const FontSet loaded = [] {
        RealDisk disk;
        return FontSet(disk, HOSO_FONT_FOLDER, HOSO_FULL_FONT_FOLDER);
    }();
    return loaded;
}

std::string page(const std::string& body, const std::string& style) {
    return "<html><head><style>" + style +
           "</style></head><body><section style=\"size: A5; margin: 10mm\">" + body +
           "</section></body></html>";
}

RenderOptions render_options() {
    RenderOptions options;
    options.title = "Học bạ <thử> & nghiệm";
    options.author = "TRƯỜNG THCS XÃ NẬM PHẠ";
    options.created = {2022, 1, 15};
    options.id_seed = "I.02/6A/1234";
    return options;
}

std::string PaintedPage::all() const {
    std::string text;
    double y = -1;
    for (const PlacedText& placed : texts) {
        if (!text.empty() && placed.y != y) text += " ";
        text += placed.text;
        y = placed.y;
    }
    return text;
}

const PlacedText* PaintedPage::find(std::string_view text) const {
    for (const PlacedText& placed : texts) {
        if (placed.text.find(text) != std::string::npos) return &placed;
    }
    return nullptr;
}

Painted paint(const std::string& xhtml) {
    Painted painted;
    const markup::Document document = markup::parse_document(xhtml, painted.findings);
    layout::DocumentFonts document_fonts(fonts());
    document_fonts.look_through(document.body());
    document_fonts.get_extras();
    layout::Pages pages = layout::lay_out_pages(document, document_fonts, {}, painted.findings);
    for (const layout::PageBox& box : pages.pages) {
        painted.pages.push_back(read_page(box.canvas.content(), document_fonts));
    }
    painted.printed = pages.printed;
    return painted;
}

std::vector<std::string> told(const Findings& findings) {
    std::vector<std::string> lines;
    for (const Finding& finding : findings.sorted()) {
        lines.push_back(std::string(finding.rule->id) + ": " + message(finding, Language::English));
    }
    return lines;
}

}  // namespace hoso::test
