// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/recognise/outcome.h"

namespace hoso {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* smas_file = "smas/HKI/6A/BangDiem_6A_Toan_HKI.xlsx";
constexpr const char* toan = R"(
PHÒNG GD&ĐT HUYỆN BẮC LƯƠNG
BẢNG ĐIỂM MÔN TOÁN – LỚP 6A
Học kỳ: I – Năm học: 2021-2022 – Giáo viên: Trần Thị Hương

StudentID | STT | Mã học sinh | Họ và tên | Ngày sinh | ĐĐGtx | | | | ĐĐGgk | ĐĐGck | ĐTBmhk | Nhận xét
 | | | | | (1) | (2) | (3) | (4) | | | |
880101 | 1 | 0140500101 | Lò Thị Ánh | 12/03/2010 | 8 | 7 | 9 | 8 | 7.5 | 8.5 | 8.1 | Tiếp thu bài tốt.
880102 | 2 | 0140500102 | Sùng A Páo | 03/08/2010 | 6 | 7 | 6.5 | - | 6 | 5.5 | | Có tiến bộ.
)";

Sheet edited(std::string text, const std::string& from, const std::string& to,
             const std::string& file = smas_file, const std::string& name = "Toan_6A") {
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("not in the fixture: " + from);
    return sheet_from_text(file, name, text.replace(at, from.size(), to));
}

TEST(MarkSheet, GivesAMarkPerColumnAndKeepsBlanks) {
    const Outcome outcome({sheet_from_text(smas_file, "Toan_6A", toan)});
    EXPECT_THAT(outcome.findings, IsEmpty());
    EXPECT_EQ(outcome.column("mark", "value"),
              "8@F7 7@G7 9@H7 8@I7 7.5@J7 8.5@K7 6@F8 7@G8 6.5@H8 @I8 6@J8 5.5@K8");
    EXPECT_EQ(outcome.column("mark", "column").substr(0, 41),
              "tx1@F5 tx2@G6 tx3@H6 tx4@I6 gk@J5 ck@K5 t");
    const SourceTable& marks = outcome.table("mark");
    EXPECT_EQ(marks.system, "smas");
    EXPECT_EQ(marks.klass, "6A");
    EXPECT_EQ(marks.period, "HK1");
    EXPECT_EQ(marks.subject, "TOÁN");
    EXPECT_EQ(marks.year, "2021-2022");
    EXPECT_EQ(marks.teacher, "Trần Thị Hương");
    EXPECT_EQ(cell_name(marks.headings.at("tx4").row, marks.headings.at("tx4").column), "I6");
    EXPECT_EQ(marks.table.text(0, "pupil"), "0140500101");
    EXPECT_EQ(
        cell_name(marks.table.at(0, "class").where.row, marks.table.at(0, "class").where.column),
        "A2");
}

TEST(MarkSheet, GivesTheVendorsAverageAndTheRemark) {
    const Outcome outcome({sheet_from_text(smas_file, "Toan_6A", toan)});
    EXPECT_EQ(outcome.column("reported_subject", "average"), "8.1@L7 @L8");
    EXPECT_EQ(outcome.column("reported_subject", "remark"), "Tiếp thu bài tốt.@M7 Có tiến bộ.@M8");
    EXPECT_EQ(outcome.column("reported_subject", "term"), "HK1@A3 HK1@A3");
}

