// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "recognise/versions/exported.h"
#include "unit/recognise/outcome.h"

namespace hoso {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* first_file = "smas/HK1/BangDiem_6A_HK1.xlsx";
constexpr const char* second_file = "smas/HK1/BangDiem_6A_HK1 (1).xlsx";
constexpr const char* toan = R"(
BẢNG ĐIỂM MÔN TOÁN – LỚP 6A
Học kỳ: I – Năm học: 2021-2022
STT | Mã học sinh | Họ và tên | Ngày sinh | ĐĐGtx | | ĐĐGgk | ĐĐGck | ĐTBmhk | Nhận xét
| | | | (1) | (2) | | | |
1 | 0140500101 | Lò Thị Ánh | 12/03/2010 | 8 | 7 | 7.5 | 8.5 | 8.1 | Tốt.
2 | 0140500102 | Sùng A Páo | 03/08/2010 | 6 | | 6 | 5.5 | 5.9 | Có tiến bộ.
 | | | | | Nậm Phạ, ngày 10 tháng 01 năm 2022
)";

Sheet sheet(const std::string& file, const std::vector<std::pair<std::string, std::string>>& edits,
            const std::string& name = "Toan_6A") {
    std::string text(toan);
    for (const auto& [from, to] : edits) {
        const auto at = text.find(from);
        if (at == std::string::npos) throw std::runtime_error("not in the fixture: " + from);
        text.replace(at, from.size(), to);
    }
    return sheet_from_text(file, name, text);
}

TEST(Versions, TwoExportsThatDifferAreNamedWithEveryCellAndValue) {
    const Outcome outcome({sheet(first_file, {}), sheet(second_file, {{"| 8.5 |", "| 9.5 |"},
                                                                      {"| 6 | |", "| 6 | 7 |"},
                                                                      {"ngày 10", "ngày 12"}})});
    EXPECT_THAT(
        outcome.findings,
        ElementsAre(
            "smas/HK1/BangDiem_6A_HK1.xlsx › Toan_6A: \"Bảng điểm môn học (SMAS)\" lớp 6A, "
            "môn học TOÁN, HK1, năm học 2021-2022 có hai bản xuất khác nhau (Lò Thị Ánh: H5 "
            "\"8.5\" ≠ H5 \"9.5\"; Sùng A Páo: F6 \"\" ≠ F6 \"7\"). Bản mới hơn là "
            "\"smas/HK1/BangDiem_6A_HK1 (1).xlsx\": 12/01/2022 (F7), bản kia 10/01/2022 "
            "(F7). Chỉ được giữ một bản. [recognise/exported-twice]"));
    std::vector<std::string> places;
    for (const Location& place : outcome.raw[0].places) places.push_back(describe(place));
    EXPECT_THAT(places, ElementsAre("smas/HK1/BangDiem_6A_HK1.xlsx › Toan_6A",
                                    "smas/HK1/BangDiem_6A_HK1 (1).xlsx › Toan_6A",
                                    "smas/HK1/BangDiem_6A_HK1.xlsx › Toan_6A › H5",
                                    "smas/HK1/BangDiem_6A_HK1 (1).xlsx › Toan_6A › H5",
                                    "smas/HK1/BangDiem_6A_HK1.xlsx › Toan_6A › F6",
                                    "smas/HK1/BangDiem_6A_HK1 (1).xlsx › Toan_6A › F6"));
    EXPECT_EQ(outcome.raw[0].scopes.front().klass, "6A");
    EXPECT_EQ(outcome.raw[0].rule->severity, Severity::Error);
    EXPECT_THAT(hint(outcome.raw[0], Language::Vietnamese),
                HasSubstr("file = \"smas/HK1/BangDiem_6A_HK1 (1).xlsx\", over = "
                          "\"smas/HK1/BangDiem_6A_HK1.xlsx\""));
    EXPECT_EQ(outcome.tables.size(), 2U);  // of the newer file; the class is held back
    EXPECT_EQ(outcome.table("mark").origin->file, second_file);
}

