// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/recognise/outcome.h"

namespace hoso {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// As vnEdu writes it (PHPExcel), the misprint of its letterhead included.
std::string discipline(const std::string& klass, const std::string& rows,
                       const std::string& end = "\n | | | | | | Tổng điểm: | | | -3\n") {
    return "\nTRƯỜNG THCS XÃ NẬM PHẠ | | | | | CỘNG HÒA XÃ HỒI CHỦ NGHĨA VIỆT NAM\n"
           "NĂM HỌC 2021-2022 | | | | | Độc lập - Tự do - Hạnh phúc\n"
           " | | BÁO CÁO NỀN NẾP CHI TIẾT HỌC SINH\n"
           " | | Từ ngày: 07/3/2022 | | Khối: 6\n"
           " | | Đến ngày: 12/3/2022 | | Lớp: " +
           klass +
           "\nSTT | Mã học sinh | Họ và tên | Lớp | Hình thức | Ghi chú | Ngày | | Tổng | Điểm Thi "
           "đua\n" +
           rows + end;
}

TEST(Discipline, ABlockPerClassWithContinuedRowsAndLetterheadsBetween) {
    const std::string text =
        discipline("6A",
                   "1 | 0140500101 | Lò Thị Ánh | 6A | Đi học muộn | Không phép | 07/03/2022 | | "
                   "2 | -1\n"
                   " | | | | Không mặc đồng phục | | 09/03/2022 | | | -1\n"
                   "2 | 0140500102 | Sùng A Páo | 6A | Nói chuyện riêng | | 10/03/2022 | | 1 | "
                   "-1") +
        discipline("6B",
                   "1 | 0140500151 | Hà Văn Bình | 6B | Đi học muộn | | 11/03/2022 | | 1 | -3") +
        discipline("10C9",
                   "1 | 0140500191 | Cà Văn Hùng | 10C9 | Đi học muộn | | 11/03/2022 | | 1 | -3") +
        " | | Người lập báo cáo | | | Hiệu trưởng\n";
    const Outcome outcome({sheet_from_text(
        "vnedu/Bao_cao_ne_nep_chi_tiet_hs_tu_ngay_2022-3-7__den_2022-3-12_lop_Tat_ca.xls",
        "hs_chi_tiet", text)});
    EXPECT_THAT(outcome.findings, IsEmpty());
    ASSERT_EQ(outcome.tables.size(), 3U);
    EXPECT_EQ(outcome.tables[0].klass, "6A");
    EXPECT_EQ(outcome.tables[1].klass, "6B");
    EXPECT_EQ(outcome.tables[2].klass, "10C9");
    EXPECT_EQ(outcome.column("discipline", "pupil"), "0140500101@B7 0140500101@B7 0140500102@B9");
    EXPECT_EQ(outcome.column("discipline", "form"),
              "Đi học muộn@E7 Không mặc đồng phục@E8 Nói chuyện riêng@E9");
    EXPECT_EQ(outcome.tables[2].table.rows.size(), 1U);
}

TEST(Discipline, ANewPupilTakesNothingFromTheOneAbove) {
    const Outcome outcome({sheet_from_text(
        "vnedu/ne_nep.xls", "hs_chi_tiet",
        discipline("6A",
                   "1 | 0140500101 | Lò Thị Ánh | 6A | Đi học muộn | | 07/03/2022 | | 1 | -1\n"
                   "2 | 0140500102 | | 6A | Nói chuyện riêng | | 10/03/2022 | | 1 | -1"))});
    EXPECT_EQ(outcome.column("discipline", "name"), "Lò Thị Ánh@C7 @C8");
}

TEST(Discipline, ABlockWithoutItsLastLineIsNotGuessedAt) {
    const std::string rows =
        "1 | 0140500101 | Lò Thị Ánh | 6A | Đi học muộn | | 07/03/2022 | | 1 | -1";
    const Outcome outcome(
        {sheet_from_text("vnedu/ne_nep.xls", "hs_chi_tiet", discipline("6A", rows, "\n"))});
    EXPECT_THAT(outcome.findings,
                ElementsAre("vnedu/ne_nep.xls › hs_chi_tiet › 6: Phần này của \"Báo cáo nền nếp "
                            "chi tiết (vnEdu)\" không có dòng kết thúc như phần mềm vẫn ghi, nên "
                            "không biết dòng nào thuộc bảng. Không dùng phần này. "
                            "[recognise/block-without-end]"));
    EXPECT_THAT(outcome.tables, IsEmpty());
}

TEST(Discipline, ARowBelowTheLastLineIsReported) {
    const Outcome outcome({sheet_from_text(
        "vnedu/ne_nep.xls", "hs_chi_tiet",
        discipline("6A", "1 | 0140500101 | Lò Thị Ánh | 6A | Đi học muộn | | 07/03/2022 | | 1 | -1",
                   "\n | | | | | | Tổng điểm: | | | -1\n2 | 0140500102 | Sùng A Páo | 6A | Nói "
                   "chuyện riêng | | 10/03/2022 | | 1 | -1\n"))});
    EXPECT_THAT(outcome.findings,
                ElementsAre("vnedu/ne_nep.xls › hs_chi_tiet › B9: Dòng 9 (2; 0140500102; Sùng A "
                            "Páo; 6A; …) nằm dưới dòng kết thúc bảng \"Tổng điểm:\" nên không được "
                            "đọc. [recognise/row-after-end]"));
}

constexpr const char* list_head =
    "STT | Mã học sinh | Họ và tên | Lớp | Ngày sinh | Giới tính | Dân tộc | Trạng thái\n";
constexpr const char* anh =
    "1 | 0140500101 | Lò Thị Ánh | 6A | 12/03/2010 | Nữ | Thái | Đang học\n";
constexpr const char* pao =
    "2 | 0140500102 | Sùng A Páo | 6A | 03/08/2010 | Nam | Mông | Đang học\n";
constexpr const char* binh =
    "1 | 0140500151 | Hà Văn Bình | 6B | 03/08/2010 | Nam | Tày | Đang học\n";

Outcome list(const std::string& text) {
    return Outcome({sheet_from_text("smas/DanhSach.xlsx", "DS", text)});
}

TEST(Pages, AHeaderThatAPageRepeatsIsNoPupil) {
    const std::string title = "DANH SÁCH HỌC SINH LỚP 6A\nNăm học 2021-2022\n";
    const Outcome outcome =
        list(title + list_head + anh + "Trang 1/2\n" + title + list_head + pao + "Tổng số | 2\n");
    EXPECT_THAT(outcome.findings, IsEmpty());
    EXPECT_EQ(outcome.column("pupil", "pupil"), "0140500101@B4 0140500102@B9");
}

TEST(Pages, ATotalAtTheEndOfAPageDoesNotEndTheTable) {
    const Outcome outcome = list(std::string("DANH SÁCH HỌC SINH LỚP 6A\n") + list_head + anh +
                                 "Tổng số | 1\n" + list_head + pao + "Tổng số | 1\n");
    EXPECT_THAT(outcome.findings, IsEmpty());
    EXPECT_EQ(outcome.column("pupil", "pupil"), "0140500101@B3 0140500102@B6");
}

TEST(Pages, AFurtherClassIsATableOfItsOwn) {
    const Outcome outcome = list(std::string("DANH SÁCH HỌC SINH LỚP 6A\n") + list_head + anh +
                                 "Tổng số | 1\nDANH SÁCH HỌC SINH LỚP 6B\n" + list_head + binh);
    EXPECT_THAT(outcome.findings, IsEmpty());
    ASSERT_EQ(outcome.tables.size(), 2U);
    EXPECT_EQ(outcome.tables[0].klass, "6A");
    EXPECT_EQ(outcome.tables[1].klass, "6B");
}

TEST(Pages, ASecondTableThatNoTitleExplainsIsNotRead) {
    const Outcome outcome = list(std::string("DANH SÁCH HỌC SINH LỚP 6A\n") + list_head + anh +
                                 "DANH SÁCH HỌC SINH CHUYỂN ĐI\n" + list_head + pao);
    EXPECT_THAT(outcome.findings,
                ElementsAre("smas/DanhSach.xlsx › DS › A4: Từ dòng 5 lại có hàng tiêu đề của bảng "
                            "này, dưới dòng chữ \"DANH SÁCH HỌC SINH CHUYỂN ĐI\". Không biết phần "
                            "đó là gì nên không đọc. [recognise/second-table]",
                            "smas/DanhSach.xlsx › DS › A4: Dưới bảng có chữ không đọc: \"DANH SÁCH "
                            "HỌC SINH CHUYỂN ĐI\". [recognise/text-below]"));
    EXPECT_EQ(outcome.column("pupil", "pupil"), "0140500101@B3");
}

TEST(Pages, APupilWithoutCodeAboveARepeatedHeaderIsReported) {
    const Outcome outcome =
        list(std::string("DANH SÁCH HỌC SINH LỚP 6A\n") + list_head + anh +
             "2 | | | 6A | 03/08/2010 | Nam | Mông | Đang học\n" + list_head + pao);
    ASSERT_EQ(outcome.findings.size(), 1U);
    EXPECT_THAT(outcome.findings[0],
                testing::HasSubstr("Dòng 4 có dữ liệu (2; 6A; 03/08/2010; Nam; …)"));
    EXPECT_EQ(outcome.column("pupil", "pupil"), "0140500101@B3 0140500102@B6");
}

TEST(Header, WhatStandsBesideAHeadingMergedOverBothRowsIsNotBelowIt) {
    Sheet sheet = sheet_from_text("smas/HK1/BangDiem_6A_HK1.xlsx", "Toan_6A", R"(
BẢNG ĐIỂM MÔN TOÁN – LỚP 6A
Học kỳ: I – Năm học: 2021-2022
STT | Mã học sinh | Họ và tên | Ngày sinh | ĐĐGtx | | ĐĐGgk | ĐĐGck | ĐTBmhk |
| | | | (1) | (2) | | | | Nhận xét
1 | 0140500101 | Lò Thị Ánh | 12/03/2010 | 8 | 7 | 7.5 | 8.5 | 8.1 | Tốt.
)");
    sheet.merges = {{3, 5, 3, 6}, {3, 8, 4, 8}, {3, 9, 4, 9}};
    const Outcome outcome({sheet});
    EXPECT_THAT(outcome.findings, IsEmpty());
    EXPECT_EQ(outcome.column("reported_subject", "remark"), "Tốt.@J5");
}

}  // namespace
}  // namespace hoso