TEST(MarkSheet, AverageOfTheYearIsARowOfItsOwnWithoutTheRemark) {
    const Outcome outcome({sheet_from_text("BangDiem.xlsx", "Toan_7A", R"(
BẢNG ĐIỂM MÔN TOÁN - LỚP 7A
Học kỳ: II - Năm học: 2021-2022
STT | Mã học sinh | Họ và tên | ĐĐGtx | | ĐĐGgk | ĐĐGck | ĐTBmhk | ĐTBmcn | Nhận xét
| | | (1) | (2)
1 | 0140500201 | Quàng Thị Mai | 8 | 9 | 8 | 8 | 8.2 | 8.1 | Tốt.
)")});
    EXPECT_THAT(outcome.findings, IsEmpty());
    EXPECT_EQ(outcome.column("reported_subject", "average"), "8.2@H5 8.1@I5");
    EXPECT_EQ(outcome.column("reported_subject", "term"), "HK2@A2 CN@I3");
    EXPECT_EQ(outcome.column("reported_subject", "remark"), "Tốt.@J5 @J5");
}

TEST(MarkSheet, ReadsResultsByRemark) {
    const Outcome outcome({sheet_from_text("BangDiem_6A_NgheThuat.xlsx", "NgheThuat_6A", R"(
BẢNG ĐIỂM MÔN NGHỆ THUẬT – LỚP 6A
Học kỳ: I – Năm học: 2021-2022
STT | Mã học sinh | Họ và tên | ĐĐGtx | | ĐĐGgk | ĐĐGck | HK | Nhận xét
| | | (1) | (2)
1 | 0140500101 | Lò Thị Ánh | Đạt | đ | Chưa đạt | CD | CĐ | Hát đúng.
2 | 0140500102 | Sùng A Páo | Miễn | x | V | D | |
)")});
    EXPECT_THAT(outcome.findings, IsEmpty());
    EXPECT_EQ(outcome.column("mark", "value"), "Đ@D5 Đ@E5 CĐ@F5 CĐ@G5 M@D6 x@E6 V@F6 Đ@G6");
}

TEST(MarkSheet, AOneRowHeaderDoesNotSwallowTheFirstPupil) {
    const Outcome outcome({sheet_from_text("BangDiem.xlsx", "Toan_6A", R"(
BẢNG ĐIỂM MÔN TOÁN – LỚP 6A, Học kỳ I, Năm học 2021-2022
STT | Mã học sinh | Họ và tên | ĐĐGtx | ĐĐGtx (1) | ĐĐGgk | ĐĐGck
1 | 0140500101 | Lò Thị Ánh | | 8 | 9 | 7
)")});
    EXPECT_EQ(outcome.column("mark", "value"), "8@E3 9@F3 7@G3");
}

TEST(MarkSheet, TheFooterEndsTheRows) {
    const Outcome outcome({sheet_from_text(smas_file, "Toan_6A", std::string(toan) + R"(
| | | | | | | | | Nậm Phạ, ngày 10 tháng 01 năm 2022
| | | Giáo viên bộ môn
| | | Trần Thị Hương
)")});
    EXPECT_THAT(outcome.findings, IsEmpty());
    EXPECT_EQ(outcome.table("mark").table.rows.size(), 12U);
}

TEST(MarkSheet, AFooterThatNobodyDeclaredIsNoted) {
    const Outcome outcome(
        {sheet_from_text(smas_file, "Toan_6A", std::string(toan) + "| | | Nhà trường xác nhận\n")});
    EXPECT_THAT(
        outcome.findings,
        ElementsAre(
            "smas/HKI/6A/BangDiem_6A_Toan_HKI.xlsx › Toan_6A › D9: Dưới bảng có chữ không đọc: "
            "\"Nhà trường xác nhận\". [recognise/text-below]"));
}

TEST(MarkSheet, ARowWithoutCodeAndNameIsReportedWhereverItStands) {
    const std::string lost =
        std::string(toan) + "880103 | 3 | | | 01/01/2010 | 5 | 5 | 5 | 5 | 5 | 5 | 5 |\n";
    const Outcome outcome({sheet_from_text(smas_file, "Toan_6A", lost)});
    EXPECT_THAT(
        outcome.findings,
        ElementsAre(
            "smas/HKI/6A/BangDiem_6A_Toan_HKI.xlsx › Toan_6A › C9: Dòng 9 có dữ liệu (880103; 3; "
            "01/01/2010; 5; …) nhưng để trống \"Mã học sinh\", \"Họ và tên\". "
            "[recognise/row-without-key]"));
    EXPECT_EQ(outcome.raw[0].scopes.front().klass, "6A");
    EXPECT_EQ(outcome.raw[0].scopes.front().period, "HK1");
}

TEST(MarkSheet, APupilWithoutACodeStays) {
    const Outcome outcome({edited(toan, "0140500102", "")});
    EXPECT_THAT(outcome.findings, IsEmpty());
    EXPECT_EQ(outcome.table("mark").table.rows.size(), 12U);
}

TEST(MarkSheet, APupilBelowTheFooterIsReported) {
    const Outcome outcome(
        {sheet_from_text(smas_file, "Toan_6A",
                         std::string(toan) + "| | | Giáo viên bộ môn\n880103 | 3 | 0140500103 | "
                                             "Vàng A Chu | 09/03/2010 | 5 | 6\n")});
    EXPECT_THAT(
        outcome.findings,
        ElementsAre(
            "smas/HKI/6A/BangDiem_6A_Toan_HKI.xlsx › Toan_6A › C10: Dòng 10 (880103; 3; "
            "0140500103; "
            "Vàng A Chu; …) nằm dưới dòng kết thúc bảng \"Giáo viên bộ môn\" nên không được đọc. "
            "[recognise/row-after-end]"));
}

TEST(MarkSheet, TheSheetsNameMustNotContradictTheTitle) {
    const Outcome outcome({sheet_from_text("BangDiem.xlsx", "Toan_6b", toan)});
    EXPECT_THAT(outcome.findings,
                ElementsAre("BangDiem.xlsx › Toan_6b › A2: Tiêu đề ghi lớp \"6A\" nhưng tên tệp "
                            "hoặc tên trang tính "
                            "ghi \"6B\". Không dùng bảng này. [recognise/contradicting-title]"));
    EXPECT_THAT(outcome.tables, IsEmpty());
}

TEST(MarkSheet, AnHk2FileIsNotOfferedAsHk1) {
    const Outcome outcome({edited(toan, "Học kỳ: I", "Học kỳ: II")});
    EXPECT_THAT(outcome.findings, ElementsAre("smas/HKI/6A/BangDiem_6A_Toan_HKI.xlsx › Toan_6A › "
                                              "A3: Tiêu đề ghi học kỳ \"2\" nhưng tên "
                                              "tệp hoặc tên trang tính ghi \"1\". Không dùng bảng "
                                              "này. [recognise/contradicting-title]"));
}

TEST(MarkSheet, TwoTitleLinesMustAgree) {
    const Outcome outcome({edited(toan, "PHÒNG GD&ĐT HUYỆN BẮC LƯƠNG", "Học kỳ 2")},
                          Language::English);
    EXPECT_THAT(
        outcome.findings,
        ElementsAre("smas/HKI/6A/BangDiem_6A_Toan_HKI.xlsx › Toan_6A › A1: The title says "
                    "term \"2\" but cell "
                    "A3 says \"1\". The sheet is not used. [recognise/contradicting-title]"));
}

TEST(MarkSheet, TheFilesNameIsTheLastToBeAsked) {
    const Outcome outcome({edited(toan, "Học kỳ: I – ", "")});
    EXPECT_THAT(
        outcome.findings,
        ElementsAre(
            "smas/HKI/6A/BangDiem_6A_Toan_HKI.xlsx › Toan_6A › 5: Tiêu đề không ghi học kỳ; lấy "
            "\"HK1\" theo tên tệp. [recognise/from-file-name]"));
    EXPECT_EQ(outcome.table("mark").period, "HK1");
}

TEST(MarkSheet, WithoutATermItIsNotUsed) {
    const Outcome outcome({edited(toan, "Học kỳ: I – ", "", "BangDiem (3).xlsx")});
    EXPECT_THAT(
        outcome.findings,
        ElementsAre(
            "BangDiem (3).xlsx › Toan_6A › 5: Không thấy học kỳ ở tiêu đề, tên trang tính hay cột "
            "nào của bảng. Không dùng bảng này. [recognise/missing-context]"));
    EXPECT_THAT(outcome.tables, IsEmpty());
}

TEST(MarkSheet, TheVendorsRedLineStopsIt) {
    const Outcome outcome({edited(toan, "PHÒNG GD&ĐT HUYỆN BẮC LƯƠNG",
                                  "PHÒNG GD&ĐT | Nhà trường chưa Hoàn thành tổng kết, kết quả có "
                                  "thể sẽ không được chính xác")});
    EXPECT_THAT(
        outcome.findings,
        ElementsAre(
            "smas/HKI/6A/BangDiem_6A_Toan_HKI.xlsx › Toan_6A › B1: Phần mềm ghi: \"Nhà trường chưa "
            "Hoàn thành tổng kết, kết quả có thể sẽ không được chính xác\". Kết quả chưa phải là "
            "cuối "
            "cùng nên không dùng bảng này. [recognise/export-not-final]"));
    EXPECT_THAT(outcome.tables, IsEmpty());
}

TEST(MarkSheet, ARenamedHeadingIsNamedWithItsCell) {
    const Outcome outcome({edited(toan, "Mã học sinh", "Mã HS")});
    EXPECT_THAT(
        outcome.findings,
        ElementsAre("smas/HKI/6A/BangDiem_6A_Toan_HKI.xlsx › Toan_6A › C5: Bảng gần giống \"Bảng "
                    "điểm môn học "
                    "(SMAS)\" nhưng không tìm thấy cột \"Mã học sinh\". Không dùng bảng này. "
                    "[recognise/missing-heading]"));
    EXPECT_EQ(outcome.raw[0].scopes.front().klass, "6A");
    EXPECT_THAT(outcome.unused, ElementsAre("smas/HKI/6A/BangDiem_6A_Toan_HKI.xlsx › Toan_6A"));
}

TEST(MarkSheet, TwoColumnsOfTheSameNameAreNotGuessedAt) {
    const Outcome outcome({edited(toan, "ĐTBmhk", "ĐĐGck")});
    EXPECT_THAT(
        outcome.findings,
        ElementsAre(
            "smas/HKI/6A/BangDiem_6A_Toan_HKI.xlsx › Toan_6A › L5: Cột \"ĐĐGck\" có hai lần (hoặc "
            "hai cột cùng nghĩa). Không biết lấy cột nào nên không dùng bảng này. "
            "[recognise/duplicate-heading]"));
    EXPECT_THAT(outcome.tables, IsEmpty());
}

TEST(MarkSheet, AnUnknownColumnIsNoted) {
    const Outcome outcome({edited(toan, "ĐTBmhk", "Xếp hạng")});
    EXPECT_THAT(
        outcome.findings,
        ElementsAre(
            "smas/HKI/6A/BangDiem_6A_Toan_HKI.xlsx › Toan_6A › L5: Các cột không dùng đến: \"Xếp "
            "hạng\". [recognise/unknown-column]"));
    EXPECT_EQ(outcome.column("reported_subject", "average"), "@7 @8");
}

TEST(MarkSheet, AColumnThatLostItsHeadingIsReported) {
    const Outcome outcome({edited(toan, "| Nhận xét", "|")});
    EXPECT_THAT(
        outcome.findings,
        ElementsAre(
            "smas/HKI/6A/BangDiem_6A_Toan_HKI.xlsx › Toan_6A › M5: Cột M có dữ liệu nhưng không có "
            "tiêu đề nên không được dùng. [recognise/column-without-heading]"));
}

TEST(MarkSheet, WithoutPupilsIsReported) {
    const std::string text(toan);
    const Outcome outcome(
        {sheet_from_text(smas_file, "Toan_6A", text.substr(0, text.find("880101")))});
    EXPECT_THAT(outcome.findings,
                ElementsAre("smas/HKI/6A/BangDiem_6A_Toan_HKI.xlsx › Toan_6A › 5: Bảng \"Bảng điểm "
                            "môn học (SMAS)\" có "
                            "tiêu đề nhưng không có dòng dữ liệu nào. [recognise/no-rows]"));
}

TEST(CsdlMarks, SplitsRegularMarksThatShareACell) {
    const Outcome outcome({sheet_from_text("csdl/Mau2.xlsx", "6A", R"(
Môn học: Toán - GV Trần Thị Hương
Học kỳ | I | Năm học: 2021-2022
STT | Lớp | Mã định danh Bộ GD&ĐT | Họ và tên | Ngày sinh | ĐĐGtx | ĐĐGgk | ĐĐGck | ĐTBmhk | Mã nhận xét | Nội dung nhận xét
1 | 6A | 1499000101 | Lò Thị Ánh | 12/03/2010 | 8 7 9 | 7.5 | 8.5 | 8.1 | NX01 | Tốt.
)")});
    EXPECT_THAT(outcome.findings, IsEmpty());
    EXPECT_EQ(outcome.column("mark", "value"), "8@F4 7@F4 9@F4 7.5@G4 8.5@H4");
    EXPECT_EQ(outcome.column("mark", "column"), "tx1@F3 tx2@F3 tx3@F3 gk@G3 ck@H3");
    EXPECT_EQ(outcome.table("mark").subject, "Toán");
    EXPECT_EQ(outcome.table("mark").teacher, "Trần Thị Hương");
    EXPECT_EQ(outcome.column("reported_subject", "remark"), "Tốt.@K4");
}

}  // namespace
}  // namespace hoso
