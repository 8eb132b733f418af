// SPDX-License-Identifier: Apache-2.0
#include "validate/statistics/statistics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/templates.h"

namespace hoso {
namespace {

using testing::ElementsAre;

// One class of TT22 and one of TT58, a few pupils, the rows that assess() would make.
class Statistics : public testing::Test {
protected:
    Statistics() : setting_(job(), templates_.folder) {}

    static const Job& job() {
        static const Job made = [] {
            Job job;
            job.year = {2021};
            job.periods = {
                {job.year, Axis::Term, "HK1", {2021, 9, 6}, {2022, 1, 8}, {2022, 1, 12}},
                {job.year, Axis::Term, "HK2", {2022, 1, 10}, {2022, 5, 21}, {2022, 5, 28}},
                {job.year, Axis::Year, "CN", {2021, 9, 6}, {2022, 5, 31}, {2022, 5, 31}}};
            job.run_periods = {"HK1", "HK2", "CN"};
            job.classes = {{"6A", 6, "g", {{"HK1", 3}, {"HK2", 2}, {"CN", 2}}},
                           {"7A", 7, "g", {{"HK1", 1}}}};
            return job;
        }();
        return made;
    }

    void pupil(const char* code, std::vector<Stay> stays, const char* status = "Đang học") {
        Pupil made;
        made.code = code;
        made.name = std::string("Em ") + code;
        for (Stay& stay : stays) {
            stay.row = roll_.list.rows.size();
            roll_.list.rows.push_back({word(status)});
        }
        made.stays = std::move(stays);
        roll_.add(std::move(made));
    }
    Table& table(const char* id, std::vector<std::string> columns,
                 std::vector<std::vector<const char*>> rows) {
        Table& made = tables_[id];
        made = Table{id, std::move(columns), {}};
        for (const auto& row : rows) {
            auto& cells = made.rows.emplace_back();
            for (const char* text : row) {
                const auto tenths = parse_tenths(text);
                cells.push_back(*text == '\0' ? Datum{}
                                : tenths      ? Datum{*tenths, {}, nullptr}
                                              : word(text));
            }
        }
        return made;
    }
    // The row that has these words, its other cells as text.
    std::string row(const char* id, const std::vector<std::string>& has) {
        const Table& made = tables_.at(id);
        for (const auto& cells : made.rows) {
            std::vector<std::string> texts;
            for (const Datum& cell : cells) texts.push_back(plain_text(cell.value));
            const bool all = std::all_of(has.begin(), has.end(), [&](const std::string& text) {
                return std::find(texts.begin(), texts.end(), text) != texts.end();
            });
            if (!all) continue;
            std::string joined;
            for (const std::string& text : texts) joined += text + " ";
            return joined;
        }
        return "none";
    }

