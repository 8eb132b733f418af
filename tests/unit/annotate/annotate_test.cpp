// SPDX-License-Identifier: Apache-2.0
#include "annotate/annotate.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "annotate/names.h"
#include "annotate/remarks.h"

namespace hoso {
namespace {

namespace fs = std::filesystem;

constexpr Rule kError = {"validate/mark-too-precise",
                         Severity::Error,
                         "subject-teacher",
                         "điểm {value} có hai chữ số thập phân",
                         "mark {value}",
                         "Sửa trên SMAS rồi xuất lại.",
                         "Mend it in SMAS."};
constexpr Rule kNote = {"validate/mark-as-text",
                        Severity::Note,
                        "subject-teacher",
                        "điểm {value} ghi bằng chữ",
                        "mark {value} is text",
                        "",
                        ""};

std::shared_ptr<const Origin> origin(const std::string& sheet) {
    return std::make_shared<const Origin>(Origin{"smas/Toán 6A.xlsx", sheet});
}

Sheet marks_sheet() {
    Sheet sheet;
    sheet.origin = origin("Toan");
    sheet.cells = {{1, 1, CellKind::Text, false, "BẢNG ĐIỂM"},
                   {2, 1, CellKind::Text, false, "Mã"},
                   {2, 2, CellKind::Text, false, "TX1"},
                   {3, 1, CellKind::Text, false, "=1+1"},
                   {3, 2, CellKind::Number, false, "8.55"},
                   {4, 1, CellKind::Number, false, "0140500101"},
                   {4, 2, CellKind::Number, true, "8.1"},
                   {5, 1, CellKind::Date, false, "2010-03-12"},
                   {5, 2, CellKind::Boolean, false, "TRUE"},
                   {6, 1, CellKind::Error, false, "#N/A"},
                   {6, 2, CellKind::Date, false, "2022-01-08T11:30:00"}};
    sheet.merges = {{1, 1, 1, 2}};
    sheet.hidden_rows = {3, 5};
    sheet.hidden_columns = {1};
    sheet.last_row = 6;
    sheet.last_column = 2;
    return sheet;
}

Finding finding(const Rule& rule, std::vector<Location> places, const std::string& value) {
    return {&rule, std::move(places), {{"value", value}}, {Scope{}}};
}

class Annotate : public testing::Test {
protected:
    void SetUp() override { fs::remove_all(folder_); }
    std::vector<Sheet> again(const Letter& letter, const FileContents& contents) {
        annotate(letter, contents, disk_, folder_ / "a.xlsx");
        Findings said;
        return read_sheets(disk_.read(folder_ / "a.xlsx"), "a.xlsx", said);
    }
    const fs::path folder_ = fs::path(HOSO_BINARY_DIR) / "scratch" / "annotate";
    RealDisk disk_;
};

TEST_F(Annotate, ReadAgainTheCopyHasTheSameCellsMergesAndHiddenRows) {
    const Finding wrong = finding(kError, {{origin("Toan"), 3, 2}}, "8,55");
    const Letter letter{
        "smas/Toán 6A.xlsx", "THCS Nậm Pha", "2021-2022", {{&wrong, "giáo viên bộ môn"}}};
    FileContents contents;
    contents.sheets = {marks_sheet()};
    const std::vector<Sheet> sheets = again(letter, contents);
    ASSERT_EQ(sheets.size(), 2u);
    EXPECT_EQ(sheets[0].origin->sheet, "Tóm tắt");
    const Sheet &copy = sheets[1], &original = contents.sheets[0];
    EXPECT_EQ(copy.origin->sheet, "Toan");
    ASSERT_EQ(copy.cells.size(), original.cells.size());
    for (std::size_t i = 0; i < copy.cells.size(); ++i) {
        EXPECT_EQ(copy.cells[i].row, original.cells[i].row);
        EXPECT_EQ(copy.cells[i].column, original.cells[i].column);
        EXPECT_EQ(copy.cells[i].text, original.cells[i].text);
        EXPECT_FALSE(copy.cells[i].formula);
    }
    EXPECT_EQ(copy.find(3, 1)->kind, CellKind::Text);
    EXPECT_EQ(copy.find(3, 2)->kind, CellKind::Number);
    EXPECT_EQ(copy.find(4, 1)->kind, CellKind::Text) << "a code keeps its zero";
    EXPECT_EQ(copy.find(5, 1)->kind, CellKind::Date);
    EXPECT_EQ(copy.find(5, 2)->kind, CellKind::Boolean);
    ASSERT_EQ(copy.merges.size(), 1u);
    EXPECT_EQ(copy.merges[0].last_column, 2u);
    // Row 3 bears the mark, so it is shown; row 5 stays hidden.
    EXPECT_EQ(copy.hidden_rows, std::vector<std::uint32_t>{5});
    EXPECT_EQ(copy.hidden_columns, std::vector<std::uint32_t>{1});
}

TEST_F(Annotate, AFileThatCouldNotBeReadHasASummaryOnly) {
    const Finding wrong = finding(kError, {{origin(""), 0, 0}}, "?");
    const Letter letter{
        "smas/Toán 6A.xlsx", "THCS Nậm Pha", "2021-2022", {{&wrong, "giáo viên bộ môn"}}};
    const std::vector<Sheet> sheets = again(letter, {});
    ASSERT_EQ(sheets.size(), 1u);
    EXPECT_EQ(sheets[0].origin->sheet, "Tóm tắt");
}

TEST_F(Annotate, MergesThatOverlapAreLeftOutAndSaid) {
    FileContents contents;
    contents.sheets = {marks_sheet()};
    contents.sheets[0].merges.push_back({1, 2, 2, 2});
    const Letter letter{"smas/Toán 6A.xlsx", "THCS Nậm Pha", "2021-2022", {}};
    const std::vector<Sheet> sheets = again(letter, contents);
    EXPECT_EQ(sheets[1].merges.size(), 1u);
    EXPECT_EQ(sheets[0].find(7, 1)->text,
              "Một số ô gộp không giữ lại được: chúng chồng lên nhau hoặc quá nhiều.");
}

TEST(Remarks, TheCommentSaysWhatHowAndWho) {
    const Sheet sheet = marks_sheet();
    const Finding wrong = finding(kError, {{origin("Toan"), 3, 2}}, "8,55");
    const Letter letter{"smas/Toán 6A.xlsx", "", "", {{&wrong, "giáo viên bộ môn"}}};
    auto remarks = annotate_room::collect(letter, {&sheet});
    EXPECT_EQ((remarks.marks["Toan"][{3, 2}].comment),
              "LỖI: điểm 8,55 có hai chữ số thập phân\n"
              "Cách sửa: Sửa trên SMAS rồi xuất lại.\n"
              "Người sửa: giáo viên bộ môn\n"
              "[validate/mark-too-precise]");
    EXPECT_EQ(remarks.lines.at(0).value, "8.55");
    EXPECT_TRUE(remarks.lines.at(0).unseen);
}

TEST(Remarks, TwoFindingsOfACellShareItsCommentAndTheGraverGivesTheColour) {
    const Sheet sheet = marks_sheet();
    const Finding note = finding(kNote, {{origin("Toan"), 3, 2}}, "8,55");
    const Finding wrong = finding(kError, {{origin("Toan"), 3, 2}}, "8,55");
    const Letter letter{
        "smas/Toán 6A.xlsx", "", "", {{&note, "giáo viên bộ môn"}, {&wrong, "giáo viên bộ môn"}}};
    auto remarks = annotate_room::collect(letter, {&sheet});
    const auto& mark = remarks.marks["Toan"][{3, 2}];
    EXPECT_EQ(mark.severity, Severity::Error);
    EXPECT_EQ(mark.comment.find("GHI CHÚ: "), 0u);
    EXPECT_NE(mark.comment.find("\n\nLỖI: "), std::string::npos);
}

TEST(Remarks, ARowIsMarkedAtItsFirstCellAndACoveredCellAtTheOneThatIsShown) {
    const Sheet sheet = marks_sheet();
    const Finding row = finding(kError, {{origin("Toan"), 9, 0}}, "?");
    const Finding covered = finding(kError, {{origin("Toan"), 1, 2}}, "?");
    const Finding whole = finding(kError, {{origin("Toan"), 0, 0}}, "?");
    const Letter letter{
        "smas/Toán 6A.xlsx",
        "",
        "",
        {{&row, "giáo viên bộ môn"}, {&covered, "giáo viên bộ môn"}, {&whole, "giáo viên bộ môn"}}};
    const auto remarks = annotate_room::collect(letter, {&sheet});
    EXPECT_EQ(remarks.lines.at(0).cell, annotate_room::Address(9, 1));
    EXPECT_EQ(remarks.lines.at(1).cell, annotate_room::Address(1, 1));
    EXPECT_EQ(remarks.lines.at(2).cell, annotate_room::Address(0, 0));
}

TEST(Remarks, OtherPlacesReferToTheFirst) {
    const Sheet sheet = marks_sheet();
    const Finding wrong = finding(kError, {{origin("Toan"), 3, 2}, {origin("Toan"), 4, 2}}, "8,55");
    const Letter letter{"smas/Toán 6A.xlsx", "", "", {{&wrong, "giáo viên bộ môn"}}};
    auto remarks = annotate_room::collect(letter, {&sheet});
    EXPECT_EQ((remarks.marks["Toan"][{4, 2}].comment),
              "Liên quan đến smas/Toán 6A.xlsx › Toan › B3: điểm 8,55 có hai chữ số thập phân");
    EXPECT_EQ(remarks.lines.size(), 1u);
}

TEST(Names, OfFilesKeepTheirPathAndAreToldApart) {
    std::set<std::string> taken;
    EXPECT_EQ(annotated_name("smas/a.xlsx", taken), "smas/a.xlsx");
    EXPECT_EQ(annotated_name("smas/a.csv", taken), "smas/a.csv.xlsx");
    EXPECT_EQ(annotated_name("smas/a.csv.xlsx", taken), "smas/a.csv (2).xlsx");
    EXPECT_EQ(annotated_name("smas/A.XLSX", taken), "smas/A (2).xlsx");
    EXPECT_EQ(annotated_name("vnedu/b.xls", taken), "vnedu/b.xls.xlsx");
}

TEST(Names, OfSheetsAreSuchAsExcelTakes) {
    using annotate_room::sheet_name;
    std::set<std::string> taken;
    EXPECT_EQ(sheet_name("Tóm tắt", taken), "Tóm tắt");
    EXPECT_EQ(sheet_name("TÓM TẮT", taken), "TÓM TẮT (2)");
    EXPECT_EQ(sheet_name("6/1 [Toán]?", taken), "6-1 -Toán--");
    EXPECT_EQ(sheet_name("'6A'", taken), "-6A-");
    EXPECT_EQ(sheet_name("", taken), "Bảng");
    const std::string longer = "Bảng điểm môn Ngữ văn lớp 6A học kỳ I";
    EXPECT_EQ(sheet_name(longer, taken), "Bảng điểm môn Ngữ văn lớp 6A họ");
    EXPECT_EQ(sheet_name(longer, taken), "Bảng điểm môn Ngữ văn lớp 6 (2)");
}

}  // namespace
}  // namespace hoso
