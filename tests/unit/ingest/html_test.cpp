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

std::string only_sheet(const std::string& page) {
    const auto outcome = read(page);
    EXPECT_THAT(outcome.messages, IsEmpty());
    return outcome.sheets.size() == 1 ? shown(outcome.sheets[0]) : "no sheet";
}
std::vector<std::string> names(const test::Outcome& outcome) {
    std::vector<std::string> names;
    for (const Sheet& sheet : outcome.sheets) names.push_back(sheet.origin->sheet);
    return names;
}

TEST(Html, ReadsATableAsItIsSeen) {
    EXPECT_EQ(only_sheet("<html><body><table border=1>\n<thead><tr><th>STT</th><th>Họ  và\ntên</th>"
                         "</tr></thead><tbody><tr><td>1</td><td><b>Lò</b> <i>Th&#7883;</i> "
                         "&Abreve;n&nbsp;&amp;</td></tr><tr><td>&nbsp;</td><td>001</td></tr>"
                         "</tbody></table></body></html>"),
              "A1=STT B1=Họ và tên A2=1 B2=Lò Thị Ăn\u00A0& B3=001");
}

TEST(Html, ReadsTagsThatAreNotClosed) {
    EXPECT_EQ(only_sheet("<TABLE><TR><TD>a<TD>b<font face=Arial><TR><TD>c</b><TD><p>d<p>e</TABLE>"),
              "A1=a B1=b A2=c B2=d\ne");
    EXPECT_EQ(only_sheet("<table><form><tr><td>a</td></form><td>b</td></tr><tr><td>c"),
              "A1=a B1=b A2=c");
    EXPECT_EQ(only_sheet("<table><td>a</td><td>b<tr><td>c</table>d</td></tr>"),
              "A1=a B1=b A2=c A3=d");
    EXPECT_EQ(only_sheet("<html><tr><td>a</td></tr>"), "A1=a");
}

TEST(Html, LeavesOutWhatIsNoText) {
    EXPECT_EQ(only_sheet("<!DOCTYPE html><html><head><title>x</title><style>td{}</style><script>"
                         "if (a<b) '<table>'</script><xml><x:Name>y</x:Name></xml></head><!-- <td> "
                         "--><table><tr><td>a<!--b-->c<![if x]>d<![endif]></td></tr></table>"),
              "A1=acd");
}

TEST(Html, TakesTheLinesOfACellAsOneText) {
    const auto outcome = read(
        "<table><tr><td rowspan=2>a<br>b</td><td>1</td></tr><tr><td>2</td></tr><tr><td><div>c</div>"
        "<div>d</div><br></td><td>3</td></tr><tr><td>e</td></tr></table>");
    EXPECT_EQ(shown(outcome.sheets.at(0)), "A1=a\nb B1=1 B2=2 A3=c\nd B3=3 A4=e");
    EXPECT_THAT(outcome.messages,
                ElementsAre("a.xls › bảng 1 › 3: Tệp này là trang web (HTML), có ô xuống dòng ở "
                            "dòng 3: Excel có thể tách ô đó thành nhiều dòng, nên từ đó trở đi số "
                            "dòng ở đây được đếm theo bảng."));
    EXPECT_THAT(read("<style>br{mso-data-placement:same-cell}</style><table><tr><td>a<br>b</td>"
                     "</tr><tr><td>c</td></tr></table>")
                    .messages,
                IsEmpty());
}

TEST(Html, PutsTextAroundTablesIntoRowsAsCalcDoes) {
    EXPECT_EQ(only_sheet("Phòng GD<p>Trường</p><p>Học kỳ I</p><h1>BẢNG ĐIỂM</h1><br>\n<p>một<br>hai"
                         "</p>\n<table><caption>Lớp 6A</caption><tr><td>a</td></tr></table>\nSau "
                         "bảng<table><tr><td>b</td></tr></table><p>Cuối</p>"),
              "A1=Phòng GD A3=Trường A5=Học kỳ I A7=BẢNG ĐIỂM A9=một A10=hai A12=Lớp 6A A13=a "
              "A14=Sau bảng A15=b A17=Cuối");
    const std::string table = "<table><tr><td>t</td></tr></table>";
    EXPECT_EQ(only_sheet("a<br>b<br><br>" + table), "A1=a A2=b A4=t");
    EXPECT_EQ(only_sheet("<p>a</p><br><br>" + table), "A1=a A2=t");
    EXPECT_EQ(only_sheet("<p>a<br></p>" + table), "A1=a A2=t");
    EXPECT_EQ(only_sheet("a<br><p>b</p>" + table), "A1=a A3=b A5=t");
    EXPECT_EQ(only_sheet("a<hr>" + table), "A1=a A5=t");
    EXPECT_EQ(only_sheet("<p>a</p><p>&nbsp;</p>" + table), "A1=a A5=t");
    EXPECT_EQ(only_sheet("<br><br>a" + table), "A2=a A3=t");
    EXPECT_EQ(only_sheet(table + "<br>" + table), "A1=t A2=t");
    EXPECT_EQ(only_sheet("<div>a</div><div>b</div>" + table), "A1=a A2=b A3=t");
}

