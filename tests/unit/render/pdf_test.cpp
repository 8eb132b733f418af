// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/fonts/encode.h"
#include "render/pdf/pdf_document.h"
#include "render/pdf/syntax.h"
#include "render_support.h"
#include "support/shell.h"
#include "vocabulary/digest.h"
#include "vocabulary/parallel.h"

namespace hoso {
namespace {

using testing::HasSubstr;
using testing::Not;

PdfRendition rendered(const std::string& xhtml,
                      const RenderOptions& options = test::render_options()) {
    Findings findings;
    PdfRendition rendition = render_pdf(xhtml, {}, test::fonts(), options, findings);
    for (const std::string& line : test::told(findings)) ADD_FAILURE() << line;
    return rendition;
}

std::string on_disk(const test::ScratchFolder& folder, const std::string& bytes) {
    RealDisk disk;
    const auto path = folder.path() / "a.pdf";
    disk.write(path, bytes);
    return path.string();
}

TEST(PdfSyntax, WritesNumbersWithAtMostTwoDecimals) {
    EXPECT_EQ(pdf::number(0), "0");
    EXPECT_EQ(pdf::number(595.276), "595.28");
    EXPECT_EQ(pdf::number(-0.004), "0");
    EXPECT_EQ(pdf::number(-12.5), "-12.5");
    EXPECT_EQ(pdf::number(0.05), "0.05");
}

TEST(PdfSyntax, WritesTextStringsAsAsciiOrUtf16) {
    EXPECT_EQ(pdf::text_string("principal"), "(principal)");
    EXPECT_EQ(pdf::text_string("a(b"), "<FEFF006100280062>");
    EXPECT_EQ(pdf::text_string("Ế"), "<FEFF1EBE>");
}

TEST(PdfFile, HasItsIdFromTheSeedAndNoTimeOfItsOwn) {
    const PdfRendition rendition = rendered(test::page("<p>a</p>"));
    const std::string id = pdf::hex_string(sha256_raw("I.02/6A/1234").substr(0, 16));
    EXPECT_THAT(rendition.bytes, HasSubstr("/ID [ " + id + " " + id + " ]"));
    EXPECT_THAT(rendition.bytes, HasSubstr("/CreationDate (D:20220115000000+07'00')"));
    EXPECT_THAT(rendition.bytes,
                HasSubstr("<xmp:CreateDate>2022-01-15T00:00:00+07:00</xmp:CreateDate>"));
    EXPECT_THAT(rendition.bytes, HasSubstr("Học bạ &lt;thử&gt; &amp; nghiệm"));
    EXPECT_THAT(rendition.bytes, HasSubstr("/Lang (vi-VN)"));
}

TEST(PdfFile, GivesTheSameBytesAlsoFromManyThreads) {
    const std::string xhtml =
        test::page("<p>Lường Thị Ánh Ж</p><table><tr><td>a</td></tr></table>");
    const std::string expected = rendered(xhtml).bytes;
    std::vector<std::string> results(64);
    parallel_for(results.size(), 4, [&](std::size_t i) {
        Findings findings;
        results[i] = render_pdf(xhtml, {}, test::fonts(), test::render_options(), findings).bytes;
    });
    for (const std::string& bytes : results) EXPECT_EQ(bytes, expected);
}

TEST(PdfFile, EmbedsOnlyTheFacesInUse) {
    EXPECT_THAT(rendered(test::page("<p>a</p>")).bytes, Not(HasSubstr("LiberationSerif-Bold")));
    EXPECT_THAT(rendered(test::page("<p><b>a</b></p>")).bytes,
                HasSubstr("HOSOAA+LiberationSerif-Bold"));
}

TEST(PdfFile, HasAFormOnlyWithSignaturesAndTheirFontsInIt) {
    EXPECT_THAT(rendered(test::page("<p>a</p>")).bytes, Not(HasSubstr("AcroForm")));
    const std::string bytes = rendered(test::page("<p>a</p><signature role=\"principal\"/>")).bytes;
    EXPECT_THAT(bytes, HasSubstr("/FT /Sig /T (principal)"));
    EXPECT_THAT(bytes, HasSubstr("/SigFlags 3 /DR << /Font << /LSR "));
    EXPECT_THAT(bytes, HasSubstr("/F 132"));
}

TEST(PdfFile, PrintsTheDraftMarkAndThePrintCodeOnEachPage) {
    RenderOptions options = test::render_options();
    options.draft = true;
    options.print_code = "6A-7F3K";
    const std::string xhtml = test::page("<p>a</p><p style=\"break-before: page\">b</p>");
    const test::ScratchFolder folder;
    const std::string file = on_disk(folder, rendered(xhtml, options).bytes);
    for (const std::string number : {"1", "2"}) {
        // Slanting text is read in pieces, so blanks and line ends do not count.
        const std::string text =
            test::run("pdftotext -f " + number + " -l " + number + " " + file + " - | tr -d ' \\n'")
                .out;
        EXPECT_THAT(text, HasSubstr("Mãbảnin:6A-7F3K"));
        EXPECT_THAT(text, HasSubstr("BẢNNHÁP"));
    }
}

std::string without_line_ends(std::string text) {
    std::erase_if(text, [](char c) { return c == '\n' || c == '\f' || c == ' '; });
    return text;
}

TEST(PdfFile, GivesBackEveryLetterOfTheCoverage) {
    const std::string letters =
        without_line_ends(test::run("grep -v '^# ' " HOSO_SOURCE_DIR "/fonts/coverage.txt").out);
    std::string body;
    for (const char32_t c : decode_utf8(letters)) {
        body += "<p>&#" + std::to_string(static_cast<unsigned>(c)) + ";</p>";
    }
    const test::ScratchFolder folder;
    for (const std::string style : {"font-style: normal", "font-weight: bold", "font-style: italic",
                                    "font-weight: bold; font-style: italic"}) {
        const std::string xhtml = test::page("<div style=\"" + style + "\">" + body + "</div>");
        const std::string file = on_disk(folder, rendered(xhtml).bytes);
        // -layout: else a hyphen at the end of a line is taken for a divided word.
        EXPECT_EQ(without_line_ends(test::run("pdftotext -layout " + file + " -").out), letters);
    }
}

TEST(EncodeText, GivesGlyphsWidthAndWhatIsMissing) {
    const EncodedText text = encode_text(test::fonts(), Face::Regular, "Ế Ж");
    EXPECT_EQ(text.hex.size(), 8u);
    EXPECT_NEAR(text.width, 0.611 + 0.25, 0.001);
    EXPECT_EQ(text.missing, U"Ж");
}

TEST(FontSet, IsTheSameEachTimeAndRefusesAWrongFolder) {
    RealDisk disk;
    const FontSet again(disk, HOSO_FONT_FOLDER, "");
    EXPECT_EQ(again.digest(), test::fonts().digest());
    EXPECT_THROW(FontSet(disk, "/nonexistent", ""), std::runtime_error);
}

TEST(PdfDocument, RefusesAnObjectThatItDoesNotHave) {
    pdf::PdfDocument document;
    EXPECT_THROW(document.set(77, "null"), std::logic_error);
}

}  // namespace
}  // namespace hoso
