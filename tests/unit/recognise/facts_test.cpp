// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "recognise/profile/likeness.h"
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

StudentID | STT | Mã học sinh | Họ và tên | Ngày sinh | ĐĐGtx | | ĐĐGgk | ĐĐGck | ĐTBmhk | Nhận xét | Xếp hạng
 | | | | | (1) | (2) | | | | |
880101 | 1 | 0140500101 | Lò Thị Ánh | 12/03/2010 | 8 | 7 | 7.5 | 8.5 | 8.1 | Tốt. | 1

880102 | 2 | 0140500102 | Sùng A Páo | 03/08/2010 | 6 | 7 | 6 | 5.5 | | Có tiến bộ. | 2
Tổng số | 2
 | | | Trần Thị Hương
)";

SheetFacts facts_of(Sheet sheet) {
    static const ShippedTemplates templates;
    Ingested ingested;
    ingested.sheets.push_back(std::move(sheet));
    Findings findings;
    return recognise(ingested, templates.folder, findings, {2, true, {}}).sheets.at(0);
}

std::vector<std::string> rows_of(const SheetFacts& facts) {
    static constexpr const char* names[] = {"blank", "title", "header", "again",   "read",
                                            "stop",  "after", "text",   "keyless", "unused"};
    std::vector<std::string> lines;
    for (const RowsFact& run : facts.rows) {
        lines.push_back(std::to_string(run.first) + "-" + std::to_string(run.last) + " " +
                        names[static_cast<std::size_t>(run.use)]);
    }
    return lines;
}

TEST(Facts, AreNotCollectedUnlessAskedFor) {
    const ShippedTemplates templates;
    Ingested ingested;
    ingested.sheets.push_back(sheet_from_text(smas_file, "Toan_6A", toan));
    Findings findings;
    EXPECT_THAT(recognise(ingested, templates.folder, findings).sheets, IsEmpty());
}

TEST(Facts, SayWhereEachThingOfTheTitleWasRead) {
    const SheetFacts facts = facts_of(sheet_from_text(smas_file, "Toan_6A", toan));
    ASSERT_EQ(facts.blocks.size(), 1U);
    const BlockFacts& block = facts.blocks[0];
    EXPECT_EQ(block.layout, "smas-bang-diem");
    EXPECT_EQ(block.system, "smas");
    EXPECT_TRUE(block.used);
    EXPECT_THAT(block.datasets, ElementsAre("mark", "reported_subject"));
    std::vector<std::string> read;
    for (const ContextFact& fact : block.context)
        read.push_back(fact.name + " " + fact.value + " " +
                       cell_name(fact.where.row, fact.where.column));
    EXPECT_THAT(read, ElementsAre("class 6A A2", "subject TOÁN A2", "teacher Trần Thị Hương A3",
                                  "term HK1 A3", "year 2021-2022 A3"));
}

TEST(Facts, SayWhatEachColumnFeedsAndWhichNobodyKnows) {
    Sheet sheet = sheet_from_text(smas_file, "Toan_6A", toan);
    sheet.hidden_columns = {1, 6, 40};
    const SheetFacts facts = facts_of(sheet);
    std::vector<std::string> columns;
    for (const ColumnFact& column : facts.blocks.at(0).columns) {
        std::string line = cell_name(column.where.row, column.where.column) + " " + column.heading;
        for (const ColumnFeed& feed : column.feeds)
            line +=
                " >" + feed.dataset + "." + feed.column + (feed.as.empty() ? "" : "=" + feed.as);
        if (column.use == ColumnUse::Unknown) line += " ?";
        if (column.hidden) line += " hidden";
        columns.push_back(line);
    }
    EXPECT_THAT(columns,
                ElementsAre("A5 StudentID hidden", "B5 STT",
                            "C5 Mã học sinh >mark.pupil >reported_subject.pupil",
                            "D5 Họ và tên >mark.name >reported_subject.name",
                            "E5 Ngày sinh >mark.birth_date >reported_subject.birth_date",
                            "F5 ĐĐGtx (1) >mark.value=tx1 hidden", "G6 ĐĐGtx (2) >mark.value=tx2",
                            "H5 ĐĐGgk >mark.value=gk", "I5 ĐĐGck >mark.value=ck",
                            "J5 ĐTBmhk >reported_subject.average",
                            "K5 Nhận xét >reported_subject.remark", "L5 Xếp hạng ?"));
    EXPECT_THAT(facts.hidden_columns, ElementsAre(1U, 6U));
}

