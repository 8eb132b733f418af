// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/ingest/workbook.h"

namespace hoso {
namespace {

using test::shown;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

test::Outcome read(const std::string& bytes) { return test::read(bytes, "a.xls"); }

std::string workbook(const std::string& sheets, const std::string& styles = "") {
    return "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"
           "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
           "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">" +
           styles + sheets + "</Workbook>";
}
std::string worksheet(const std::string& table, const std::string& name = "6A",
                      const std::string& options = "") {
    return "<Worksheet ss:Name=\"" + name + "\"><Table>" + table + "</Table>" + options +
           "</Worksheet>";
}
std::string cell(const std::string& type, const std::string& value,
                 const std::string& attributes = "") {
    return "<Cell " + attributes + "><Data ss:Type=\"" + type + "\">" + value + "</Data></Cell>";
}
std::string row(const std::string& cells, const std::string& attributes = "") {
    return "<Row " + attributes + ">" + cells + "</Row>";
}
std::string only_sheet(const std::string& rows, const std::string& styles = "") {
    const auto outcome = read(workbook(worksheet(rows), styles));
    EXPECT_THAT(outcome.messages, IsEmpty());
    return outcome.sheets.size() == 1 ? shown(outcome.sheets[0]) : "no sheet";
}

TEST(SpreadsheetMl, ReadsEveryKindOfCell) {
    EXPECT_EQ(only_sheet(row(cell("String", "Toa\u0301n") + cell("Number", "8.0999999999999996") +
                             cell("Boolean", "1") + cell("Error", "#DIV/0!") +
                             cell("DateTime", "2010-03-12T00:00:00.000") +
                             cell("DateTime", "2022-01-08T11:30:00.000") +
                             cell("DateTime", "1899-12-31T07:15:00.000") + cell("String", "00123") +
                             cell("Number", "2.40511E9"))),
              "A1=Toán B1=8.1(number) C1=TRUE(boolean) D1=#DIV/0!(error) E1=2010-03-12(date) "
              "F1=2022-01-08T11:30:00(date) G1=07:15 H1=00123 I1=2405110000(number)");
}

TEST(SpreadsheetMl, TellsDatesByTheirNumberFormat) {
    const std::string styles =
        "<Styles><Style ss:ID=\"Default\"/><Style ss:ID=\"d\"><NumberFormat ss:Format=\"Short "
        "Date\"/></Style><Style ss:ID=\"e\" ss:Parent=\"d\"/><Style ss:ID=\"f\"><NumberFormat "
        "ss:Format=\"dd/mm/yyyy;@\"/></Style><Style ss:ID=\"t\"><NumberFormat ss:Format=\"Short "
        "Time\"/></Style><Style ss:ID=\"n\"><NumberFormat "
        "ss:Format=\"Standard\"/></Style></Styles>";
    EXPECT_EQ(
        only_sheet("<Column/><Column ss:StyleID=\"f\" ss:Span=\"1\"/>" +
                       row(cell("Number", "40249", "ss:StyleID=\"d\"") + cell("Number", "40249") +
                           cell("Number", "40249", "ss:StyleID=\"e\"") +
                           cell("Number", "0.5", "ss:StyleID=\"t\"") +
                           cell("Number", "40249", "ss:StyleID=\"n\"")),
                   styles),
        "A1=2010-03-12(date) B1=2010-03-12(date) C1=2010-03-12(date) D1=12:00 "
        "E1=40249(number)");
}

TEST(SpreadsheetMl, KnowsTheCalendarOf1904) {
    EXPECT_EQ(only_sheet(row(cell("Number", "38787", "ss:StyleID=\"d\"")),
                         "<ExcelWorkbook xmlns=\"urn:schemas-microsoft-com:office:excel\">"
                         "<Date1904/></ExcelWorkbook><Styles><Style ss:ID=\"d\"><NumberFormat "
                         "ss:Format=\"Short Date\"/></Style></Styles>"),
              "A1=2010-03-12(date)");
}

TEST(SpreadsheetMl, CountsRowsAndCellsFromTheirIndexAndSpan) {
    EXPECT_EQ(only_sheet(row(cell("String", "a", "ss:Index=\"3\"") + cell("String", "b")) +
                         row("", "ss:Index=\"4\" ss:Span=\"2\"") +
                         row(cell("String", "c", "ss:MergeAcross=\"2\"") + cell("String", "d"))),
              "C1=a D1=b A7=c D7=d");
}

TEST(SpreadsheetMl, TellsMergesAndWhatIsHidden) {
    const auto outcome = read(workbook(worksheet(
        "<Column ss:Index=\"2\" ss:Hidden=\"1\" ss:Span=\"1\"/>" +
            row(cell("String", "a", "ss:MergeAcross=\"3\" ss:MergeDown=\"1\"")) +
            row("", "ss:Hidden=\"1\"") + row(cell("String", "b", "ss:Index=\"4\"")) +
            row("", "ss:Hidden=\"1\" ss:Span=\"1048000\""),
        "6A", "<x:WorksheetOptions><x:Visible>SheetVeryHidden</x:Visible></x:WorksheetOptions>")));
    ASSERT_THAT(outcome.messages, IsEmpty());
    const Sheet& sheet = outcome.sheets.at(0);
    EXPECT_TRUE(sheet.hidden);
    EXPECT_EQ(sheet.format, "spreadsheetml");
    EXPECT_THAT(sheet.hidden_rows, ElementsAre(2));
    EXPECT_THAT(sheet.hidden_columns, ElementsAre(2, 3));
    ASSERT_THAT(sheet.merges, SizeIs(1));
    EXPECT_EQ(cell_name(sheet.merges[0].last_row, sheet.merges[0].last_column), "D2");
}

TEST(SpreadsheetMl, TellsFormulasWithTheirResults) {
    EXPECT_EQ(only_sheet(row(cell("Number", "8.5", "ss:Formula=\"=IF(A1>5,1,2)\"") +
                             cell("String", "", "ss:Formula=\"=&quot;&quot;\""))),
              "A1=8.5(number)(formula)");
    const auto outcome = read(workbook(
        worksheet(row("<Cell ss:Formula=\"=A2\"/>" + cell("Number", "", "ss:Formula=\"=A3\"")))));
    EXPECT_EQ(shown(outcome.sheets.at(0)), "A1=#KHÔNG-ĐỌC-ĐƯỢC!(error) B1=#KHÔNG-ĐỌC-ĐƯỢC!(error)");
    EXPECT_THAT(outcome.messages,
                ElementsAre("a.xls › 6A › A1: Ô có công thức nhưng trong tệp chưa có kết quả tính "
                            "(2 ô như vậy trong trang này)."));
}

TEST(SpreadsheetMl, JoinsRunsOfHtmlAndLeavesCommentsOut) {
    EXPECT_EQ(only_sheet(row(
                  "<Cell><ss:Data ss:Type=\"String\" xmlns=\"http://www.w3.org/TR/REC-html40\"><B>"
                  "Lớp</B> <Font html:Face=\"Arial\">6A</Font>&#10;x</ss:Data><Comment><ss:Data>"
                  "ghi chú</ss:Data></Comment></Cell>" +
                  cell("String", "<![CDATA[a<b]]>"))),
              "A1=Lớp 6A\nx B1=a<b");
}

TEST(SpreadsheetMl, TellsOldEncodingsByFontOrByWhatTheFileSays) {
    const auto by_font = read(workbook(
        worksheet(row("<Cell><ss:Data ss:Type=\"String\">NguyÔn V¨n <Font html:Face=\"Arial\">Ôn"
                      "</Font></ss:Data></Cell>")),
        "<Styles><Style ss:ID=\"Default\"><Font ss:FontName=\".VnTime\"/></Style></Styles>"));
    EXPECT_EQ(shown(by_font.sheets.at(0)), "A1=Nguyễn Văn Ôn");
    EXPECT_EQ(by_font.sheets[0].encoding, "TCVN3");
    std::string page = workbook(worksheet(row(cell("String", "Nguy\xEA\xDEn"))));
    page.insert(page.find("?>"), " encoding=\"windows-1258\"");
    const auto declared = read(page);
    EXPECT_EQ(shown(declared.sheets.at(0)), "A1=Nguyễn");
    EXPECT_EQ(declared.sheets[0].encoding, "CP1258");
}

TEST(SpreadsheetMl, ReadsElementsWithANamespacePrefix) {
    EXPECT_EQ(shown(read("<ss:Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
                         "<ss:Worksheet ss:Name=\"6A\"><ss:Table><ss:Row><ss:Cell>"
                         "<ss:Data ss:Type=\"Number\">8</ss:Data></ss:Cell></ss:Row></ss:Table>"
                         "</ss:Worksheet></ss:Workbook>")
                        .sheets.at(0)),
              "A1=8(number)");
}

TEST(SpreadsheetMl, RefusesWhatCannotBe) {
    const auto told = [](const std::string& rows) {
        return read(workbook(worksheet(rows))).messages;
    };
    EXPECT_THAT(told(row("", "ss:Index=\"3\"") + row("", "ss:Index=\"2\"")),
                ElementsAre("a.xls › 6A: Trang tính ghi vị trí ô \"2\" không đúng."));
    EXPECT_THAT(told(row(cell("Number", "tám") + cell("Boolean", "có") + cell("Date", "1"))),
                SizeIs(3));
    EXPECT_THAT(told(row(cell("Number", "8", "ss:Index=\"16385\""))),
                ElementsAre("a.xls › 6A: Trang tính có ô \"XFE1\" nằm ngoài giới hạn của Excel "
                            "(1048576 dòng, 16384 cột)."));
    EXPECT_THAT(told("<Row>"), ElementsAre("a.xls: Phần \"XML Spreadsheet 2003\" của tệp bị hỏng ở "
                                           "byte 220."));
    EXPECT_THAT(read(workbook("")).messages,
                ElementsAre("a.xls: Tệp Excel không có trang tính nào."));
}

TEST(SpreadsheetMl, ReadsUtf16AndRefusesEntities) {
    std::string wide = "\xFF\xFE";
    for (const char c : workbook(worksheet(row(cell("Number", "8"))))) wide += {c, '\0'};
    const auto outcome = read(wide);
    EXPECT_THAT(outcome.messages, IsEmpty());
    EXPECT_EQ(outcome.sheets.at(0).encoding, "UTF-16LE");
    EXPECT_THAT(read("<!DOCTYPE x [<!ENTITY a \"b\">]>" + workbook("")).messages,
                ElementsAre("a.xls: Phần \"XML Spreadsheet 2003\" của tệp có khai báo DOCTYPE, "
                            "không được phép có."));
}

}  // namespace
}  // namespace hoso
