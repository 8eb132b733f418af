// SPDX-License-Identifier: Apache-2.0
//
// Which documents there are: scope, what is held back, what does not apply.
#include "compose/rules.h"
#include "unit/compose/school.h"

namespace hoso {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Rule error_rule{"test/error", Severity::Error, "secretary", "sai", "wrong", "", ""};
constexpr Rule warning_rule{"test/warning", Severity::Warning, "secretary", "", "", "", ""};

class Batch : public SchoolTest {
protected:
    static std::vector<std::string> made(const RecordBatch& batch) {
        std::vector<std::string> units;
        for (const DocumentPlan& plan : batch.documents) units.push_back(plan.unit);
        return units;
    }
    static std::vector<std::string> held(const RecordBatch& batch) {
        std::vector<std::string> units;
        for (const HeldBack& unit : batch.held_back) units.push_back(unit.unit);
        return units;
    }
    static std::vector<std::string> not_applicable(const RecordBatch& batch) {
        std::vector<std::string> units;
        for (const NotApplicable& unit : batch.not_applicable) {
            units.push_back(unit.unit + ": " + unit.reason);
        }
        return units;
    }
    static void expect_balance(const RecordBatch& batch) {
        EXPECT_EQ(batch.in_scope,
                  batch.documents.size() + batch.held_back.size() + batch.not_applicable.size());
    }
    void wrong(Scope scope, const Rule& rule = error_rule) { wrong_for({std::move(scope)}, rule); }
    void wrong_for(std::vector<Scope> scopes, const Rule& rule = error_rule) {
        findings_.push_back({&rule, {}, {}, std::move(scopes)});
    }
};

TEST_F(Batch, HasAPlanPerClassWithItsSignersAndNames) {
    class_form("");
    const RecordBatch books = batch("HK1");
    expect_balance(books);
    ASSERT_EQ(books.documents.size(), 2U);
    const DocumentPlan& plan = books.documents.front();
    EXPECT_EQ(plan.record, "I.03");
    EXPECT_EQ(plan.form, "tt22");
    EXPECT_EQ(plan.unit, "6A");
    EXPECT_EQ(plan.klass, "6A");
    EXPECT_EQ(plan.unit_title, "Lớp 6A");
    EXPECT_EQ(plan.title, "Sổ 6A");
    EXPECT_EQ(plan.stem, "data/6A/I.03_6A_HK1");
    EXPECT_EQ(plan.access, "restricted");
    EXPECT_EQ(plan.period.id, "HK1");
    ASSERT_EQ(plan.signers.size(), 2U);
    EXPECT_EQ(plan.signers[0].role, "homeroom");
    EXPECT_EQ(plan.signers[0].name, "Lò Văn Chung");
    EXPECT_EQ(plan.signers[1].person, "ht");
    EXPECT_EQ(plan.key.size(), 64U);
    EXPECT_NE(plan.key, books.documents.back().key);
}

TEST_F(Batch, ListsPupilsByClassAndSeqAndSaysWhyOneHasNoDocument) {
    pupil_form("");
    const RecordBatch year = batch("CN");
    expect_balance(year);
    EXPECT_EQ(year.in_scope, 5U);
    EXPECT_THAT(made(year), ElementsAre("P1", "P2", "P8", "P9"));
    EXPECT_THAT(not_applicable(year), ElementsAre("P3: chuyển trường ngày 01/02/2022"));
    EXPECT_EQ(year.documents.front().stem, "data/6A/P1_CN");
    EXPECT_EQ(year.documents.front().unit_title, "Lò Thị Ánh");

    table("transfer_out", {"pupil", "date"}).rows.push_back({bare("P3"), bare(Date{2022, 1, 20})});
    EXPECT_THAT(not_applicable(batch("CN")), ElementsAre("P3: chuyển đi ngày 20/01/2022"));
}

TEST_F(Batch, CountsAPupilWhoChangedClassOnce) {
    pupil_form("");
    Table& list = tables_.at("class_list");
    for (auto& row : list.rows) {
        if (std::get<std::string>(row[3].value) != "P3") continue;
        auto moved = row;
        moved[0] = bare("9A");
        moved[6] = bare(false);
        list.rows.push_back(moved);
        break;
    }
    list.rows.back()[1] = bare("CN");
    const RecordBatch year = batch("CN");
    expect_balance(year);
    EXPECT_THAT(not_applicable(year), IsEmpty());
    EXPECT_THAT(made(year), ElementsAre("P1", "P2", "P8", "P9", "P3"));
}

TEST_F(Batch, MakesCourseBooksOfGradeNineOnly) {
    pupil_form("");
    const RecordBatch course = batch("KHOA-2018-2022");
    EXPECT_EQ(course.in_scope, 2U);
    EXPECT_THAT(made(course), ElementsAre("P8", "P9"));
}

TEST_F(Batch, IsNotMadeForAPeriodInWhichTheRecordIsNotDue) {
    pupil_form("");
    EXPECT_TRUE(compose({"HK1"}).empty());
}

TEST_F(Batch, HoldsBackAPupilsDocumentAndHisClassBook) {
    pupil_form("");
    class_form("");
    wrong({"6A", "P1", "", false});
    const auto batches = compose({"CN"});
    ASSERT_EQ(batches.size(), 2U);
    EXPECT_THAT(held(batches[0]), ElementsAre("P1"));
    EXPECT_THAT(made(batches[0]), ElementsAre("P2", "P8", "P9"));
    EXPECT_THAT(held(batches[1]), ElementsAre("6A"));
    EXPECT_THAT(made(batches[1]), ElementsAre("9A"));
    for (const auto& b : batches) expect_balance(b);
}

TEST_F(Batch, FindsTheClassOfAPupilThatAnErrorNamesAlone) {
    class_form("");
    wrong({"", "P8", "", false});
    EXPECT_THAT(held(batch("HK1")), ElementsAre("9A"));
}

TEST_F(Batch, HoldsBackAWholeClassOrEverything) {
    pupil_form("");
    wrong({"9A", "", "", false});
    EXPECT_THAT(held(batch("CN")), ElementsAre("P8", "P9"));
    wrong({});
    EXPECT_THAT(held(batch("CN")), ElementsAre("P1", "P2", "P8", "P9"));
}

TEST_F(Batch, HoldsBackTheTwoPupilsOfOneErrorAndTheirClasses) {
    class_form("");
    pupil_form("");
    wrong_for({{"6A", "P1", "", false}, {"9A", "P9", "", false}});
    const auto batches = compose({"CN"});
    ASSERT_EQ(batches.size(), 2U);
    EXPECT_THAT(held(batches[0]), ElementsAre("P1", "P9"));
    EXPECT_THAT(held(batches[1]), ElementsAre("6A", "9A"));
    for (const RecordBatch& batch : batches) expect_balance(batch);
}

TEST_F(Batch, HoldsBackOnlyTheFormsThatReadTheDatasetOfAnError) {
    class_form(R"(<list name="m" from="mark" where="class=$unit"/>)");
    pupil_form("");
    wrong({"6A", "P1", "", false, "mark"});
    const auto batches = compose({"CN"});
    ASSERT_EQ(batches.size(), 2U);
    EXPECT_THAT(held(batches[0]), IsEmpty());
    EXPECT_THAT(held(batches[1]), ElementsAre("6A"));
}

TEST_F(Batch, LetsWarningsAndErrorsThatOnlyInformPass) {
    class_form("");
    wrong({"6A", "", "", false}, warning_rule);
    wrong({"6A", "", "", true});
    EXPECT_THAT(held(batch("HK1")), IsEmpty());
}

TEST_F(Batch, LetsAnErrorPassThatTheJobSwitchedOff) {
    class_form("");
    wrong({"6A", "", "", false});
    job_.switched_off["test/error"] = "chưa có danh mục";
    EXPECT_THAT(held(batch("HK1")), IsEmpty());
}

TEST_F(Batch, CarriesAnErrorOfATermToWhatIsClosedLater) {
    class_form("");
    pupil_form("");
    wrong({"9A", "P9", "HK1", false});
    const auto batches = compose({"CN", "KHOA-2018-2022", "HK1", "HK2"});
    ASSERT_EQ(batches.size(), 5U);
    EXPECT_THAT(held(batches[0]), ElementsAre("P9"));  // I.02 CN
    EXPECT_THAT(held(batches[1]), ElementsAre("P9"));  // I.02 KHOA
    EXPECT_THAT(held(batches[2]), ElementsAre("9A"));  // I.03 CN
    EXPECT_THAT(held(batches[3]), ElementsAre("9A"));  // I.03 HK1
    EXPECT_THAT(held(batches[4]), IsEmpty());          // I.03 HK2
}

TEST_F(Batch, KeepsAnErrorOfTheYearOutOfTheTerms) {
    class_form("");
    wrong({"9A", "", "CN", false});
    EXPECT_THAT(held(batch("HK1")), IsEmpty());
    EXPECT_THAT(held(batch("HK2")), IsEmpty());
    EXPECT_THAT(held(batch("CN")), ElementsAre("9A"));
}

TEST_F(Batch, HoldsBackABookOfHk2ThatPrintsTheYearsResults) {
    class_form(R"(<list name="a" from="result_year" where="class=$unit"/>)");
    wrong({"9A", "", "HK1", false});
    EXPECT_THAT(held(batch("HK2")), ElementsAre("9A"));
}

TEST_F(Batch, SaysWhenAClassHasNoFormOrNoPupils) {
    form("I.03", R"(<document unit="class" form="tt22" pack="tt22" periods="HK1" title="Sổ" )"
                 R"(stem="data/{class}"><data/></document>)");
    const RecordBatch books = batch("HK1");
    expect_balance(books);
    EXPECT_THAT(held(books), ElementsAre("9A"));
    EXPECT_EQ(message(books.held_back[0].because[0], Language::Vietnamese),
              "lớp 9A đánh giá theo tt58+26, nhưng hồ sơ I.03 chưa có mẫu cho quy định này");

    pupil_form("");
    tables_.at("class_list").rows.resize(9);
    const auto pupils = compose({"CN"});
    EXPECT_THAT(held(pupils.front()), ElementsAre("9A"));
    EXPECT_EQ(message(pupils.front().held_back[0].because[0], Language::Vietnamese),
              "lớp 9A: danh sách lớp kỳ CN không có học sinh nào");
    expect_balance(pupils.front());
}

TEST_F(Batch, HoldsBackWhatNobodyIsThereToSign) {
    pupil_form("", R"(signers="homeroom nurse")");
    const RecordBatch year = batch("CN");
    EXPECT_TRUE(year.documents.empty());
    EXPECT_EQ(message(year.held_back[0].because[0], Language::Vietnamese),
              "hồ sơ data/6A/P1_CN cần chữ ký của \"nurse\", nhưng hoso.toml không nói đó là ai");
}

TEST_F(Batch, TakesOnlyTheUnitsThatTheFormAsksFor) {
    pupil_form("", R"(where="pupil!='P8' status='Đang học'")");
    const RecordBatch year = batch("CN");
    EXPECT_EQ(year.in_scope, 3U);
    EXPECT_THAT(made(year), ElementsAre("P1", "P2", "P9"));
}

TEST_F(Batch, GivesAWorkingCopyNoSigners) {
    pupil_form("", R"(working-copy="yes" workbook="yes")");
    const DocumentPlan plan = batch("CN").documents.front();
    EXPECT_TRUE(plan.working_copy);
    EXPECT_TRUE(plan.has_workbook);
    EXPECT_TRUE(plan.signers.empty());
}

TEST_F(Batch, OfLightPlansIsMadeWholeAgainTheSame) {
    pupil_form(R"(<list name="pupils" from="class_list" where="class=$class term=$term"/>)");
    const auto heavy = compose({"CN"});
    const auto light = compose_tables(job_, catalogue_, tables_, TemplateFolder(disk_, "t"), {"CN"},
                                      {}, findings_, more_, Detail::Light);
    ASSERT_EQ(light.front().documents.size(), 4U);
    for (std::size_t i = 0; i < 4; ++i) {
        const DocumentPlan& expected = heavy.front().documents[i];
        const DocumentPlan& plan = light.front().documents[i];
        EXPECT_TRUE(plan.slice.empty() && plan.lineage.empty());
        EXPECT_EQ(plan.key, expected.key);
        const DocumentPlan again = whole(plan);
        EXPECT_EQ(again.slice, expected.slice);
        EXPECT_EQ(again.lineage.size(), expected.lineage.size());
        EXPECT_EQ(again.key, expected.key);
        EXPECT_EQ(whole(expected).slice, expected.slice);
    }
}

TEST_F(Batch, RefusesTwoDocumentsOfOneName) {
    form("I.02", R"(<document unit="pupil" form="f" pack="tt22 tt58+26" periods="CN" title="x" )"
                 R"(stem="data/{class}"><data/></document>)");
    EXPECT_EQ(refusal("CN"),
              "templates/records/I.02/record.xml:1: hai hồ sơ cùng tên data/6A; stem phải có "
              "{unit} hoặc {class}");
}

TEST_F(Batch, KeysChangeWithDataTemplatesAndSigners) {
    class_form(R"(<list name="pupils" from="class_list" where="class=$unit"/>)");
    disk_.files["t/records/I.03/tt22/document.html"] = "{{#pupils}}{{> row}}{{/pupils}}";
    disk_.files["t/partials/row.html"] = "{{name}}";
    const std::string key = batch("HK1").documents.front().key;
    EXPECT_EQ(batch("HK1").documents.front().key, key);
    disk_.files["t/partials/row.html"] = "{{name}} ";
    EXPECT_NE(batch("HK1").documents.front().key, key);
    disk_.files["t/partials/row.html"] = "{{name}}";
    job_.people[1].name = "Người khác";
    EXPECT_NE(batch("HK1").documents.front().key, key);
    job_.people[1].name = "Lò Văn Chung";
    EXPECT_EQ(batch("HK1").documents.front().key, key);
    tables_.at("class_list").rows[0][4] = bare("Vàng A Dê");
    EXPECT_NE(batch("HK1").documents.front().key, key);
}

TEST(ComposeRules, HaveTextsInBothLanguages) {
    for (const Rule* rule : compose_rules) {
        Finding finding;
        finding.rule = rule;
        finding.args = {{"document", "d"}, {"dataset", "d"},  {"field", "f"},     {"count", "2"},
                        {"class", "6A"},   {"pack", "tt22"},  {"record", "I.03"}, {"period", "HK1"},
                        {"role", "nurse"}, {"file", "a.docx"}};
        for (const Language language : {Language::Vietnamese, Language::English}) {
            EXPECT_NE(message(finding, language), "") << rule->id;
            EXPECT_NE(hint(finding, language), "") << rule->id;
        }
    }
}

TEST_F(Batch, MakesOneDocumentOfTheSchoolAndNoneWithoutItsExports) {
    catalogue_.records.push_back(record("I.08", "school", {"CN"}));
    catalogue_.records.back().signers = {"principal"};
    form("I.08",
         R"(<document unit="school" form="so" periods="CN" title="Sổ" needs="transfer_out" )"
         R"(stem="data/I.08_{unit}_{period}"><data>)"
         R"(<list name="left" from="transfer_out" sort="date"/></data></document>)");
    RecordBatch book = batch("CN");
    expect_balance(book);
    EXPECT_THAT(held(book), ElementsAre("THCSNP"));
    ASSERT_EQ(book.held_back[0].because.size(), 1U);
    EXPECT_EQ(book.held_back[0].because[0].rule, &compose_rule::export_missing);

    table("transfer_out", {"pupil", "date"});  // came, and nobody left
    book = batch("CN");
    ASSERT_EQ(book.documents.size(), 1U);
    EXPECT_EQ(book.documents[0].stem, "data/I.08_THCSNP_CN");
    EXPECT_EQ(book.documents[0].klass, "");
    EXPECT_EQ(book.documents[0].signers.size(), 1U);

    wrong({"6A", "P1", "HK1", false});
    EXPECT_THAT(held(batch("CN")), ElementsAre("THCSNP"));  // it lists pupils
}

TEST_F(Batch, ASchoolDocumentHasNoRowAroundItsLists) {
    form("I.03", R"(<document unit="school" form="so" periods="HK1" title="Sổ" stem="data/{unit}">)"
                 R"(<data><list name="a" from="mark" where="class=^.class"/></data></document>)");
    EXPECT_THAT(refusal(), testing::HasSubstr("hồ sơ của cả trường không có dòng bao quanh"));
}

TEST_F(Batch, MakesADocumentForEachSetOfValues) {
    catalogue_.records.push_back(record("III.03", "teacher-subject", {"HK1"}));
    catalogue_.records.back().signers = {"principal"};
    form(
        "III.03",
        R"(<document unit="rows" from="subject_teacher" by="teacher subject" where="term=$period" )"
        R"(unit-title="{teacher}, môn {subject}" form="so" periods="HK1" title="Sổ" )"
        R"(stem="data/III.03_{unit}_{period}" none="Chưa phân công ai"><data>)"
        R"(<list name="classes" from="subject_teacher" )"
        R"(where="teacher=^.teacher subject=^.subject term=$period"/></data></document>)");
    EXPECT_THAT(not_applicable(batch("HK1")), ElementsAre("THCSNP: Chưa phân công ai"));

    Table& given = table("subject_teacher", {"class", "subject", "teacher", "term"});
    const auto add = [&](const char* klass, const char* subject, const char* term) {
        given.rows.push_back({bare(klass), bare(subject), bare("Lò Thị Én"), bare(term)});
    };
    add("6A", "TOAN", "HK1");
    add("6A", "TIN", "HK1");
    add("9A", "TOAN", "HK1");
    add("9A", "VAN", "HK2");
    const RecordBatch books = batch("HK1");
    expect_balance(books);
    EXPECT_THAT(made(books), ElementsAre("Lò Thị Én_TOAN", "Lò Thị Én_TIN"));
    EXPECT_EQ(books.documents[0].stem, "data/III.03_lo-thi-en_toan_HK1");
    EXPECT_EQ(books.documents[0].unit_title, "Lò Thị Én, môn TOAN");
    const Node* classes = books.documents[0].data.find("classes");
    ASSERT_NE(classes, nullptr);
    EXPECT_EQ(std::get<Node::List>(classes->content).size(), 2U);
}

TEST_F(Batch, SendsFilesAlongAndHoldsBackWhereTheyAreMissing) {
    disk_.files["t/datasets/paper.xml"] =
        R"(<dataset id="paper" title="Bản quét" key="file"><column name="file" type="text"/>)"
        R"(<column name="sha256" type="text"/></dataset>)";
    catalogue_.records.push_back(record("I.07", "school", {"CN"}));
    catalogue_.records.back().signers = {"principal"};
    form("I.07", R"(<document unit="school" form="so" periods="CN" title="Sổ" )"
                 R"(stem="data/I.07_{unit}"><attach from="paper" sort="-file" file="file" )"
                 R"(sha256="sha256"/><data/></document>)");
    const RecordBatch none = batch("CN");
    ASSERT_THAT(held(none), ElementsAre("THCSNP"));
    EXPECT_EQ(none.held_back[0].because[0].rule, &compose_rule::attachment_missing);

    Table& papers = table("paper", {"file", "sha256"});
    papers.rows.push_back({bare("a/Sổ gốc 1.PDF"), bare("11")});
    papers.rows.push_back({bare("a/Sổ gốc 2.jpg"), bare("22")});
    const RecordBatch book = batch("CN");
    ASSERT_EQ(book.documents.size(), 1U);
    const auto& files = book.documents[0].attachments;
    ASSERT_EQ(files.size(), 2U);
    EXPECT_EQ(files[0].source, "a/Sổ gốc 2.jpg");
    EXPECT_EQ(files[0].path, "data/I.07_THCSNP_01.jpg");
    EXPECT_EQ(files[1].path, "data/I.07_THCSNP_02.pdf");

    papers.rows[0][1] = bare("12");
    EXPECT_NE(batch("CN").documents[0].key, book.documents[0].key);
}

}  // namespace
}  // namespace hoso
