// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/limits.h"
#include "unit/ingest/workbook.h"

namespace hoso {
namespace {

using test::read;
using test::TestSheet;
using test::workbook_of;
using test::workbook_parts;
using test::zip_of;
using test::ZipItem;
using testing::ElementsAre;
using testing::IsEmpty;

// The file is refused as a whole: no sheet and this one message.
void expect_refused(const std::string& bytes, const std::string& message) {
    const auto outcome = read(bytes);
    EXPECT_THAT(outcome.sheets, IsEmpty());
    EXPECT_THAT(outcome.messages, ElementsAre(message));
}

std::vector<ZipItem> good_parts() {
    return workbook_parts(
        {{"6A", "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>", ""}});
}
std::string with_item(const ZipItem& item) {
    auto parts = good_parts();
    parts.push_back(item);
    return zip_of(parts);
}
std::string with_sheet(const std::string& xml) { return zip_of(workbook_parts({{"6A", xml, ""}})); }

TEST(HostileZip, TheUntouchedWorkbookIsRead) {
    EXPECT_EQ(read(zip_of(good_parts())).sheets.size(), 1u);
}

TEST(HostileZip, CutOff) {
    const std::string bytes = zip_of(good_parts());
    expect_refused(bytes.substr(0, bytes.size() - 10),
                   "a.xlsx: Tệp bị hỏng hoặc thiếu phần cuối nên không mở được.");
    expect_refused(bytes.substr(0, bytes.size() / 2),
                   "a.xlsx: Tệp bị hỏng hoặc thiếu phần cuối nên không mở được.");
}

TEST(HostileZip, DamagedEntry) {
    auto parts = good_parts();
    parts[0].crc_change = 1;
    expect_refused(zip_of(parts), "a.xlsx: Phần \"xl/workbook.xml\" trong tệp bị hỏng.");
    parts = good_parts();
    parts[0].declared_size = 5'000;  // more than there is
    expect_refused(zip_of(parts), "a.xlsx: Phần \"xl/workbook.xml\" trong tệp bị hỏng.");
}

TEST(HostileZip, TwoDirectories) {
    const std::string said =
        "a.xlsx: Tệp chứa hai mục lục nén; mỗi chương trình có thể đọc ra một "
        "nội dung khác.";
    expect_refused(zip_of(good_parts()) + zip_of(good_parts()), said);
    expect_refused(zip_of(good_parts(), test::end_record(0, 0, 0)), said);
    // A first archive that the last directory does not mention.
    auto parts = good_parts();
    parts[2].content += zip_of(good_parts());
    std::string bytes = zip_of(parts);
    const std::size_t inner = bytes.find("PK\3\4", bytes.find("<sst>"));
    const std::string size = test::le(parts[2].content.size(), 4);
    const std::string shorter = test::le(inner - bytes.find("<sst>"), 4);
    for (std::size_t at; (at = bytes.find(size)) != std::string::npos;)
        bytes.replace(at, 4, shorter);
    expect_refused(bytes, said);
}

TEST(HostileZip, OverlappingEntries) {
    std::string bytes = zip_of(good_parts());
    // The second entry of the directory points at the first one's bytes.
    const std::size_t second = bytes.find("PK\1\2", bytes.find("PK\1\2") + 4);
    bytes.replace(second + 42, 4, test::le(0, 4));
    expect_refused(bytes,
                   "a.xlsx: Phần \"xl/_rels/workbook.xml.rels\" trong tệp nằm đè lên phần khác.");
}

TEST(HostileZip, NamesThatPointOutside) {
    for (const std::string name :
         {"../../etc/passwd", "xl/../../a", "/etc/passwd", "C:a", "xl\\a"}) {
        expect_refused(with_item({name, "x"}),
                       "a.xlsx: Phần \"" + name + "\" trong tệp có tên trỏ ra ngoài tệp.");
    }
}

TEST(HostileZip, DuplicateNames) {
    for (const std::string name : {"xl/workbook.xml", "XL/Workbook.xml"}) {
        expect_refused(with_item({name, "x"}),
                       "a.xlsx: Tệp chứa hai phần cùng tên \"" + name + "\".");
    }
    auto parts = good_parts();
    parts.push_back({"xl/é", "x"});
    parts.push_back({"xl/e\u0301", "x"});
    expect_refused(zip_of(parts), "a.xlsx: Tệp chứa hai phần cùng tên \"xl/é\".");
}

TEST(HostileZip, HeadersThatDisagree) {
    auto parts = good_parts();
    parts[1].local_name = "xl/_rels/workbook.xml.relz";
    const std::string said =
        "a.xlsx: Phần \"xl/_rels/workbook.xml.rels\" được ghi khác nhau ở hai nơi trong tệp.";
    expect_refused(zip_of(parts), said);
    parts = good_parts();
    parts[1].local_size_change = 1;
    expect_refused(zip_of(parts), said);
}

// Sizes may follow an entry, but then they are what the directory says.
TEST(HostileZip, SizesThatFollow) {
    auto parts = good_parts();
    const std::string& content = parts[1].content;
    const auto descriptor = [&](const std::string& signature, std::size_t size, int width) {
        return signature + test::le(test::crc32(content), 4) + test::le(content.size(), width) +
               test::le(size, width);
    };
    for (const std::string signature : {"", "PK\7\10"}) {
        for (const int width : {4, 8}) {
            parts[1].descriptor = descriptor(signature, content.size(), width);
            EXPECT_EQ(read(zip_of(parts)).sheets.size(), 1u);
        }
    }
    const std::string said =
        "a.xlsx: Phần \"xl/_rels/workbook.xml.rels\" được ghi khác nhau ở hai nơi trong tệp.";
    parts[1].descriptor = descriptor("PK\7\10", content.size() + 1, 4);
    expect_refused(zip_of(parts), said);
    parts[1].descriptor = "";
    expect_refused(zip_of(parts), said);
}

TEST(HostileZip, SecondNamesInExtraFields) {
    const std::string name = "xl/_rels/workbook.xml.rels";
    const auto path = [](const std::string& other) {
        return test::le(0x7075, 2) + test::le(5 + other.size(), 2) + test::le(1, 1) +
               test::le(0, 4) + other;
    };
    const std::string said =
        "a.xlsx: Phần \"" + name + "\" được ghi khác nhau ở hai nơi trong tệp.";
    auto parts = good_parts();
    parts[1].local_extra = parts[1].central_extra = path(name);
    EXPECT_EQ(read(zip_of(parts)).sheets.size(), 1u);
    parts[1].local_extra = path("xl/workbook.xml");
    expect_refused(zip_of(parts), said);
    parts[1].local_extra = "";
    parts[1].central_extra = path("xl/workbook.xml");
    expect_refused(zip_of(parts), said);
}

TEST(HostileZip, OnePartOfSeveral) {
    std::string bytes = zip_of(good_parts());
    bytes[bytes.size() - 22 + 4] = 1;  // this disk's number
    expect_refused(bytes, "a.xlsx: Tệp bị hỏng hoặc thiếu phần cuối nên không mở được.");
    bytes = zip_of(good_parts());
    --bytes[bytes.size() - 22 + 8];  // entries on this disk
    expect_refused(bytes, "a.xlsx: Tệp bị hỏng hoặc thiếu phần cuối nên không mở được.");
}

TEST(HostileZip, SomethingBehindTheEnd) {
    expect_refused(zip_of(good_parts()) + "x",
                   "a.xlsx: Tệp bị hỏng hoặc thiếu phần cuối nên không mở được.");
    EXPECT_EQ(read(zip_of(good_parts(), "a comment")).sheets.size(), 1u);
}

TEST(HostileZip, LinksPasswordsAndForeignMethods) {
    ZipItem link{"xl/link", "x"};
    link.made_by = 3 << 8;
    link.attributes = 0120777u << 16;
    expect_refused(with_item(link), "a.xlsx: Phần \"xl/link\" trong tệp là một liên kết.");
    ZipItem locked{"xl/locked", "x"};
    locked.flags = 1;
    expect_refused(with_item(locked), "a.xlsx: Phần \"xl/locked\" trong tệp được đặt mật khẩu.");
    ZipItem packed{"xl/packed", "x"};
    packed.method = 14;
    expect_refused(with_item(packed),
                   "a.xlsx: Phần \"xl/packed\" trong tệp được nén theo kiểu 14, "
                   "không phải kiểu của Excel.");
}

TEST(HostileZip, Bombs) {
    ZipItem bomb{"xl/media/a", std::string(1000, 'x')};
    bomb.method = 8;
    bomb.declared_size = 2'000'000;
    expect_refused(with_item(bomb),
                   "a.xlsx: Phần \"xl/media/a\" giải nén ra gấp 2000 lần, quá mức 300 lần.");
    bomb.declared_size = 67'108'865;
    expect_refused(with_item(bomb),
                   "a.xlsx: Phần \"xl/media/a\" giải nén ra 67108865 byte, lớn hơn "
                   "mức cho phép (67108864 byte).");
    auto parts = good_parts();
    for (int i = 0; i < 5; ++i) {
        ZipItem part{"xl/media/" + std::to_string(i), std::string(300'000, 'x')};
        part.method = 8;
        part.declared_size = 60'000'000;
        parts.push_back(part);
    }
    std::uint64_t total = 5 * 60'000'000;
    for (const ZipItem& part : good_parts()) total += part.content.size();
    expect_refused(zip_of(parts), "a.xlsx: Tệp giải nén ra " + std::to_string(total) +
                                      " byte, lớn hơn mức cho phép (268435456 byte).");
}

TEST(HostileZip, TooManyEntries) {
    auto parts = good_parts();
    for (std::size_t i = parts.size(); i <= limits::kZipEntries; ++i) {
        parts.push_back({"xl/" + std::to_string(i), ""});
    }
    expect_refused(zip_of(parts), "a.xlsx: Tệp chứa 2001 phần, nhiều hơn mức cho phép (2000).");
}

TEST(HostileXml, MissingAndDamagedParts) {
    auto parts = good_parts();
    parts.pop_back();
    expect_refused(zip_of(parts), "a.xlsx › 6A: Tệp thiếu phần \"xl/worksheets/sheet1.xml\".");
    expect_refused(with_sheet("<sheetData><row r=\"1\"></c></row></sheetData>"),
                   "a.xlsx › 6A: Phần \"xl/worksheets/sheet1.xml\" của tệp bị hỏng ở byte 35.");
    expect_refused(with_sheet("<sheetData>\xB8</sheetData>"),
                   "a.xlsx › 6A: Phần \"xl/worksheets/sheet1.xml\" của tệp bị hỏng ở byte 22.");
}

TEST(HostileXml, DoctypeAndEntities) {
    auto parts = good_parts();
    parts.back().content =
        "<!DOCTYPE x [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]><worksheet>&c;</worksheet>";
    expect_refused(zip_of(parts),
                   "a.xlsx › 6A: Phần \"xl/worksheets/sheet1.xml\" của tệp có khai báo "
                   "DOCTYPE, không được phép có.");
}

TEST(HostileXml, Nesting) {
    std::string deep;
    for (int i = 0; i < 200; ++i) deep += "<a>";
    for (int i = 0; i < 200; ++i) deep += "</a>";
    expect_refused(with_sheet(deep),
                   "a.xlsx › 6A: Phần \"xl/worksheets/sheet1.xml\" của tệp lồng nhau quá 100 cấp.");
}

TEST(HostileXml, MoreElementsThanCellsNeed) {
    std::string many;
    many.reserve(4 * limits::kXmlElements + 100);
    for (std::size_t i = 0; i <= limits::kXmlElements; ++i) many += "<a/>";
    expect_refused(
        with_sheet(many),
        "a.xlsx › 6A: Phần \"xl/worksheets/sheet1.xml\" của tệp có nhiều phần tử hơn mức "
        "cho phép (8000000).");
    std::string styles = "<cellXfs>";
    for (std::size_t i = 0; i <= limits::kStyles; ++i) styles += "<xf/>";
    expect_refused(workbook_of("", "", styles + "</cellXfs>"),
                   "a.xlsx: Phần \"xl/styles.xml\" của tệp có nhiều phần tử hơn mức cho phép "
                   "(65536).");
    std::string texts;
    for (std::size_t i = 0; i <= limits::kSharedTexts; ++i) texts += "<si/>";
    expect_refused(
        workbook_of("", texts),
        "a.xlsx: Phần \"xl/sharedStrings.xml\" của tệp có nhiều phần tử hơn mức cho phép "
        "(2000000).");
    auto parts = good_parts();
    parts[1].content = "<Relationships>";
    for (std::size_t i = 0; i <= limits::kRelations; ++i) {
        parts[1].content += "<Relationship Id=\"" + std::to_string(i) + "\"/>";
    }
    parts[1].content += "</Relationships>";
    expect_refused(
        zip_of(parts),
        "a.xlsx: Phần \"xl/_rels/workbook.xml.rels\" của tệp có nhiều phần tử hơn mức cho "
        "phép (10000).");
}

// A text stands once in the file and in each of its cells.
TEST(HostileSheet, OneTextForAllCells) {
    std::string rows;
    for (int row = 0; row < 600; ++row) {
        rows += "<row>";
        for (int i = 0; i < 16; ++i) rows += "<c t=\"s\"><v>0</v></c>";
        rows += "</row>";
    }
    expect_refused(workbook_of(rows, "<si><t>" + std::string(32'000, 'x') + "</t></si>"),
                   "a.xlsx › 6A: Các ô của tệp có hơn 268435456 byte văn bản.");
}

// Each <col> may span all columns, and there may be a million of them.
TEST(HostileSheet, ColumnsHiddenAgainAndAgain) {
    std::string columns = "<cols>";
    for (int i = 0; i < 100'000; ++i) columns += "<col min=\"1\" max=\"16384\" hidden=\"1\"/>";
    const auto outcome = read(with_sheet(
        columns + "</cols><sheetData><row r=\"1\"><c r=\"B1\"><v>1</v></c></row></sheetData>"));
    EXPECT_THAT(outcome.sheets.at(0).hidden_columns, ElementsAre(1, 2));
}

TEST(HostileSheet, PositionsBeyondExcel) {
    const auto said = [](const std::string& reference) {
        return "a.xlsx › 6A: Trang tính có ô \"" + reference +
               "\" nằm ngoài giới hạn của Excel (1048576 dòng, 16384 cột).";
    };
    expect_refused(workbook_of("<row r=\"99999999\"><c r=\"A99999999\"><v>1</v></c></row>"),
                   said("99999999"));
    expect_refused(workbook_of("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>"), said("XFE1"));
    expect_refused(workbook_of("<row r=\"99999999999999999999\"/>"), said("4294967295"));
    expect_refused(with_sheet("<sheetData/><mergeCells><mergeCell ref=\"A1:ZZZ9\"/></mergeCells>"),
                   said("A1:ZZZ9"));
}

TEST(HostileSheet, PositionsThatMakeNoSense) {
    const auto said = [](const std::string& reference) {
        return "a.xlsx › 6A: Trang tính ghi vị trí ô \"" + reference + "\" không đúng.";
    };
    expect_refused(workbook_of("<row r=\"1\"><c r=\"B2\"><v>1</v></c></row>"), said("B2"));
    expect_refused(workbook_of("<row r=\"1\"><c r=\"7\"><v>1</v></c></row>"), said("7"));
    expect_refused(workbook_of("<row r=\"-1\"/>"), said("-1"));
    expect_refused(with_sheet("<sheetData/><mergeCells><mergeCell ref=\"C3:A1\"/></mergeCells>"),
                   said("C3:A1"));
}

TEST(HostileSheet, ACellThatStandsTwice) {
    expect_refused(
        workbook_of("<row r=\"1\"><c r=\"A1\"><v>8</v></c><c r=\"A1\"><v>9</v></c></row>"),
        "a.xlsx › 6A › A1: Ô này được ghi hai lần trong tệp.");
}

TEST(HostileSheet, TooManySheetsAndEqualNames) {
    std::vector<TestSheet> sheets(2, {"6A", "", ""});
    expect_refused(zip_of(workbook_parts(sheets)),
                   "a.xlsx: Tệp có hai trang tính cùng tên \"6A\".");
    sheets.clear();
    for (int i = 0; i < 256; ++i) sheets.push_back({std::to_string(i), "", ""});
    expect_refused(zip_of(workbook_parts(sheets)),
                   "a.xlsx: Tệp có 256 trang tính, nhiều hơn mức đọc được (255).");
}

TEST(HostileSheet, TooManyCells) {
    std::string rows;
    for (std::size_t row = 0; row <= limits::kCells / 16'000; ++row) {
        rows += "<row>";
        for (int i = 0; i < 16'000; ++i) rows += "<c><v>1</v></c>";
        rows += "</row>";
    }
    expect_refused(workbook_of(rows), "a.xlsx › 6A: Tệp có hơn 2000000 ô dữ liệu.");
}

TEST(HostileSheet, TooManyMerges) {
    std::string merges = "<sheetData/><mergeCells>";
    for (std::size_t i = 0; i <= limits::kMerges; ++i) merges += "<mergeCell ref=\"A1:B1\"/>";
    expect_refused(with_sheet(merges + "</mergeCells>"),
                   "a.xlsx › 6A: Trang tính có hơn 100000 vùng ô gộp.");
}

TEST(HostileSheet, RefusesASheetNameThatCannotBePrinted) {
    expect_refused(
        zip_of(workbook_parts({{"6A\uE000", "", ""}})),
        "a.xlsx › 6A\uE000: Ô có ký tự lạ U+E000, không in được (1 ô như vậy trong trang "
        "này).");
}

TEST(EmptyWorkbook, HasANote) {
    const auto no_sheet = read(zip_of(workbook_parts({})));
    EXPECT_THAT(no_sheet.messages, ElementsAre("a.xlsx: Tệp Excel không có trang tính nào."));
    const auto blank = read(workbook_of(""));
    ASSERT_EQ(blank.sheets.size(), 1u);
    EXPECT_THAT(blank.sheets[0].cells, IsEmpty());
    EXPECT_THAT(blank.messages, ElementsAre("a.xlsx › 6A: Trang tính này trống."));
}

}  // namespace
}  // namespace hoso
