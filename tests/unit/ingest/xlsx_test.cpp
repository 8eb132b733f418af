// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/ingest/workbook.h"

namespace hoso {
namespace {

using test::read;
using test::shown;
using test::workbook_of;
using testing::ElementsAre;
using testing::IsEmpty;

std::string only_sheet(const std::string& rows, const std::string& shared = "",
                       const std::string& styles = "", const std::string& properties = "") {
    const auto outcome = read(workbook_of(rows, shared, styles, properties));
    EXPECT_THAT(outcome.messages, IsEmpty());
    return outcome.sheets.size() == 1 ? shown(outcome.sheets[0]) : "no sheet";
}

TEST(Xlsx, ReadsEveryKindOfCell) {
    EXPECT_EQ(only_sheet(R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>8.5</v></c>)"
                         R"(<c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#DIV/0!</v></c>)"
                         R"(<c r="E1" t="inlineStr"><is><t>Lò</t></is></c>)"
                         R"(<c r="F1" t="str"><f>A1</f><v>Toán</v></c>)"
                         R"(<c r="G1" t="d"><v>2010-03-12T00:00:00</v></c></row>)",
                         "<si><t>Toán</t></si>"),
              "A1=Toán B1=8.5(number) C1=TRUE(boolean) D1=#DIV/0!(error) E1=Lò F1=Toán(formula) "
              "G1=2010-03-12(date)");
}

TEST(Xlsx, WritesNumbersAsAPersonReadsThem) {
    EXPECT_EQ(only_sheet(R"(<row r="1"><c r="A1"><v>2.40511e9</v></c>)"
                         R"(<c r="B1"><v>8.0999999999999996</v></c><c r="C1"><v>10</v></c>)"
                         R"(<c r="D1"><v>0.05</v></c><c r="E1"><v>-1.50</v></c>)"
                         R"(<c r="F1"><v>140500101</v></c><c r="G1"><v>0</v></c>)"
                         R"(<c r="H1"><v>1E-7</v></c><c r="I1"><v>123456789012</v></c></row>)"),
              "A1=2405110000(number) B1=8.1(number) C1=10(number) D1=0.05(number) E1=-1.5(number) "
              "F1=140500101(number) G1=0(number) H1=0.0000001(number) I1=123456789012(number)");
}

const char kDateStyles[] =
    R"(<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/>)"
    R"(<numFmt numFmtId="165" formatCode="[$-42A]dd\ mmmm\ yyyy"/>)"
    R"(<numFmt numFmtId="166" formatCode="0.0&quot; d&quot;"/>)"
    R"(<numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts>)"
    R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>)"
    R"(<xf numFmtId="166"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="167"/></cellXfs>)";

TEST(Xlsx, TellsDatesByTheirNumberFormat) {
    EXPECT_EQ(
        only_sheet(R"(<row r="1"><c r="A1" s="0"><v>40249</v></c><c r="B1" s="1"><v>40249</v></c>)"
                   R"(<c r="C1" s="2"><v>1</v></c><c r="D1" s="3"><v>44444</v></c>)"
                   R"(<c r="E1" s="4"><v>8.5</v></c><c r="F1" s="5"><v>44569.479166666664</v></c>)"
                   R"(<c r="G1" s="6"><v>0.30208333333333331</v></c>)"
                   R"(<c r="H1" s="7"><v>1.5</v></c><c r="I1" s="1"><v>61</v></c></row>)",
                   "", kDateStyles),
        "A1=40249(number) B1=2010-03-12(date) C1=1900-01-01(date) D1=2021-09-05(date) "
        "E1=8.5(number) F1=2022-01-08T11:30:00(date) G1=07:15 H1=1.5(number) "
        "I1=1900-03-01(date)");
}

TEST(Xlsx, KnowsTheCalendarOf1904) {
    EXPECT_EQ(only_sheet(R"(<row r="1"><c r="A1" s="1"><v>38787</v></c></row>)", "", kDateStyles,
                         R"(<workbookPr date1904="1"/>)"),
              "A1=2010-03-12(date)");
}

TEST(Xlsx, RefusesADateThatIsNone) {
    const auto outcome = read(workbook_of(
        R"(<row r="1"><c r="A1" s="1"><v>60</v></c><c r="B1" s="1"><v>-3</v></c></row>)", "",
        kDateStyles));
    EXPECT_EQ(shown(outcome.sheets.at(0)), "A1=#KHÔNG-ĐỌC-ĐƯỢC!(error) B1=#KHÔNG-ĐỌC-ĐƯỢC!(error)");
    EXPECT_THAT(
        outcome.messages,
        ElementsAre("a.xlsx › 6A › A1: Ô có dạng ngày nhưng số 60 không phải là một ngày (1 ô "
                    "như vậy trong trang này).",
                    "a.xlsx › 6A › B1: Ô có dạng ngày nhưng số -3 không phải là một ngày (1 "
                    "ô như vậy trong trang này)."));
}

