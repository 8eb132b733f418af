// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "ingest/sniff.h"
#include "ingest/xls/xls.h"
#include "unit/ingest/workbook.h"
#include "unit/ingest/xls_builder.h"

namespace hoso {
namespace {

using test::at;
using test::bof;
using test::kEof;
using test::le2;
using test::le4;
using test::narrow;
using test::number;
using test::ole2_of;
using test::put;
using test::record;
using test::shared;
using test::sst;
using test::xls_of;
using test::xls_stream;
using testing::ElementsAre;

// Where ole2_of() puts things.
constexpr std::size_t kFat = 512, kDirectory = 1024, kMiniFat = 1536, kEntry = 128;

// The only finding; a file that is refused gives no sheet.
std::string refusal(const std::string& bytes) {
    const auto outcome = test::read(bytes, "a.xls");
    EXPECT_TRUE(outcome.sheets.empty());
    EXPECT_EQ(outcome.messages.size(), 1u);
    return outcome.messages.empty() ? "" : outcome.messages.front();
}
std::string damage(const std::string& part, std::size_t offset, const std::string& sheet = "") {
    return "a.xls" + (sheet.empty() ? "" : " › " + sheet) +
           ": Tệp Excel (.xls) bị hỏng hoặc thiếu, ở phần " + part + ", byte " +
           std::to_string(offset) + ".";
}
const std::string kLoop = "a.xls: Các phần trong tệp .xls nối vòng vào nhau nên không đọc được.";

std::string changed(std::string bytes, std::size_t place, const std::string& value) {
    put(bytes, place, value);
    return bytes;
}

TEST(XlsHostile, RefusesAFileThatIsCutOff) {
    std::string rows;
    for (unsigned row = 0; row < 1'000; ++row) rows += number(row, 0, row);
    const std::string large = xls_of(rows);
    EXPECT_EQ(refusal(large.substr(0, large.size() - 600)), damage("OLE2", large.size() - 600));
    const std::string small = xls_of(number(0, 0, 1));
    EXPECT_EQ(refusal(small.substr(0, 1700)), damage("OLE2", 1700));
}

TEST(XlsHostile, RefusesDamageInTheContainer) {
    const std::string good = xls_of(number(0, 0, 1));
    EXPECT_EQ(refusal(changed(good, 30, le2(31))), damage("OLE2", 30));
    EXPECT_EQ(refusal(changed(good, 32, le2(60))), damage("OLE2", 32));
    EXPECT_EQ(refusal(changed(good, 48, le4(99))), damage("OLE2", 48));
    EXPECT_EQ(refusal(changed(good, 76, le4(99))), damage("OLE2", 76));
    EXPECT_EQ(refusal(changed(good, 60, le4(99))), damage("OLE2", 60));
    EXPECT_EQ(refusal(changed(good, 68, le4(99) + le4(1))), damage("OLE2", 68));
    // The stream says that it is longer than its sectors.
    EXPECT_EQ(refusal(changed(good, kDirectory + kEntry + 120, le4(4000))),
              damage("OLE2", kDirectory + kEntry));
    EXPECT_EQ(refusal(changed(good, kDirectory + kEntry + 120, le4(0xFFFFFFF0))),
              damage("OLE2", kDirectory + kEntry));
    // The first entry is no root.
    EXPECT_EQ(refusal(changed(good, kDirectory + 66, "\2")), damage("OLE2", kDirectory));
}

TEST(XlsHostile, OverlooksWhatAnEmptyTableBeginsWith) {
    std::string rows;
    for (unsigned row = 0; row < 300; ++row) rows += number(row, 0, row);
    std::string bytes = xls_of(rows);  // not in the mini stream
    put(bytes, 60, le4(7777) + le4(0) + le4(7777) + le4(0));
    EXPECT_EQ(test::read(bytes, "a.xls").sheets.size(), 1u);
}

TEST(XlsHostile, RefusesChainsThatComeBackToThemselves) {
    const std::string good = xls_of(number(0, 0, 1));
    EXPECT_EQ(refusal(changed(good, kMiniFat, le4(0))), kLoop);
    EXPECT_EQ(refusal(changed(good, kFat + 4, le4(1))), kLoop);  // the directory's sector
    // An entry of the directory that is its own sibling.
    EXPECT_EQ(refusal(changed(good, kDirectory + kEntry + 68, le4(1))), kLoop);
    // A list of FAT sectors that goes on in itself; its first entries name no sector.
    std::string circle = changed(good, 68, le4(2) + le4(1));
    put(circle, kMiniFat, std::string(508, '\xFF') + le4(2));
    EXPECT_EQ(refusal(circle), kLoop);
}

TEST(XlsHostile, RefusesAFatThatNamesOneSectorOverAndOver) {
    std::string bytes = xls_of(number(0, 0, 1));
    for (std::size_t i = 0; i < 109; ++i) put(bytes, 76 + i * 4, le4(0));
    EXPECT_EQ(refusal(bytes), kLoop);
}

TEST(XlsHostile, RefusesRecordsThatEndTooEarly) {
    const std::size_t globals = bof(5).size();
    EXPECT_EQ(refusal(xls_of("", record(0x22, ""))), damage("Workbook", globals + 16));
    const std::size_t sheet = globals + 16 + kEof.size(), first = sheet + bof(0x10).size();
    for (const std::string& body :
         {record(0x203, at(0, 0) + "1234567"), record(0xFD, at(0, 0)),
          record(0x27E, at(0, 0) + "abc"), record(0x205, at(0, 0) + "1"),
          record(0x06, at(0, 0) + std::string(9, '\0')),
          record(0x204, at(0, 0) + le2(5) + std::string(1, '\0') + "ABC"),
          record(0x204, at(0, 0) + le2(5) + "\1" + "ABC"),
          record(0xE5, le2(2) + std::string(8, '\0')), record(0x208, "short"),
          record(0x7D, "short"), record(0xBD, std::string(13, '\0')),
          record(0xBD, le2(0) + le2(5) + std::string(6, '\0') + le2(9)), record(0x203, ""),
          record(0x406, std::string(20, '\0'))}) {
        EXPECT_EQ(refusal(xls_of(body)), damage("Workbook", first, "6A"));
    }
}

TEST(XlsHostile, RefusesASheetWithoutItsEnd) {
    std::string stream = xls_stream({{number(0, 0, 1)}});
    stream.resize(stream.size() - kEof.size());
    EXPECT_EQ(refusal(ole2_of(stream)), damage("Workbook", stream.size(), "6A"));
    // A record that reaches beyond the stream.
    EXPECT_EQ(refusal(ole2_of(stream + le2(0x203) + le2(900))),
              damage("Workbook", stream.size(), "6A"));
}

TEST(XlsHostile, RefusesTwoSheetsInOnePlace) {
    std::string stream = xls_stream({{number(0, 0, 1)}, {number(0, 0, 2), u"6B"}});
    const std::size_t first = bof(5).size() + 4;
    put(stream, first + 16, stream.substr(first, 4));  // the second BOUNDSHEET's offset
    const std::size_t begin = bof(5).size() + 2 * 16 + kEof.size();
    EXPECT_EQ(refusal(ole2_of(stream)), damage("Workbook", begin));
    put(stream, first + 16, le4(0));
    EXPECT_EQ(refusal(ole2_of(stream)), damage("Workbook", 0));
    put(stream, first + 16, le4(0x7FFFFFFF));
    EXPECT_EQ(refusal(ole2_of(stream)), damage("Workbook", 0x7FFFFFFF));
}

TEST(XlsHostile, RefusesStringTablesThatPromiseTooMuch) {
    const std::size_t table = bof(5).size() + 16;
    EXPECT_EQ(refusal(xls_of("", record(0xFC, le4(9) + le4(9) + narrow("A")))),
              damage("Workbook", table));
    EXPECT_EQ(refusal(xls_of("", record(0xFC, le4(9) + le4(0xFFFFFFFF)))),
              "a.xls: Tệp khai có 4294967295 chuỗi văn bản, nhiều hơn mức đọc được (2000000).");
    EXPECT_EQ(refusal(xls_of("", record(0xFC, le4(1) + le4(1) + le2(1) + "\4" + le4(0xFFFFFFFF)))),
              damage("Workbook", table));
}

TEST(XlsHostile, RefusesMoreTextThanAFileMayBringForth) {
    const std::string text(32'000, 'x');
    std::string table = record(0xFC, le4(1) + le4(1) + le2(text.size()) + '\0');
    for (std::size_t at_text = 0; at_text < text.size(); at_text += 8'000) {
        table += record(0x3C, '\0' + text.substr(at_text, 8'000));
    }
    std::string cells;
    for (unsigned row = 0; row < 9'000; ++row) cells += shared(row, 0, 0);
    EXPECT_EQ(refusal(xls_of(cells, table)),
              "a.xls › 6A: Các ô của tệp có hơn 268435456 byte văn bản.");
}

TEST(XlsHostile, RefusesCellsBeyondTheFormat) {
    EXPECT_EQ(
        refusal(xls_of(number(0, 256, 1))),
        "a.xls › 6A: Trang tính có ô \"IW1\" nằm ngoài giới hạn của Excel (65536 dòng, 256 cột).");
    EXPECT_EQ(refusal(xls_of(record(0xE5, le2(1) + le2(5) + le2(4) + le2(0) + le2(0)))),
              "a.xls › 6A: Trang tính ghi vị trí ô \"A6:A5\" không đúng.");
    EXPECT_EQ(refusal(xls_of(number(0, 0, 1) + number(0, 0, 2))),
              "a.xls › 6A › A1: Ô này được ghi hai lần trong tệp.");
}

TEST(XlsHostile, RefusesValuesThatAreNone) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto outcome =
        test::read(xls_of(number(0, 0, nan) + shared(0, 1, 7) +
                              record(0x205, at(0, 2) + "\x99\x01") + number(0, 3, -1, 0),
                          test::xf(0, 14) + sst({narrow("A")})),
                   "a.xls");
    EXPECT_THAT(
        outcome.messages,
        ElementsAre(
            "a.xls › 6A › A1: Ô có giá trị \"nan\" không đúng kiểu ghi trong tệp (1 ô như "
            "vậy trong trang này).",
            "a.xls › 6A › B1: Ô có giá trị \"7\" không đúng kiểu ghi trong tệp (1 ô như vậy "
            "trong trang này).",
            "a.xls › 6A › C1: Ô có giá trị \"153\" không đúng kiểu ghi trong tệp (1 ô như vậy "
            "trong trang này).",
            "a.xls › 6A › D1: Ô có dạng ngày nhưng số -1 không phải là một ngày (1 ô như vậy "
            "trong trang này)."));
    EXPECT_EQ(outcome.sheets.at(0).cells.size(), 4u);
}

TEST(XlsHostile, NamesFilesThatAreEncryptedEmptyOrWithoutTheirContainer) {
    EXPECT_EQ(refusal(xls_of(number(0, 0, 1), record(0x2F, le2(1)))),
              "a.xls: Tệp được bảo vệ bằng mật khẩu nên không đọc được.");
    EXPECT_EQ(refusal(ole2_of(xls_stream({}))), "a.xls: Tệp Excel không có trang tính nào.");
    EXPECT_EQ(refusal(xls_stream({{number(0, 0, 1)}})),
              "a.xls: Tệp .xls thiếu lớp vỏ (OLE2) mà Excel luôn ghi nên không được đọc.");
    EXPECT_EQ(refusal(ole2_of(xls_stream({{number(0, 0, 1)}, {number(0, 0, 1), u"6a"}}))),
              "a.xls: Tệp có hai trang tính cùng tên \"6a\".");
    EXPECT_EQ(refusal(ole2_of("nonsense")), damage("Workbook", 0));
}

TEST(XlsHostile, KnowsWorkbooksOlderThanBiff8) {
    EXPECT_EQ(old_xls_version(ole2_of(bof(5, 0x0500) + kEof, u"Book")), "Excel 5.0/95");
    EXPECT_EQ(old_xls_version(record(0x409, std::string(6, '\0'))), "Excel 4");
    EXPECT_EQ(old_xls_version(record(0x209, std::string(6, '\0'))), "Excel 3");
    EXPECT_EQ(old_xls_version(record(0x09, std::string(4, '\0'))), "Excel 2");
    EXPECT_EQ(old_xls_version(bof(5, 0x0500)), "Excel 5.0/95");
    EXPECT_EQ(old_xls_version(xls_of(number(0, 0, 1))), "");
    EXPECT_EQ(old_xls_version("PK"), "");
}

// A table in a Word document is a workbook in a storage of its own.
TEST(XlsHostile, IsNotTakenInByAWorkbookInsideAnotherDocument) {
    const std::string content = test::utf16(u"Workbook") + std::string(100, '\0');
    EXPECT_EQ(sniff(ole2_of(content, u"WordDocument")), "doc");
    EXPECT_EQ(sniff(ole2_of(content, u"Contents")), "unknown");
    EXPECT_EQ(sniff(ole2_of(content, u"WORKBOOK")), "xls");
}

const std::string kExcel95 = ole2_of(bof(5, 0x0500) + kEof, u"Book");

TEST(XlsHostile, SaysThatAnOldWorkbookCannotBeReadHere) {
    EXPECT_EQ(refusal(kExcel95),
              "a.xls: Tệp .xls theo dạng cũ của Excel 5.0/95, không đọc được trên máy này.");
}

class OneAnswer final : public Office {
public:
    explicit OneAnswer(std::string answer) : answer_(std::move(answer)) {}
    [[nodiscard]] bool installed() const override { return true; }
    std::optional<std::string> convert(std::string_view bytes, std::string_view extension,
                                       Target target) override {
        EXPECT_EQ(bytes, kExcel95);
        EXPECT_EQ(extension, "xls");
        EXPECT_EQ(target, Target::Xlsx);
        return answer_;
    }

private:
    std::string answer_;
};

TEST(XlsHostile, ReadsAnOldWorkbookThroughLibreOfficeAndSaysSo) {
    OneAnswer office(test::workbook_of(R"(<row><c><v>8.5</v></c></row>)"));
    Findings findings;
    const FileContents contents = read_contents(kExcel95, "a.xls", office, findings);
    EXPECT_THAT(test::told(findings),
                ElementsAre("a.xls: Tệp .xls theo dạng cũ của Excel 5.0/95 nên được đọc qua "
                            "LibreOffice."));
    ASSERT_EQ(contents.sheets.size(), 1u);
    EXPECT_EQ(contents.sheets[0].format, "xls");
    EXPECT_EQ(test::shown(contents.sheets[0]), "A1=8.5(number)");
}

}  // namespace
}  // namespace hoso
