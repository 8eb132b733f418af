// SPDX-License-Identifier: Apache-2.0
#include "unit/ingest/ods.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hoso {
namespace {

using test::ods_cell;
using test::ods_of;
using test::ods_parts;
using test::ods_row;
using test::ods_table;
using test::shown;
using test::zip_of;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

test::Outcome read(const std::string& bytes) { return test::read(bytes, "a.ods"); }

std::string only_sheet(const std::string& rows, const std::string& styles = "") {
    const auto outcome = read(ods_of(rows, styles));
    EXPECT_THAT(outcome.messages, IsEmpty());
    return outcome.sheets.size() == 1 ? shown(outcome.sheets[0]) : "no sheet";
}

std::string typed(const std::string& attributes, const std::string& text = "") {
    return "<table:table-cell " + attributes + "><text:p>" + text + "</text:p></table:table-cell>";
}

TEST(Ods, ReadsEveryKindOfCell) {
    EXPECT_EQ(
        only_sheet(ods_row(
            ods_cell("Toán") + typed("office:value-type='float' office:value='8.5'", "8,5") +
            typed("office:value-type='percentage' office:value='0.5'", "50%") +
            typed("office:value-type='currency' office:value='12000'", "12.000 đ") +
            typed("office:value-type='boolean' office:boolean-value='true'", "ĐÚNG") +
            typed("office:value-type='date' office:date-value='2010-03-12'", "12/03/2010") +
            typed("office:value-type='date' office:date-value='2022-01-08T11:29:59.9999'", "8/1") +
            typed("office:value-type='time' office:time-value='PT07H15M00S'", "7 giờ 15") +
            typed("office:value-type='time' office:time-value='PT36H00M00S'", "36:00") +
            typed("office:value-type='string' calcext:value-type='error'", "#N/A") +
            typed("office:value-type='float' office:value='2.40511e9'", "2,4E9"))),
        "A1=Toán B1=8.5(number) C1=0.5(number) D1=12000(number) E1=TRUE(boolean) "
        "F1=2010-03-12(date) G1=2022-01-08T11:30:00(date) H1=07:15 I1=1.5(number) "
        "J1=#N/A(error) K1=2405110000(number)");
}

TEST(Ods, TellsFormulasWithTheirResults) {
    EXPECT_EQ(only_sheet(ods_row(
                  typed("table:formula='of:=1+1' office:value-type='float' office:value='2'") +
                  typed("table:formula='of:=\"\"'") +
                  typed("table:formula='of:=1/0' office:value-type='string'", "#DIV/0!"))),
              "A1=2(number)(formula) C1=#DIV/0!(error)(formula)");
}

TEST(Ods, AFormulaWithoutAResultIsAFinding) {
    const auto outcome = read(ods_of(
        ods_row("<table:table-cell table:formula='of:=[.B1]'/>" +
                typed("table:formula='of:=1+1' office:value-type='float'") + ods_cell("x"))));
    EXPECT_EQ(shown(outcome.sheets.at(0)),
              "A1=#KHÔNG-ĐỌC-ĐƯỢC!(error) B1=#KHÔNG-ĐỌC-ĐƯỢC!(error) C1=x");
    EXPECT_THAT(outcome.messages,
                ElementsAre("a.ods › 6A › A1: Ô có công thức nhưng trong tệp chưa có kết quả tính "
                            "(2 ô như vậy trong trang này)."));
}

TEST(Ods, AValueThatIsNoneIsAFinding) {
    const auto outcome =
        read(ods_of(ods_row(typed("office:value-type='float' office:value='tám'") +
                            typed("office:value-type='date' office:date-value='2010-02-30'") +
                            typed("office:value-type='time' office:time-value='7:15'") +
                            typed("office:value-type='boolean' office:boolean-value='1'"))));
    EXPECT_THAT(outcome.messages, SizeIs(4));
    EXPECT_EQ(outcome.messages.at(1),
              "a.ods › 6A › B1: Ô có giá trị \"2010-02-30\" không đúng kiểu ghi trong tệp (1 ô như "
              "vậy trong trang này).");
}

TEST(Ods, JoinsParagraphsRunsAndBlanksAsTheyAreSeen) {
    EXPECT_EQ(
        only_sheet(ods_row(
            ods_cell("Lò<text:s text:c=\"2\"/>Thị\n  An") +
            ods_cell("<text:span>Đặng</text:span> <text:span>Văn</text:span>") +
            ods_cell("a<text:line-break/>b<text:tab/>c</text:p><text:p>d") +
            ods_cell("<office:annotation><text:p>ghi chú</text:p></office:annotation>Toa\u0301n") +
            ods_cell("<text:a>liên kết</text:a>"))),
        "A1=Lò  Thị An B1=Đặng Văn C1=a\nb\tc\nd D1=Toán E1=liên kết");
}

TEST(Ods, LeavesTheCommentOfACellOut) {
    EXPECT_EQ(only_sheet(ods_row("<table:table-cell office:value-type='string'><office:annotation>"
                                 "<text:p>ghi chú</text:p></office:annotation><text:p>8</text:p>"
                                 "</table:table-cell>")),
              "A1=8");
}

TEST(Ods, CountsRepeatedRowsAndCells) {
    EXPECT_EQ(only_sheet("<table:table-header-rows>" +
                         ods_row(ods_cell("TX", "table:number-columns-repeated='3'")) +
                         "</table:table-header-rows>" +
                         ods_row("<table:table-cell table:number-columns-repeated='16384'/>",
                                 "table:number-rows-repeated='3'") +
                         "<table:table-row-group>" +
                         ods_row("<table:covered-table-cell table:number-columns-repeated='2'/>" +
                                     ods_cell("Đ"),
                                 "table:number-rows-repeated='2'") +
                         "</table:table-row-group>" +
                         ods_row("<table:table-cell table:number-columns-repeated='16384'/>",
                                 "table:number-rows-repeated='99999999999999999999'")),
              "A1=TX B1=TX C1=TX C5=Đ C6=Đ");
}

TEST(Ods, RefusesACellThatIsRepeatedWithoutEnd) {
    const auto outcome = read(ods_of(ods_row(ods_cell("8"), "table:number-rows-repeated='50001'")));
    EXPECT_THAT(outcome.sheets, IsEmpty());
    EXPECT_THAT(
        outcome.messages,
        ElementsAre("a.ods › 6A › A1: Ô này được ghi lặp lại 50001 lần, quá mức 50000 lần."));
}

TEST(Ods, RefusesMoreTextThanThereIsRoomFor) {
    const auto outcome = read(ods_of(
        ods_row(ods_cell(std::string(30'000, 'x'), "table:number-columns-repeated='10000'"))));
    EXPECT_THAT(outcome.sheets, IsEmpty());
    EXPECT_THAT(outcome.messages,
                ElementsAre("a.ods › 6A: Các ô của tệp có hơn 268435456 byte văn bản."));
}

TEST(Ods, RefusesWhatStandsBeyondExcelsLimits) {
    const auto outcome =
        read(ods_of(ods_row("", "table:number-rows-repeated='1048576'") + ods_row(ods_cell("x"))));
    EXPECT_THAT(outcome.sheets, IsEmpty());
    EXPECT_THAT(outcome.messages,
                ElementsAre("a.ods › 6A: Trang tính có ô \"A1048577\" nằm ngoài giới hạn của Excel "
                            "(1048576 dòng, 16384 cột)."));
}

TEST(Ods, TellsMergesAndWhatIsHidden) {
    const std::string styles =
        "<office:automatic-styles><style:style style:name='ta2' style:family='table'>"
        "<style:table-properties table:display='false'/></style:style></office:automatic-styles>";
    const auto outcome = read(zip_of(ods_parts(
        "<table:table table:name='6A' table:style-name='ta2'>"
        "<table:table-column table:number-columns-repeated='2'/>"
        "<table:table-column table:visibility='collapse' table:number-columns-repeated='9999'/>" +
            ods_row(ods_cell("x", "table:number-columns-spanned='2' table:number-rows-spanned='3'"),
                    "table:visibility='filter'") +
            ods_row("<table:covered-table-cell table:number-columns-repeated='3'/>" +
                    ods_cell("y")) +
            ods_row("", "table:visibility='collapse' table:number-rows-repeated='1048570'") +
            "</table:table>",
        styles)));
    ASSERT_THAT(outcome.messages, IsEmpty());
    const Sheet& sheet = outcome.sheets.at(0);
    EXPECT_EQ(shown(sheet), "A1=x D2=y");
    EXPECT_TRUE(sheet.hidden);
    EXPECT_EQ(sheet.encoding, "UTF-8");
    EXPECT_THAT(sheet.hidden_rows, ElementsAre(1));
    EXPECT_THAT(sheet.hidden_columns, ElementsAre(3, 4));
    ASSERT_THAT(sheet.merges, SizeIs(1));
    EXPECT_EQ(cell_name(sheet.merges[0].last_row, sheet.merges[0].last_column), "B3");
}

TEST(Ods, KeepsSheetsApartAndLeavesCachesOfOtherFilesOut) {
    const auto outcome = read(
        zip_of(ods_parts(ods_table(ods_row(ods_cell("a")), "6A") +
                         ods_table(ods_row(ods_cell("b")), "&apos;file:///C:/x.ods&apos;#$6B") +
                         ods_table(ods_row(ods_cell("c")), "6C"))));
    ASSERT_THAT(outcome.sheets, SizeIs(2));
    EXPECT_EQ(outcome.sheets[1].origin->sheet, "6C");
    EXPECT_THAT(read(zip_of(ods_parts(ods_table("", "6A") + ods_table("", "6a")))).messages,
                ElementsAre("a.ods: Tệp có hai trang tính cùng tên \"6a\".",
                            "a.ods › 6A: Trang tính này trống."));
}

TEST(Ods, TellsOldEncodingsByFont) {
    const std::string styles =
        "<office:font-face-decls><style:font-face style:name='F' svg:font-family=\"'.VnTime', "
        "serif\"/></office:font-face-decls><office:automatic-styles><style:style style:name='p' "
        "style:family='table-cell'><style:text-properties style:font-name='F'/></style:style>"
        "<style:style style:name='ce1' style:family='table-cell' style:parent-style-name='p'/>"
        "<style:style style:name='T1' style:family='text'><style:text-properties "
        "fo:font-family='Arial'/></style:style></office:automatic-styles>";
    const auto outcome = read(
        ods_of("<table:table-column table:default-cell-style-name='ce1'/>" +
                   ods_row(ods_cell("NguyÔn V¨n <text:span text:style-name='T1'>Ôn</text:span>") +
                           ods_cell("lß v¨n", "table:style-name='ce1'")),
               styles));
    EXPECT_EQ(shown(outcome.sheets.at(0)), "A1=Nguyễn Văn Ôn B1=lò văn");
    EXPECT_EQ(outcome.sheets[0].encoding, "TCVN3");
}

TEST(Ods, AsksForTheFileWithoutItsPassword) {
    const std::vector<std::string> expected = {
        "a.ods: Tệp được bảo vệ bằng mật khẩu nên không đọc được."};
    auto parts = ods_parts("");
    parts[1].content = "\x01\x02\x03 unreadable";
    parts.push_back({"META-INF/manifest.xml",
                     "<manifest:manifest><manifest:file-entry><manifest:encryption-data/>"
                     "</manifest:file-entry></manifest:manifest>"});
    EXPECT_EQ(read(zip_of(parts)).messages, expected);
    parts[1] = {"encrypted-package", "\x01\x02\x03"};
    EXPECT_EQ(read(zip_of(parts)).messages, expected);
}

TEST(Ods, RefusesEntitiesAndWhatIsNoSpreadsheet) {
    auto parts = ods_parts("");
    parts[1].content = "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>";
    EXPECT_THAT(
        read(zip_of(parts)).messages,
        ElementsAre(
            "a.ods: Phần \"content.xml\" của tệp có khai báo DOCTYPE, không được phép có."));
    parts[1].content = "<office:document-content/>";
    EXPECT_THAT(read(zip_of(parts)).messages,
                ElementsAre("a.ods: Tệp thiếu phần \"office:spreadsheet\"."));
    EXPECT_THAT(read(zip_of(ods_parts(""))).messages,
                ElementsAre("a.ods: Tệp Excel không có trang tính nào."));
}

TEST(Ods, ReadsTheSameInOneXmlFile) {
    const std::string begin =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document xmlns:office=\"o\" "
        "office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">"
        "<office:automatic-styles><style:style style:name=\"c\" style:family=\"table-cell\">"
        "<style:text-properties style:font-name=\".VnTime\"/></style:style>"
        "</office:automatic-styles><office:body><office:spreadsheet>";
    const std::string end = "</office:spreadsheet></office:body></office:document>";
    const std::string rows =
        ods_row(ods_cell("Lớp") + typed("office:value-type='float' office:value='8.5'", "8,5")) +
        ods_row(ods_cell("NguyÔn V¨n", "table:style-name=\"c\""));
    const auto outcome = test::read(begin + ods_table(rows) + end, "a.fods");
    EXPECT_THAT(outcome.messages, SizeIs(1));  // TCVN3 is told
    ASSERT_THAT(outcome.sheets, SizeIs(1));
    EXPECT_EQ(shown(outcome.sheets[0]), "A1=Lớp B1=8.5(number) A2=Nguyễn Văn");
    EXPECT_EQ(outcome.sheets[0].format, "fods");
    EXPECT_THAT(test::read(begin + "<a>", "a.fods").messages,
                ElementsAre(testing::HasSubstr("OpenDocument (.fods)")));
}

}  // namespace
}  // namespace hoso
