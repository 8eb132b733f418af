// SPDX-License-Identifier: Apache-2.0
//
// What compose gets: the computed tables of a ValidBatch.
#include <gtest/gtest.h>

#include "school_case.h"

namespace hoso {
namespace {

const std::filesystem::path base = HOSO_SOURCE_DIR "/tests/findings/validate";

// The rows of a dataset that fit, each as "a|b|c" of the asked columns.
std::vector<std::string> rows(const ValidBatch& batch, const std::string& dataset,
                              const std::vector<std::pair<std::string, std::string>>& where,
                              const std::vector<std::string>& columns) {
    const Table& table = batch.table(dataset);
    std::vector<std::string> found;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        bool fits = true;
        for (const auto& [name, value] : where) fits = fits && table.text(row, name) == value;
        if (!fits) continue;
        std::string text;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            text += (i == 0 ? "" : "|") + table.text(row, columns[i]);
        }
        found.push_back(text);
    }
    return found;
}

using Rows = std::vector<std::string>;

TEST(ClassList, StrikesWhoLeftFromHisTermOn) {
    test::SchoolCase school(base);
    school.change("~ pupil | 0140500108 | status = Chuyển đi 15/11/2021");
    school.add("# transfer_out file=van-thu/a.xlsx sheet=Đi",
               "pupil;name;birth_date;class;school;date",
               "0140500108;Hà Văn Bình;17/02/2010;6A;THCS Háng Sua;15/11/2021");
    const ValidBatch batch = school.run();
    EXPECT_EQ(rows(batch, "class_list", {{"pupil", "0140500108"}},
                   {"class", "term", "left", "to", "changes"}),
              (Rows{"6A|HK1|false|2021-11-15|",
                    "6A|HK2|true|2021-11-15|Chuyển đi ngày 15/11/2021, đến THCS Háng Sua",
                    "6A|CN|true|2021-11-15|Chuyển đi ngày 15/11/2021, đến THCS Háng Sua"}));
}

TEST(ClassList, ShowsWhoCameFromHisTermOn) {
    test::SchoolCase school(base);
    school.change("~ pupil | 0140500108 | enrolled_on = 15/11/2021");
    school.add("# transfer_in file=van-thu/a.xlsx sheet=Đến",
               "pupil;name;birth_date;class;school;date;absences",
               "0140500108;Hà Văn Bình;17/02/2010;6A;THCS Pú Hao;15/11/2021;2/0");
    const ValidBatch batch = school.run();
    EXPECT_EQ(
        rows(batch, "class_list", {{"pupil", "0140500108"}}, {"term", "left", "from", "changes"}),
        (Rows{"HK2|false|2021-11-15|Chuyển đến ngày 15/11/2021, từ THCS Pú Hao",
              "CN|false|2021-11-15|Chuyển đến ngày 15/11/2021, từ THCS Pú Hao"}));
}

TEST(ClassList, KeepsWhoChangedClassInBothLists) {
    test::SchoolCase school(base);
    school.change("@ class 6B 6");
    school.change("~ pupil | 0140500108 | status = Chuyển lớp ngày 15/11/2021");
    school.change(
        "+ pupil | 1;6B;0140500108;Hà Văn Bình;17/02/2010;1499000108;108;014210990108;Nam;Thái;Xã "
        "Nậm Phạ;Bản Pá Hốc;;01/09/2021;Đang học");
    const ValidBatch batch = school.run();
    EXPECT_EQ(
        rows(batch, "class_list", {{"pupil", "0140500108"}}, {"class", "term", "left", "changes"}),
        (Rows{"6A|HK1|false|", "6A|HK2|true|Chuyển sang lớp 6B từ ngày 15/11/2021",
              "6A|CN|true|Chuyển sang lớp 6B từ ngày 15/11/2021",
              "6B|HK2|false|Từ lớp 6A chuyển sang ngày 15/11/2021",
              "6B|CN|false|Từ lớp 6A chuyển sang ngày 15/11/2021"}));
    for (const Finding& finding : school.findings.items()) {
        EXPECT_NE(finding.rule->id, "validate/pupil-in-two-classes");
        EXPECT_NE(finding.rule->id, "validate/headcount-differs");
    }
    EXPECT_EQ(
        rows(batch, "result_subject",
             {{"pupil", "0140500108"}, {"subject", "TOAN"}, {"term", "HK1"}}, {"class", "average"}),
        (Rows{"6A|8.5"}));
}

TEST(ClassList, TakesParentsFromCsdl) {
    test::SchoolCase school(base);
    const ValidBatch batch = school.run();
    EXPECT_EQ(rows(batch, "class_list", {{"pupil", "0140500101"}, {"term", "HK1"}},
                   {"seq", "father", "father_job", "mother", "register_no", "enrolled_on"}),
              (Rows{"1|Lò Văn Ín|Làm ruộng|Quàng Thị Bun|101|2021-09-01"}));
}

