// SPDX-License-Identifier: Apache-2.0
#include "unit/recognise/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "recognise/document/fields.h"

namespace hoso {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

DocumentOutcome plan(const std::string& text) {
    return DocumentOutcome(document_from_text("giao-an/Toan6_T5_tiet17-18.docx", text));
}

TEST(Document, ALessonPlanBecomesARow) {
    const DocumentOutcome outcome = plan(lesson_plan());
    EXPECT_THAT(outcome.findings, IsEmpty());
    EXPECT_THAT(outcome.recognised.unused, IsEmpty());
    EXPECT_EQ(outcome.value("kind"), "cv5512-pl4");
    EXPECT_EQ(outcome.value("file"), "giao-an/Toan6_T5_tiet17-18.docx");
    EXPECT_EQ(outcome.value("school_name"), "THCS Xã Nậm Phạ");
    EXPECT_EQ(outcome.value("team"), "Khoa học tự nhiên");
    EXPECT_EQ(outcome.value("teacher"), "Lò Thị Ánh");
    EXPECT_EQ(outcome.value("lesson"), "TẬP HỢP");
    EXPECT_EQ(outcome.value("subject_name"), "Toán");
    EXPECT_EQ(outcome.value("class_name"), "6A, 6B");
    EXPECT_EQ(outcome.value("periods"), "2");
    EXPECT_EQ(outcome.value("week"), "5");
    EXPECT_EQ(outcome.value("plan_from"), "17");
    EXPECT_EQ(outcome.value("plan_to"), "18");
    EXPECT_EQ(outcome.value("approved_on"), "");
}

TEST(Document, EachValueKeepsItsPlace) {
    const DocumentOutcome outcome = plan(lesson_plan());
    const Table& table = outcome.recognised.tables.at(0).table;
    EXPECT_EQ(describe(table.at(0, "teacher").where),
              "giao-an/Toan6_T5_tiet17-18.docx › bảng 1 › B1");
    EXPECT_EQ(describe(table.at(0, "lesson").where), "giao-an/Toan6_T5_tiet17-18.docx › 1");
}

TEST(Document, LabelsAndTheirValuesMayStandInDifferentCellsAndParagraphs) {
    std::string text = lesson_plan();
    text = changed(text, "Họ và tên giáo viên://LÒ THỊ ÁNH", "Họ và tên giáo viên:|Vi Văn Tám");
    text = changed(text, "TÊN BÀI DẠY: TẬP HỢP", "TÊN BÀI DẠY:\n**TẬP HỢP");
    const DocumentOutcome outcome = plan(text);
    EXPECT_THAT(outcome.findings, IsEmpty());
    EXPECT_EQ(outcome.value("teacher"), "Vi Văn Tám");
    EXPECT_EQ(outcome.value("lesson"), "TẬP HỢP");
}

TEST(Document, AnEmptyLabelDoesNotTakeTheNextOneForItsValue) {
    const DocumentOutcome outcome = plan(changed(lesson_plan(), "Họ và tên giáo viên://LÒ THỊ ÁNH",
                                                 "Họ và tên giáo viên:|Ngày soạn: 1/10"));
    EXPECT_THAT(outcome.findings,
                ElementsAre("giao-an/Toan6_T5_tiet17-18.docx: Kế hoạch bài dạy (CV 5512, Phụ lục "
                            "IV): không thấy ghi giáo viên. [recognise/document-field-missing]"));
    EXPECT_EQ(outcome.value("teacher"), "");
}

TEST(Document, AMissingSectionIsNamedWithThePlaceWhereItWasExpected) {
    const DocumentOutcome outcome =
        plan(changed(lesson_plan(), "# II. Thiết bị dạy học và học liệu\n", ""));
    EXPECT_THAT(outcome.findings,
                ElementsAre("giao-an/Toan6_T5_tiet17-18.docx › 8: Kế hoạch bài dạy (CV 5512, Phụ "
                            "lục IV): thiếu mục \"II. Thiết bị dạy học và học liệu\"; đáng lẽ đứng "
                            "sau đoạn 8 \"Sách giáo khoa, phiếu học tập.\". "
                            "[recognise/section-missing]"));
    EXPECT_EQ(outcome.raw.at(0).scopes.at(0).dataset, "word_document");
    EXPECT_TRUE(outcome.raw.at(0).holds_back());
}

TEST(Document, APartOfAnActivityIsMissedInThatActivity) {
    const std::string text = lesson_plan();
    const auto third = text.find("Hoạt động 3");
    const DocumentOutcome outcome = plan(
        text.substr(0, third) + changed(text.substr(third), "c) Sản phẩm: Câu trả lời.\n", ""));
    ASSERT_EQ(outcome.findings.size(), 1U);
    EXPECT_THAT(
        outcome.findings[0],
        HasSubstr("thiếu mục \"c) Sản phẩm\" (thuộc mục \"Hoạt động 3: Luyện tập\"); đáng lẽ "
                  "đứng sau đoạn"));
}

TEST(Document, WhatIsMissingInAMissingSectionIsNotToldOf) {
    const std::string text = lesson_plan();
    const DocumentOutcome outcome = plan(text.substr(0, text.find("**4. Hoạt động 4")));
    ASSERT_EQ(outcome.findings.size(), 1U);
    EXPECT_THAT(outcome.findings[0], HasSubstr("thiếu mục \"Hoạt động 4: Vận dụng\""));
}

TEST(Document, SectionsInAnotherOrderAreAWarning) {
    std::string text = lesson_plan();
    text =
        changed(text, "# II. Thiết bị dạy học và học liệu\nSách giáo khoa, phiếu học tập.\n", "");
    text += "# II. Thiết bị dạy học và học liệu\nSách giáo khoa.\n";
    const DocumentOutcome outcome = plan(text);
    ASSERT_EQ(outcome.findings.size(), 1U);
    EXPECT_THAT(outcome.findings[0],
                HasSubstr("mục \"II. Thiết bị dạy học và học liệu\" không đứng đúng thứ tự"));
    EXPECT_FALSE(outcome.raw[0].holds_back());
}

TEST(Document, AnEmptySectionIsFoundAlsoBehindDotsToWriteUpon) {
    const DocumentOutcome outcome =
        plan(changed(lesson_plan(), "Sách giáo khoa, phiếu học tập.", "……………………"));
    ASSERT_EQ(outcome.findings.size(), 1U);
    EXPECT_THAT(outcome.findings[0], HasSubstr("chưa có nội dung"));
    EXPECT_EQ(outcome.state("II. Thiết bị dạy học và học liệu"), "empty");
}

TEST(Document, HeadingsAreKnownInTheWaysTeachersWriteThem) {
    std::string text = lesson_plan();
    text = changed(text, "# I. Mục tiêu", "**A. MỤC TIÊU");
    text = changed(text, "1. Về kiến thức: ", "1/ Kiến thức\n");
    text =
        changed(text, "# II. Thiết bị dạy học và học liệu", "**II- THIẾT BỊ DẠY HỌC VÀ HỌC LIỆU:");
    text = changed(text, "**1. Hoạt động 1: Mở đầu", "**A. HOẠT ĐỘNG KHỞI ĐỘNG (5 phút)");
    text = changed(text, "a) Mục tiêu", "a. Mục tiêu");
    text = changed(text, "b) Nội dung", "- Nội dung");
    text = changed(text, "**4. Hoạt động 4: Vận dụng", "**Hoạt động 4. Vận dụng");
    EXPECT_THAT(plan(text).findings, IsEmpty());
}

TEST(Document, TheFilesNameHelpsAndMustNotContradict) {
    std::string text = changed(lesson_plan(), "Thời gian thực hiện: 2 tiết (tuần 5, tiết 17–18)",
                               "Thời gian thực hiện: 2 tiết");
    const DocumentOutcome silent = plan(text);
    EXPECT_THAT(silent.findings, IsEmpty());
    EXPECT_EQ(silent.value("week"), "5");
    EXPECT_EQ(silent.value("plan_to"), "18");
    const DocumentOutcome other = plan(changed(lesson_plan(), "tuần 5", "tuần 6"));
    EXPECT_THAT(other.findings,
                ElementsAre("giao-an/Toan6_T5_tiet17-18.docx › 3: Tên tệp ghi tuần là \"5\" nhưng "
                            "văn bản ghi \"6\"; lấy theo văn bản. [recognise/name-differs]"));
    EXPECT_EQ(other.value("week"), "6");
}

TEST(Document, OneThatNobodyKnowsIsToldOfWithTheNearestKind) {
    const DocumentOutcome near = plan(changed(lesson_plan(), "TÊN BÀI DẠY: TẬP HỢP", "Giáo án"));
    EXPECT_THAT(
        near.findings,
        ElementsAre("giao-an/Toan6_T5_tiet17-18.docx: Không nhận ra văn bản Word này là "
                    "loại nào. Gần nhất là \"Kế hoạch bài dạy (CV 5512, Phụ lục IV)\" nhưng "
                    "không thấy dòng \"TÊN BÀI DẠY\". [recognise/unknown-document]"));
    EXPECT_THAT(near.recognised.unused, ElementsAre("giao-an/Toan6_T5_tiet17-18.docx"));
    EXPECT_FALSE(near.raw[0].holds_back());
    const DocumentOutcome far(
        document_from_text("thu.docx", "Kính gửi phụ huynh\nTrường mời họp."));
    EXPECT_THAT(far.findings, ElementsAre("thu.docx: Không nhận ra văn bản Word này là loại nào. "
                                          "[recognise/unknown-document]"));
}

TEST(Document, TheSameFileTwiceIsOneRow) {
    TextDocument first = document_from_text("a.docx", lesson_plan());
    TextDocument second = document_from_text("b.docx", lesson_plan());
    second.source_digest = first.source_digest;
    const DocumentOutcome outcome({first, second});
    EXPECT_EQ(outcome.recognised.tables.size(), 1U);
    ASSERT_EQ(outcome.findings.size(), 1U);
    EXPECT_THAT(outcome.findings[0], HasSubstr("recognise/same-file-twice"));
}

TEST(Document, ATableLikeAnExportIsReadAndToldOf) {
    const DocumentOutcome outcome(document_from_text(
        "phan-cong.docx",
        "Phân công chuyên môn\nNăm học: 2021 - 2022\n"
        "|Giáo viên|Tổ|Môn|Lớp|Từ ngày|Đến ngày\n|Vi Văn Tám|KHTN|Toán|6A|06/09/2021|31/05/2022"));
    EXPECT_THAT(outcome.findings,
                ElementsAre("phan-cong.docx › bảng 1: Bảng này trong văn bản Word được đọc như "
                            "\"Phân công chuyên môn\". [recognise/table-in-document]"));
    ASSERT_EQ(outcome.recognised.tables.size(), 1U);
    EXPECT_EQ(outcome.recognised.tables[0].table.text(0, "teacher"), "Vi Văn Tám");
    EXPECT_EQ(describe(outcome.recognised.tables[0].table.at(0, "class").where),
              "phan-cong.docx › bảng 1 › D2");
}

TEST(Document, NamesInCapitalsAreSetAsNames) {
    EXPECT_EQ(in_name_case("TRẦN THỊ HƯƠNG"), "Trần Thị Hương");
    EXPECT_EQ(in_name_case("Đỗ thị ánh"), "Đỗ thị ánh");
    EXPECT_EQ(in_sentence_case("KHOA HỌC TỰ NHIÊN"), "Khoa học tự nhiên");
    EXPECT_EQ(in_sentence_case("ĐỊA LÍ"), "Địa lí");
    EXPECT_EQ(in_sentence_case("GDCD"), "GDCD");
}

}  // namespace
}  // namespace hoso