TEST(Xlsx, JoinsRichRunsAndLeavesPhoneticGuidesOut) {
    EXPECT_EQ(
        only_sheet(R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>)",
                   "<si><r><t xml:space=\"preserve\">Nguyễn </t></r><r><rPr/><t>An</t></r>"
                   "<rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si><si><t><![CDATA[a<b]]></t></si>"),
        "A1=Nguyễn An B1=a<b");
}

const char kFontStyles[] =
    R"(<fonts><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><name val=".VnTime"/></font>)"
    R"(<font><name val=".VnTimeH"/></font><font><name val="VNI-Times"/></font></fonts>)"
    R"(<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/>)"
    R"(<xf numFmtId="0" fontId="3"/></cellXfs>)";

TEST(Xlsx, KnowsOldEncodingsByTheFontsOfCellsAndRuns) {
    const auto outcome = read(workbook_of(
        R"(<row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="2" t="inlineStr"><is><t>líp 6a</t></is></c>)"
        R"(<c r="C1" s="3" t="str"><f>A1</f><v>Hoïc</v></c><c r="D1" s="1" t="s"><v>1</v></c>)"
        R"(<c r="E1" s="0" t="s"><v>2</v></c><c r="F1" s="1" t="s"><v>3</v></c><c r="G1" s="1"><v>8.5</v></c></row>)",
        // The same text in a cell of the one font, of the other, and in runs with fonts of their
        // own.
        R"(<si><t>NguyÔn V¨n B×nh</t></si>)"
        R"(<si><r><rPr><rFont val="Arial"/></rPr><t xml:space="preserve">Lớp </t></r><r><rPr><rFont val=".VnTime"/></rPr><t>s¸u</t></r></si>)"
        R"(<si><r><t xml:space="preserve">Lß ThÞ </t></r><r><rPr><rFont val=".VnTimeH"/></rPr><t>¸</t></r><r><rPr><rFont val=".VnTime"/></rPr><t>nh</t></r></si>)"
        R"(<si><t>Nguyễn Thị Hòa</t></si>)",
        kFontStyles));
    EXPECT_EQ(shown(outcome.sheets.at(0)),
              "A1=Nguyễn Văn Bình B1=LỚP 6A C1=Học(formula) D1=Lớp sáu E1=Lò Thị Ánh "
              "F1=Nguyễn Thị Hòa G1=8.5(number)");
    EXPECT_EQ(outcome.sheets[0].encoding, "TCVN3+VNI");
}

TEST(Xlsx, PutsTheZerosOfACodeBack) {
    EXPECT_EQ(
        only_sheet(
            R"(<row r="1"><c r="A1" s="1"><v>1405</v></c><c r="B1" s="0"><v>1405</v></c></row>)",
            "",
            R"(<numFmts><numFmt numFmtId="164" formatCode="0000000000"/></numFmts>)"
            R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>)"),
        "A1=0000001405 B1=1405(number)");
}

TEST(Xlsx, KeepsErrorsOfFormulasAsErrors) {
    EXPECT_EQ(
        only_sheet(R"(<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>)"
                   R"(<c r="B1" t="b"><f>TRUE()</f><v>0</v></c><c r="C1"><f>1+1</f><v>2</v></c>)"
                   R"(<c r="D1" s="1"><f>TODAY()</f><v>44444</v></c></row>)",
                   "", kDateStyles),
        "A1=#DIV/0!(error)(formula) B1=FALSE(boolean)(formula) C1=2(number)(formula) "
        "D1=2021-09-05(date)(formula)");
}

// ISO/IEC 29500 Strict: other namespaces, dates in ISO form.
TEST(Xlsx, ReadsStrictWorkbooks) {
    auto parts = test::workbook_parts({{"6A", "", ""}});
    for (auto& part : parts) {
        if (part.name == "xl/workbook.xml") {
            part.content =
                R"(<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" conformance="strict" )"
                R"(xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"><sheets>)"
                R"(<sheet name="6A" sheetId="1" r:id="rId1"/></sheets></workbook>)";
        }
        if (part.name == "xl/_rels/workbook.xml.rels") {
            part.content =
                R"(<Relationships><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/)"
                R"(relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="t" Type=)"
                R"("http://purl.oclc.org/ooxml/officeDocument/relationships/sharedStrings" Target="sharedStrings.xml"/>)"
                R"(</Relationships>)";
        }
        if (part.name == "xl/sharedStrings.xml") part.content = "<sst><si><t>Lò</t></si></sst>";
        if (part.name == "xl/worksheets/sheet1.xml") {
            part.content =
                R"(<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData><row r="1">)"
                R"(<c r="A1" t="s"><v>0</v></c><c r="B1" t="d"><v>2010-03-12</v></c></row></sheetData></worksheet>)";
        }
    }
    EXPECT_EQ(shown(read(test::zip_of(parts)).sheets.at(0)), "A1=Lò B1=2010-03-12(date)");
}