TEST(Facts, AccountForEveryRow) {
    const SheetFacts facts = facts_of(sheet_from_text(smas_file, "Toan_6A", toan));
    EXPECT_THAT(rows_of(facts), ElementsAre("1-3 title", "4-4 blank", "5-6 header", "7-7 read",
                                            "8-8 blank", "9-9 read", "10-10 stop", "11-11 after"));
    EXPECT_EQ(facts.blocks[0].rows_read, 2U);
    EXPECT_EQ(facts.rows[6].text, "Tổng số; 2");
}

TEST(Facts, NameTheNearestProfileAndWhatEachMissingColumnMayBe) {
    std::string text(toan);
    text.replace(text.find("Mã học sinh"), std::string("Mã học sinh").size(), "Mã HS");
    text.replace(text.find("ĐĐGck"), std::string("ĐĐGck").size(), "Cuối kỳ");
    const SheetFacts facts = facts_of(sheet_from_text(smas_file, "Toan_6A", text));
    EXPECT_THAT(facts.blocks, IsEmpty());
    ASSERT_TRUE(facts.nearest);
    EXPECT_EQ(facts.nearest->layout, "smas-bang-diem");
    EXPECT_EQ(facts.nearest->header_row, 5U);
    ASSERT_EQ(facts.nearest->found.size(), 3U);
    ASSERT_EQ(facts.nearest->missing.size(), 2U);
    EXPECT_EQ(facts.nearest->missing[0].heading, "Mã học sinh");
    EXPECT_EQ(facts.nearest->missing[0].perhaps_heading, "Mã HS");
    EXPECT_EQ(facts.nearest->missing[1].heading, "ĐĐGck");
    EXPECT_FALSE(facts.nearest->missing[1].perhaps);
    EXPECT_THAT(rows_of(facts),
                ElementsAre("1-3 unused", "4-4 blank", "5-7 unused", "8-8 blank", "9-11 unused"));
}

TEST(Facts, TellTheClassesOfAColumn) {
    const SheetFacts facts = facts_of(sheet_from_text("smas/DanhSach.xlsx", "DS", R"(
DANH SÁCH HỌC SINH TOÀN TRƯỜNG - NĂM HỌC 2021-2022
STT | Lớp | Mã học sinh | Họ và tên | Ngày sinh | Giới tính | Dân tộc | Trạng thái
1 | 6A | 0140500101 | Lò Thị Ánh | 12/03/2010 | Nữ | Thái | Đang học
2 | 6A | 0140500102 | Sùng A Páo | 03/08/2010 | Nam | Mông | Đang học
3 | 6B | 0140500151 | Hà Văn Bình | 03/08/2010 | Nam | Tày | Đang học
)"));
    ASSERT_EQ(facts.blocks.size(), 1U);
    const ContextFact& klass = facts.blocks[0].context.back();
    EXPECT_EQ(klass.name, "class");
    EXPECT_EQ(klass.value, "6A, 6B");
    EXPECT_EQ(klass.from, ReadFrom::Column);
}

TEST(Likeness, KnowsAbbreviationsInitialsAndLongerForms) {
    EXPECT_EQ(likeness("ma hoc sinh", "ma hoc sinh"), 100);
    EXPECT_EQ(likeness("ma hs", "ma hoc sinh"), 90);
    EXPECT_EQ(likeness("ddggk", "ddg giua ky"), 90);
    EXPECT_EQ(likeness("ddg ck", "ddgck"), 95);
    EXPECT_EQ(likeness("hvt", "ho va ten"), 70);
    EXPECT_LT(likeness("noi sinh", "ngay sinh"), likely);
    EXPECT_LT(likeness("gia tien", "giao vien"), likely);
    EXPECT_GE(likeness("ho ten hoc sinh", "ho va ten"), likely);
    EXPECT_LT(likeness("ngay sinh", "ket qua hoc tap"), likely);
    EXPECT_EQ(likeness("", "a"), 0);
    EXPECT_EQ(likeness("---", "a"), 0);
    EXPECT_LT(likeness(std::string(40000, 'a'), std::string(40000, 'b')), likely);
}

}  // namespace
}  // namespace hoso