TEST(Html, OpensATableThatOnlyArrangesOthers) {
    EXPECT_EQ(only_sheet("<table width=100%><tr><td>TRƯỜNG</td><td>CỘNG HÒA</td></tr><tr><td "
                         "colspan=2><h2>Lớp 6A</h2><table><tr><td>a</td><td>b</td></tr><tr><td>1"
                         "</td><td>2</td></tr></table><p>Chân</p></td></tr></table>x"),
              "A1=TRƯỜNG B1=CỘNG HÒA A2=Lớp 6A A4=a B4=b A5=1 B5=2 A7=Chân A8=x");
}

TEST(Html, TakesASmallTableInACellAsItsText) {
    EXPECT_EQ(only_sheet("<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td><td>c"
                         "</td></tr></table>"),
              "A1=a b B1=c");
}

TEST(Html, KeepsATableOfDataWholeThatHasATableInACell) {
    std::string rows;
    for (int i = 1; i <= 3; ++i) {
        rows += "<tr><td>" + std::to_string(i) + "</td><td>An</td><td>8</td></tr>";
    }
    EXPECT_EQ(only_sheet("<table><tr><td colspan=3>Lớp</td></tr>" + rows +
                         "<tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table></td></tr></table>"),
              "A1=Lớp A2=1 B2=An C2=8 A3=2 B3=An C3=8 A4=3 B4=An C4=8 A5=a b\nc d");
}

TEST(Html, LetsNoHeadingReachIntoTheBody) {
    EXPECT_EQ(only_sheet("<table><thead><tr><th rowspan=3>STT<th colspan=2>Điểm<tr><th>TX<th>GK"
                         "<tbody><tr><td>1<td>8<td>9</table>"),
              "A1=STT B1=Điểm B2=TX C2=GK A3=1 B3=8 C3=9");
}

TEST(Html, TellsMergesAndWhatIsHidden) {
    const auto outcome = read(
        "<style>.an{display:none}</style><table><col><col class=an><colgroup span=2></colgroup>"
        "<tr><td colspan=2 rowspan=2>a</td><td>b</td></tr><tr style='DISPLAY: none'><td>c</td></tr>"
        "<tr class='x an'><td>d</td><td>e<span style=display:none>f</span></td><td hidden>g</td>"
        "</tr></table>");
    const Sheet& sheet = outcome.sheets.at(0);
    EXPECT_EQ(shown(sheet), "A1=a C1=b C2=c A3=d B3=e C3=g");
    EXPECT_THAT(sheet.hidden_rows, ElementsAre(2, 3));
    EXPECT_THAT(sheet.hidden_columns, ElementsAre(2, 3));
    ASSERT_THAT(sheet.merges, SizeIs(1));
    EXPECT_EQ(cell_name(sheet.merges[0].last_row, sheet.merges[0].last_column), "B2");
    EXPECT_EQ(sheet.format, "html");
    EXPECT_EQ(sheet.encoding, "UTF-8");
}

TEST(Html, ReadsWhatExcelSaysOfACell) {
    EXPECT_EQ(only_sheet("<style><!--td{font-family:Calibri}\n.xl1\n\t{mso-number-format:\"dd\\\\/"
                         "mm\\\\/yyyy\";}\n.xl2{mso-number-format:\"Short Date\"}--></style><table "
                         "x:str><tr><td x:num=\"8.0999999999999996\">8,1</td><td x:num>10</td>"
                         "<td class=xl1 x:num=\"40249\">12/03/2010</td><td class=xl2 x:num=40249>x"
                         "</td><td x:bool=\"TRUE\">TRUE</td><td x:err=\"#N/A\">#N/A</td>"
                         "<td x:num=3 x:fmla=\"=A1\">3</td><td x:num>&nbsp;</td><td x:str>=1+1</td>"
                         "<td style='mso-number-format:\"\\@\"'>=B1</td></tr></table>"),
              "A1=8.1(number) B1=10(number) C1=2010-03-12(date) D1=2010-03-12(date) "
              "E1=TRUE(boolean) F1=#N/A(error) G1=3(number)(formula) I1==1+1 J1==B1");
}

