// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render_support.h"

namespace hoso {
namespace {

using test::paint;
using test::Painted;
using test::PlacedText;
using testing::ElementsAre;
using testing::IsEmpty;

// A5 with margins of 10 mm: 128 mm × 190 mm of room.
constexpr double mm = 72 / 25.4;
constexpr double left_edge = 10 * mm, right_edge = 138 * mm;

std::vector<std::string> lines_of(const test::PaintedPage& page) {
    std::vector<std::string> lines;
    for (const PlacedText& text : page.texts) lines.push_back(text.text);
    return lines;
}

double width_of(const PlacedText& text) {
    const layout::DocumentFonts document_fonts(test::fonts());
    double width = 0;
    for (const char32_t c : decode_utf8(text.text)) {
        width +=
            document_fonts.find(static_cast<Face>(text.slot), c).glyph.advance * text.size / 1000;
    }
    return width;
}

std::string repeat(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

TEST(RenderInline, FoldsBlanksOverElementsAndBreaksBetweenWords) {
    const Painted painted = paint(test::page("<p>  Họ\n và <b> tên </b> : <i>Lò</i></p>"));
    EXPECT_THAT(lines_of(painted.pages[0]), ElementsAre("Họ và ", "tên ", ": ", "Lò"));
    const Painted wrapped = paint(test::page("<p>" + repeat("Lường Thị Ánh ", 9) + "</p>"));
    EXPECT_THAT(
        lines_of(wrapped.pages[0]),
        ElementsAre("Lường Thị Ánh Lường Thị Ánh Lường Thị Ánh Lường Thị Ánh",
                    "Lường Thị Ánh Lường Thị Ánh Lường Thị Ánh Lường Thị Ánh", "Lường Thị Ánh"));
    EXPECT_THAT(test::told(painted.findings), IsEmpty());
}

TEST(RenderInline, KeepsNoBreakSpacesAndYearsTogether) {
    const std::string words = repeat("chữ ", 18);
    const Painted painted = paint(test::page("<p>" + words + "năm học 2021-2022</p>"));
    EXPECT_EQ(painted.pages[0].texts.back().text.find("2022"),
              painted.pages[0].texts.back().text.size() - 4);
    EXPECT_NE(painted.pages[0].find("2021-2022"), nullptr);
}

TEST(RenderInline, AlignsLeftCenterRight) {
    const Painted painted =
        paint(test::page("<p>trái</p><p style=\"text-align: center\">giữa</p><p "
                         "style=\"text-align: right\">phải</p>"));
    const auto& texts = painted.pages[0].texts;
    EXPECT_NEAR(texts[0].x, left_edge, 0.02);
    EXPECT_NEAR(texts[1].x + width_of(texts[1]) / 2, (left_edge + right_edge) / 2, 0.02);
    EXPECT_NEAR(texts[2].x + width_of(texts[2]), right_edge, 0.02);
}

TEST(RenderInline, JustifiesAllLinesButTheLast) {
    const Painted painted = paint(
        test::page("<p style=\"text-align: justify\">" + repeat("Lường Thị Ánh ", 9) + "</p>"));
    EXPECT_NE(painted.pages[0].content.find("] TJ"), std::string::npos);
    const std::string last =
        painted.pages[0].content.substr(painted.pages[0].content.rfind(" Tm "));
    EXPECT_EQ(last.find("TJ"), std::string::npos);
}

TEST(RenderInline, PrintsCapitalsWithTheirMarks) {
    const Painted painted =
        paint(test::page("<p style=\"text-transform: uppercase\">ế ẫ ộ ặ ữ đ</p>"));
    EXPECT_EQ(painted.pages[0].all(), "Ế Ẫ Ộ Ặ Ữ Đ");
}

TEST(RenderInline, ShrinksALongNameToItsCellAndNoOther) {
    const Painted painted =
        paint(test::page("<table><colgroup><col style=\"width: 36mm\"/></colgroup><tr><td "
                         "class=\"n\">Nguyễn Thị Phương Thảo</td></tr>"
                         "<tr><td class=\"n\">Lò Thị Ế</td></tr></table>",
                         ".n { fit: shrink; padding: 0 1mm }"));
    const auto& texts = painted.pages[0].texts;
    EXPECT_LT(texts[0].size, 13);
    EXPECT_NEAR(width_of(texts[0]), 34 * mm, 0.3);
    EXPECT_DOUBLE_EQ(texts[1].size, 13);
    EXPECT_THAT(test::told(painted.findings), IsEmpty());
}

TEST(RenderInline, LetsDotsFillWhatIsLeftOfTheLine) {
    const Painted painted = paint(test::page("<p>Lớp: <dots/> Sĩ số: <dots/> em</p>"));
    const auto& texts = painted.pages[0].texts;
    ASSERT_EQ(texts.size(), 3u);
    EXPECT_NEAR(texts[2].x + width_of(texts[2]), right_edge, 0.02);
    EXPECT_NE(painted.pages[0].content.find("[0 2.2] 0 d"), std::string::npos);
}

TEST(RenderInline, KnowsWhichValuesStandOnThePage) {
    const Painted painted = paint(test::page(
        "<p>\uE000\uE013\uE0018,1\uE002 \uE000\uE011\uE001\uE002 \uE000\uE013\uE001Lò\uE002</p>"));
    EXPECT_THAT(painted.printed, ElementsAre(1, 3));
    EXPECT_EQ(painted.pages[0].content.find("\xEE"), std::string::npos);
}

TEST(RenderInline, SetsRareLettersInAFontOfTheirOwn) {
    const Painted painted = paint(test::page("<p>Lò Ж <b>Ж</b></p>"));
    const auto& texts = painted.pages[0].texts;
    ASSERT_EQ(texts.size(), 4u);
    EXPECT_EQ(texts[1].text, "Ж");
    EXPECT_EQ(texts[1].slot, 4);
    EXPECT_EQ(texts[3].slot, 5);
    EXPECT_THAT(test::told(painted.findings), IsEmpty());
}

TEST(RenderTable, RepeatsTheHeadAndNeverSplitsARow) {
    std::string rows;
    for (int i = 1; i <= 60; ++i) {
        rows += "<tr style=\"height: 8mm\"><td>dòng " + std::to_string(i) + "</td></tr>";
    }
    const Painted painted = paint(test::page("<table><thead><tr><th>ĐẦU</th></tr></thead><tbody>" +
                                             rows + "</tbody></table>"));
    ASSERT_EQ(painted.pages.size(), 3u);
    std::size_t rows_seen = 0;
    for (const auto& page : painted.pages) {
        EXPECT_EQ(page.texts[0].text, "ĐẦU");
        rows_seen += page.texts.size() - 1;
        EXPECT_GT(page.texts.back().y, 10 * mm);
    }
    EXPECT_EQ(rows_seen, 60u);
}

TEST(RenderTable, SharesTheWidthThatFixedColumnsLeave) {
    const Painted painted =
        paint(test::page("<table><colgroup><col style=\"width: 28mm\"/><col/><col style=\"width: "
                         "25%\"/><col/></colgroup>"
                         "<tr><td>a</td><td>b</td><td>c</td><td>d</td></tr></table>",
                         "td { padding: 0 }"));
    const auto& texts = painted.pages[0].texts;
    EXPECT_NEAR(texts[1].x, left_edge + 28 * mm, 0.02);
    EXPECT_NEAR(texts[2].x, left_edge + 62 * mm, 0.02);
    EXPECT_NEAR(texts[3].x, left_edge + 94 * mm, 0.02);
}

TEST(RenderTable, LetsTheThickerBorderWinAndDrawsRunsAsOneLine) {
    const std::string cells = "<td>a</td><td>b</td>";
    const Painted painted =
        paint(test::page("<table><colgroup><col style=\"width: 20mm\"/><col style=\"width: "
                         "20mm\"/></colgroup><tbody><tr>" +
                             cells + "</tr><tr class=\"heavy\">" + cells + "</tr></tbody></table>",
                         "td { border: 0.5pt solid } .heavy td { border-top: 1.5pt solid }"));
    const std::string& content = painted.pages[0].content;
    EXPECT_NE(content.find("1.5 w"), std::string::npos);
    const auto strokes = static_cast<int>(std::count(content.begin(), content.end(), 'S'));
    EXPECT_EQ(strokes, 3 + 3);  // across (one of them heavy) and down
}

TEST(RenderTable, DrawsNoLineThroughASpanningCell) {
    const std::string style = "td { border: 0.5pt solid }";
    const auto strokes = [](const Painted& painted) {
        const std::string& content = painted.pages[0].content;
        return std::count(content.begin(), content.end(), 'S');
    };
    const Painted spanned = paint(test::page(
        "<table><tr><td rowspan=\"2\">a</td><td>b</td></tr><tr><td>c</td></tr></table>", style));
    const Painted plain = paint(test::page(
        "<table><tr><td>a</td><td>b</td></tr><tr><td>a</td><td>c</td></tr></table>", style));
    EXPECT_EQ(strokes(plain), 6);
    EXPECT_EQ(strokes(spanned), 6);
    EXPECT_NE(spanned.pages[0].content, plain.pages[0].content);
    EXPECT_THAT(test::told(spanned.findings), IsEmpty());
}

TEST(RenderTable, TurnsTextUpwards) {
    const Painted painted =
        paint(test::page("<table><tr><th style=\"rotate: 90; height: 30mm\">Thường "
                         "xuyên</th><td>a</td></tr></table>"));
    const PlacedText* turned = painted.pages[0].find("Thường xuyên");
    ASSERT_NE(turned, nullptr);
    EXPECT_TRUE(turned->rotated);
    EXPECT_FALSE(painted.pages[0].find("a")->rotated);
}

TEST(RenderTable, TakesTheHeightOfTurnedTextWhereNoneIsStated) {
    const Painted painted = paint(
        test::page("<table><tr><th style=\"rotate: 90\">Thường xuyên</th></tr></table><p>sau</p>"));
    const PlacedText* turned = painted.pages[0].find("Thường xuyên");
    const PlacedText* after = painted.pages[0].find("sau");
    EXPECT_GT(turned->y - after->y, 5);
    EXPECT_GT(200 * mm - after->y, width_of(*turned));
    EXPECT_THAT(test::told(painted.findings), IsEmpty());
}

TEST(RenderPages, NumbersPagesInHeadersAndFooters) {
    const Painted painted =
        paint(test::page("<footer><p>Trang <page/>/<pages/></p></footer><header "
                         "on=\"rest\"><p>tiếp theo</p></header>"
                         "<p>một</p><p style=\"break-before: page\">hai</p>"));
    ASSERT_EQ(painted.pages.size(), 2u);
    EXPECT_EQ(painted.pages[0].all(), "một Trang 1/2");
    EXPECT_EQ(painted.pages[1].all(), "hai Trang 2/2 tiếp theo");
    EXPECT_GT(painted.pages[1].find("tiếp theo")->y, painted.pages[1].find("hai")->y);
}

TEST(RenderPages, TellsTheNumberOfPagesInTheText) {
    const Painted painted = paint(test::page("<p>Sổ này có <pages/> trang</p>" +
                                             repeat("<p style=\"break-before: page\">a</p>", 11)));
    EXPECT_EQ(painted.pages[0].all(), "Sổ này có 12 trang");
}

TEST(RenderPages, BeginsASectionOnAnOddPageWhereAsked) {
    const std::string section = "<section style=\"size: A5; break: odd\"><p>phần</p></section>";
    const Painted painted =
        paint("<html><head/><body>" + section + section + section + "</body></html>");
    ASSERT_EQ(painted.pages.size(), 5u);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(painted.pages[i].texts.empty(), i % 2 == 1) << i;
}

TEST(RenderPages, KeepsAHeadingWithWhatFollows) {
    const Painted painted =
        paint(test::page("<div style=\"height: 180mm\">a</div><h3>Đầu đề</h3><p>b</p>"));
    ASSERT_EQ(painted.pages.size(), 2u);
    EXPECT_EQ(painted.pages[1].all(), "Đầu đề b");
}

TEST(RenderPages, KeepsTogetherWhatMustNotBreak) {
    const std::string block = "<p>một</p><p>hai</p><p>ba</p>";
    const Painted painted =
        paint(test::page("<div style=\"height: 183mm\">a</div><div style=\"break-inside: avoid\">" +
                         block + "</div>"));
    ASSERT_EQ(painted.pages.size(), 2u);
    EXPECT_EQ(painted.pages[1].all(), "một hai ba");
}

TEST(RenderPages, LeavesNoStrayLine) {
    const std::string text = "<p>" + repeat("Lường Thị Ánh ", 20) + "</p>";
    const Painted painted = paint(test::page("<div style=\"height: 184mm\">a</div>" + text));
    ASSERT_EQ(painted.pages.size(), 2u);
    EXPECT_EQ(painted.pages[0].all(), "a");
}

TEST(RenderPages, DropsMarginsAtABreakOfItsOwnAndKeepsTheTemplates) {
    const Painted own = paint(
        test::page("<div style=\"height: 188mm\">a</div><p style=\"margin-top: 20mm\">b</p>"));
    const Painted asked =
        paint(test::page("<p>a</p><p style=\"break-before: page; margin-top: 20mm\">b</p>"));
    EXPECT_NEAR(own.pages[1].texts[0].y - asked.pages[1].texts[0].y, 20 * mm, 0.02);
}

TEST(RenderPages, ClosesAndReopensABoxAtTheEndOfAPage) {
    const Painted painted =
        paint(test::page("<div style=\"border: 1pt solid\">" +
                         repeat("<p style=\"height: 50mm\">a</p>", 6) + "</div>"));
    ASSERT_EQ(painted.pages.size(), 2u);
    const auto strokes = [&](std::size_t page) {
        const std::string& content = painted.pages[page].content;
        return std::count(content.begin(), content.end(), 'S');
    };
    EXPECT_EQ(strokes(0), 3);  // no bottom
    EXPECT_EQ(strokes(1), 3);  // no top
}

TEST(RenderPages, ReservesSignatureAreasInPointsFromTheLowerLeft) {
    Findings findings;
    const PdfRendition rendition =
        render_pdf(test::page("<signature role=\"principal\" style=\"width: 50mm; height: 20mm; "
                              "margin-left: auto\"/>"),
                   {}, test::fonts(), test::render_options(), findings);
    ASSERT_EQ(rendition.areas.size(), 1u);
    const SignatureArea& area = rendition.areas[0];
    EXPECT_EQ(area.role, "principal");
    EXPECT_EQ(area.page, 0);
    EXPECT_NEAR(area.x, 88 * mm, 0.01);
    EXPECT_NEAR(area.y, 180 * mm, 0.01);
    EXPECT_NEAR(area.width, 50 * mm, 0.01);
    EXPECT_NEAR(area.height, 20 * mm, 0.01);
}

}  // namespace
}  // namespace hoso