    ShippedTemplates templates_;
    Setting setting_;
    Roll roll_;
    Tables tables_;
};

TEST_F(Statistics, FollowsAClassFromItsFirstDayToItsLast) {
    roll_.list.columns = {"status"};
    pupil("1", {{"6A", {}, {}, 0, ""}});
    pupil("2", {{"6A", {}, {2022, 1, 10}, 0, ""}}, "Chuyển trường");
    pupil("3", {{"6A", {2021, 10, 25}, {}, 0, ""}});
    pupil("4", {{"6A", {}, {2021, 11, 1}, 0, ""}, {"7A", {2021, 11, 1}, {}, 0, ""}});
    pupil("5", {{"6A", {}, {2021, 12, 1}, 0, ""}}, "Thôi học 01/12/2021");
    add_class_sizes(setting_, roll_, tables_);
    // start 4, one came, one moved out, one dropped out; who left on 10/01 is still counted.
    EXPECT_EQ(row("class_size", {"6A", "HK1"}),
              "6A 6 HK1 4 1 0 0 1 1 3 3 false Em 3 (chuyển đến 25/10/2021) "
              "Em 4 (chuyển lớp 01/11/2021); Em 5 (thôi học 01/12/2021) ");
    EXPECT_EQ(row("class_size", {"6A", "HK2"}),
              "6A 6 HK2 3 0 0 1 0 0 2 2 false  Em 2 (chuyển đi 10/01/2022) ");
    EXPECT_EQ(row("class_size", {"7A", "HK1"}),
              "7A 7 HK1 0 0 1 0 0 0 1 1 false Em 4 (chuyển lớp 01/11/2021)  ");
    EXPECT_EQ(row("class_size", {"7A", "CN"}).substr(0, 25), "7A 7 CN 0 0 1 0 0 0 1  fa");
}

TEST_F(Statistics, CountsLevelsByClassGradeAndSchool) {
    table("class_list", {"class", "term", "pupil", "sex", "ethnicity", "disability", "left"},
          {{"6A", "HK1", "a", "Nữ", "Thái", "", "false"},
           {"6A", "HK1", "b", "Nam", "Kinh", "", "false"},
           {"6A", "HK1", "c", "Nữ", "Kinh", "", "false"},
           {"6A", "HK1", "gone", "Nữ", "Kinh", "", "true"},
           {"7A", "HK1", "d", "Nam", "Mông", "", "false"}});
    table("result_term", {"pupil", "term", "conduct", "learning"},
          {{"a", "HK1", "Tốt", "Khá"},
           {"b", "HK1", "Khá", "Chưa đạt"},
           {"c", "HK1", "Tốt", ""},
           {"d", "HK1", "Tốt", "Trung bình"}});
    add_result_counts(setting_, tables_);
    EXPECT_EQ(row("result_count", {"HK1", "class", "6A", "all"}),
              "HK1 tt22 class 6A 1 all Tổng số 3 1 2 66.7 1 33.3 0 0.0 0 0.0 "
              "0 0.0 1 33.3 0 0.0 1 33.3 0 0.0 ");
    EXPECT_NE(row("result_count", {"HK1", "class", "6A", "minority_girls"})
                  .find("Nữ dân tộc 1 0 1 100.0"),
              std::string::npos);
    EXPECT_NE(row("result_count", {"HK1", "school", "tt22", "all"}).find("Tổng số 3 1"),
              std::string::npos);
    EXPECT_NE(row("result_count", {"HK1", "grade", "Khối 7", "all"}).find("Tổng số 1 0 1 100.0"),
              std::string::npos);
}

TEST_F(Statistics, CountsAveragesInBandsOpenAbove) {
    table("class_list", {"class", "term", "pupil", "left"},
          {{"6A", "HK1", "a", "false"}, {"6A", "HK1", "b", "false"}, {"6A", "HK1", "c", "false"}});
    table("subject", {"pack", "grade", "subject", "name", "order", "scored"},
          {{"tt22", "", "TOAN", "Toán", "6", "true"}});
    tables_["subject"].rows[0][1] = counted(6);
    table("result_subject", {"pupil", "subject", "term", "average"},
          {{"a", "TOAN", "HK1", "3.4"}, {"b", "TOAN", "HK1", "3.5"}, {"c", "TOAN", "HK1", "8.0"}});
    add_subject_counts(setting_, tables_);
    EXPECT_NE(row("subject_count", {"class", "6A"})
                  .find(" 3 1 33.3 1 33.3 0 0.0 0 0.0 1 33.3 0 0.0 0 0.0 "),
              std::string::npos);
    add_weak_subjects(setting_, tables_);
    EXPECT_TRUE(tables_.at("weak_subject").rows.empty());  // not of a year
}

TEST_F(Statistics, TellsHowManyMarksAreMissing) {
    roll_.list.columns = {"status"};
    pupil("a", {{"6A", {}, {}, 0, ""}});
    pupil("b", {{"6A", {}, {}, 0, ""}});
    Table& subjects = table(
        "subject", {"pack", "grade", "subject", "name", "order", "taught", "tx_hk1", "tx_hk2"},
        {{"tt22", "", "TOAN", "Toán", "6", "true", "", ""}});
    subjects.rows[0][1] = counted(6);
    subjects.rows[0][6] = counted(2);
    subjects.rows[0][7] = counted(0);
    table("mark", {"pupil", "subject", "term", "column", "value"},
          {{"a", "TOAN", "HK1", "tx1", "8"},
           {"a", "TOAN", "HK1", "tx2", "8"},
           {"a", "TOAN", "HK1", "tx3", "8"},
           {"a", "TOAN", "HK1", "gk", "8"},
           {"b", "TOAN", "HK1", "ck", ""}});
    add_mark_progress(setting_, roll_, tables_);
    EXPECT_NE(row("mark_progress", {"6A", "HK1", "TOAN"}).find(" 2 8 3 5 thiếu 5 true "),
              std::string::npos);
    EXPECT_EQ(row("mark_progress", {"6A", "HK2", "TOAN"}), "none");
}

}  // namespace
}  // namespace hoso
