// SPDX-License-Identifier: Apache-2.0
//
// One sheet of each of the fourteen systems, as domain.md and forms-and-practice draw it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/recognise/outcome.h"

namespace hoso {
namespace {

using testing::IsEmpty;

// Every sheet here is taken without a word, and by this layout.
void expect_clean(const Outcome& outcome, const std::string& layout) {
    EXPECT_THAT(outcome.findings, IsEmpty());
    EXPECT_THAT(outcome.unused, IsEmpty());
    ASSERT_EQ(outcome.tables.size(), 1U);
    EXPECT_EQ(outcome.tables.front().layout, layout);
}

TEST(Smas, ReadsAWeekOfTheLogBookAndSkipsTheRowThatNumbersTheColumns) {
    const Outcome outcome({sheet_from_text("so-dau-bai/SoGhiDauBai_6A_HK1.xlsx", "Tuan05", R"(
LỚP 6A – TUẦN 5 – HỌC KỲ I – NĂM HỌC 2021-2022
Từ ngày 04/10/2021 đến ngày 09/10/2021
Thứ, ngày | Tiết | Môn | Tiết PPCT | Học sinh vắng | Tên bài, nội dung công việc | Nhận xét của giáo viên | Điểm (HT/KL/VS) | Xếp loại | Giáo viên ký
1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10
Thứ 2 04/10 | 1 | Chào cờ | | | Chào cờ đầu tuần | Nghiêm túc | 10/10/10 | A | Chung
| 2 | Toán | 17 | Lò Thị Ánh (P) | Luyện tập chung | Lớp tích cực | 9/10/10 | A | Hương
| 3
TỔNG KẾT TUẦN | Vắng: 1 | P: 1
)")});
    expect_clean(outcome, "smas-so-dau-bai");
    EXPECT_EQ(outcome.column("logbook", "day"), "Thứ 2 04/10@A5 Thứ 2 04/10@A5 Thứ 2 04/10@A5");
    EXPECT_EQ(outcome.column("logbook", "subject_name"), "Chào cờ@C5 Toán@C6 @C7");
    EXPECT_EQ(outcome.column("logbook", "week"), "5@A1 5@A1 5@A1");
    EXPECT_EQ(outcome.column("logbook", "from"), "04/10/2021@A2 04/10/2021@A2 04/10/2021@A2");
    EXPECT_EQ(outcome.column("logbook", "to"), "09/10/2021@A2 09/10/2021@A2 09/10/2021@A2");
    EXPECT_EQ(outcome.tables.front().klass, "6A");
    EXPECT_EQ(outcome.tables.front().period, "HK1");
}

TEST(Smas, TakesTwoWeeksOfOneClassForTwoSheets) {
    const auto week = [](const std::string& number) {
        return sheet_from_text("so-dau-bai/SoGhiDauBai_6A_HK1.xlsx", "Tuan" + number,
                               "LỚP 6A – TUẦN " + number +
                                   "\nThứ, ngày | Tiết | Môn | Tiết PPCT | Tên bài\n"
                                   "Thứ 2 | 1 | Toán | 1 | Bài 1\n");
    };
    const Outcome outcome({week("05"), week("06")});
    EXPECT_THAT(outcome.findings, IsEmpty());
    EXPECT_EQ(outcome.tables.size(), 2U);
}

TEST(Smas, ReadsHealthByVisit) {
    const Outcome outcome({sheet_from_text("y-te/SucKhoe_6A_2021-2022.xlsx", "Lan1", R"(
THEO DÕI SỨC KHỎE HỌC SINH – LỚP 6A – LẦN 1
STT | Mã học sinh | Họ và tên | Ngày sinh | Giới tính | Ngày khám | Chiều cao (cm) | Cân nặng (kg) | BMI | Huyết áp | Nhịp tim | Thị lực P (KK) | Thị lực T (KK) | Bệnh về mắt | Răng | Cột sống | Kết luận | Xử trí
1 | 0140500101 | Lò Thị Ánh | 12/03/2010 | Nữ | 15/10/2021 | 142 | 34.5 | 17.1 | 95/60 | 82 | 10/10 | 10/10 | | Sâu 1 răng | Bình thường | Loại II | Chuyển khám răng
)")});
    expect_clean(outcome, "smas-suc-khoe");
    EXPECT_EQ(outcome.column("health", "visit"), "1@A1");
    EXPECT_EQ(outcome.column("health", "weight"), "34.5@H3");
    EXPECT_EQ(outcome.column("health", "class"), "6A@A1");
}

TEST(Smas, ReadsTheRegister) {
    const Outcome outcome({sheet_from_text("smas/SoDangBo_2018-2022.xlsx", "SoDangBo", R"(
SỔ ĐĂNG BỘ KHÓA 2018-2022
Quyển số 1 | Từ số 101 đến số 170
Số đăng bộ | Mã học sinh | Họ và tên học sinh | Ngày, tháng, năm sinh | Nam/Nữ | Dân tộc | Nơi sinh | Đối tượng | Họ tên cha, nghề nghiệp | Họ tên mẹ, nghề nghiệp | Chỗ ở hiện nay | Ngày vào trường | Vào lớp | Từ trường | Năm thứ nhất | Năm thứ hai | Năm thứ ba | Năm thứ tư | Ngày ra trường | Lí do | Số hiệu bằng TN THCS | Ghi chú
101 | 0140500401 | Lò Thị Ánh | 12/03/2007 | Nữ | Thái | Xã Nậm Phạ | | Lò Văn A, làm ruộng | Hà Thị B, làm ruộng | bản Pú | 05/09/2018 | 6A | | 2018-2019: 6A, Khá | 2019-2020: 7A, Khá
)")});
    expect_clean(outcome, "smas-so-dang-bo");
    EXPECT_EQ(outcome.column("register_entry", "entry_class"), "6A@M4");
    EXPECT_EQ(outcome.column("register_entry", "year_2"), "2019-2020: 7A, Khá@P4");
}

TEST(VnptIoffice, ReadsBothRegisters) {
    const Outcome out({sheet_from_text("vnptioffice/VanBanDi_2021.xlsx", "VBĐi", R"(
SỔ ĐĂNG KÝ VĂN BẢN ĐI
Số, ký hiệu văn bản | Ngày tháng văn bản | Tên loại và trích yếu nội dung văn bản | Người ký | Nơi nhận văn bản | Đơn vị, người nhận bản lưu | Số lượng bản | Ngày chuyển | Ký nhận | Ghi chú
(1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9) | (10)
46/KH-THCSNP | 10/12/2021 | Kế hoạch kiểm tra cuối học kỳ I | Bùi Văn Khoát | Các tổ chuyên môn | VT | 05 | 10/12/2021
47/THCSNP | 13/12/2021 | V/v báo cáo | KT. HIỆU TRƯỞNG Hoàng Thị Nga | Phòng GD&ĐT | VT | 02 | 13/12/2021
Sổ này kết thúc ở số 47 ngày 31/12/2021
)")});
    expect_clean(out, "vnptioffice-van-ban-di");
    EXPECT_EQ(out.column("dispatch_out", "number"), "46/KH-THCSNP@A4 47/THCSNP@A5");
    const Outcome in({sheet_from_text("vnptioffice/VanBanDen_2021.xlsx", "VBĐến", R"(
Ngày đến | Số đến | Tác giả | Số, ký hiệu văn bản | Ngày tháng văn bản | Tên loại và trích yếu nội dung | Đơn vị hoặc người nhận | Ngày chuyển | Ký nhận | Ghi chú
08/12/2021 | 312 | Phòng GD&ĐT | 866/PGDĐT | 07/12/2021 | Công văn hướng dẫn | Bùi Văn Khoát | 08/12/2021
)")});
    expect_clean(in, "vnptioffice-van-ban-den");
    EXPECT_EQ(in.column("dispatch_in", "arrival_no"), "312@B2");
}

TEST(Website, ReadsTheListOfPosts) {
    const Outcome outcome({sheet_from_text("website/bai-dang.csv", "", R"(
STT | Ngày đăng | Tiêu đề | Chuyên mục | Người đăng | Đường dẫn
1 | 05/09/2021 | Khai giảng năm học mới | Tin tức | Phạm Thị Lựu | /tin-tuc/khai-giang
)")});
    expect_clean(outcome, "website-bai-dang");
    EXPECT_EQ(outcome.column("post", "date"), "05/09/2021@B2");
}

TEST(BanTru, TurnsClassColumnsIntoRows) {
    const Outcome outcome({sheet_from_text("ban-tru/SuatAn_2021-10.csv", "", R"(
BẢNG SUẤT ĂN THÁNG 10 NĂM 2021
Ngày | Thứ | 6A | 6B | Cộng
01/10/2021 | 6 | 20 | 18 | 38
02/10/2021 | 7 | | 17 | 17
Cộng | | 20 | 35 | 55
)")});
    expect_clean(outcome, "ban-tru-suat-an");
    EXPECT_EQ(outcome.column("meal", "class"), "6A@C2 6B@D2 6B@D2");
    EXPECT_EQ(outcome.column("meal", "count"), "20@C3 18@D3 17@D4");
}

TEST(Mail, IsOfTheMailboxThatItsPathNames) {
    const auto layout_of = [](const std::string& file) {
        const Outcome outcome({sheet_from_text(file, "Thư", R"(
Số TT | Ngày gửi | Người gửi | Người nhận | Tiêu đề | Mã thư | Tệp đính kèm | SHA-256 tệp đính kèm | Dung lượng
1 | 2021-12-13T08:00:00+07:00 | a@example.vn | b@example.vn | Báo cáo | <1@example.vn> | bc.pdf | 00ff | 1234
)")});
        EXPECT_THAT(outcome.findings, IsEmpty());
        return outcome.tables.front().system + " " + outcome.tables.front().layout;
    };
    EXPECT_EQ(layout_of("hop-thu/gmail/2021-12.mbox"), "gmail gmail-thu");
    EXPECT_EQ(layout_of("hop-thu/hop-thu-cong-vu.mbox"), "hop-thu-cong-vu hop-thu-cong-vu-thu");
    EXPECT_EQ(layout_of("hop-thu/thu-den.eml"), "truong truong-thu");
}

TEST(Statistics, TurnGradeColumnsIntoRows) {
    const Outcome outcome({sheet_from_text("thong-ke/EQMS_DauNam_2021-2022.xls", "Biểu 1", R"(
THỐNG KÊ ĐẦU NĂM HỌC – NĂM HỌC 2021-2022
Mã chỉ tiêu | Chỉ tiêu | Đơn vị tính | Tổng số | Lớp 6 | Lớp 7 | Lớp 8 | Lớp 9
01 | Số học sinh | Học sinh | 296 | 70 | 78 | 74 | 74
02 | Số phòng học | Phòng | 8
)")});
    expect_clean(outcome, "thong-ke-bieu");
    EXPECT_EQ(outcome.column("statistic", "breakdown"), "tổng@D2 6@E2 7@F2 8@G2 9@H2 tổng@D2");
}

TEST(Pcgd, ReadsThePeopleAndTheAges) {
    const Outcome people({sheet_from_text("pcgd/SoTheoDoi.xlsx", "Sheet1", R"(
STT | Số phiếu | Thôn, bản | Họ và tên | Ngày sinh | Giới tính | Dân tộc | Họ tên chủ hộ | Lớp đang học | Trường đang học | Năm tốt nghiệp THCS | Bỏ học lớp | Bỏ học năm | Khuyết tật | Ghi chú
1 | 001 | Bản Pú | Lò Thị Ánh | 12/03/2010 | Nữ | Thái | Lò Văn A | 6 | THCS Nậm Phạ
)")});
    expect_clean(people, "pcgd-so-theo-doi");
    const Outcome ages({sheet_from_text("pcgd/ThongKe.xlsx", "TK", R"(
Độ tuổi | Năm sinh | Tổng số | Nữ | Dân tộc | Khuyết tật | Đang học THCS | Tốt nghiệp THCS | Bỏ học
11 | 2010 | 70 | 34 | 68 | 1 | 69 | 0 | 1
Cộng | | 70
)")});
    expect_clean(ages, "pcgd-thong-ke");
}

TEST(Offices, ReadEvidenceCertificatesPersonnelAndAccounts) {
    expect_clean(Outcome({sheet_from_text("kiem-dinh/MinhChung.xlsx", "MC", R"(
STT | Tiêu chuẩn | Tiêu chí | Mã minh chứng | Tên minh chứng | Số, ngày ban hành | Nơi ban hành | Ghi chú
1 | 1 | 1.1 | H1-1.1-01 | Phương hướng chiến lược | 12/KH-THCSNP, 10/9/2020 | THCS Nậm Phạ
2 | | | H1-1.1-02 | Nghị quyết | 01/NQ, 12/10/2020 | Chi bộ
)")}),
                 "kiem-dinh-minh-chung");
    expect_clean(Outcome({sheet_from_text("tap-huan/KetQua.csv", "", R"(
STT,Họ và tên,Email
STT | Họ và tên | Môn dạy | Tên khóa học | Ngày hoàn thành | Kết quả | Số chứng nhận
1 | Trần Thị Hương | Toán | Mô đun 4 | 20/11/2021 | Đạt | GVPT-0001
)")}),
                 "tap-huan-ket-qua");
    expect_clean(Outcome({sheet_from_text("ccvc/DanhSach.xlsx", "DS", R"(
STT | Mã hồ sơ | Họ và tên | Ngày sinh | Giới tính | Chức vụ | Trình độ chuyên môn | Số CCCD | Hệ số lương
1 | NP-001 | Bùi Văn Khoát | 02/05/1975 | Nam | Hiệu trưởng | Đại học | 014075000001 | 4.98
)")}),
                 "ccvc-danh-sach");
    expect_clean(Outcome({sheet_from_text("ke-toan/SoTaiSan_2021.xls", "S24-H", R"(
Mã tài sản | Tên tài sản | Đơn vị tính | Số lượng | Năm sử dụng | Nguyên giá | Hao mòn lũy kế | Giá trị còn lại
TS001 | Máy tính để bàn | Bộ | 1 | 2019 | 12500000 | 7500000 | 5000000
)")}),
                 "ke-toan-tai-san-so-tai-san");
    const Outcome cash({sheet_from_text("ke-toan/SoQuy_2021.xls", "S11-H", R"(
Ngày tháng ghi sổ | Số phiếu thu | Số phiếu chi | Diễn giải | Thu | Chi | Tồn
01/09/2021 | | | Số dư đầu kỳ | | | 1000000
03/09/2021 | PT01 | | Rút tiền gửi về quỹ | 500000 | | 1500000
Cộng phát sinh | | | | 500000 | 0
)")});
    expect_clean(cash, "ke-toan-tai-san-so-quy");
    EXPECT_EQ(cash.tables.front().table.rows.size(), 2U);
}

TEST(School, ReadsItsOwnForms) {
    const Outcome timetable({sheet_from_text("chuyen-mon/ThoiKhoaBieu_HK1.xlsx", "6A", R"(
THỜI KHÓA BIỂU HỌC KỲ I – LỚP 6A
Áp dụng từ ngày | Buổi | Tiết | Thứ 2 | Thứ 3 | Thứ 4 | Thứ 5 | Thứ 6 | Thứ 7
06/09/2021 | Sáng | 1 | Chào cờ | Toán | | Ngữ văn
| | 2 | Toán
)")});
    expect_clean(timetable, "truong-thoi-khoa-bieu");
    EXPECT_EQ(timetable.column("timetable", "weekday"), "2@D2 3@E2 5@G2 2@D2");
    EXPECT_EQ(timetable.column("timetable", "since"),
              "06/09/2021@A3 06/09/2021@A3 06/09/2021@A3 06/09/2021@A3");
    expect_clean(Outcome({sheet_from_text("thiet-bi/ThietBi.xlsx", "MuonTra", R"(
STT | Ngày mượn | Giáo viên | Tên thiết bị | Mã | Số lượng | Môn | Lớp | Tiết PPCT | Ngày trả | Tình trạng khi trả | Ký
1 | 05/10/2021 | Cầm Văn Thịnh | Nhiệt kế rượu | TBL6-012 | 4 | KHTN | 6A | 19 | 05/10/2021 | Tốt | Thịnh
2 | 07/10/2021 | Tòng Thị Hương | Bản đồ | TBD7-003 | 1 | Lịch sử | 7A | 9
)")}),
                 "truong-muon-tra");
    expect_clean(Outcome({sheet_from_text("chuyen-mon/KhoaMoSo_HK1.csv", "", R"(
thoi_diem | viec | lop | mon | nguoi | ly_do | den
2022-01-08T11:30:00+07:00 | khoa | * | * | Bùi Văn Khoát | Kết thúc HKI
)")}),
                 "truong-khoa-mo-so");
}

TEST(School, ReadsTheRecordOfAScanFromItsFileName) {
    const auto scan = [](const std::string& file) {
        return Outcome(
            {sheet_from_text(file, "Bản quét",
                             "Tệp | Định dạng | Số trang | Độ phân giải (dpi) | Phiên bản PDF | "
                             "Rộng (mm) | Cao (mm) | SHA-256\n" +
                                 file + " | pdf | 12 | 200 | 1.4 | 210 | 297 | ab12\n")});
    };
    const Outcome named = scan("ban-quet/I.7_so-goc-cap-bang_2022.pdf");
    EXPECT_EQ(named.column("scan", "record"), "I.07@");
    expect_clean(named, "truong-ban-quet");
    // What it is then, is for a check to ask: it may be the evidence of a correction.
    EXPECT_EQ(scan("minh-chung/SDCN_Huong_tr12.jpg").column("scan", "record"), "@2");
}

}  // namespace
}  // namespace hoso
