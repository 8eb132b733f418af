// SPDX-License-Identifier: Apache-2.0
//
// What a document may ask for beside its data: an access level of its own, to be made in spite of
// errors, the course or week of its period.
#include "school.h"

namespace hoso {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Rule error_rule{"test/error", Severity::Error, "secretary", "sai",
                          "wrong",      "sửa",           "mend"};

class Documents : public SchoolTest {
protected:
    Documents() {
        catalogue_.records.push_back(record("I.01", "intake", {"KHOA", "CN"}));
        catalogue_.records.push_back(record("I.14", "school", {"HK1"}));
        catalogue_.records.push_back(record("I.06", "class", {"HK1", "W", "M"}));
        for (const char* id : {"W05", "W21", "M10"}) job_.periods.push_back(week(id));
    }
    Period week(const std::string& id) const {
        const bool spring = id == "W21";
        return {job_.year,
                *axis_of(id),
                id,
                spring ? Date{2022, 2, 7} : Date{2021, 10, 4},
                spring ? Date{2022, 2, 12} : Date{2021, 10, 9},
                {2021, 10, 9}};
    }
    void register_of(const std::vector<std::pair<const char*, const char*>>& rows) {
        Table& book = table("register_entry", {"course", "register_no", "name"});
        for (const auto& [course, number] : rows)
            book.rows.push_back({bare(course), bare(number), bare("Lò Thị Ánh")});
    }
    void register_form() {
        form("I.01", R"(<document unit="rows" from="register_entry" by="course" )"
                     R"(where="course=$course" unit-title="Khóa {course}" form="so" )"
                     R"(periods="KHOA" title="Sổ" stem="data/{unit}" needs="register_entry" )"
                     R"(signers="principal"><data><list name="rows" from="register_entry" )"
                     R"(where="course=$unit"/></data></document>)");
    }
    static std::vector<std::string> units(const std::vector<RecordBatch>& batches) {
        std::vector<std::string> all;
        for (const RecordBatch& batch : batches) {
            for (const DocumentPlan& plan : batch.documents) all.push_back(plan.unit);
            for (const HeldBack& unit : batch.held_back) all.push_back("held " + unit.unit);
        }
        return all;
    }
};

TEST_F(Documents, MakesTheBookOfTheCourseThatEnds) {
    register_of({{"2018-2022", "101"}, {"2018-2022", "102"}, {"2019-2023", "103"}});
    register_form();
    const auto batches = compose({"KHOA-2018-2022"});
    EXPECT_THAT(units(batches), ElementsAre("2018-2022"));
    EXPECT_EQ(batches.front().documents.front().data.find("rows")->content.index(), 1U);
}

TEST_F(Documents, DoesNotLeaveABookSilentlyOutThatNoExportSpeaksOf) {
    register_form();
    EXPECT_THAT(units(compose({"KHOA-2018-2022"})), ElementsAre("held THCSNP"));
    register_of({{"2019-2023", "103"}});
    EXPECT_THAT(units(compose({"KHOA-2018-2022"})), ElementsAre("held THCSNP"));
}

TEST_F(Documents, BundlesEachAccessLevelByItself) {
    const char* common = R"(periods="HK1" signers="principal" title="x")";
    form("I.14", std::string(R"(<document unit="school" form="so" stem="data/a" )") + common +
                     R"(><data/></document><document unit="school" form="ky-luat" )"
                     R"(access="sensitive" stem="data/b" )" +
                     common + "><data/></document>");
    const auto batches = compose({"HK1"});
    ASSERT_EQ(batches.size(), 2U);
    EXPECT_EQ(batches[0].access, "restricted");
    EXPECT_FALSE(batches[0].access_differs);
    EXPECT_EQ(batches[0].documents.front().access, "restricted");
    EXPECT_EQ(batches[1].access, "sensitive");
    EXPECT_TRUE(batches[1].access_differs);
    EXPECT_EQ(batches[1].in_scope, 1U);
    EXPECT_EQ(batches[1].documents.front().access, "sensitive");
}

TEST_F(Documents, IsMadeInSpiteOfErrorsWhereItTellsOfThem) {
    const std::string document =
        R"(<document unit="school" form="so" stem="data/a" periods="HK1" signers="principal" )"
        R"(title="x" )";
    findings_.push_back({&error_rule, {}, {}, {Scope{}}});
    form("I.14", document + "><data/></document>");
    EXPECT_THAT(units(compose({"HK1"})), ElementsAre("held THCSNP"));
    form("I.14", document + R"(despite-errors="yes"><data/></document>)");
    EXPECT_THAT(units(compose({"HK1"})), ElementsAre("THCSNP"));
}

TEST_F(Documents, KnowsItsWeekAndTheTermAround) {
    form("I.06",
         R"(<document unit="class" form="so" periods="W M" title="x" stem="data/{class}/{period}">)"
         R"(<data><value name="week" of="$week"/><value name="month" of="$month"/>)"
         R"(<value name="term" of="$term"/></data></document>)");
    const auto text = [&](const char* period, const char* member) {
        const auto batches = compose({period});
        return std::get<Node::Leaf>(batches.front().documents.front().data.find(member)->content)
            .text;
    };
    EXPECT_EQ(text("W05", "week"), "5");
    EXPECT_EQ(text("W05", "term"), "HK1");
    EXPECT_EQ(text("W21", "term"), "HK2");
    EXPECT_EQ(text("M10", "month"), "2021-10");
    EXPECT_EQ(text("M10", "week"), "");
}

TEST_F(Documents, OfAWeekAreNotHeldBackByItsTerm) {
    form("I.06", R"(<document unit="class" form="so" periods="HK1 W" title="x" )"
                 R"(stem="data/{class}/{period}"><data/></document>)");
    findings_.push_back({&error_rule, {}, {}, {Scope{"6A", "", "HK1", false}}});
    EXPECT_THAT(units(compose({"W05"})), ElementsAre("6A", "9A"));
    EXPECT_THAT(units(compose({"HK1"})), ElementsAre("9A", "held 6A"));
}

TEST_F(Documents, AreNotMissedWhereTheRecordIsNotDue) {
    register_of({{"2018-2022", "101"}});
    register_form();
    EXPECT_THAT(compose({"W05"}), IsEmpty());
    EXPECT_THAT(compose({"HK1"}), IsEmpty());
}

TEST_F(Documents, TakeTablesThatNoExportGives) {
    form("I.14", R"(<document unit="school" form="so" stem="data/a" periods="HK1" title="x" )"
                 R"(signers="principal" needs="package"><data><count name="total" )"
                 R"(from="package"/></data></document>)");
    EXPECT_THAT(units(compose({"HK1"})), ElementsAre("held THCSNP"));
    Table sealed{"package", {"name"}, {{bare("I.03_v1")}, {bare("I.06_v1")}}};
    const auto batches =
        compose_tables(job_, catalogue_, tables_, TemplateFolder(disk_, "t"), {"HK1"}, {},
                       findings_, more_, Detail::Whole, nullptr, {{"package", sealed}});
    EXPECT_EQ(batches.front().documents.front().slice.find("\"total\":\"2\"") == std::string::npos,
              false);
}

}  // namespace
}  // namespace hoso
