// SPDX-License-Identifier: Apache-2.0
#include "status.h"

#include <gtest/gtest.h>

namespace hoso {
namespace {

class Status : public testing::Test {
protected:
    Status() {
        job.periods = {
            {{2021}, Axis::Term, "HK1", {2021, 9, 6}, {2022, 1, 8}, {2022, 1, 12}},
            {{2021}, Axis::Term, "HK2", {2022, 1, 10}, {2022, 5, 21}, {2022, 5, 28}},
        };
        job.people = {{"gvcn-6a", "Lò Văn Chung", "Giáo viên chủ nhiệm", ""},
                      {"gvcn-6b", "Cầm Thị Ón", "Giáo viên chủ nhiệm", ""}};
        for (const char* name : {"6A", "6B"}) {
            ClassScope klass;
            klass.name = name;
            klass.homeroom = std::string(name) == "6A" ? "gvcn-6a" : "gvcn-6b";
            job.classes.push_back(klass);
        }
        RecordType record;
        record.id = "I.03";
        record.periods = {"HK1", "HK2"};
        catalogue.records = {record};
        last.findings.resize(2);
        last.findings[0].rule = "compose/export-missing";
        last.findings[0].person = "Phạm Thị Lựu";
        last.findings[0].responsible = "secretary";
        last.findings[1].rule = "validate/bad-number";
        last.findings[1].responsible = "subject-teacher";
        RecordLine line;
        line.record = "I.03";
        line.period = "HK1";
        line.state = "held back";
        last.records = {line};
    }
    [[nodiscard]] StatusLine first(Date today) const {
        return status_of(job, catalogue, &last, today).at(0).lines.at(0);
    }
    Job job;
    Catalogue catalogue;
    RunReport last;
};

TEST_F(Status, TellsWhatDidNotComeFromWhatIsWrong) {
    last.records[0].classes["6A"].held_back = 1;
    last.records[0].classes["6B"].held_back = 1;
    last.records[0].held_back = {{"6A", "6A", {0}}, {"6B", "6B", {1}}};
    const StatusLine line = first({2022, 1, 10});
    EXPECT_EQ(line.classes.at("6A").state, "not received");
    EXPECT_EQ(line.classes.at("6B").state, "held back");
    ASSERT_EQ(line.remind.size(), 2u);
    EXPECT_EQ(line.remind[0].role, "subject-teacher");  // nobody's name is known
    EXPECT_EQ(line.remind[1].person, "Phạm Thị Lựu");
    EXPECT_EQ(line.remind[1].to_mend, 1u);
}

TEST_F(Status, IsLateFromTheDayAfterTheClosing) {
    EXPECT_EQ(first({2022, 1, 12}).late_days, 0);
    EXPECT_EQ(first({2022, 1, 13}).late_days, 1);
    last.records[0].state = "sealed";
    EXPECT_EQ(first({2022, 3, 1}).late_days, 0);
}

TEST_F(Status, RemindsEachClassTeacherOfHisOwnSignatures) {
    last.records[0].state = "waiting";
    last.records[0].waiting["homeroom"] = 3;
    last.records[0].classes["6A"] = {1, 0, 0, 1};
    last.records[0].classes["6B"] = {2, 0, 0, 2};
    const StatusLine line = first({2022, 1, 10});
    ASSERT_EQ(line.remind.size(), 2u);
    EXPECT_EQ(line.remind[0].person, "Cầm Thị Ón");
    EXPECT_EQ(line.remind[0].to_sign, 2u);
    EXPECT_EQ(line.classes.at("6A").state, "waiting");
}

TEST_F(Status, KnowsWhatWasNeverRun) {
    const auto lines = status_of(job, catalogue, &last, {2022, 1, 10}).at(0).lines;
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[1].state, "not run");
    EXPECT_EQ(lines[1].due, "2022-05-28");
}

}  // namespace
}  // namespace hoso
