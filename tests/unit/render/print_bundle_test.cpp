// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render_support.h"
#include "support/shell.h"

namespace hoso {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string part(const std::string& name, int pages) {
    std::string body =
        "<footer><p>Trang <page/>/<pages/></p></footer><p>Học bạ của " + name + "</p>";
    for (int i = 1; i < pages; ++i) body += "<p style=\"break-before: page\">tiếp</p>";
    return test::page(body + "<signature role=\"principal\"/>");
}

struct Made {
    PdfRendition rendition;
    std::string file;
};

class PrintBundle : public testing::Test {
protected:
    Made make(const std::vector<PrintPart>& parts) {
        Findings findings;
        Made made{render_print_bundle(parts, "Học bạ năm học 2021-2022", test::fonts(),
                                      test::render_options(), findings),
                  (folder_.path() / "bundle.pdf").string()};
        EXPECT_EQ(test::told(findings), std::vector<std::string>{});
        RealDisk disk;
        disk.write(made.file, made.rendition.bytes);
        return made;
    }
    static std::string page_text(const Made& made, int page) {
        const std::string number = std::to_string(page);
        return test::run("pdftotext -layout -f " + number + " -l " + number + " " + made.file +
                         " -")
            .out;
    }
    test::ScratchFolder folder_;
};

TEST_F(PrintBundle, BeginsEachPartOnTheFrontOfASheetWithItsOwnNumbers) {
    const Made made = make({{"Lớp 6A", "Lò Văn An", part("An", 3)},
                            {"Lớp 6A", "Lường Thị Ế", part("Ế", 2)},
                            {"Lớp 6B", "Vàng A Dơ Ж", part("Dơ Ж", 1)}});
    // contents, blank; 3 pages and a blank; 2 pages; 1 page and a blank
    EXPECT_EQ(made.rendition.pages, 2 + 4 + 2 + 2);
    EXPECT_THAT(page_text(made, 1), HasSubstr("MỤC LỤC"));
    EXPECT_THAT(page_text(made, 3), HasSubstr("Học bạ của An"));
    EXPECT_THAT(page_text(made, 3), HasSubstr("Trang 1/3"));
    EXPECT_EQ(page_text(made, 6), "\f");
    EXPECT_THAT(page_text(made, 7), HasSubstr("Học bạ của Ế"));
    EXPECT_THAT(page_text(made, 9), HasSubstr("Học bạ của Dơ Ж"));
    EXPECT_EQ(test::run("qpdf --check " + made.file).status, 0);
}

TEST_F(PrintBundle, TellsGroupsCountsStartsAndTheTotal) {
    const Made made = make({{"Lớp 6A", "Lò Văn An", part("An", 2)},
                            {"Lớp 6A", "Lường Thị Ế", part("Ế", 2)},
                            {"Lớp 6B", "Vàng A Dơ", part("Dơ", 2)}});
    const std::string contents =
        test::run("pdftotext -layout -l 1 " + made.file + " - | tr -s ' '").out;
    EXPECT_THAT(contents, HasSubstr("1 Lớp 6A 2 3"));
    EXPECT_THAT(contents, HasSubstr("2 Lớp 6B 1 7"));
    EXPECT_THAT(contents, HasSubstr("Cộng 3"));
    EXPECT_THAT(contents, Not(HasSubstr("Lường Thị Ế")));
}

TEST_F(PrintBundle, ListsThePupilsOfASingleClass) {
    const Made made = make(
        {{"Lớp 6A", "Lò Văn An & em", part("An", 2)}, {"Lớp 6A", "Lường Thị Ế", part("Ế", 2)}});
    const std::string contents =
        test::run("pdftotext -layout -l 1 " + made.file + " - | tr -s ' '").out;
    EXPECT_THAT(contents, HasSubstr("1 Lò Văn An & em 3"));
    EXPECT_THAT(contents, HasSubstr("2 Lường Thị Ế 5"));
}

TEST_F(PrintBundle, HasBookmarksAndNothingToSign) {
    const Made made =
        make({{"Lớp 6A", "Lò Văn An", part("An", 2)}, {"Lớp 6B", "Lường Thị Ế", part("Ế", 2)}});
    const std::string json = test::run("qpdf --json --json-key=outlines " + made.file).out;
    EXPECT_THAT(json, HasSubstr("\"title\": \"Mục lục\""));
    EXPECT_THAT(json, HasSubstr("\"title\": \"Lớp 6A\""));
    EXPECT_THAT(json, HasSubstr("\"title\": \"Lường Thị Ế\""));
    EXPECT_THAT(json, HasSubstr("\"destpageposfrom1\": 5"));
    EXPECT_THAT(made.rendition.bytes, Not(HasSubstr("/Sig")));
    EXPECT_TRUE(made.rendition.areas.empty());
}

TEST_F(PrintBundle, SharesItsFontsAmongManyParts) {
    std::vector<PrintPart> parts;
    for (int i = 0; i < 300; ++i)
        parts.push_back(
            {"Lớp " + std::to_string(i / 40), "Lò Văn " + std::to_string(i), part("An", 2)});
    const Made made = make(parts);
    EXPECT_EQ(made.rendition.pages, 602);
    EXPECT_LT(made.rendition.bytes.size(), 300u * 12 * 1024 / 4);
    EXPECT_EQ(test::run("pdffonts -l 20 " + made.file + " | wc -l").out, "4\n");
}

}  // namespace
}  // namespace hoso
