// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/csv.h"
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

TEST(Csv, RefusesALegacyEncodingAtItsFirstLine) {
    const auto outcome = read("Ma;Ten\n1;An\n2;B\xD7nh\n", "a.csv");
    EXPECT_THAT(outcome.sheets, IsEmpty());
    EXPECT_THAT(outcome.messages,
                ElementsAre("a.csv › 3: Tệp không dùng bảng mã Unicode (UTF-8), có "
                            "thể là TCVN3 hoặc VNI; gặp ở dòng này."));
    const auto half = read("\xFF\xFEM", "a.csv");
    EXPECT_THAT(half.messages,
                ElementsAre("a.csv: Tệp không dùng bảng mã Unicode (UTF-8), có thể là "
                            "TCVN3 hoặc VNI; gặp ở dòng này."));
}

TEST(Csv, RefusesBrokenQuotes) {
    const auto open = read("a;b\n1;\"2\n3;4\n", "a.csv");
    EXPECT_THAT(open.sheets, IsEmpty());
    EXPECT_THAT(open.messages, ElementsAre("a.csv › B2: Ô này mở dấu ngoặc kép nhưng không đóng."));
    const auto after = read("a;b\n\"1\"x;2\n3;4\n", "a.csv");
    EXPECT_THAT(after.sheets, IsEmpty());
    EXPECT_THAT(after.messages, ElementsAre("a.csv › A2: Ô này còn chữ sau dấu ngoặc kép đóng."));
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
