// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/recognise/outcome.h"

namespace hoso {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(VnEdu, TurnsSubjectColumnsIntoRows) {
    const Outcome outcome({sheet_from_text("vnedu/so_diem_tong_ket_khoi_6_hk1.xlsx", "6a", R"(
| | | | | | | BẢNG TỔNG HỢP KẾT QUẢ GIÁO DỤC HỌC KỲ 1, NĂM HỌC 2021 - 2022
| | | | | | | Khối 6 - Lớp 6A - (Học kỳ 1)



STT | Mã học sinh | Số định danh cá nhân | Họ và tên | Ngày sinh | Toán | LS&ĐL | GDTC | Kết quả học tập | Kết quả rèn luyện | Buổi nghỉ | | | Ghi chú
| | | | | (HS 1) | (HS 1) | (N.xét) | (Học kỳ 1) | (Học kỳ 1) | P | K | Tổng
1 | 0140500101 | 014310990101 | Lò Thị Ánh | 12/03/2010 | 8.1 | 8.3 | Đạt | Tốt | Tốt | 1 | 0 | 1
2 | 0140500102 | 014210990102 | Sùng A Páo | 03/08/2010 | 5.9 | - | CĐ | Đạt | Khá | 2 | 3 | 5
)")});
    EXPECT_THAT(outcome.findings, IsEmpty());
    EXPECT_EQ(outcome.column("reported_subject", "subject"),
              "Toán@F6 LS&ĐL@G6 GDTC@H6 Toán@F6 LS&ĐL@G6 GDTC@H6");
    EXPECT_EQ(outcome.column("reported_subject", "average"), "8.1@F8 8.3@G8 Đ@H8 5.9@F9 @G9 CĐ@H9");
    EXPECT_EQ(outcome.column("reported_term", "learning"), "Tốt@I8 Đạt@I9");
    EXPECT_EQ(outcome.column("reported_term", "absent_k"), "0@L8 3@L9");
    EXPECT_EQ(outcome.table("reported_term").layout, "vnedu-tong-ket");
    EXPECT_EQ(outcome.table("reported_term").klass, "6A");
    EXPECT_EQ(outcome.table("reported_term").year, "2021-2022");
}

TEST(VnEdu, ReadsRepeatedBlocksWithContinuedRows) {
    const Outcome outcome({sheet_from_text("vnedu/ne_nep.xlsx", "hs_chi_tiet", R"(
UBND HUYỆN | | | CỘNG HÒA XÃ HỒI CHỦ NGHĨA VIỆT NAM
BÁO CÁO NỀN NẾP CHI TIẾT
Đến ngày 14/3/2022 | Lớp: 6A
STT | Mã học sinh | Họ và tên | Lớp | Hình thức | Ghi chú | Ngày | | Tổng | Điểm Thi đua
1 | 0140500101 | Lò Thị Ánh | 6A | Đi muộn | | 09/03/2022 | | 2 | -1
| | | | Không đồng phục | | 10/03/2022 | | | -1
Tổng điểm: -2
BÁO CÁO NỀN NẾP CHI TIẾT
Đến ngày 14/3/2022 | Lớp: 6B
STT | Mã học sinh | Họ và tên | Lớp | Hình thức | Ghi chú | Ngày | | Tổng | Điểm Thi đua
1 | 0140500151 | Hà Văn Bình | 6B | Đi muộn | | 11/03/2022 | | 1 | -1
Tổng điểm: -1
)")});
    EXPECT_THAT(outcome.findings, IsEmpty());
    ASSERT_EQ(outcome.tables.size(), 2U);
    EXPECT_EQ(outcome.column("discipline", "pupil"), "0140500101@B5 0140500101@B5");
    EXPECT_EQ(outcome.column("discipline", "form"), "Đi muộn@E5 Không đồng phục@E6");
    EXPECT_EQ(outcome.tables[1].klass, "6B");
    EXPECT_EQ(outcome.tables[1].table.rows.size(), 1U);
}

TEST(TermResults, TakeTheTermFromTheTitleAndTheMarksBetweenTheBorders) {
    const Outcome outcome({sheet_from_text("smas/HKI/TongKet_7A_HKI.xlsx", "7A", R"(
TỔNG HỢP KẾT QUẢ HỌC KỲ I - LỚP 7A - NĂM HỌC 2021-2022

STT | Mã học sinh | Họ và tên | Ngày sinh | Toán | Thể dục | TBCM | Học lực | Hạnh kiểm | Danh hiệu | P | K
1 | 0140500201 | Quàng Thị Mai | 05/05/2009 | 8.2 | Đ | 8.2 | Giỏi | Tốt | HSG | 0 | 0
)")});
    EXPECT_THAT(outcome.findings, IsEmpty());
    EXPECT_EQ(outcome.column("reported_subject", "subject"), "Toán@E3 Thể dục@F3");
    EXPECT_EQ(outcome.column("reported_term", "overall"), "8.2@G4");
    EXPECT_EQ(outcome.column("reported_term", "title"), "HSG@J4");
    EXPECT_EQ(outcome.column("reported_term", "absent_p"), "0@K4");
}

TEST(TermResults, ADeletedHeadingIsPointedAt) {
    const Outcome outcome({sheet_from_text("TongKet_7A_HK1.xlsx", "7A", R"(
TỔNG HỢP KẾT QUẢ HỌC KỲ I - LỚP 7A - NĂM HỌC 2021-2022
STT | | Họ và tên | Ngày sinh | Toán | TBCM | Học lực | Hạnh kiểm
1 | 0140500201 | Quàng Thị Mai | 05/05/2009 | 8.2 | 8.2 | Giỏi | Tốt
)")});
    EXPECT_THAT(
        outcome.findings,
        ElementsAre(
            "TongKet_7A_HK1.xlsx › 7A › B2: Bảng gần giống \"Bảng tổng hợp kết quả (SMAS)\" nhưng "
            "không tìm thấy cột \"Mã học sinh\". Không dùng bảng này. "
            "[recognise/missing-heading]"));
}

TEST(Attendance, GivesDaysAndTotals) {
    const Outcome outcome({sheet_from_text("smas/DiemDanh_6A.xlsx", "Thang10", R"(
Tháng 10 năm 2021
Tổng số học sinh của lớp 6A: 36

STT | Mã học sinh | Họ và tên | 1 | 2 | 3 | 4 | 5 | 27 | 28 | 31 | TS | P | K
| | | 6 | 7 | CN | 2 | 3 | 4 | 5 | CN
1 | 0140500101 | Lò Thị Ánh | | | | P | | | | | 1 | 1 | 0
2 | 0140500102 | Sùng A Páo | K | | | | | | K | | 2 | 0 | 2
Tổng số | | | 1 | | | 1 | | | 1 | | 3 | 1 | 2
)")});
    EXPECT_THAT(outcome.findings, IsEmpty());
    EXPECT_EQ(outcome.column("attendance", "day"), "4@G4 1@D4 28@J4");
    EXPECT_EQ(outcome.column("attendance", "token"), "P@G6 K@D7 K@J7");
    EXPECT_EQ(outcome.column("attendance", "month"), "2021-10@A1 2021-10@A1 2021-10@A1");
    EXPECT_EQ(outcome.column("attendance_total", "total"), "1@L6 2@L7");
    EXPECT_EQ(outcome.table("attendance_total").period, "2021-10");
}

TEST(Attendance, TheSheetMustBeOfTheTitlesMonth) {
    const Outcome outcome({sheet_from_text("smas/DiemDanh_6A.xlsx", "Thang11", R"(
Tháng 10 năm 2021
Lớp 6A
STT | Mã học sinh | Họ và tên | 1 | 2 | 28 | TS | P | K
| | | 6 | 7 | 5
1 | 0140500101 | Lò Thị Ánh | | P | | 1 | 1 | 0
)")});
    EXPECT_THAT(
        outcome.findings,
        ElementsAre(
            "smas/DiemDanh_6A.xlsx › Thang11 › A1: Tiêu đề ghi tháng \"2021-10\" nhưng tên tệp "
            "hoặc "
            "tên trang tính ghi \"11\". Không dùng bảng này. [recognise/contradicting-title]"));
}

TEST(Conduct, TakesTheTermFromTheHeading) {
    const Outcome outcome({sheet_from_text("RenLuyen.xlsx", "6A", R"(
STT | Mã học sinh | Họ và tên | Kết quả rèn luyện HKI | Nhận xét của GVCN
1 | 0140500101 | Lò Thị Ánh | Tốt | Chăm ngoan.
2 | 0140500102 | Sùng A Páo | | Thật thà.
)")});
    EXPECT_THAT(outcome.findings, IsEmpty());
    EXPECT_EQ(outcome.column("conduct", "term"), "HK1@D1 HK1@D1");
    EXPECT_EQ(outcome.column("conduct", "conduct"), "Tốt@D2 @D3");
    EXPECT_EQ(outcome.column("conduct", "remark"), "Chăm ngoan.@E2 Thật thà.@E3");
    EXPECT_EQ(outcome.table("conduct").period, "HK1");
    EXPECT_EQ(outcome.table("conduct").klass, "6A");
}

TEST(Conduct, TheHeadingMustNotContradictTheTitle) {
    const Outcome outcome({sheet_from_text("RenLuyen.xlsx", "7A", R"(
HẠNH KIỂM HỌC KỲ II – LỚP 7A – NĂM HỌC 2021-2022
STT | Mã học sinh | Họ và tên | Hạnh kiểm HKI | Nhận xét của GVCN
1 | 0140500201 | Quàng Thị Mai | Tốt | Chăm ngoan.
)")});
    EXPECT_THAT(
        outcome.findings,
        ElementsAre(
            "RenLuyen.xlsx › 7A › A1: Tiêu đề ghi học kỳ \"HK2\" nhưng cột ở ô D2 ghi \"Hạnh kiểm "
            "HKI\". Không dùng bảng này. [recognise/contradicting-title]"));
}

TEST(PupilList, AClassColumnMustAgreeWithTheTitle) {
    const Outcome outcome({sheet_from_text("csdl/DS_HocSinh_6A.xlsx", "Sheet1", R"(
SỞ GIÁO DỤC VÀ ĐÀO TẠO SƠN LA
DANH SÁCH HỌC SINH LỚP 6A

STT | Mã định danh Bộ GD&ĐT | Họ tên | Ngày sinh | Giới tính | Dân tộc | Trạng thái | Lớp học
1 | 1499000101 | Lò Thị Ánh | 12/03/2010 | Nữ | Thái | Đang học | 6a
2 | 1499000151 | Hà Văn Bình | 01/02/2010 | Nam | Mường | Đang học | 6B
)")});
    EXPECT_THAT(
        outcome.findings,
        ElementsAre(
            "csdl/DS_HocSinh_6A.xlsx › Sheet1 › H6: Cột Lớp ghi \"6B\" nhưng tiêu đề ghi lớp 6A. "
            "[recognise/class-differs]"));
    EXPECT_EQ(outcome.column("pupil_csdl", "class"), "6a@H5 6B@H6");
}

TEST(EarlierYears, HaveASubjectOverThreeTerms) {
    const Outcome outcome({sheet_from_text("hoc-ba-cu/KetQua_2020-2021_8A.xlsx", "MonHoc", R"(
KẾT QUẢ THEO HỌC BẠ – NĂM HỌC 2020-2021
STT | Mã học sinh | Họ và tên | Ngày sinh | Năm học | Lớp | Toán | | | Thể dục
| | | | | | HKI | HKII | CN | HKI | HKII | CN
1 | 0140500401 | Bùi Văn Chiến | 18/03/2007 | 2020-2021 | 8A | 7.2 | 7.4 | 7.3 | Đ | Đ | Đ
)")});
    EXPECT_THAT(outcome.findings, IsEmpty());
    const Table& table = outcome.table("earlier_subject").table;
    ASSERT_EQ(table.rows.size(), 6U);
    std::vector<std::string> rows;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        rows.push_back(table.text(row, "subject") + " " + table.text(row, "term") + " " +
                       table.text(row, "average"));
    }
    EXPECT_THAT(rows,
                testing::UnorderedElementsAre("Toán HK1 7.2", "Toán HK2 7.4", "Toán CN 7.3",
                                              "Thể dục HK1 Đ", "Thể dục HK2 Đ", "Thể dục CN Đ"));
}

TEST(OwnWorkbooks, AnEmptyRegisterOfTransfersIsFine) {
    const Outcome outcome({sheet_from_text("van-thu/SoChuyen.xlsx", "Chuyển đến", R"(
STT | Mã học sinh | Họ và tên | Ngày sinh | Nam/Nữ | Dân tộc | Vào lớp | Từ trường | Huyện, tỉnh | Ngày đến
)")});
    EXPECT_THAT(outcome.findings, IsEmpty());
    EXPECT_EQ(outcome.table("transfer_in").table.rows.size(), 0U);
}

TEST(OtherSheets, AreNamed) {
    const Outcome outcome({
        sheet_from_text("a.xlsx", "Sheet2", ""),
        sheet_from_text("b.xlsx", "Nước", "Nước uống\n2 thùng"),
        sheet_from_text("c.xlsx", "Kho", "Hàng | Số | Giá\nGhế | 2 | 3\nBàn | 1 | 2"),
    });
    EXPECT_THAT(
        outcome.findings,
        ElementsAre("a.xlsx › Sheet2: Trang tính trống. [recognise/empty-sheet]",
                    "b.xlsx › Nước: Không thấy bảng dữ liệu nào trong trang này; không dùng. "
                    "[recognise/no-table]",
                    "c.xlsx › Kho: Không nhận ra bảng này: không giống mẫu xuất nào đã khai báo. "
                    "[recognise/unknown-sheet]"));
    EXPECT_EQ(outcome.unused.size(), 3U);
}

}  // namespace
}  // namespace hoso
