// SPDX-License-Identifier: Apache-2.0
#include "ingest/xls/xls.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "ingest/xls/sheet.h"
#include "unit/ingest/workbook.h"
#include "unit/ingest/xls_builder.h"

namespace hoso {
namespace {

using test::at;
using test::font;
using test::format;
using test::formula;
using test::label;
using test::le2;
using test::le4;
using test::le_double;
using test::narrow;
using test::number;
using test::ole2_of;
using test::record;
using test::shared;
using test::short_wide;
using test::shown;
using test::special;
using test::sst;
using test::utf16;
using test::wide;
using test::xf;
using test::xls_of;
using test::xls_stream;
using testing::ElementsAre;
using testing::IsEmpty;

std::string only_sheet(const std::string& records, const std::string& globals = "") {
    const auto outcome = test::read(xls_of(records, globals), "a.xls");
    EXPECT_THAT(outcome.messages, IsEmpty());
    return outcome.sheets.size() == 1 ? shown(outcome.sheets[0]) : "no sheet";
}

std::vector<std::string> told(const std::string& records, const std::string& globals = "") {
    return test::read(xls_of(records, globals), "a.xls").messages;
}

std::string rk(unsigned row, unsigned column, std::uint32_t bits, unsigned style = 0) {
    return record(0x27E, at(row, column, style) + le4(bits));
}
// An integer, or one in hundredths.
std::uint32_t whole(int value) { return static_cast<std::uint32_t>(value) << 2 | 2; }
std::uint32_t hundredths(int value) { return whole(value) | 1; }

TEST(Xls, ReadsEveryKindOfCell) {
    EXPECT_EQ(
        only_sheet(shared(0, 0, 0) + number(0, 1, 8.5) + record(0x205, at(0, 2) + "\1" + '\0') +
                       record(0x205, at(0, 3) + "\x07\x01") + label(0, 4, u"Lò") +
                       record(0x201, at(0, 5)) +
                       record(0xBE, le2(0) + le2(6) + le2(0) + le2(0) + le2(7)) +
                       rk(1, 0, whole(-12)) + rk(1, 1, hundredths(825)) + rk(1, 2, 0x40210000) +
                       record(0xBD, le2(1) + le2(3) + le2(0) + le4(whole(7)) + le2(0) +
                                        le4(hundredths(85)) + le2(4)) +
                       record(0xD6, at(1, 5) + wide(u"Toán") + le2(1) + le4(0)),
                   sst({wide(u"Toán")})),
        "A1=Toán B1=8.5(number) C1=TRUE(boolean) D1=#DIV/0!(error) E1=Lò "
        "A2=-12(number) B2=8.25(number) C2=8.5(number) D2=7(number) E2=0.85(number) F2=Toán");
}

TEST(Xls, WritesNumbersAsAPersonReadsThem) {
    EXPECT_EQ(only_sheet(number(0, 0, 2405110000) + number(0, 1, 8.0999999999999996) +
                         number(0, 2, 123456789012) + number(0, 3, 1e-7) + rk(0, 4, hundredths(0))),
              "A1=2405110000(number) B1=8.1(number) C1=123456789012(number) D1=0.0000001(number) "
              "E1=0(number)");
}

TEST(Xls, KeepsTheLeadingZerosThatANumberFormatShows) {
    const std::string globals = format(164, "0000000000") + format(165, "0.00") +
                                format(166, std::string(400, '0')) + xf(0, 164) + xf(0, 165) +
                                xf(0, 166);
    EXPECT_EQ(only_sheet(number(0, 0, 140500101, 0) + number(0, 1, 2405110000, 0) +
                             number(0, 2, 8.5, 0) + number(0, 3, 8, 1) + number(0, 4, 8, 2),
                         globals),
              "A1=0140500101 B1=2405110000(number) C1=8.5(number) D1=8(number) E1=8(number)");
}

const std::string kDateFormats = format(164, "dd/mm/yyyy;@") + format(165, "[h]:mm") + xf(0, 0) +
                                 xf(0, 14) + xf(0, 164) + xf(0, 22) + xf(0, 20) + xf(0, 165);

TEST(Xls, TellsDatesByTheirNumberFormat) {
    EXPECT_EQ(
        only_sheet(number(0, 0, 40249, 0) + number(0, 1, 40249, 1) + rk(0, 2, whole(40249), 2) +
                       number(0, 3, 44569.479166666664, 3) + number(0, 4, 0.302083333333, 4) +
                       number(0, 5, 1.5, 5) + number(0, 6, 40249, 99),
                   kDateFormats),
        "A1=40249(number) B1=2010-03-12(date) C1=2010-03-12(date) "
        "D1=2022-01-08T11:30:00(date) E1=07:15 F1=1.5(number) G1=40249(number)");
}

TEST(Xls, CountsDaysFrom1904IfTheWorkbookSaysSo) {
    EXPECT_EQ(only_sheet(number(0, 0, 38787, 1), record(0x22, le2(1)) + kDateFormats),
              "A1=2010-03-12(date)");
}

TEST(Xls, TakesTheCachedValuesOfFormulas) {
    EXPECT_EQ(only_sheet(formula(0, 0, le_double(8.5)) + formula(0, 1, special(0)) +
                         record(0x4BC, std::string(10, '\0')) + record(0x207, wide(u"Giỏi")) +
                         formula(0, 2, special(1, 1)) + formula(0, 3, special(2, 0x2A)) +
                         formula(0, 4, special(3)) + formula(0, 5, le_double(0)) +
                         formula(0, 6, le_double(4))),
              "A1=8.5(number)(formula) B1=Giỏi(formula) C1=TRUE(boolean)(formula) "
              "D1=#N/A(error)(formula) F1=0(number)(formula) G1=4(number)(formula)");
}

constexpr unsigned kAsks = 2;  // for a calculation on load
std::string no_value(const std::string& cell, int count) {
    return "a.xls › 6A › " + cell + ": Ô có công thức nhưng trong tệp chưa có kết quả tính (" +
           std::to_string(count) + " ô như vậy trong trang này).";
}

TEST(Xls, RefusesFormulasThatWereNeverCalculated) {
    const auto outcome =
        test::read(xls_of(number(0, 0, 5) + formula(0, 1, le_double(0), kAsks) +
                          formula(0, 2, le_double(4), kAsks) + formula(0, 3, special(3))),
                   "a.xls");
    EXPECT_THAT(outcome.messages, ElementsAre(no_value("B1", 3)));
    EXPECT_EQ(shown(outcome.sheets.at(0)),
              "A1=5(number) B1=#KHÔNG-ĐỌC-ĐƯỢC!(error) C1=#KHÔNG-ĐỌC-ĐƯỢC!(error) "
              "D1=#KHÔNG-ĐỌC-ĐƯỢC!(error)");
}

TEST(Xls, BelievesPlaceholdersOfAWriterThatCalculates) {
    EXPECT_EQ(only_sheet(formula(0, 0, le_double(0), kAsks) + formula(0, 1, le_double(4), kAsks) +
                         formula(0, 2, special(3), kAsks) + formula(0, 3, le_double(17), kAsks)),
              "A1=0(number)(formula) B1=4(number)(formula) D1=17(number)(formula)");
    // Formulas that a program put into a workbook of Excel's: the results there are not its own.
    EXPECT_THAT(told(formula(0, 0, le_double(0), kAsks) + formula(0, 1, le_double(17)) +
                         formula(0, 2, special(3)),
                     record(0x1C1, le4(0x1C1) + le4(0x1E667))),
                ElementsAre(no_value("A1", 1)));
}

TEST(Xls, BelievesAnEmptyResultThatExcelCalculated) {
    EXPECT_EQ(only_sheet(number(0, 0, 5) + formula(0, 1, special(3)),
                         record(0x1C1, le4(0x1C1) + le4(0x1E667))),
              "A1=5(number)");
    EXPECT_THAT(told(formula(0, 1, special(3)) + formula(1, 1, special(3))),
                ElementsAre(no_value("B1", 2)));
}

TEST(Xls, RefusesAFormulaWhoseTextIsMissing) {
    EXPECT_THAT(told(formula(0, 0, special(0)) + number(0, 1, 1) + formula(0, 2, special(0))),
                ElementsAre(no_value("A1", 2)));
}

TEST(Xls, ReadsMergesHiddenRowsColumnsAndSheets) {
    const std::string records =
        record(0x7D, le2(1) + le2(2) + le2(0) + le2(0) + le2(1) + le2(0)) +
        record(0x7D, le2(3) + le2(3) + le2(0) + le2(0) + le2(0) + le2(0)) +
        record(0x7D, le2(4) + le2(256) + le2(0) + le2(0) + le2(1) + le2(0)) +
        record(0x208, le2(1) + std::string(10, '\0') + le4(0x20)) +
        record(0x208, le2(2) + std::string(10, '\0') + le4(0x100)) + number(2, 4, 1) +
        record(0xE5,
               le2(2) + le2(0) + le2(1) + le2(0) + le2(0) + le2(0) + le2(0) + le2(2) + le2(4));
    const auto outcome = test::read(
        ole2_of(xls_stream({{records}, {number(0, 0, 1), u"Ẩn", 1}, {number(0, 0, 1), u"Kín", 2}})),
        "a.xls");
    EXPECT_THAT(outcome.messages, IsEmpty());
    ASSERT_EQ(outcome.sheets.size(), 3u);
    const Sheet& sheet = outcome.sheets[0];
    EXPECT_EQ(sheet.format, "xls");
    EXPECT_THAT(sheet.hidden_columns, ElementsAre(2, 3, 5));
    EXPECT_THAT(sheet.hidden_rows, ElementsAre(2));
    ASSERT_EQ(sheet.merges.size(), 2u);
    EXPECT_EQ(cell_name(sheet.merges[0].last_row, sheet.merges[0].last_column), "A2");
    EXPECT_EQ(cell_name(sheet.merges[1].first_row, sheet.merges[1].first_column), "C1");
    EXPECT_EQ(cell_name(sheet.merges[1].last_row, sheet.merges[1].last_column), "E1");
    EXPECT_FALSE(sheet.hidden);
    EXPECT_TRUE(outcome.sheets[1].hidden);
    EXPECT_EQ(outcome.sheets[2].origin->sheet, "Kín");
    EXPECT_TRUE(outcome.sheets[2].hidden);
}

TEST(Xls, PassesOverChartsWithANote) {
    const auto outcome = test::read(
        ole2_of(xls_stream(
            {{number(0, 0, 1) + test::bof(0x20) + number(5, 5, 9) + test::kEof + number(1, 0, 2)},
             {number(7, 7, 9), u"Biểu đồ", 0, 2}})),
        "a.xls");
    EXPECT_THAT(
        outcome.messages,
        ElementsAre("a.xls › Biểu đồ: Trang này là biểu đồ hoặc macro, không có ô dữ liệu."));
    ASSERT_EQ(outcome.sheets.size(), 1u);
    EXPECT_EQ(shown(outcome.sheets[0]), "A1=1(number) A2=2(number)");
}

TEST(Xls, DoesNotMindWhereSheetsWithoutCellsStand) {
    std::string stream = xls_stream({{number(0, 0, 1)}, {"", u"Mã", 0, 6}});
    const std::size_t second = test::bof(5).size() + 4 + 12;  // behind the entry of "6A"
    test::put(stream, second + 4, le4(0));
    const auto outcome = test::read(ole2_of(stream), "a.xls");
    ASSERT_EQ(outcome.sheets.size(), 1u);
    EXPECT_EQ(shown(outcome.sheets[0]), "A1=1(number)");
}

// Wherever a record of the string table ends, the characters that follow it begin with their
// width again.
TEST(Xls, JoinsTextsOverRecordBorders) {
    const std::string head = le4(4) + le4(4);
    const std::string wide_then_narrow = record(0xFC, head + le2(5) + "\1" + utf16(u"Lò V")) +
                                         record(0x3C, std::string(1, '\0') + "n" + narrow("B"));
    const std::string at_the_border =
        record(0x3C, wide(u"Đỗ")) + record(0x3C, le2(3) + "\1" + utf16(u"Ẩ")) +
        record(0x3C, "\1" + utf16(u"n")) + record(0x3C, "\1" + utf16(u"a"));
    EXPECT_EQ(only_sheet(shared(0, 0, 0) + shared(0, 1, 1) + shared(0, 2, 2) + shared(0, 3, 3),
                         wide_then_narrow + at_the_border),
              "A1=Lò Vn B1=B C1=Đỗ D1=Ẩna");
}

TEST(Xls, PassesOverRunsAndPhoneticGuides) {
    // Options 0x0C: runs and a guide; both may reach into the next record, without a width byte.
    const std::string rich = le2(2) + "\x0C" + le2(2) + le4(6) + "AB" + le2(0) + le2(1) + le2(1);
    const std::string globals =
        record(0xFC, le4(2) + le4(2) + rich) + record(0x3C, le2(2) + "guide!" + narrow("C"));
    EXPECT_EQ(only_sheet(shared(0, 0, 0) + shared(0, 1, 1), globals), "A1=AB B1=C");
}

TEST(Xls, ReadsCharactersBeyondTheBasicPlaneAndBringsMarksTogether) {
    EXPECT_EQ(only_sheet(label(0, 0, u"To\u0061\u0301n") + label(0, 1, u"\xD840\xDC0B")),
              "A1=Toán B1=𠀋");
    EXPECT_THAT(told(label(0, 0, u"A\xD840")),
                ElementsAre("a.xls › 6A › A1: Ô có ký tự lạ U+FFFD, không in được (1 ô như vậy "
                            "trong trang này)."));
}

// Without a font it would be a question: one word is not enough to know an encoding by.
TEST(Xls, ReadsOldEncodingsByTheFontOfACellAndOfAPartOfIt) {
    const std::string globals = font(u"Arial") + font(u".VnTime") + xf(0, 0) + xf(1, 0) +
                                sst({wide(u"Hµ"), le2(7) + "\x09" + le2(2) + utf16(u"Lớp: Hµ") +
                                                      le2(0) + le2(0) + le2(5) + le2(1)});
    const auto outcome =
        test::read(xls_of(shared(0, 0, 0, 1) + shared(0, 1, 1, 0), globals), "a.xls");
    ASSERT_EQ(outcome.sheets.size(), 1u);
    EXPECT_EQ(shown(outcome.sheets[0]), "A1=Hà B1=Lớp: Hà");
}

TEST(Xls, PartsARichTextWhereItsFontChanges) {
    XlsWorkbook workbook;
    workbook.fonts = {{"Arial", false}, {".VnTime", true}};
    BiffText text;
    text.utf8 = "𠀋Lµ Hµ";
    text.runs = {{2, 1}, {5, 0}, {6, 0}, {99, 1}};  // the first character has two units
    const CellText cell = workbook.cell_text(text);
    ASSERT_TRUE(cell.source);
    std::vector<std::string> parts;
    for (const TextRun& run : *cell.source) parts.push_back(run.font + ":" + run.text);
    EXPECT_THAT(parts, ElementsAre(":𠀋", ".VnTime:Lµ ", "Arial:Hµ"));
}

TEST(Xls, SkipsTheFontIndexThatDoesNotExist) {
    std::string globals;
    for (const char16_t* name : {u"a", u"b", u"c", u"d", u".VnTime"}) globals += font(name);
    const std::string stream = xls_stream({{number(0, 0, 1)}}, globals + xf(5, 0));
    XlsWorkbook workbook;
    Findings findings;
    ASSERT_TRUE(read_xls_globals(stream, "a.xls", workbook, findings));
    ASSERT_EQ(workbook.fonts.size(), 6u);
    EXPECT_EQ(workbook.fonts[3].name, "d");
    EXPECT_EQ(workbook.old_font(0), ".VnTime");
}

TEST(Xls, ReadsStreamsLargerThanTheMiniStream) {
    std::string records;
    for (unsigned row = 0; row < 20'000; ++row) records += number(row, 0, row);
    const auto outcome = test::read(xls_of(records), "a.xls");
    EXPECT_THAT(outcome.messages, IsEmpty());
    ASSERT_EQ(outcome.sheets.size(), 1u);
    EXPECT_EQ(outcome.sheets[0].cells.size(), 20'000u);
    EXPECT_EQ(outcome.sheets[0].cells.back().text, "19999");
}

}  // namespace
}  // namespace hoso