TEST(Calendar, KnowsMonthsDaysAndHolidays) {
    test::SchoolCase school(base);
    const ValidBatch batch = school.run();
    EXPECT_EQ(
        rows(batch, "month", {}, {"term", "month", "number", "year", "title"}),
        (Rows{"HK1|2021-09|9|2021|Tháng 9 năm 2021", "HK1|2021-10|10|2021|Tháng 10 năm 2021",
              "HK2|2021-11|11|2021|Tháng 11 năm 2021", "HK2|2021-12|12|2021|Tháng 12 năm 2021"}));
    const auto day = [&](const char* month, const char* number) {
        return rows(batch, "day", {{"month", month}, {"day", number}},
                    {"term", "weekday", "school_day"});
    };
    EXPECT_EQ(day("2021-09", "5"), (Rows{"|CN|false"})) << "before the term";
    EXPECT_EQ(day("2021-09", "6"), (Rows{"HK1|2|true"}));
    EXPECT_EQ(day("2021-10", "10"), (Rows{"HK1|CN|false"})) << "a Sunday";
    EXPECT_EQ(day("2021-10", "20"), (Rows{"HK1|4|false"})) << "a holiday";
    EXPECT_EQ(day("2021-09", "31"), Rows{});
}

TEST(Attendance, SaysItsTermAndItsTokensInOneWay) {
    test::SchoolCase school(base);
    school.change("~ attendance 6A 2021-10 | 0140500102 | 5 = kp");
    const ValidBatch batch = school.run();
    EXPECT_EQ(
        rows(batch, "attendance", {{"pupil", "0140500102"}}, {"month", "day", "term", "token"}),
        (Rows{"2021-10|5|HK1|K"}));
    EXPECT_EQ(rows(batch, "result_term", {{"pupil", "0140500102"}, {"term", "HK1"}},
                   {"absent_p", "absent_k", "absent"}),
              (Rows{"0|1|1"}));
}

TEST(Teachers, AreListedByTermWithTheirTime) {
    test::SchoolCase school(base);
    school.change("~ assignment | TOAN | to = 25/09/2021");
    school.change("+ assignment | Lò Văn Hai;Toán;6A;27/09/2021;");
    const ValidBatch batch = school.run();
    EXPECT_EQ(rows(batch, "teacher", {{"class", "6A"}, {"subject", "TOAN"}}, {"names"}),
              (Rows{"Trần Thị Hương, Lò Văn Hai"}));
    EXPECT_EQ(rows(batch, "subject_teacher",
                   {{"class", "6A"}, {"subject", "TOAN"}, {"term", "HK1"}}, {"teacher", "since"}),
              (Rows{"Trần Thị Hương|đến 25/09/2021", "Lò Văn Hai|từ 27/09/2021"}));
}

TEST(Decisions, FillTheBlankThatTheySpeakOf) {
    test::SchoolCase school(base);
    school.change("~ mark 6A TOAN HK1 | 0140500102 | tx4 =");
    school.change("~ mark 6A TOAN HK1 | 0140500102 | average =");
    school.add("# decision file=qd.xlsx sheet=XửLý term=HK1",
               "class;pupil;name;subject;column;action;date;document;decided_by",
               "6A;0140500102;Sùng A Páo;Toán;ĐĐGtx (4);Điểm 0;20/10/2021;BB 12;Bùi Văn Khoát");
    const ValidBatch batch = school.run();
    const Table& marks = batch.table("mark");
    for (std::size_t row = 0; row < marks.rows.size(); ++row) {
        if (marks.text(row, "pupil") != "0140500102" || marks.text(row, "subject") != "TOAN" ||
            marks.text(row, "column") != "tx4") {
            continue;
        }
        const Datum& cell = marks.at(row, "value");
        EXPECT_EQ(plain_text(cell.value), "0.0");
        ASSERT_TRUE(cell.derivation);
        EXPECT_EQ(cell.derivation->formula, "Điểm 0 (BB 12)");
        EXPECT_EQ(describe(cell.derivation->inputs.at(0)), "qd.xlsx › XửLý › F7");
        return;
    }
    FAIL() << "no such mark";
}

TEST(Results, KeepTheWayFromTheCellToTheLevel) {
    test::SchoolCase school(base);
    const ValidBatch batch = school.run();
    EXPECT_EQ(rows(batch, "result_term", {{"term", "HK1"}, {"class", "7A"}},
                   {"pupil", "overall", "learning", "title"}),
              (Rows{"0140500201|5.0|Trung bình|", "0140500202|5.5|Trung bình|",
                    "0140500203|6.0|Trung bình|"}));
    EXPECT_EQ(batch.table("no such dataset").rows.size(), 0u);
}

}  // namespace
}  // namespace hoso