TEST(Xlsx, GivesTextInNfcAndOtherwiseUnchanged) {
    EXPECT_EQ(only_sheet(R"(<row r="1"><c r="A1" t="inlineStr"><is><t> Toa&#x301;n</t></is></c>)"
                         R"(<c r="B1" t="inlineStr"><is><t>a_x000D_b_xyz_</t></is></c>)"
                         R"(<c r="C1" t="inlineStr"><is><t>Guðrún</t></is></c>)"
                         R"(<c r="D1" t="inlineStr"><is><t>0012</t></is></c></row>)"),
              "A1= Toán B1=a\rb_xyz_ C1=Guðrún D1=0012");
}

TEST(Xlsx, CountsRowsAndCellsThatDoNotSayWhereTheyAre) {
    EXPECT_EQ(
        only_sheet("<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"4\"><c r=\"C4\"><v>3</v>"
                   "</c><c><v>4</v></c></row><row><c><v>5</v></c></row>"),
        "A1=1(number) B1=2(number) C4=3(number) D4=4(number) A5=5(number)");
}

TEST(Xlsx, ReadsElementsWithANamespacePrefix) {
    auto parts = test::workbook_parts({{"6A", "", ""}});
    for (auto& part : parts) {
        if (part.name == "xl/worksheets/sheet1.xml") {
            part.content =
                "<x:worksheet><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>8</x:v></x:c>"
                "</x:row></x:sheetData></x:worksheet>";
        }
    }
    EXPECT_EQ(shown(read(test::zip_of(parts)).sheets.at(0)), "A1=8(number)");
}

TEST(Xlsx, ReadsWhatIsHiddenAndSaysThatItIs) {
    const auto outcome = read(test::zip_of(test::workbook_parts(
        {{"6A",
          R"(<cols><col min="2" max="16384" hidden="1"/></cols><sheetData><row r="1">)"
          R"(<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2" hidden="1">)"
          R"(<c r="A2"><v>3</v></c></row></sheetData>)",
          ""},
         {"6B", "<sheetData><row r=\"1\"><c r=\"A1\"><v>4</v></c></row></sheetData>",
          " state=\"veryHidden\""}})));
    ASSERT_EQ(outcome.sheets.size(), 2u);
    const Sheet& first = outcome.sheets[0];
    EXPECT_EQ(shown(first), "A1=1(number) B1=2(number) A2=3(number)");
    EXPECT_FALSE(first.hidden);
    EXPECT_THAT(first.hidden_rows, ElementsAre(2));
    EXPECT_THAT(first.hidden_columns, ElementsAre(2));
    EXPECT_TRUE(outcome.sheets[1].hidden);
    EXPECT_EQ(outcome.sheets[1].origin->sheet, "6B");
    EXPECT_EQ(first.find(2, 1)->text, "3");
    EXPECT_EQ(first.find(2, 2), nullptr);
    EXPECT_EQ(first.source_digest.size(), 64u);
    EXPECT_EQ(first.format, "xlsx");
}

TEST(Xlsx, SaysWhenTheFileWasSavedIfItsPropertiesDo) {
    auto parts =
        test::workbook_parts({{"6A", "<sheetData><row><c><v>1</v></c></row></sheetData>"}});
    Findings findings;
    EXPECT_EQ(read_sheets(test::zip_of(parts), "a.xlsx", findings).at(0).modified, "");
    parts.push_back({"docProps/core.xml",
                     "<cp:coreProperties xmlns:cp=\"c\" xmlns:dcterms=\"d\"><dcterms:modified>"
                     "2022-01-12T01:30:00Z</dcterms:modified></cp:coreProperties>"});
    EXPECT_EQ(read_sheets(test::zip_of(parts), "a.xlsx", findings).at(0).modified,
              "2022-01-12T01:30:00Z");
    parts.back().content = "<broken";
    EXPECT_EQ(read_sheets(test::zip_of(parts), "a.xlsx", findings).at(0).modified, "");
    EXPECT_THAT(test::told(findings), IsEmpty());
}

TEST(Xlsx, ReadsMergedRanges) {
    const auto outcome = read(test::zip_of(
        test::workbook_parts({{"6A",
                               "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>"
                               "<mergeCells><mergeCell ref=\"A1:C2\"/></mergeCells>",
                               ""}})));
    const CellRange range = outcome.sheets.at(0).merges.at(0);
    EXPECT_EQ(range.first_row, 1u);
    EXPECT_EQ(range.first_column, 1u);
    EXPECT_EQ(range.last_row, 2u);
    EXPECT_EQ(range.last_column, 3u);
}

