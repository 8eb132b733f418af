// SPDX-License-Identifier: Apache-2.0
#include "recognise/draft/draft.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "recognise/draft/xml_writer.h"
#include "support/fake_disk.h"
#include "unit/recognise/outcome.h"

namespace hoso {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* file = "smas/HK1/BangDiem_6A_HK1.xlsx";
constexpr const char* renamed = R"(
BẢNG ĐIỂM MÔN TOÁN – LỚP 6A
Học kỳ: I – Năm học: 2021-2022
STT | Mã HS | Họ tên học sinh | Ngày sinh | ĐĐGtx | | Kiểm tra giữa kỳ | ĐĐG ck | ĐTBmhk | Nhận xét của giáo viên | Ảnh
| | | | (1) | (2) | | | | |
1 | 0140500101 | Lò Thị Ánh | 12/03/2010 | 8 | 7 | 7.5 | 8.5 | 8.1 | Tốt. | a.jpg
2 | 0140500102 | Sùng A Páo | 03/08/2010 | 6 | 7 | 6 | 5.5 | 5.9 | Có tiến bộ. | b.jpg
)";

Draft draft_of(const std::vector<Sheet>& sheets) {
    static const ShippedTemplates templates;
    std::vector<const Sheet*> pointers;
    for (const Sheet& sheet : sheets) pointers.push_back(&sheet);
    return draft_profile(pointers, templates.folder);
}

// What recognise makes of a sheet once the draft lies in JOB/templates/sources.
struct WithDraft {
    std::vector<SourceTable> tables;
    std::vector<std::string> findings;

    WithDraft(const std::string& xml, Sheet sheet) {
        RealDisk real;
        FakeDisk disk;
        for (const char* folder : {"sources", "datasets"}) {
            const std::string root = HOSO_SOURCE_DIR "/templates/" + std::string(folder);
            for (const DirectoryEntry& entry : real.list(root))
                disk.files["/t/" + std::string(folder) + "/" + entry.path] =
                    real.read(root + "/" + entry.path);
        }
        disk.files["/job/templates/sources/nhap.xml"] = xml;
        const TemplateFolder templates(disk, "/t", "/job/templates");
        Ingested ingested;
        ingested.sheets.push_back(std::move(sheet));
        Findings found;
        tables = recognise(ingested, templates, found).tables;
        for (const Finding& finding : found.sorted())
            findings.push_back(std::string(finding.rule->id) + " " +
                               message(finding, Language::Vietnamese));
    }
};

std::string edited(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("not in the draft: " + from);
    return text.replace(at, from.size(), to);
}

TEST(Drafts, OfTheNearestLayoutReadTheSheetAfterALineIsMended) {
    const Sheet sheet = sheet_from_text(file, "Toan_6A", renamed);
    EXPECT_FALSE(Outcome({sheet}).unused.empty());
    const Draft draft = draft_of({sheet});
    ASSERT_THAT(draft.layouts, ElementsAre("smas-bang-diem-rieng"));
    EXPECT_THAT(draft.xml, HasSubstr("<key>Mã học sinh|Mã HS</key>"));
    EXPECT_THAT(draft.xml,
                HasSubstr("<!-- XEM LẠI: \"Mã HS\" (ô B3) có phải là \"Mã học sinh\" không? -->"));
    EXPECT_THAT(draft.xml, HasSubstr("XEM LẠI: chưa dùng các cột"));
    // The middle-of-term column is called something that nothing is alike to.
    const std::string mended =
        edited(edited(draft.xml, "<key>ĐĐGgk</key>", "<key>ĐĐGgk|Kiểm tra giữa kỳ</key>"),
               "<take heading=\"ĐĐGgk\"", "<take heading=\"ĐĐGgk|Kiểm tra giữa kỳ\"");
    const WithDraft read(mended, sheet);
    ASSERT_EQ(read.tables.size(), 2U);
    EXPECT_EQ(read.tables[0].layout, "smas-bang-diem-rieng");
    EXPECT_EQ(read.tables[0].klass, "6A");
    EXPECT_EQ(read.tables[0].table.rows.size(), 8U);
    EXPECT_EQ(read.tables[0].table.text(0, "pupil"), "0140500101");
    EXPECT_EQ(read.tables[1].table.text(0, "remark"), "Tốt.");
    EXPECT_THAT(read.findings, ElementsAre("recognise/unknown-column Các cột không dùng đến: "
                                           "\"Ảnh\"."));
}

