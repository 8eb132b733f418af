// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/csv/csv.h"
#include "ingest/text/legacy.h"
#include "ingest/text/letters.h"
#include "unit/ingest/workbook.h"

namespace hoso {
namespace {

using test::read;
using test::shown;
using testing::ElementsAre;
using testing::IsEmpty;

std::string only_sheet(const std::string& bytes) {
    const auto outcome = read(bytes, "a.csv");
    EXPECT_THAT(outcome.messages, IsEmpty());
    return outcome.sheets.size() == 1 ? shown(outcome.sheets[0]) : "no sheet";
}

TEST(Csv, FindsTheSeparatorByContent) {
    EXPECT_EQ(only_sheet("Mã;Họ tên;Điểm\r\n01;Lò Thị Ánh;8,5\r\n02;Sùng A Páo;7,0\r\n"),
              "A1=Mã B1=Họ tên C1=Điểm A2=01 B2=Lò Thị Ánh C2=8,5 A3=02 B3=Sùng A Páo C3=7,0");
    EXPECT_EQ(only_sheet("a,b\n1,2\n"), "A1=a B1=b A2=1 B2=2");
    EXPECT_EQ(only_sheet("a\tb\n1,5\t2,5\n"), "A1=a B1=b A2=1,5 B2=2,5");
    EXPECT_EQ(only_sheet("a|b\r1|2\r"), "A1=a B1=b A2=1 B2=2");
    EXPECT_EQ(only_sheet("SỞ GD, SƠN LA\n\nSTT;Họ tên\n1;An\n2;Bình\n"),
              "A1=SỞ GD, SƠN LA A3=STT B3=Họ tên A4=1 B4=An A5=2 B5=Bình");
}

TEST(Csv, ObeysExcelsOwnFirstLine) { EXPECT_EQ(only_sheet("sep=,\r\na;b,c\r\n"), "A2=a;b B2=c"); }

TEST(Csv, ReadsQuotesAndLineBreaksInCells) {
    EXPECT_EQ(only_sheet("a;\"b;\"\"c\"\"\"\n\"1\r\n2\" ;3\n"), "A1=a B1=b;\"c\" A2=1\r\n2 B2=3");
    EXPECT_EQ(only_sheet("a;5\" x\n1;2"), "A1=a B1=5\" x A2=1 B2=2");
}

TEST(Csv, ReadsAllUnicodeEncodings) {
    const std::string seen = "A1=Mã B1=Đỗ";
    EXPECT_EQ(only_sheet("\xEF\xBB\xBFMã;Đỗ\n"), seen);
    using namespace std::string_literals;
    EXPECT_EQ(only_sheet("\xFF\xFEM\0\xE3\0;\0\x10\x01\xD7\x1E"s), seen);
    EXPECT_EQ(only_sheet("\xFE\xFF\0M\0\xE3\0;\x01\x10\x1E\xD7"s), seen);
}

TEST(Csv, ReadsUtf16WithoutAMark) {
    using namespace std::string_literals;
    std::string little, big;
    for (const char c : "Ma;Ten\r\n1;An\r\n2;B\r\n"s) {
        little += {c, '\0'};
        big += {'\0', c};
    }
    for (const std::string& bytes : {little, big}) {
        const auto outcome = read(bytes, "a.csv");
        ASSERT_EQ(outcome.sheets.size(), 1u);
        EXPECT_EQ(shown(outcome.sheets[0]), "A1=Ma B1=Ten A2=1 B2=An A3=2 B3=B");
        EXPECT_THAT(outcome.messages, ElementsAre("a.csv: Tệp không ghi bảng mã; đã đọc theo "s +
                                                  (bytes == little ? "UTF-16LE." : "UTF-16BE.")));
    }
}

std::string in_bytes(std::string_view windows_1252) {
    std::string bytes;
    for (const char32_t c : code_points(windows_1252)) {
        bytes += static_cast<char>(*windows_1252_byte(c));
    }
    return bytes;
}

TEST(Csv, ReadsOldEncodings) {
    const auto expect = [](const std::string& seen, const std::string& cells,
                           const std::string& encoding) {
        const auto outcome = read(in_bytes(seen), "a.csv");
        ASSERT_EQ(outcome.sheets.size(), 1u) << seen;
        EXPECT_EQ(shown(outcome.sheets[0]), cells);
        EXPECT_EQ(outcome.sheets[0].encoding, encoding);
        EXPECT_THAT(outcome.messages, testing::SizeIs(1));
    };
    const std::string cells = "A1=Mã B1=Họ và tên A2=1 B2=Nguyễn Văn Bình A3=2 B3=Trần Thị Đào";
    expect("M·;Hä vµ tªn\n1;NguyÔn V¨n B×nh\n2;TrÇn ThÞ §µo\n", cells, "TCVN3");
    expect("Maõ;Hoï vaø teân\n1;Nguyeãn Vaên Bình\n2;Traàn Thò Ñaøo\n",
           "A1=Mã B1=Họ và tên A2=1 B2=Nguyễn Văn Bình A3=2 B3=Trần Thị Đào", "VNI");
    expect("MaÞ;Ho\u00F2 và tên\n1;NguyêÞn Vãn Bi\u00CCnh\n2;Trâ\u00CCn Thi\u00F2 Ðào\n", cells,
           "CP1258");
    expect("Mã;H÷c và tên\n1;Nguy\u00ADn Vån Bình\n2;Tr¥n Th¸ Ðào\n",
           "A1=Mã B1=Học và tên A2=1 B2=Nguyễn Văn Bình A3=2 B3=Trần Thị Đào", "VISCII");
    expect("Mã;H\u2020 và tên\n1;NguyÍn Væn Bình\n2;TrÀn ThÎ ñào\n3;H\x06\n",
           "A1=Mã B1=Họ và tên A2=1 B2=Nguyễn Văn Bình A3=2 B3=Trần Thị Đào A4=3 B4=HỆ", "VPS");
}

TEST(Csv, ReadsWindows1252ThatIsNothingElse) {
    const auto outcome =
        read(in_bytes("Mã;Ghi chú\n1;\u201Ckhá\u201D \u2013 Páo\n2;Hà\n"), "a.csv");
    EXPECT_EQ(shown(outcome.sheets.at(0)), "A1=Mã B1=Ghi chú A2=1 B2=“khá” – Páo A3=2 B3=Hà");
}

TEST(Csv, RefusesBytesThatNoEncodingReads) {
    const auto outcome = read("Ma;Ten\n1;An\n2;R\xE9sum\xE9\n", "a.csv");
    EXPECT_THAT(outcome.sheets, IsEmpty());
    EXPECT_THAT(
        outcome.messages,
        ElementsAre("a.csv › 3: Tệp không dùng bảng mã Unicode (UTF-8) và không rõ là bảng mã "
                    "cũ nào (TCVN3, VNI, VPS…); gặp ở dòng này."));
    // UTF-8 with one byte lost.
    EXPECT_THAT(read("Mã;Tên\n1;Nguyễn\n2;Nguy\xE1\xBBn\n3;Trần\n", "a.csv").messages,
                ElementsAre(testing::StartsWith("a.csv › 3: Tệp không dùng bảng mã Unicode")));
    EXPECT_THAT(read("\xFF\xFEM", "a.csv").messages,
                ElementsAre(testing::StartsWith("a.csv: Tệp không dùng bảng mã Unicode")));
}

TEST(Csv, RefusesNulBytesByTheirCells) {
    using namespace std::string_literals;
    const auto outcome =
        read("Mã;Họ và tên\n01;Lò Thị Ánh\n02;Sùng A\0Páo\n03;Quàng Văn Bình\n04;Vàng Thị Chi\n"s,
             "a.csv");
    EXPECT_THAT(outcome.messages,
                ElementsAre(testing::StartsWith("a.csv › B3: Ô có ký tự lạ U+0000")));
}

TEST(Csv, RefusesARowThatIsWiderThanItsHeading) {
    const auto outcome =
        read("DANH SÁCH\nMã,Họ tên,Điểm,\n01,An,\"8,5\"\n02,Bình,8,5,5\n03,Chi,9,\n04,Dũng,7,\n",
             "a.csv");
    EXPECT_EQ(shown(outcome.sheets.at(0)),
              "A1=DANH SÁCH A2=Mã B2=Họ tên C2=Điểm A3=01 B3=An C3=8,5 A4=#KHÔNG-ĐỌC-ĐƯỢC!(error) "
              "B4=#KHÔNG-ĐỌC-ĐƯỢC!(error) C4=#KHÔNG-ĐỌC-ĐƯỢC!(error) D4=#KHÔNG-ĐỌC-ĐƯỢC!(error) "
              "E4=#KHÔNG-ĐỌC-ĐƯỢC!(error) A5=03 B5=Chi C5=9 A6=04 B6=Dũng C6=7");
    EXPECT_THAT(
        outcome.messages,
        ElementsAre("a.csv › 4: Dòng có nhiều ô hơn các dòng trên nó nên không rõ giá trị thuộc "
                    "cột nào; chưa dùng dòng này (1 dòng như vậy trong tệp)."));
    // Rows may be short, blocks may differ, and a merged heading leaves blanks at its end.
    EXPECT_EQ(only_sheet("Mã;Điểm;;\n;TX1;TX2;TX3\n01;8\n02;8;9\n\nA;B\n1;2\n"),
              "A1=Mã B1=Điểm B2=TX1 C2=TX2 D2=TX3 A3=01 B3=8 A4=02 B4=8 C4=9 A6=A B6=B A7=1 B7=2");
}

TEST(Csv, RefusesBrokenQuotes) {
    const auto open = read("a;b\n1;\"2\n3;4\n", "a.csv");
    EXPECT_THAT(open.sheets, IsEmpty());
    EXPECT_THAT(
        open.messages,
        ElementsAre("a.csv › B2: Ô này (dòng 2 của tệp) mở dấu ngoặc kép nhưng không đóng."));
    const auto after = read("a;b\n\"1\"x;2\n3;4\n", "a.csv");
    EXPECT_THAT(after.sheets, IsEmpty());
    EXPECT_THAT(after.messages,
                ElementsAre("a.csv › A2: Ô này (dòng 2 của tệp) còn chữ sau dấu ngoặc kép đóng."));
    const auto blank = read("a;b\n\"1\n2\"; \"2;3\"\n", "a.csv");
    EXPECT_THAT(
        blank.messages,
        ElementsAre("a.csv › B2: Ô này (dòng 3 của tệp) có khoảng trắng trước dấu ngoặc kép, "
                    "nên không rõ ô kết thúc ở đâu."));
}

TEST(Csv, RefusesCharactersThatCannotBePrinted) {
    const auto outcome = read("a;b\n\uE001;2\n", "a.csv");
    EXPECT_EQ(shown(outcome.sheets.at(0)), "A1=a B1=b A2=#KHÔNG-ĐỌC-ĐƯỢC!(error) B2=2");
    EXPECT_THAT(outcome.messages,
                ElementsAre("a.csv › A2: Ô có ký tự lạ U+E001, không in được (1 ô "
                            "như vậy trong trang này)."));
}

TEST(Csv, RefusesMoreColumnsThanExcelHas) {
    const auto outcome = read(std::string(20'000, ';') + "\n" + std::string(20'000, ';'), "a.csv");
    EXPECT_THAT(outcome.messages,
                ElementsAre("a.csv: Trang tính có ô \"XFE1\" nằm ngoài giới hạn của Excel (1048576 "
                            "dòng, 16384 cột)."));
}

}  // namespace
}  // namespace hoso