TEST(Versions, ManyDifferencesAreCountedAndPupilsOfOneFileNamed) {
    std::string rows;
    for (int i = 0; i < 9; ++i) {
        rows += std::to_string(3 + i) + " | 01405001" + std::to_string(11 + i) + " | Em " +
                std::string(1, static_cast<char>('A' + i)) +
                " | 12/03/2010 | 8 | 7 | 7 | MARK | 8.1 | Tốt.\n";
    }
    const auto with = [&](const std::string& mark, const std::string& extra) {
        std::string text = rows;
        for (auto at = text.find("MARK"); at != std::string::npos; at = text.find("MARK"))
            text.replace(at, 4, mark);
        return text + extra + " | | | | | Nậm Phạ, ngày";
    };
    const Outcome outcome(
        {sheet(first_file, {{" | | | | | Nậm Phạ, ngày", with("8", "")}}),
         sheet(
             second_file,
             {{" | | | | | Nậm Phạ, ngày",
               with("9", "20 | 0140500190 | Em Mới | 12/03/2010 | 8 | 7 | 7 | 8 | 8 | Tốt.\n")}})});
    ASSERT_EQ(outcome.findings.size(), 1U);
    EXPECT_THAT(outcome.findings[0],
                HasSubstr("Em E: H11 \"9\" ≠ H11 \"8\"; đang hiện 5 trên 9 ô "
                          "khác nhau; 1 dòng chỉ có ở \"smas/HK1/BangDiem_6A_HK1 "
                          "(1).xlsx\" (trước hết: Em Mới B16)). Không biết bản "
                          "nào mới hơn: tệp không nói."));
    EXPECT_EQ(outcome.raw[0].places.size(), 12U);
}

TEST(Versions, TheJobSaysWhichOneCountsAndWhy) {
    const Outcome outcome({sheet(first_file, {}), sheet(second_file, {{"| 8.5 |", "| 9.5 |"}})},
                          Language::Vietnamese,
                          {{second_file, first_file, "xuất lại sau khi sửa điểm cuối kỳ"}});
    EXPECT_THAT(
        outcome.findings,
        ElementsAre("smas/HK1/BangDiem_6A_HK1 (1).xlsx › Toan_6A: \"Bảng điểm môn học (SMAS)\" lớp "
                    "6A, môn học TOÁN, HK1, năm học 2021-2022: dùng "
                    "\"smas/HK1/BangDiem_6A_HK1 (1).xlsx\", không dùng "
                    "\"smas/HK1/BangDiem_6A_HK1.xlsx\", như hoso.toml đã ghi. Lý do: xuất lại sau "
                    "khi sửa điểm cuối kỳ. [recognise/preferred]"));
    EXPECT_EQ(outcome.table("mark").origin->file, second_file);
    EXPECT_EQ(outcome.tables.size(), 2U);
}

TEST(Versions, APreferenceThatDecidesNothingIsSaid) {
    const Outcome outcome({sheet(first_file, {})}, Language::Vietnamese,
                          {{"smas/khac.xlsx", first_file, "gõ nhầm tên"}});
    EXPECT_THAT(
        outcome.findings,
        ElementsAre("hoso.toml: hoso.toml ghi dùng \"smas/khac.xlsx\" thay "
                    "\"smas/HK1/BangDiem_6A_HK1.xlsx\" nhưng không có hai bản xuất như vậy. "
                    "[recognise/preference-unused]"));
    EXPECT_EQ(outcome.tables.size(), 2U);
}

TEST(Versions, TheSameFileTwiceIsOneWarningHoweverManySheets) {
    std::vector<Sheet> sheets;
    for (const char* file : {first_file, second_file}) {
        for (const char* subject : {"TOÁN", "NGỮ VĂN", "GDCD"}) {
            sheets.push_back(sheet(file, {{"TOÁN", subject}}, std::string(subject) + "_6A"));
            sheets.back().source_digest = "same";
        }
    }
    const Outcome outcome(sheets);
    EXPECT_THAT(
        outcome.findings,
        ElementsAre("smas/HK1/BangDiem_6A_HK1 (1).xlsx: \"Bảng điểm môn học (SMAS)\" lớp "
                    "6A, môn học TOÁN, HK1, năm học 2021-2022 và 2 bảng khác của tệp này: "
                    "có hai tệp giống hệt nhau; dùng một tệp. [recognise/same-file-twice]"));
    EXPECT_TRUE(outcome.raw[0].scopes.front().nothing);
    EXPECT_EQ(outcome.tables.size(), 6U);
}

TEST(Versions, TheSameContentInAnotherFormatIsAWarning) {
    Sheet copy = sheet("smas/HK1/BangDiem_6A_HK1.xls", {});
    copy.format = "xls";
    const Outcome outcome({sheet(first_file, {}), copy});
    EXPECT_THAT(outcome.findings,
                ElementsAre("smas/HK1/BangDiem_6A_HK1.xls › Toan_6A: \"Bảng điểm môn học (SMAS)\" "
                            "lớp 6A, môn học TOÁN, HK1, năm học 2021-2022: có ở hai tệp với cùng "
                            "nội dung; dùng một tệp. [recognise/same-content-twice]"));
    EXPECT_EQ(outcome.tables.size(), 2U);
}

