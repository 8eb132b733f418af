// SPDX-License-Identifier: Apache-2.0
#include "catalogue/job.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/fake_disk.h"

namespace hoso {
namespace {

using testing::ElementsAre;

const char* const good = R"([school]
code = "THCSNP"
name = "TRƯỜNG THCS XÃ NẬM PHẠ"
superior = "PHÒNG GD&ĐT HUYỆN BẮC LƯƠNG"
department = "SỞ GIÁO DỤC VÀ ĐÀO TẠO SƠN LA"
ward = "Xã Nậm Phạ"
district = "Huyện Bắc Lương"
province = "Tỉnh Sơn La"
place = "Nậm Phạ"
[year]
start = 2021
[[periods]]
id = "HK2"
from = 2022-01-10
to = 2022-05-21
closing = 2022-05-28
[[periods]]
id = "HK1"
from = "06/09/2021"
to = "2022-01-08"
closing = "2022-01-12"
[run]
periods = ["HK1"]
sign = false
[signing]
keys = "keys"
trust = "keys/ca.pem"
[[people]]
id = "ht"
name = "Bùi Văn Khoát"
title = "Hiệu trưởng"
[[people]]
id = "gvcn-6a"
name = "Lò Văn Chung"
title = "Giáo viên chủ nhiệm"
key = "own.p12"
[duties]
principal = "ht"
[[classes]]
name = "6A10"
grade = 6
homeroom = "gvcn-6a"
[[classes]]
name = "6A2"
grade = 6
homeroom = "gvcn-6a"
headcount = { HK1 = 35 }
[rules.off]
"validate/ethnicity-unknown" = "chưa có danh mục"

[rules.warning]
"validate/bad-date" = "sổ cũ chỉ ghi năm sinh"
)";

Job load(const std::string& text) {
    FakeDisk disk;
    disk.files["job/hoso.toml"] = text;
    return load_job(disk, "job");
}

std::string refusal(const std::string& text) {
    try {
        load(text);
    } catch (const UsageError& error) {
        return error.what();
    }
    return "";
}

std::string replaced(const std::string& from, const std::string& to) {
    std::string text = good;
    return text.replace(text.find(from), from.size(), to);
}

TEST(Job, IsReadWithItsPeriodsAndClassesInOrder) {
    const Job job = load(good);
    EXPECT_EQ(job.school.name, "TRƯỜNG THCS XÃ NẬM PHẠ");
    EXPECT_EQ(job.year.id(), "2021-2022");
    ASSERT_EQ(job.periods.size(), 2U);
    EXPECT_EQ(job.periods[0].id, "HK1");
    EXPECT_EQ(job.periods[0].axis, Axis::Term);
    EXPECT_EQ(to_iso(job.periods[0].from), "2021-09-06");
    EXPECT_EQ(to_iso(job.period("HK2")->closing), "2022-05-28");
    EXPECT_FALSE(job.sign);
    EXPECT_THAT(job.run_periods, ElementsAre("HK1"));
    ASSERT_EQ(job.classes.size(), 2U);
    EXPECT_EQ(job.classes[0].name, "6A2");
    EXPECT_EQ(job.classes[0].headcount.at("HK1"), 35);
    EXPECT_EQ(job.person("ht")->key, "job/keys/ht.p12");
    EXPECT_EQ(job.keys, "job/keys");
    EXPECT_EQ(job.trust, "job/keys/ca.pem");
    EXPECT_EQ(job.signer("homeroom", "6A2")->key, "job/own.p12");
    EXPECT_EQ(job.signer("principal", "6A2")->name, "Bùi Văn Khoát");
    EXPECT_EQ(job.signer("nurse", "6A2"), nullptr);
    EXPECT_EQ(job.switched_off.at("validate/ethnicity-unknown"), "chưa có danh mục");
    EXPECT_EQ(job.made_warnings.at("validate/bad-date"), "sổ cũ chỉ ghi năm sinh");
    EXPECT_EQ(job.digest.size(), 64U);
    EXPECT_EQ(job.folder, "job");
}

TEST(Job, BringsNamesToNfcAndAcceptsNotepadsMark) {
    const Job job =
        load("\xEF\xBB\xBF" + replaced("Lò Văn Chung", "Lo\xCC\x80  Va\xCC\x86n Chung"));
    EXPECT_EQ(job.person("gvcn-6a")->name, "Lò Văn Chung");
}

TEST(Job, OfTheDemonstrationIsReadWhole) {
    RealDisk disk;
    const Job job = load_job(disk, HOSO_SOURCE_DIR "/inputs/demo");
    EXPECT_EQ(job.school.code, "THCSNP");
    EXPECT_GE(job.classes.size(), 2U);
    EXPECT_GE(job.holidays.size(), 1U);
}

TEST(Job, RefusesWhatItDoesNotKnow) {
    EXPECT_EQ(
        refusal(replaced("\"chưa có danh mục\"", "\"\"")),
        "hoso.toml:49:32: quy tắc \"validate/ethnicity-unknown\" thiếu lý do; ghi sau dấu = vì "
        "sao trường không áp dụng, lý do được ghi vào gói hồ sơ");
    EXPECT_EQ(refusal(replaced("ethnicity-unknown", "bad-date")),
              "hoso.toml:52:23: quy tắc \"validate/bad-date\" đã tắt trong [rules.off]; chỉ để một "
              "nơi");
    EXPECT_EQ(refusal(replaced("place = ", "plase = ")),
              "hoso.toml:9:1: không biết khóa \"plase\" trong [school]; được dùng: code, name, "
              "superior, department, ward, district, province, place");
    EXPECT_EQ(refusal(replaced("[year]", "[yaer]")),
              "hoso.toml:10:2: không biết khóa \"yaer\" trong tệp; được dùng: school, year, "
              "periods, run, signing, holidays, people, duties, classes, rules, prefer");
}

TEST(Job, RefusesWhatIsMissingOrOfTheWrongKind) {
    EXPECT_EQ(refusal(replaced("closing = \"2022-01-12\"\n", "")),
              "hoso.toml:17:1: [[periods]] thiếu \"closing\"");
    EXPECT_EQ(refusal(replaced("\"06/09/2021\"", "\"31/09/2021\"")),
              "hoso.toml:19:8: \"from\" phải là một ngày, ví dụ 2021-09-06 hoặc \"06/09/2021\"");
    EXPECT_EQ(refusal(replaced("start = 2021", "start = \"2021\"")),
              "hoso.toml:11:9: \"start\" phải là số nguyên từ 2000 đến 2100");
    EXPECT_EQ(refusal(replaced("\"Nậm Phạ\"", "12")),
              "hoso.toml:9:9: \"place\" phải là chữ trong dấu \"…\"");
    EXPECT_EQ(refusal(replaced("sign = false", "sign = 0")),
              "hoso.toml:24:8: \"sign\" phải là true hoặc false");
    EXPECT_EQ(refusal(replaced("[duties]\nprincipal = \"ht\"\n", "")),
              "hoso.toml:1:1: thiếu phần [duties]");
    EXPECT_EQ(refusal(replaced("THCSNP", "THCS-NẬM")),
              "hoso.toml:2:8: code = \"THCS-NẬM\": chỉ dùng chữ không dấu và chữ số");
}

TEST(Job, RefusesCharactersThatHosoUsesItself) {
    EXPECT_EQ(refusal(replaced("Bùi Văn Khoát", "Bùi\xEE\x80\x80Khoát")),
              "hoso.toml:30:8: \"name\" có ký tự lạ không in được; gõ lại bằng tay");
    EXPECT_EQ(refusal(replaced("Bùi Văn Khoát", "Bùi\xEF\xBC\x8CKhoát")), "");  // U+FF0C
}

TEST(Job, RefusesWhatContradictsItself) {
    EXPECT_EQ(refusal(replaced("to = \"2022-01-08\"", "to = \"2021-01-08\"")),
              "hoso.toml:20:6: kỳ HK1: ngày kết thúc 08/01/2021 trước ngày bắt đầu 06/09/2021");
    EXPECT_EQ(refusal(replaced("id = \"HK1\"", "id = \"HKI\"")),
              "hoso.toml:18:6: không biết kỳ \"HKI\"; ví dụ: HK1, HK2, CN, HE, KHOA-2018-2022");
    EXPECT_EQ(refusal(replaced("periods = [\"HK1\"]", "periods = [\"CN\"]")),
              "hoso.toml:23:11: kỳ CN không có trong [[periods]]");
    EXPECT_EQ(refusal(replaced("principal = \"ht\"", "principal = \"pht\"")),
              "hoso.toml:38:13: principal: không có người nào trong [[people]] với id \"pht\"");
    EXPECT_EQ(refusal(replaced("homeroom = \"gvcn-6a\"", "homeroom = \"gvcn-6b\"")),
              "hoso.toml:42:12: lớp 6A10: không có người nào trong [[people]] với id \"gvcn-6b\"");
    EXPECT_EQ(refusal(replaced("6A10", "6A2")), "hoso.toml:44:8: lớp 6A2 có hai lần");
    EXPECT_EQ(refusal(replaced("HK1 = 35", "CN = 35")),
              "hoso.toml:47:13: lớp 6A2: sĩ số cho kỳ CN không có trong [[periods]]");
}

TEST(Job, SaysWhichOfTwoExportsCounts) {
    const auto with = [](const std::string& prefer) { return std::string(good) + prefer; };
    FakeDisk disk;
    disk.files["/job/hoso.toml"] =
        with("[[prefer]]\nfile = \"b.xlsx\"\nover = \"a.xlsx\"\nreason = \"điểm đã sửa\"\n");
    const Job job = load_job(disk, "/job");
    ASSERT_EQ(job.prefer.size(), 1U);
    EXPECT_EQ(job.prefer[0].file, "b.xlsx");
    EXPECT_EQ(job.prefer[0].over, "a.xlsx");
    EXPECT_EQ(job.prefer[0].reason, "điểm đã sửa");
    EXPECT_THAT(refusal(with("[[prefer]]\nfile = \"b.xlsx\"\nover = \"a.xlsx\"\n")),
                testing::HasSubstr("[[prefer]] thiếu \"reason\""));
    EXPECT_THAT(refusal(with("[[prefer]]\nfile = \"a.xlsx\"\nover = \"a.xlsx\"\nreason = \"x\"\n")),
                testing::HasSubstr("[[prefer]]: file và over cùng là \"a.xlsx\""));
    EXPECT_THAT(refusal(with("[[prefer]]\nfile = \"a.xlsx\"\nover = \"b.xlsx\"\nreason = \"x\"\n"
                             "[[prefer]]\nfile = \"b.xlsx\"\nover = \"a.xlsx\"\nreason = \"x\"\n")),
                testing::HasSubstr("thay nhau theo cả hai chiều"));
}

TEST(Job, NamesTheLineOfASyntaxError) {
    EXPECT_THAT(refusal(replaced("start = 2021", "start = ")),
                testing::StartsWith("hoso.toml:11:9: tệp viết sai cú pháp TOML ("));
    FakeDisk disk;
    try {
        load_job(disk, "job");
        FAIL();
    } catch (const UsageError& error) {
        EXPECT_STREQ(error.what(), "không thấy tệp hoso.toml trong thư mục job");
    }
}

}  // namespace
}  // namespace hoso