TEST(Drafts, DoNotChangeWhatTheShippedProfilesRead) {
    const Draft draft = draft_of({sheet_from_text(file, "Toan_6A", renamed)});
    std::string text(renamed);
    text =
        edited(edited(text, "Mã HS", "Mã học sinh"), "Kiểm tra giữa kỳ | ĐĐG ck", "ĐĐGgk | ĐĐGck");
    const WithDraft read(draft.xml, sheet_from_text(file, "Toan_6A", text));
    ASSERT_EQ(read.tables.size(), 2U);
    EXPECT_EQ(read.tables[0].table.rows.size(), 8U);
    EXPECT_EQ(read.tables[0].table.text(2, "value"), "7.5");
}

TEST(Drafts, OfOneHeaderAreOneLayoutHoweverManySheets) {
    const Draft draft = draft_of(
        {sheet_from_text(file, "Toan_6A", renamed), sheet_from_text("b.xlsx", "Toan_6B", renamed)});
    EXPECT_THAT(draft.layouts, ElementsAre("smas-bang-diem-rieng"));
}

TEST(Drafts, OfSheetsThatNothingIsNearToStartFromTheDatasetThatSharesMost) {
    const Sheet sheet = sheet_from_text("khac/ds.xlsx", "Sheet1", R"(
TRƯỜNG THCS XÃ NẬM PHẠ
Danh sách lớp 6A năm học 2021-2022
TT | Mã HS | Họ tên HS | Ng. sinh | Nam nữ | D.tộc | Trạng thái
1 | 0140500101 | Lò Thị Ánh | 12/03/2010 | Nữ | Thái | Đang học
2 | 0140500102 | Sùng A Páo | 03/08/2010 | Nam | Mông | Đang học
)");
    const Draft draft = draft_of({sheet});
    ASSERT_THAT(draft.layouts, ElementsAre("mau-rieng"));
    EXPECT_THAT(draft.xml, HasSubstr("<title>Lớp[:|] {class}</title>"));
    EXPECT_THAT(draft.xml, HasSubstr("<table dataset=\"pupil"));
    EXPECT_THAT(draft.xml, HasSubstr("<key>Mã HS</key>"));
    const WithDraft read(draft.xml, sheet);
    EXPECT_THAT(read.findings, IsEmpty());
    ASSERT_EQ(read.tables.size(), 1U) << draft.xml;
    EXPECT_EQ(read.tables[0].klass, "6A");
    EXPECT_EQ(read.tables[0].table.text(1, "name"), "Sùng A Páo");
}

TEST(Drafts, OfWhatNoDatasetKnowsAreOnlyRecognised) {
    const Sheet sheet = sheet_from_text("khac/kho.xlsx", "Kho", R"(
Hàng | Số cân | Để ở
Gạo | 20 | 300
Muối | 2 | 10
Dầu | 3 | 90
)");
    const Draft draft = draft_of({sheet});
    ASSERT_EQ(draft.layouts.size(), 1U);
    EXPECT_THAT(draft.xml, HasSubstr("Các bộ dữ liệu:"));
    const WithDraft read(draft.xml, sheet);
    EXPECT_THAT(read.tables, IsEmpty());
    ASSERT_EQ(read.findings.size(), 1U);
    EXPECT_THAT(read.findings[0], HasSubstr("recognise/sheet-not-used"));
}

TEST(Drafts, OfNothingAreNothing) {
    EXPECT_THAT(draft_of({}).layouts, IsEmpty());
    EXPECT_THAT(draft_of({sheet_from_text("a.xlsx", "A", "Nước uống\n2 thùng")}).layouts,
                IsEmpty());
}

TEST(Drafts, AreWellFormedWhateverTheHeadingsHold) {
    const Sheet sheet = sheet_from_text("smas/x.xlsx", "A", R"(
<b>Mã & "số" --> | Mã học sinh | Họ và tên | Ngày sinh | Giới tính-- | Lớp -- học | Trạng thái
1 | 2 | 3 | 4 | 5 | 6 | 7
)");
    const Draft draft = draft_of({sheet});
    ASSERT_FALSE(draft.layouts.empty());
    EXPECT_NO_THROW(XmlFile("nhap.xml", draft.xml));
}

TEST(XmlWriter, EscapesAndIndents) {
    XmlElement root = make_element("a", {{"b", "\"<&>\""}});
    root.children.push_back(make_comment("x -- y-"));
    root.children.push_back(make_element("c", {}, " 1 < 2\n"));
    root.children.push_back(make_element("d", {}));
    EXPECT_EQ(to_xml(root),
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&quot;&lt;&amp;&gt;&quot;\">\n"
              "  <!-- x - - y- -->\n  <c>1 &lt; 2</c>\n  <d/>\n</a>\n");
}

}  // namespace
}  // namespace hoso