constexpr const char* list_head =
    "DANH SÁCH HỌC SINH\nSTT | Mã học sinh | Họ và tên | Lớp | Ngày sinh | Giới tính | Dân tộc | "
    "Trạng thái\n";
constexpr const char* anh =
    "1 | 0140500101 | Lò Thị Ánh | 6A | 12/03/2010 | Nữ | Thái | Đang học\n";
constexpr const char* pao =
    "2 | 0140500102 | Sùng A Páo | 6A | 03/08/2010 | Nam | Mông | Đang học\n";
constexpr const char* binh =
    "3 | 0140500151 | Hà Văn Bình | 6B | 03/08/2010 | Nam | Tày | Đang học\n";

TEST(Versions, ListsWithoutAClassInTheTitleAreComparedByTheirPupils) {
    const std::string whole = std::string(list_head) + anh + pao + binh;
    std::string newer = whole;
    newer.replace(newer.find("12/03/2010"), 10, "13/03/2010");
    const Outcome differ({sheet_from_text("smas/DanhSach.xlsx", "DS", whole),
                          sheet_from_text("smas/DanhSach_moi.xlsx", "DS", newer)});
    ASSERT_EQ(differ.findings.size(), 1U);
    EXPECT_THAT(differ.findings[0], HasSubstr("Lò Thị Ánh: E3 \"13/03/2010\" ≠ E3 \"12/03/2010\""));
    const Outcome parts({sheet_from_text("smas/6A.xlsx", "DS", std::string(list_head) + anh + pao),
                         sheet_from_text("smas/6B.xlsx", "DS", std::string(list_head) + binh)});
    EXPECT_THAT(parts.findings, IsEmpty());
    EXPECT_EQ(parts.tables.size(), 2U);
}

TEST(Versions, DatesAreReadAsSchoolsAndSystemsWriteThem) {
    const auto stamp = [](const char* text) {
        const auto found = date_in(text);
        return found ? found->stamp : "";
    };
    EXPECT_EQ(stamp("Nậm Phạ, ngày 8 tháng 01 năm 2022"), "2022-01-08");
    EXPECT_EQ(stamp("Ngày xuất: 12/01/2022 08:05"), "2022-01-12 08:05");
    EXPECT_EQ(stamp("Xuất lúc 12/1/2022, 8:05"), "2022-01-12 08:05");
    EXPECT_EQ(stamp("Năm học 2021-2022"), "");
    EXPECT_EQ(stamp("31/02/2022"), "");
    EXPECT_EQ(stamp("ngày … tháng … năm 2022"), "");
    EXPECT_EQ(stamp(std::string(100000, '1').c_str()), "");
}

TEST(Versions, TheLineOfTheExportBeatsTheFooterAndThatTheProperties) {
    Sheet made = sheet(first_file, {});
    made.modified = "2022-01-15T01:30:00Z";
    EXPECT_EQ(exported(made)->shown, "10/01/2022");
    Sheet own = sheet(first_file, {{"Học kỳ: I –", "Ngày xuất: 11/01/2022 09:30\nHọc kỳ: I –"}});
    EXPECT_EQ(exported(own)->shown, "11/01/2022 09:30");
    Sheet silent = sheet(first_file, {{"Nậm Phạ, ngày 10 tháng 01 năm 2022", ""}});
    EXPECT_FALSE(exported(silent));
    silent.modified = "2022-01-15T01:30:00Z";
    EXPECT_EQ(exported(silent)->shown, "15/01/2022 08:30");
    EXPECT_EQ(exported(silent)->where.row, 0U);
}

TEST(Hidden, RowsColumnsAndSheetsThatAreReadAreNoted) {
    Sheet hidden = sheet(first_file, {});
    hidden.hidden_rows = {6, 40};
    hidden.hidden_columns = {1, 7};
    hidden.hidden = true;
    const Outcome outcome({hidden});
    EXPECT_THAT(outcome.findings,
                ElementsAre("smas/HK1/BangDiem_6A_HK1.xlsx › Toan_6A: Có dữ liệu ở chỗ bị ẩn: cả "
                            "trang tính; vẫn được đọc. [recognise/hidden-data]",
                            "smas/HK1/BangDiem_6A_HK1.xlsx › Toan_6A › 3: Có dữ liệu ở chỗ bị ẩn: "
                            "hàng 6; vẫn được đọc. [recognise/hidden-data]",
                            "smas/HK1/BangDiem_6A_HK1.xlsx › Toan_6A › G3: Có dữ liệu ở chỗ bị ẩn: "
                            "cột \"ĐĐGgk\"; vẫn được đọc. [recognise/hidden-data]"));
    EXPECT_EQ(outcome.tables.size(), 2U);
}

}  // namespace
}  // namespace hoso