TEST(Html, ReadsWhatCalcSaysOfACell) {
    EXPECT_EQ(only_sheet("<table><tr><td sdval=\"8.5\" sdnum=\"1033;\">8,5</td><td sdval=\"40249\" "
                         "sdnum=\"1033;0;DD/MM/YYYY\">12/03/2010</td><td sdval=\"1\" "
                         "sdnum=\"1033;0;BOOLEAN\">TRUE</td><td sdval=\"0\" sdnum=\"1033;\">"
                         "#DIV/0!</td><td sdnum=\"1033;0;@\">=x</td></tr></table>"),
              "A1=8.5(number) B1=2010-03-12(date) C1=TRUE(boolean) D1=#DIV/0!(error) E1==x");
}

TEST(Html, AFormulaWithoutAResultIsAFinding) {
    const auto outcome = read(
        "<table><tr><td>=SUM(A2:A9)</td><td x:fmla=\"=A2\"></td><td>=\"0012\"</td><td>=> Đạt</td>"
        "</tr></table>");
    EXPECT_EQ(shown(outcome.sheets.at(0)),
              "A1=#KHÔNG-ĐỌC-ĐƯỢC!(error) B1=#KHÔNG-ĐỌC-ĐƯỢC!(error) C1=0012(formula) D1==> Đạt");
    EXPECT_THAT(outcome.messages,
                ElementsAre("a.xls › bảng 1 › A1: Ô có công thức nhưng trong tệp chưa có kết quả "
                            "tính (2 ô như vậy trong trang này)."));
}

TEST(Html, ReadsTheFieldsOfAForm) {
    EXPECT_EQ(only_sheet("<table><tr><td><input value=\"8.5\"></td><td><select><option>Đạt<option "
                         "selected>Chưa đạt</select></td><td><input type=checkbox checked><input "
                         "type=hidden value=9></td><td><textarea>ghi</textarea></td></tr></table>"),
              "A1=8.5 B1=Chưa đạt C1=x D1=ghi");
}

const char kTwoTables[] =
    "<h2>Lớp 6A</h2><table><tr><td>STT</td><td>Tên</td><td>Điểm</td></tr><tr><td>1</td><td>An</td>"
    "<td>8</td></tr></table><h2>Lớp 6B</h2><table><tr><td>STT</td><td>Tên</td><td>Điểm</td></tr>"
    "<tr><td>1</td><td>Bình</td><td>9</td></tr></table><table><tr><td>GVCN</td><td></td><td>HT</td>"
    "</tr></table>";

TEST(Html, MakesASheetOfEachTableOfDataAndKeepsTheRowsOfThePage) {
    const auto outcome = read(std::string("<html>") + kTwoTables);
    EXPECT_THAT(names(outcome), ElementsAre("Lớp 6A", "Lớp 6B"));
    EXPECT_EQ(shown(outcome.sheets[0]), "A1=Lớp 6A A3=STT B3=Tên C3=Điểm A4=1 B4=An C4=8");
    EXPECT_EQ(shown(outcome.sheets[1]),
              "A6=Lớp 6B A8=STT B8=Tên C8=Điểm A9=1 B9=Bình C9=9 A10=GVCN C10=HT");
}

TEST(Html, KeepsATableTogetherThatIsCutInPages) {
    const std::string page =
        "<table><tr><td>STT</td><td>Tên</td><td>Điểm</td></tr><tr><td>1</td>"
        "<td>An</td><td>8</td></tr></table>";
    EXPECT_THAT(read("<html>" + page + page).sheets, SizeIs(1));
}

TEST(Html, NamesSheetsAsExcelDoes) {
    const std::string sheets =
        "<!--[if gte mso 9]><xml><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>Diem</x:Name>"
        "</x:ExcelWorksheet>";
    EXPECT_THAT(names(read("<html>" + sheets + "</xml><![endif]--><table><tr><td>a</table>")),
                ElementsAre("Diem"));
    EXPECT_THAT(names(read("<html><table><tr><td>a</table>")), ElementsAre("bảng 1"));
    std::string twins = kTwoTables;
    twins.replace(twins.find("6B"), 2, "6A");
    EXPECT_THAT(names(read("<html>" + twins)), ElementsAre("Lớp 6A", "Lớp 6A (2)"));
}

