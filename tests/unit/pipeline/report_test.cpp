// SPDX-License-Identifier: Apache-2.0
#include "report.h"

#include <gtest/gtest.h>

#include "responsible.h"

namespace hoso {
namespace {

FindingLine line(const char* severity, const char* role, const char* person, const char* klass,
                 const char* file) {
    FindingLine made;
    made.severity = severity;
    made.responsible = role;
    made.person = person;
    made.klass = klass;
    made.file = file;
    return made;
}

TEST(ByPerson, PutsErrorsFirstAndNotesLast) {
    const std::vector<FindingLine> findings = {
        line("note", "secretary", "Phạm Thị Lựu", "", "a.xlsx"),
        line("warning", "secretary", "Phạm Thị Lựu", "7A", "c.xlsx"),
        line("error", "homeroom", "Lò Văn Chung", "6A", "b.xlsx"),
        line("warning", "secretary", "Phạm Thị Lựu", "6A", "d.xlsx"),
        line("error", "homeroom", "Lò Văn Chung", "6A", "b.xlsx"),
    };
    const std::vector<PersonFindings> people = by_person(findings);
    ASSERT_EQ(people.size(), 2u);
    EXPECT_EQ(people[0].person, "Lò Văn Chung");
    EXPECT_EQ(people[0].errors, 2u);
    ASSERT_EQ(people[0].parts.size(), 1u);
    EXPECT_EQ(people[0].parts[0].lines.size(), 2u);
    ASSERT_EQ(people[1].parts.size(), 3u);
    EXPECT_EQ(people[1].parts[0].klass, "6A");
    EXPECT_EQ(people[1].parts[1].klass, "7A");
    EXPECT_TRUE(people[1].parts[2].notes);
}

TEST(ByPerson, KeepsTheNamelessApartByRole) {
    const std::vector<FindingLine> findings = {line("error", "homeroom", "", "6A", "a.xlsx"),
                                               line("error", "secretary", "", "", "a.xlsx")};
    EXPECT_EQ(by_person(findings).size(), 2u);
}

class ResponsiblePerson : public testing::Test {
protected:
    ResponsiblePerson() {
        job.people = {{"vt", "Phạm Thị Lựu", "Văn thư", ""},
                      {"gvcn-6a", "Lò Văn Chung", "Giáo viên chủ nhiệm", ""}};
        job.duties["secretary"] = "vt";
        ClassScope klass;
        klass.name = "6A";
        klass.homeroom = "gvcn-6a";
        job.classes = {klass};
        SourceTable table;
        table.origin = origin;
        table.klass = "6A";
        table.subject = "Toán";
        table.teacher = "Trần Thị Hương";
        recognised.tables = {table};
    }
    [[nodiscard]] std::string person(const char* role, const char* klass) const {
        const Rule rule{"test/rule", Severity::Error, role, "", "", "", ""};
        const Finding finding{&rule, {{origin, 8, 6}}, {}, {{klass, "", "", false}}};
        return Responsible(job, recognised, {}).person(finding);
    }
    std::shared_ptr<const Origin> origin =
        std::make_shared<const Origin>(Origin{"smas/BangDiem_6A.xlsx", "Toan_6A"});
    Job job;
    Recognised recognised;
};

TEST_F(ResponsiblePerson, IsTheClassTeacherOfTheClassOrOfTheSheet) {
    EXPECT_EQ(person("homeroom", "6A"), "Lò Văn Chung");
    EXPECT_EQ(person("homeroom", ""), "Lò Văn Chung");
}

TEST_F(ResponsiblePerson, IsTheTeacherWhomTheSheetNames) {
    EXPECT_EQ(person("subject-teacher", "6A"), "Trần Thị Hương");
}

TEST_F(ResponsiblePerson, IsTheSecretaryWhereTheSchoolHasNoArchivist) {
    EXPECT_EQ(person("archivist", ""), "Phạm Thị Lựu");
    EXPECT_EQ(person("principal", ""), "");
}

}  // namespace
}  // namespace hoso
