// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/recognise/document.h"

namespace hoso {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string kPlan =
    "|PHÒNG GD&ĐT HUYỆN BẮC LƯƠNG//TRƯỜNG THCS XÃ NẬM PHẠ//TỔ: KHOA HỌC TỰ NHIÊN|CỘNG HÒA XÃ HỘI\n"
    "**KẾ HOẠCH DẠY HỌC\n"
    "**CỦA TỔ CHUYÊN MÔN\n"
    "**MÔN HỌC TOÁN, KHỐI LỚP 6\n"
    "(Năm học 2021 - 2022)\n"
    "**I. Đặc điểm tình hình\n"
    "1. Số lớp: 2; Số học sinh: 66\n"
    "2. Tình hình đội ngũ: Số giáo viên: 8\n"
    "**3. Thiết bị dạy học:\n"
    "|STT|Thiết bị dạy học|Số lượng|Các bài thí nghiệm/ thực hành|Ghi chú\n"
    "|1|Bộ thước|8|Các bài hình học|\n"
    "**4. Phòng học bộ môn/phòng thí nghiệm\n"
    "|STT|Tên phòng|Số lượng|Phạm vi và nội dung sử dụng|Ghi chú\n"
    "|1|Phòng thiết bị|1|Dùng chung|\n"
    "**II. Kế hoạch dạy học\n"
    "**1. Phân phối chương trình\n"
    "|STT|Bài học//(1)|Số tiết (2)|Yêu cầu cần đạt (3)\n"
    "|1|Tập hợp|2|Nhận biết được\n"
    "**3. Kiểm tra, đánh giá định kỳ\n"
    "|Bài kiểm tra, đánh giá|Thời gian (1)|Thời điểm (2)|Yêu cầu cần đạt (3)|Hình thức (4)\n"
    "|Giữa Học kỳ 1|90 phút|Tuần 9|Chương I|Viết\n"
    "**III. Các nội dung khác (nếu có):\n"
    "|TỔ TRƯỞNG//(Ký và ghi rõ họ tên)//Vi Văn Tám|HIỆU TRƯỞNG//(Ký và ghi rõ họ tên)//Lò Văn "
    "Bảy\n";

DocumentOutcome read(const std::string& text) {
    return DocumentOutcome(document_from_text("KHTN_PhuLuc1.docx", text));
}

TEST(TeamPlan, BecomesARowWithTheNamesOfItsSignatures) {
    const DocumentOutcome outcome = read(kPlan);
    EXPECT_THAT(outcome.findings, IsEmpty());
    EXPECT_EQ(outcome.value("kind"), "cv5512-pl1");
    EXPECT_EQ(outcome.value("team"), "Khoa học tự nhiên");
    EXPECT_EQ(outcome.value("subject_name"), "Toán");
    EXPECT_EQ(outcome.value("grade"), "6");
    EXPECT_EQ(outcome.value("year"), "2021-2022");
    EXPECT_EQ(outcome.value("approver"), "Lò Văn Bảy");
    EXPECT_EQ(outcome.recognised.tables.at(0).year, "2021-2022");
}

TEST(TeamPlan, ATableWithoutAColumnIsNamedWithItsSection) {
    std::string text =
        changed(kPlan, "|Yêu cầu cần đạt (3)\n|1|Tập hợp|2|Nhận biết được", "\n|1|Tập hợp|2");
    EXPECT_THAT(read(text).findings,
                ElementsAre("KHTN_PhuLuc1.docx › bảng 4: Kế hoạch dạy học của tổ chuyên môn (CV "
                            "5512, Phụ lục I): bảng ở mục \"1. Phân phối chương trình\" thiếu cột "
                            "\"Yêu cầu cần đạt\". [recognise/section-without-column]"));
}

TEST(TeamPlan, ASectionWithoutItsTableSaysWhichColumnsItHas) {
    std::string text = changed(kPlan,
                               "|STT|Tên phòng|Số lượng|Phạm vi và nội dung sử dụng|Ghi chú\n"
                               "|1|Phòng thiết bị|1|Dùng chung|\n",
                               "Một phòng thiết bị dùng chung.\n");
    const auto findings = read(text).findings;
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_THAT(findings[0], HasSubstr("không có bảng với các cột \"STT\", \"Tên phòng\""));
    EXPECT_THAT(findings[0], HasSubstr("[recognise/section-without-table]"));
}

TEST(TeamPlan, ATableWithNothingButNumbersIsEmpty) {
    const auto outcome = read(changed(kPlan, "|1|Bộ thước|8|Các bài hình học|", "|1||||"));
    ASSERT_EQ(outcome.findings.size(), 1U);
    EXPECT_THAT(outcome.findings[0], HasSubstr("mục \"3. Thiết bị dạy học\""));
    EXPECT_EQ(outcome.state("3. Thiết bị dạy học"), "empty");
}

TEST(TeamPlan, EachGradesTableOfActivitiesIsLookedAt) {
    const std::string columns =
        "|STT|Chủ đề (1)|Yêu cầu cần đạt (2)|Số tiết (3)|Thời điểm (4)|Địa điểm (5)|Chủ trì (6)"
        "|Phối hợp (7)|Điều kiện thực hiện (8)\n|1|Quê hương|Kể được|2|Tuần 12|Bản|A|B|Loa\n";
    const std::string top =
        "**TỔ: KHOA HỌC TỰ NHIÊN\n"
        "**KẾ HOẠCH TỔ CHỨC CÁC HOẠT ĐỘNG GIÁO DỤC CỦA TỔ CHUYÊN MÔN\n(Năm học 2021-2022)\n";
    const std::string both = "**1. Khối lớp: 6; Số học sinh: 66\n" + columns +
                             "**2. Khối lớp: 7; Số học sinh: 71\n" +
                             changed(columns, "|Phối hợp (7)", "|Ghi chú");
    const DocumentOutcome outcome = read(top + both);
    ASSERT_EQ(outcome.findings.size(), 1U);
    EXPECT_THAT(outcome.findings[0], HasSubstr("KHTN_PhuLuc1.docx › bảng 2"));
    EXPECT_THAT(outcome.findings[0], HasSubstr("thiếu cột \"Phối hợp\""));
    const DocumentOutcome none = read(top);
    ASSERT_EQ(none.findings.size(), 1U);
    EXPECT_THAT(none.findings[0], HasSubstr("[recognise/section-missing]"));
}

TEST(TeamPlan, MinutesOfAMeetingAreFreerAndTellTheirDate) {
    const DocumentOutcome outcome(document_from_text(
        "KHTN_BienBan.docx",
        "**TỔ: KHOA HỌC TỰ NHIÊN\n**BIÊN BẢN SINH HOẠT CHUYÊN MÔN\n"
        "Thời gian: 14 giờ 00, ngày 14 tháng 10 năm 2021\nĐịa điểm: Phòng họp\n"
        "Chủ trì: Vi Văn Tám\nThư ký: Lò Thị Ánh\n**I. Nội dung\n1. Đánh giá tháng 9.\n"
        "**III. Kết luận\nNhất trí."));
    EXPECT_EQ(outcome.value("kind"), "group-minutes");
    EXPECT_EQ(outcome.value("meeting_date"), "14/10/2021");
    EXPECT_EQ(outcome.value("month"), "2021-10");
    EXPECT_EQ(outcome.value("chair"), "Vi Văn Tám");
    ASSERT_EQ(outcome.findings.size(), 1U);
    EXPECT_THAT(outcome.findings[0], HasSubstr("thiếu mục \"II. Ý kiến thảo luận\""));
    EXPECT_FALSE(outcome.raw[0].holds_back());
}

TEST(TeamPlan, AnIndividualPlanTouchesItsPupilOnly) {
    const DocumentOutcome outcome(document_from_text(
        "KHGDCN_6B.docx",
        "**KẾ HOẠCH GIÁO DỤC CÁ NHÂN\nNăm học: 2021-2022\nMã học sinh: 0140500159\n"
        "Ngày sinh: 07/04/2010\nLớp: 6B\nDạng khuyết tật: Trí tuệ\n**I. Đặc điểm của học sinh\nA.\n"
        "**II. Mục tiêu giáo dục\nB.\n**III. Nhận xét chung\nC."));
    EXPECT_EQ(outcome.value("pupil_code"), "0140500159");
    EXPECT_EQ(outcome.value("class_name"), "6B");
    ASSERT_EQ(outcome.findings.size(), 1U);
    EXPECT_THAT(outcome.findings[0], HasSubstr("không thấy ghi họ và tên học sinh"));
    EXPECT_EQ(outcome.raw[0].scopes[0].pupil, "0140500159");
}

TEST(TeamPlan, AnObservationSheetTellsItsScore) {
    const DocumentOutcome outcome(document_from_text(
        "DuGio_01.docx",
        "**PHIẾU DỰ GIỜ\nHọ và tên người dạy: Lò Thị Ánh\nMôn: Toán; Lớp: 6A; Tiết PPCT: 17\n"
        "Tên bài dạy: Tập hợp\nNgày dạy: 05/10/2021\nHọ và tên người dự: Vi Văn Tám\n"
        "|TT|Tiêu chí|Điểm\n|1|Nội dung|6\nTổng điểm: 17,5/20. Xếp loại: Giỏi"));
    EXPECT_THAT(outcome.findings, IsEmpty());
    EXPECT_EQ(outcome.value("score"), "17,5");
    EXPECT_EQ(outcome.value("rating"), "Giỏi");
    EXPECT_EQ(outcome.value("observer"), "Vi Văn Tám");
    EXPECT_EQ(outcome.value("observed_on"), "05/10/2021");
    EXPECT_EQ(outcome.value("plan_from"), "17");
}

}  // namespace
}  // namespace hoso
