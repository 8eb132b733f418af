// SPDX-License-Identifier: Apache-2.0
#include "twins/twins.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/render.h"
#include "support/shell.h"
#include "twins/placed.h"
#include "twins/text_stream.h"

namespace hoso {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const FontSet& fonts() {
    static const FontSet loaded = [] {
        RealDisk disk;
        return FontSet(disk, HOSO_BINARY_DIR "/share/fonts",
                       "/usr/share/fonts/truetype/liberation2");
    }();
    return loaded;
}

std::string framed(int id, const std::string& text) {
    std::string digits;
    for (const char c : std::to_string(id)) {
        digits += "\xEE\x80";
        digits += static_cast<char>(0x90 + (c - '0'));
    }
    return "\xEE\x80\x80" + digits + "\xEE\x80\x81" + text + "\xEE\x80\x82";
}

// A class book of `pupils` with three marks each, as compose and fill would have it.
struct Book {
    DocumentPlan plan;
    std::string xhtml;

    int entry(const std::string& field, const std::string& printed, Scalar value) {
        plan.lineage.push_back({field, printed, std::move(value), {}, nullptr});
        return static_cast<int>(plan.lineage.size()) - 1;
    }
    explicit Book(int pupils) {
        plan.unit = "6A";
        plan.unit_title = "Lớp 6A";
        const int klass = entry("class", "6A", std::string("6A"));
        std::string rows;
        for (int i = 0; i < pupils; ++i) {
            const std::string at = "pupils[" + std::to_string(i) + "].";
            const int number = entry(at + "no", std::to_string(i + 1), std::int64_t{i + 1});
            const int name =
                entry(at + "name", "Quàng Thị Ánh Nguyệt Hường thứ " + std::to_string(100 + i),
                      std::string());
            const int born = entry(at + "born", "05/09/2010", Date{2010, 9, 5});
            rows += "<tr>";
            for (const int id : {number, name, born}) rows += cell(id);
            for (int mark = 0; mark < 3; ++mark) {
                const std::int32_t tenths = (i * 37 + mark * 23) % 101;
                rows += cell(entry(at + "marks[" + std::to_string(mark) + "]",
                                   std::to_string(tenths / 10) + "," + std::to_string(tenths % 10),
                                   Tenths{tenths}));
            }
            rows += "</tr>\n";
        }
        xhtml =
            "<html><head><title>Sổ</title></head><body>\n"
            "<section name=\"TOÁN\" style=\"size: A4; margin: 20mm\">"
            "<header><p>Lớp " +
            framed(klass, "6A") +
            "</p></header>"
            "<footer><p>Trang <page/></p></footer>"
            "<h1 style=\"text-transform: uppercase\">Sổ theo dõi &amp; đánh giá lớp " +
            framed(klass, "6A") +
            "</h1><table><thead><tr><th>STT</th><th>Họ và tên</th>"
            "<th>Ngày sinh</th><th>TX1</th><th>TX2</th><th>CK</th></tr></thead><tbody>" +
            rows + "</tbody></table><p>Người lập <dots/></p></section></body></html>";
    }
    [[nodiscard]] std::string cell(int id) const {
        return "<td style=\"width: 20mm\">" +
               framed(id, plan.lineage[static_cast<std::size_t>(id)].printed) + "</td>";
    }
};

struct Files {
    std::string pdf, workbook;
};
Files rendered(const Book& book) {
    const test::ScratchFolder folder;
    RealDisk disk;
    RenderOptions options;
    options.title = "Sổ";
    options.created = {2022, 1, 15};
    options.id_seed = "x";
    options.print_code = "1234567890ab";
    Findings findings;
    Files files;
    files.pdf = render_pdf(book.xhtml, book.plan.lineage, fonts(), options, findings).bytes;
    render_xlsx(book.xhtml, book.plan.lineage, options, disk, folder.path() / "b.xlsx", findings);
    for (const Finding& finding : findings.items()) {
        ADD_FAILURE() << message(finding, Language::English);
    }
    files.workbook = disk.read(folder.path() / "b.xlsx");
    return files;
}

std::vector<std::string> differences(const Book& book, const Files& files) {
    Findings findings;
    check_twins(book.plan, {book.xhtml, book.xhtml}, files.pdf, files.workbook, findings);
    std::vector<std::string> said;
    for (const Finding& finding : findings.items()) {
        EXPECT_EQ(finding.rule->id, "twins/twins-differ");
        said.push_back(finding.args.at("file") + " " + finding.args.at("field") + " " +
                       finding.args.at("expected") + " " + finding.args.at("count"));
    }
    return said;
}

TEST(Twins, ATrueBookOfManyPagesSaysWhatTheDataSay) {
    for (const int pupils : {0, 1, 45, 130}) {
        const Book book(pupils);
        EXPECT_THAT(differences(book, rendered(book)), IsEmpty()) << pupils;
    }
}

TEST(Twins, AnyOneWrongMarkIsFoundInBoth) {
    const Book book(45);
    const Files files = rendered(book);
    // Whatever the renderer drew, the data now say something else of one value.
    for (std::size_t i = 1; i < book.plan.lineage.size(); i += 11) {
        Book other = book;
        LineageEntry& entry = other.plan.lineage[i];
        if (const auto* mark = std::get_if<Tenths>(&entry.value)) {
            const Tenths wrong{(mark->count + 5) % 101};
            entry.value = wrong;
            entry.printed =
                std::to_string(wrong.count / 10) + "," + std::to_string(wrong.count % 10);
        } else {
            entry.value = std::string("x");
            entry.printed = "Lò Văn Lạ";
        }
        const auto said = differences(other, files);
        ASSERT_EQ(said.size(), 2u) << entry.field;
        EXPECT_THAT(said[0], HasSubstr("PDF " + entry.field + " "));
        EXPECT_THAT(said[1], HasSubstr("Excel " + entry.field + " "));
    }
}

TEST(Twins, MarksInEachOthersPlacesAreFound) {
    const Book book(45);
    Book swapped = book;  // the renderer's input is wrong, the data are right
    const std::string one = "pupils[20].marks[0]", two = "pupils[20].marks[1]";
    int first = -1, second = -1;
    for (std::size_t i = 0; i < book.plan.lineage.size(); ++i) {
        if (book.plan.lineage[i].field == one) first = static_cast<int>(i);
        if (book.plan.lineage[i].field == two) second = static_cast<int>(i);
    }
    const std::string a = book.cell(first), b = book.cell(second);
    swapped.xhtml.replace(swapped.xhtml.find(a + b), a.size() + b.size(), b + a);
    const auto said = differences(book, rendered(swapped));
    ASSERT_EQ(said.size(), 2u);
    for (const std::string& text : said) EXPECT_THAT(text, HasSubstr("pupils[20].marks["));
}

TEST(Twins, OneTwinAloneWrongIsNamed) {
    const Book book(5);
    Book other = book;
    const std::string from = "Hường thứ 103", to = "Hường thứ 113";
    other.xhtml.replace(other.xhtml.find(from), from.size(), to);
    const Files good = rendered(book), bad = rendered(other);
    EXPECT_THAT(differences(book, {bad.pdf, good.workbook}),
                ElementsAre("PDF pupils[3].name Quàng Thị Ánh Nguyệt Hường thứ 103 1"));
    EXPECT_THAT(differences(book, {good.pdf, bad.workbook}),
                ElementsAre("Excel pupils[3].name Quàng Thị Ánh Nguyệt Hường thứ 103 1"));
}

TEST(Twins, AMissingRowAndAMissingPageAreFound) {
    const Book book(45);
    Book shorter = book;
    const auto from = shorter.xhtml.find("<tr>", shorter.xhtml.find("thứ 120"));
    shorter.xhtml.erase(from, shorter.xhtml.find("</tr>", from) + 5 - from);
    EXPECT_THAT(differences(book, rendered(shorter)),
                ElementsAre(HasSubstr("PDF pupils[21]."), HasSubstr("Excel pupils[21].")));
    EXPECT_FALSE(differences(book, rendered(Book(20))).empty());
}

TEST(Twins, ANumberIsNotFoundInALongerOne) {
    twins::TextStream stream;
    stream.add("18,5 7");
    stream.add("5");
    EXPECT_EQ(stream.text(), "18,575");
    EXPECT_TRUE(stream.cuts_number(1));
    EXPECT_TRUE(stream.cuts_number(2));
    EXPECT_TRUE(stream.cuts_number(3));
    EXPECT_FALSE(stream.cuts_number(4));
    EXPECT_FALSE(stream.cuts_number(5));
}

TEST(Twins, PlacementHasTheTemplatesOwnWords) {
    const auto placement = twins::placement("<p>Lớp " + framed(12, "6A") +
                                            " năm <b>học</b>: " + framed(3, "x") + "</p>");
    ASSERT_EQ(placement.flow.size(), 6u);
    EXPECT_EQ(placement.flow[0].text, "Lớp");
    EXPECT_EQ(placement.flow[1].id, 12);
    EXPECT_EQ(placement.flow[2].text, "năm");
    EXPECT_EQ(placement.flow[3].text, "học");
    EXPECT_EQ(placement.flow[5].id, 3);
}

}  // namespace
}  // namespace hoso