TEST(Html, DecodesWhatTheBytesAre) {
    const auto decoded = [](const std::string& bytes) {
        const auto outcome = read(bytes);
        return outcome.sheets.empty()
                   ? "no sheet"
                   : outcome.sheets[0].encoding + " " + outcome.sheets[0].cells.at(0).text;
    };
    EXPECT_EQ(decoded("\xEF\xBB\xBF<table><tr><td>Điểm"), "UTF-8 Điểm");
    EXPECT_EQ(decoded(std::string("\xFF\xFE<\0t\0a\0b\0l\0e\0>\0<\0t\0d\0>\0\x10\x01", 26)),
              "UTF-16LE Đ");
    EXPECT_EQ(decoded(std::string("<\0t\0a\0b\0l\0e\0>\0<\0t\0d\0>\0a\0b\0c\0\x10\x01", 30)),
              "UTF-16LE abcĐ");
    EXPECT_EQ(decoded("<table><tr><td>Nguy\xD4n V\xA8n H\xEFng</table>"), "TCVN3 Nguyễn Văn Hùng");
    EXPECT_EQ(decoded("<meta charset=iso-8859-1><table><tr><td>Caf\xE9"), "windows-1252 Café");
}

TEST(Html, TellsOldEncodingsByFontOrByWhatThePageSays) {
    const auto by_font = read(
        "<style>.vn{font-family:\".VnTime\", serif}</style><table><tr><td class=vn>NguyÔn V¨n "
        "<font "
        "face=Arial>Ôn</font></td><td><font face='.VnTimeH'>lß v¨n</font></td></tr></table>");
    EXPECT_EQ(shown(by_font.sheets.at(0)), "A1=Nguyễn Văn Ôn B1=LÒ VĂN");
    EXPECT_EQ(by_font.sheets[0].encoding, "TCVN3");
    const auto declared = read(
        "<meta http-equiv=Content-Type content=\"text/html; "
        "charset=windows-1258\"><table><tr><td>Nguy\xEA\xDEn");
    EXPECT_EQ(shown(declared.sheets.at(0)), "A1=Nguyễn");
    EXPECT_EQ(declared.sheets[0].encoding, "CP1258");
}

TEST(Html, IsToldByItsFirstTableHoweverLateItComes) {
    EXPECT_EQ(only_sheet("<style>" + std::string(10'000, ' ') + "</style><TABLE><tr><td>a"),
              "A1=a");
}

TEST(Html, SaysThatAPageHasNoTable) {
    EXPECT_THAT(read("<html><body>Phiên đăng nhập đã hết</body></html>").messages,
                ElementsAre("a.xls: Tệp là một trang web (HTML) không có bảng nào, nên không có "
                            "số liệu."));
    EXPECT_THAT(read("<html><!--<xml><x:ExcelWorksheet><x:Name>6A</x:Name><x:WorksheetSource "
                     "HRef=\"diem_files/sheet001.htm\"/>--><frameset></frameset>")
                    .messages,
                ElementsAre("a.xls: Tệp này chỉ là khung; các trang tính nằm trong thư mục đi kèm "
                            "(\"diem_files\")."));
}

TEST(Html, RefusesWhatIsBeyondTheLimits) {
    std::string deep = "<table>";
    for (int i = 0; i < 501; ++i) deep += "<b>";
    EXPECT_THAT(read(deep).messages,
                ElementsAre("a.xls: Trang web (HTML) trong tệp lồng nhau quá 500 cấp."));
    std::string wide = "<table><tr><td rowspan=9999 colspan=16000>x</td></tr>";
    for (int i = 0; i < 1300; ++i) wide += "<tr><td>";
    EXPECT_THAT(read(wide).messages,
                ElementsAre("a.xls: Các ô gộp trong bảng trùm lên hơn 20000000 ô."));
    EXPECT_THAT(read("<table><tr><td colspan=16384><td>x").messages,
                ElementsAre("a.xls › bảng 1: Trang tính có ô \"XFE1\" nằm ngoài giới hạn của Excel "
                            "(1048576 dòng, 16384 cột)."));
    EXPECT_THAT(read("<table><tr><td>a&#1;b").messages,
                ElementsAre("a.xls › bảng 1 › A1: Ô có ký tự lạ U+0001, không in được (1 ô như vậy "
                            "trong trang này)."));
}

TEST(Html, TakesTimeInProportionToItsSize) {
    std::string tags = "<table>", attributes = "<table><tr><td ";
    for (int i = 0; i < 200'000; ++i) {
        tags += "<script><x></y>";
        attributes += "a" + std::to_string(i) + " ";
    }
    EXPECT_THAT(read(tags).messages, SizeIs(1));
    EXPECT_EQ(only_sheet(attributes + ">x"), "A1=x");
}

}  // namespace
}  // namespace hoso
