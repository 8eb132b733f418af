// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "render/markup/document.h"
#include "render/markup/frames.h"
#include "render/markup/properties.h"
#include "render/markup/stylesheet.h"
#include "render_support.h"

namespace hoso::markup {
namespace {

const Node* find(const Node& node, Tag tag) {
    if (node.tag == tag) return &node;
    for (const Node& child : children(node)) {
        if (const Node* found = find(child, tag)) return found;
    }
    return nullptr;
}

std::vector<const Node*> all(const Node& node, Tag tag) {
    std::vector<const Node*> found;
    if (node.tag == tag) found.push_back(&node);
    for (const Node& child : children(node)) {
        for (const Node* below : all(child, tag)) found.push_back(below);
    }
    return found;
}

struct Parsed {
    explicit Parsed(const std::string& body, const std::string& style = "")
        : document(parse_document(test::page(body, style), findings)) {}
    Findings findings;
    Document document;
    [[nodiscard]] const Style& style_of(Tag tag) const {
        return *find(document.body(), tag)->style;
    }
};

// What a reader of the tree sees: elements in brackets, texts with their line.
std::string seen(const Node& node) {
    if (node.tag == Tag::Text) return std::string(node.text) + "@" + std::to_string(node.line);
    std::string text = "<" + describe(node) + ">";
    for (const Node& child : children(node)) text += seen(child);
    return text + "</>";
}

TEST(RenderMarkup, KeepsTextsAndElementsInTheirOrder) {
    const Parsed parsed(
        "\n<p>a<b>b</b>c<!-- x -->d</p>\n<p><![CDATA[e]]>f</p><p class=\"x y\"><br/>g</p>");
    EXPECT_EQ(parsed.findings.size(), 0u);
    EXPECT_EQ(seen(*parsed.document.body().first_child),
              "<section>\n@1<p>a@2<b>b@2</>c@2d@2</>\n@1<p>e@3f@3</><p.x.y><br></>g@3</></>");
}

TEST(RenderMarkup, GivesTheSameSectionsOneByOneAsAllTogether) {
    std::string body = "<html><head><title>t</title></head><body>stray";
    for (int i = 0; i < 3; ++i) {
        body += "<section name=\"S" + std::to_string(i) + "\">\n<table class=\"t\"><tbody>";
        for (int row = 0; row < 400 - i; ++row) {
            body += "<tr><td colspan=\"2\">" + std::to_string(row) + "</td><td/></tr>\n";
        }
        body += "</tbody></table><unknown/></section>";
    }
    body += "</body></html>";
    Findings all_findings, findings;
    const Document whole = parse_document(body, all_findings);
    std::vector<std::string> expected, found;
    for (const Node& section : children(whole.body())) {
        expected.push_back(std::string(section.attributes->name) + seen(section));
    }
    for_each_section(
        body,
        [&](const Node& section) {
            found.push_back(std::string(section.attributes->name) + seen(section));
            EXPECT_EQ(section.next, nullptr);
        },
        findings);
    EXPECT_EQ(expected.size(), 3u);
    EXPECT_EQ(found, expected);
    EXPECT_EQ(findings.size(), all_findings.size());
}

TEST(RenderStyle, ReadsLengthsInMillimetresPointsAndPercent) {
    EXPECT_DOUBLE_EQ(parse_length("25.4mm")->value, 72);
    EXPECT_DOUBLE_EQ(parse_length("1cm")->value, 72 / 2.54);
    EXPECT_EQ(parse_length("12pt"), (Length{Length::Unit::Points, 12}));
    EXPECT_EQ(parse_length("50%"), (Length{Length::Unit::Percent, 50}));
    EXPECT_EQ(parse_length("0"), (Length{Length::Unit::Points, 0}));
    EXPECT_EQ(parse_length("12px"), std::nullopt);
    EXPECT_EQ(parse_length("12"), std::nullopt);
    EXPECT_EQ(parse_length(""), std::nullopt);
}

TEST(RenderStyle, TakesShorthandsApartInTheOrderOfCss) {
    const Parsed parsed(
        "<p style=\"margin: 1pt 2pt 3pt; padding: 4pt 5pt; border: 0.5pt solid; "
        "border-left: 1.5pt double\">a</p>");
    const Style& style = parsed.style_of(Tag::P);
    EXPECT_DOUBLE_EQ(style.margin_at(Top), 1);
    EXPECT_DOUBLE_EQ(style.margin_at(Right), 2);
    EXPECT_DOUBLE_EQ(style.margin_at(Bottom), 3);
    EXPECT_DOUBLE_EQ(style.margin_at(Left), 2);
    EXPECT_DOUBLE_EQ(style.padding[Left], 5);
    EXPECT_EQ(style.border[Top], (Border{0.5, BorderKind::Solid}));
    EXPECT_EQ(style.border[Left], (Border{1.5, BorderKind::Double}));
}

TEST(RenderStyle, LetsAClassBeatATagAndAnOwnStyleBeatBoth) {
    const std::string css =
        ".small { font-size: 9pt } p { font-size: 12pt } p.small { text-align: right } p { color: "
        "#ff0000 }";
    EXPECT_DOUBLE_EQ(Parsed("<p class=\"small\">a</p>", css).style_of(Tag::P).font_size, 9);
    EXPECT_EQ(Parsed("<p class=\"small\">a</p>", css).style_of(Tag::P).align, Align::Right);
    EXPECT_EQ(Parsed("<p class=\"x small\">a</p>", css).style_of(Tag::P).colour.red, 255);
    EXPECT_DOUBLE_EQ(
        Parsed("<p class=\"small\" style=\"font-size: 7pt\">a</p>", css).style_of(Tag::P).font_size,
        7);
    EXPECT_DOUBLE_EQ(Parsed("<p>a</p>", css).style_of(Tag::P).font_size, 12);
}

TEST(RenderStyle, MatchesDescendantsAtAnyDepthButOnlyInOrder) {
    const std::string css = ".marks td { text-align: center } td .marks { text-align: right }";
    EXPECT_EQ(Parsed("<table class=\"marks\"><tbody><tr><td>a</td></tr></tbody></table>", css)
                  .style_of(Tag::Td)
                  .align,
              Align::Center);
    EXPECT_EQ(
        Parsed("<table><tr><td class=\"marks\">a</td></tr></table>", css).style_of(Tag::Td).align,
        Align::Left);
}

TEST(RenderStyle, CountsChildrenForNthChild) {
    std::string rows;
    for (int i = 0; i < 11; ++i) rows += "<tr><td>a</td></tr>";
    const Parsed parsed("<table><tbody>" + rows + "</tbody></table>",
                        "tr:nth-child(5n) td { border-bottom: 1.5pt solid }");
    std::string heavy;
    for (const Node* cell : all(parsed.document.body(), Tag::Td)) {
        heavy += cell->style->border[Bottom].width > 1 ? '1' : '0';
    }
    EXPECT_EQ(heavy, "00001000010");
    EXPECT_TRUE((Nth{2, 1}.matches(3)));
    EXPECT_FALSE((Nth{2, 1}.matches(2)));
    EXPECT_FALSE((Nth{5, 0}.matches(3)));
}

TEST(RenderStyle, InheritsTextAndNotBoxes) {
    const Parsed parsed(
        "<div><p>a</p></div>",
        "div { font-size: 9pt; text-align: center; fit: shrink; margin: 5pt; border: 1pt solid }");
    const Style& style = parsed.style_of(Tag::P);
    EXPECT_DOUBLE_EQ(style.font_size, 9);
    EXPECT_EQ(style.align, Align::Center);
    EXPECT_TRUE(style.shrink);
    EXPECT_DOUBLE_EQ(style.margin_at(Top), 0);
    EXPECT_EQ(style.border[Top], Border{});
}

TEST(RenderStyle, ParsesAStyleSheetOncePerText) {
    EXPECT_EQ(stylesheet("p { margin: 1mm }"), stylesheet("p { margin: 1mm }"));
    EXPECT_NE(stylesheet("p { margin: 1mm }"), stylesheet("p { margin: 2mm }"));
}

TEST(RenderMarkup, TurnsFramesIntoTextNodesWithTheirLineage) {
    // Frame 42 around "8,1", as fill writes it.
    const Parsed parsed("<p>ĐTB: \uE000\uE014\uE012\uE0018,1\uE002.</p>");
    const auto texts = all(*find(parsed.document.body(), Tag::P), Tag::Text);
    ASSERT_EQ(texts.size(), 3u);
    EXPECT_EQ(texts[0]->text, "ĐTB: ");
    EXPECT_EQ(texts[0]->lineage, -1);
    EXPECT_EQ(texts[1]->text, "8,1");
    EXPECT_EQ(texts[1]->lineage, 42);
    EXPECT_EQ(texts[2]->text, ".");
    EXPECT_EQ(parsed.findings.size(), 0u);
}

TEST(RenderMarkup, TakesFramesOutOfAttributes) {
    const Parsed parsed("<p><box checked=\"\uE000\uE011\uE001yes\uE002\"/></p>");
    EXPECT_TRUE(find(parsed.document.body(), Tag::Box)->checked);
    EXPECT_EQ(without_frames("a\uE000\uE011\uE001b\uE002c"), "abc");
}

TEST(RenderMarkup, KeepsAFrameAroundNothing) {
    const Parsed parsed("<p>\uE000\uE017\uE001\uE002</p>");
    const Node* text = find(parsed.document.body(), Tag::Text);
    ASSERT_NE(text, nullptr);
    EXPECT_EQ(text->lineage, 7);
    EXPECT_EQ(text->text, "");
}

TEST(RenderMarkup, SurvivesFramesCutAtAnyByte) {
    const std::string whole = "a\uE000\uE011\uE012\uE001chữ\uE002b\uE000\uE013\uE001\uE002";
    for (std::size_t from = 0; from < whole.size(); ++from) {
        for (std::size_t length = 0; from + length <= whole.size(); ++length) {
            const std::string bare = without_frames(std::string_view(whole).substr(from, length));
            EXPECT_LE(bare.size(), length);
        }
    }
}

TEST(RenderMarkup, NamesTheLineOfAnElementAndDecodesEntities) {
    const Parsed parsed("\n\n<p>a &amp; b&nbsp;&lt;c&gt;</p>\n<zzz/>");
    EXPECT_EQ(find(parsed.document.body(), Tag::P)->line, 3);
    EXPECT_EQ(text_below(*find(parsed.document.body(), Tag::P)), "a & b <c>");
    EXPECT_EQ(test::told(parsed.findings),
              std::vector<std::string>{
                  "render/unknown-element: the template has an element <zzz> that hoso "
                  "does not know (line 4)"});
}

TEST(RenderMarkup, ShortensLongTextsAtALetter) {
    std::string words;
    for (int i = 0; i < 40; ++i) words += "Ế";
    for (int i = 0; i < 40; ++i) words += "ộ";
    const std::string shown =
        text_below(*find(Parsed("<p>" + words + "</p>").document.body(), Tag::P));
    EXPECT_EQ(shown, words.substr(0, 40 * 3 + 20 * 3) + "…");
}

}  // namespace
}  // namespace hoso::markup