TEST(Xlsx, NamesEachFormulaWithoutAResultInOneFinding) {
    Findings findings;
    const auto sheets = read_sheets(
        workbook_of(R"(<row r="2"><c r="B2"><f>SUM(A1)</f></c><c r="C2"><f>A1</f><v/></c>)"
                    R"(<c r="D2" t="str"><f>""</f><v></v></c></row>)"),
        "smas/6A.xlsx", findings);
    EXPECT_EQ(shown(sheets.at(0)), "B2=#KHÔNG-ĐỌC-ĐƯỢC!(error) C2=#KHÔNG-ĐỌC-ĐƯỢC!(error)");
    EXPECT_THAT(
        test::told(findings),
        ElementsAre("smas/6A.xlsx › 6A › B2: Ô có công thức nhưng trong tệp chưa có kết quả "
                    "tính (2 ô như vậy trong trang này)."));
    EXPECT_EQ(findings.items().at(0).places.size(), 2u);
    EXPECT_EQ(hint(findings.items().at(0), Language::Vietnamese),
              "Xuất lại từ phần mềm; hoặc mở bằng Excel, để Excel tính xong rồi lưu lại.");
    EXPECT_TRUE(findings.items().at(0).scopes.front().nothing);
}

TEST(Xlsx, RefusesCharactersThatCannotBePrinted) {
    const auto outcome =
        read(workbook_of(R"(<row r="1"><c r="A1" t="inlineStr"><is><t>&#xE000;1</t></is></c>)"
                         R"(<c r="B1" t="inlineStr"><is><t>_x0001_</t></is></c>)"
                         R"(<c r="C1" t="s"><v>0</v></c></row>)",
                         "<si><t>a&#xFFFD;</t></si>"));
    EXPECT_EQ(shown(outcome.sheets.at(0)),
              "A1=#KHÔNG-ĐỌC-ĐƯỢC!(error) B1=#KHÔNG-ĐỌC-ĐƯỢC!(error) C1=#KHÔNG-ĐỌC-ĐƯỢC!(error)");
    EXPECT_THAT(
        outcome.messages,
        ElementsAre("a.xlsx › 6A › A1: Ô có ký tự lạ U+E000, không in được (1 ô như vậy trong "
                    "trang này).",
                    "a.xlsx › 6A › B1: Ô có ký tự lạ U+0001, không in được (1 ô như vậy trong "
                    "trang này).",
                    "a.xlsx › 6A › C1: Ô có ký tự lạ U+FFFD, không in được (1 ô như vậy trong "
                    "trang này)."));
}

TEST(Xlsx, RefusesAnErrorThatCannotBePrinted) {
    const auto outcome =
        read(workbook_of(R"(<row r="1"><c r="A1" t="e"><v>#&#xE000;</v></c></row>)"));
    EXPECT_EQ(shown(outcome.sheets.at(0)), "A1=#KHÔNG-ĐỌC-ĐƯỢC!(error)");
    EXPECT_THAT(outcome.messages, ElementsAre(testing::HasSubstr("Ô có ký tự lạ U+E000")));
}

TEST(Xlsx, RefusesValuesThatDoNotFitTheirType) {
    const auto outcome =
        read(workbook_of(R"(<row r="1"><c r="A1"><v>tám</v></c><c r="B1" t="s"><v>7</v></c>)"
                         R"(<c r="C1"><v>inf</v></c><c r="D1" t="?"><v>1</v></c></row>)"));
    EXPECT_THAT(
        outcome.messages,
        ElementsAre("a.xlsx › 6A › A1: Ô có giá trị \"tám\" không đúng kiểu ghi trong tệp (1 ô "
                    "như vậy trong trang này).",
                    "a.xlsx › 6A › B1: Ô có giá trị \"7\" không đúng kiểu ghi trong tệp (1 ô "
                    "như vậy trong trang này).",
                    "a.xlsx › 6A › C1: Ô có giá trị \"inf\" không đúng kiểu ghi trong tệp (1 ô "
                    "như vậy trong trang này).",
                    "a.xlsx › 6A › D1: Ô có giá trị \"1\" không đúng kiểu ghi trong tệp (1 ô "
                    "như vậy trong trang này)."));
}

TEST(Xlsx, RefusesATextThatIsTooLong) {
    const auto outcome = read(workbook_of("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" +
                                          std::string(32768, 'a') + "</t></is></c></row>"));
    EXPECT_THAT(outcome.messages,
                ElementsAre("a.xlsx › 6A › A1: Nội dung ô dài hơn 32767 ký tự (1 ô "
                            "như vậy trong trang này)."));
}

}  // namespace
}  // namespace hoso
