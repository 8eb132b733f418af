// SPDX-License-Identifier: Apache-2.0
#include "recognise/profile/pattern.h"

#include <gtest/gtest.h>

#include "vocabulary/text.h"

namespace hoso {
namespace {

// "class=6A@12; term=HK1@30": name, value, byte of the original.
std::string captured(std::string_view pattern, const std::string& text) {
    const auto parsed = Pattern::parse(pattern);
    if (!parsed) return "no pattern";
    const auto found = parsed->search(fold(text), text);
    if (!found) return "nothing";
    std::string result;
    for (const Captured& capture : *found) {
        result += (result.empty() ? "" : "; ") + std::string(capture_name(capture.kind)) + "=" +
                  capture.value;
    }
    return result;
}

TEST(HeadingKey, IsMatchKeyWithoutIcu) {
    for (const char* text :
         {"Mã học sinh", "  Họ\u00A0và  Tên ", "ĐĐGtx (1)", "LS&ĐL", "Ðinh", "", " ",
          "Số, ký hiệu văn bản", "Thứ\n2", "\u200BToán", "Nặm – Phạ", "Ế Ẫ Ộ Ặ Ữ"}) {
        EXPECT_EQ(heading_key(text), match_key(text)) << text;
    }
}

TEST(Fold, RemembersWhereEachByteCameFrom) {
    const std::string text = "Năm học : 2021 – 2022";
    const FoldedText folded = fold(text);
    EXPECT_EQ(folded.key, "nam hoc:2021-2022");
    EXPECT_EQ(text.substr(folded.from[8], folded.from[12] - folded.from[8]).substr(0, 4), "2021");
}

TEST(Pattern, ReadsTermsAsTheyAreWritten) {
    EXPECT_EQ(captured("{term}", "Học kỳ: I – Năm học: 2021-2022"), "term=HK1");
    EXPECT_EQ(captured("{term}", "KẾT QUẢ HỌC KÌ II"), "term=HK2");
    EXPECT_EQ(captured("{term}", "Khối 6 - Lớp 6A - (Học kỳ 1)"), "term=HK1");
    EXPECT_EQ(captured("{term}", "Khối 6 - Lớp 6A - (Cả năm)"), "term=CN");
    EXPECT_EQ(captured("{term}", "so_diem_tong_ket_khoi_6_hk2.xlsx"), "term=HK2");
    EXPECT_EQ(captured("Kết quả rèn luyện {term}", "Kết quả rèn luyện CN"), "term=CN");
    EXPECT_EQ(captured("{term}", "1 tiết, lần I"), "nothing");
    EXPECT_EQ(captured("{term}", "Học kỳ III"), "nothing");
}

TEST(Pattern, BareCnIsTheYearInAFilesNameOnly) {
    const auto term = Pattern::parse("{term}");
    const std::string file = "TongKet_7B_CN (1).xlsx", title = "GV CN: Lò Văn Chung";
    EXPECT_EQ(term->search(fold(file), file, Pattern::Where::Name)->front().value, "CN");
    EXPECT_EQ(captured("{term}", title), "nothing");
}

TEST(Pattern, ReadsClassesAndKeepsThemInUpperCase) {
    EXPECT_EQ(captured("{class}", "Toan_6a"), "class=6A");
    EXPECT_EQ(captured("Lớp[:|] {class}", "Lớp: 10C9"), "class=10C9");
    EXPECT_EQ(captured("Lớp[:|] {class}", "lớp 6/2"), "class=6/2");
    EXPECT_EQ(captured("{class}", "6/2/2022"), "nothing");
    EXPECT_EQ(captured("{class}", "Sheet1"), "nothing");
    EXPECT_EQ(captured("{class}", "khoi_6_hk1"), "nothing");
}

TEST(Pattern, ReadsYearsAndMonths) {
    EXPECT_EQ(captured("Năm học[:|] {year}", "NĂM HỌC 2021 – 2022"), "year=2021-2022");
    EXPECT_EQ(captured("Năm học[:|] {year}", "Năm học: 2021-2023"), "nothing");
    EXPECT_EQ(captured("Khóa {course}", "SỔ ĐĂNG BỘ – KHÓA 2018 – 2022"), "course=2018-2022");
    EXPECT_EQ(captured("{course}", "SoDangBo_2021-2022.xlsx"), "nothing");
    EXPECT_EQ(captured("Tháng {month}", "Tháng 10 năm 2021"), "month=2021-10");
    EXPECT_EQ(captured("Tháng {month}", "Tháng 1/2022"), "month=2022-01");
    EXPECT_EQ(captured("Tháng {month-number}", "Thang09"), "month-number=9");
    EXPECT_EQ(captured("{month}", "DiemDanh_6A_2021-2022.xlsx"), "nothing");
    EXPECT_EQ(captured("{month}", "DiemDanh_6A_2021-10.xlsx"), "month=2021-10");
}

TEST(Pattern, KeepsTheTonesOfNamesAndSubjects) {
    const char* subject = "Môn[ học|][:|] {subject}[-|,|] Lớp[:|] {class}";
    EXPECT_EQ(captured(subject, "BẢNG ĐIỂM MÔN NGỮ VĂN – LỚP 7A"), "subject=NGỮ VĂN; class=7A");
    EXPECT_EQ(captured(subject, "Môn học: Hoạt động trải nghiệm, hướng nghiệp, lớp 6A"),
              "subject=Hoạt động trải nghiệm, hướng nghiệp; class=6A");
    EXPECT_EQ(
        captured("[Giáo viên|GV][:|] {teacher}", "Năm học: 2021-2022 – Giáo viên: Trần Thị Hương "),
        "teacher=Trần Thị Hương");
}

TEST(Pattern, DoesNotRunIntoTheNextCell) {
    const std::string row =
        std::string("Môn học: Toán") + cell_border + "Học kỳ:" + cell_border + "II";
    EXPECT_EQ(captured("Môn học: {subject}", row), "subject=Toán");
    EXPECT_EQ(captured("{term}", row), "term=HK2");
}

TEST(Pattern, CoversAWholeFooter) {
    const auto date = Pattern::parse("*ngày * tháng * năm *");
    EXPECT_TRUE(date->covers(fold("Nậm Phạ, ngày … tháng … năm …")));
    EXPECT_FALSE(date->covers(fold("Nghỉ từ ngày 4 tháng 10")));
    EXPECT_TRUE(Pattern::parse("[Tổng số|Cộng]")->covers(fold("TỔNG SỐ")));
    EXPECT_FALSE(Pattern::parse("[Tổng số|Cộng]")->covers(fold("Cộng Thị Mai")));
}

TEST(Pattern, IsRefusedWhenNobodyCanUnderstandIt) {
    EXPECT_EQ(captured("{klass}", "6A"), "no pattern");
    EXPECT_EQ(captured("[Lớp {class}", "6A"), "no pattern");
    EXPECT_EQ(captured("{class", "6A"), "no pattern");
    EXPECT_EQ(captured("", "6A"), "no pattern");
}

TEST(Pattern, LongTextCostsNothing) {
    const std::string text(32767, 'a');
    EXPECT_EQ(captured("*Lớp*{class}", text), "nothing");
}

}  // namespace
}  // namespace hoso
