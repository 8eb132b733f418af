// SPDX-License-Identifier: Apache-2.0
//
// What record.xml makes of tables. Goldens are the canonical JSON of the data tree.
#include "compose/slice.h"
#include "unit/compose/school.h"
#include "vocabulary/text.h"

namespace hoso {
namespace {

class Data : public SchoolTest {
protected:
    // The data of 6A's document under this template: only what it prints.
    std::string data(const std::string& document, const std::string& members,
                     const std::string& period = "HK1") {
        class_form(members);
        disk_.files["t/records/I.03/tt22/document.html"] = document;
        batch_ = batch(period);
        EXPECT_FALSE(batch_.documents.empty());
        return batch_.documents.empty() ? "" : batch_.documents.front().slice;
    }
    RecordBatch batch_;
};

TEST_F(Data, OfAListHasARowPerMatchInOrder) {
    EXPECT_EQ(
        data(
            "{{#pupils}}{{seq}}{{name}}{{birth_date}}{{/pupils}}",
            R"(<list name="pupils" from="class_list" where="class=$unit term=$term" sort="seq"/>)"),
        R"({"pupils":[{"birth_date":"12/03/2010","name":"Lò Thị Ánh","seq":"1"},)"
        R"({"birth_date":"12/03/2010","name":"Vàng A Dế","seq":"2"},)"
        R"({"birth_date":"12/03/2010","name":"Quàng Văn Ở","seq":"3"}]})");
}

TEST_F(Data, TakesTheFirstRowOfEachValueWhereAskedTo) {
    EXPECT_EQ(
        data(
            "{{#firsts}}{{name}}{{/firsts}}",
            R"(<list name="firsts" from="class_list" where="term=$term" sort="class seq" distinct="class"/>)"),
        R"({"firsts":[{"name":"Lò Thị Ánh"},{"name":"Mùa A Chống"}]})");
}

TEST_F(Data, KnowsWhoSigns) {
    EXPECT_EQ(data("{{signers.principal.name}}", ""),
              R"({"signers":{"principal":{"name":"Bùi Văn Khoát"}}})");
}

TEST_F(Data, SortsByVietnameseNamesAndDescending) {
    EXPECT_EQ(
        data(
            "{{#pupils}}{{name}}{{/pupils}}",
            R"(<list name="pupils" from="class_list" where="class=$unit term=$term" sort="name:vi"/>)"),
        R"({"pupils":[{"name":"Lò Thị Ánh"},{"name":"Vàng A Dế"},{"name":"Quàng Văn Ở"}]})");
    EXPECT_EQ(
        data(
            "{{#pupils}}{{seq}}{{/pupils}}",
            R"(<list name="pupils" from="class_list" where="class=$unit term=$term" sort="-seq"/>)"),
        R"({"pupils":[{"seq":"3"},{"seq":"2"},{"seq":"1"}]})");
}

TEST_F(Data, OfAPivotHasItsKeysInAnyCase) {
    const char* const members = R"(
        <list name="pupils" from="class_list" where="class=$unit term=$term" sort="seq">
          <pivot name="marks" from="mark" where="pupil=^.pupil term=$period" key="column"
                 value="value" keys="tx1 tx2 gk"/>
        </list>)";
    EXPECT_EQ(
        data("{{#pupils}}{{marks.tx1}}{{marks.tx2}}{{#marks}}{{gk}}{{/marks}}{{/pupils}}", members),
        R"({"pupils":[{"marks":{"gk":"7,5","tx1":"8","tx2":""}},)"
        R"({"marks":{"gk":"","tx1":"6","tx2":""}},{"marks":{"gk":"","tx1":"","tx2":""}}]})");
    const auto& lineage = batch_.documents.front().lineage;
    ASSERT_EQ(lineage.size(), 3U);
    EXPECT_EQ(lineage[0].field, "pupils[0].marks.tx1");
    EXPECT_EQ(lineage[0].printed, "8");
    EXPECT_EQ(lineage[0].value, Scalar(Tenths{80}));
    EXPECT_EQ(describe(lineage[0].where), "smas/6A.xlsx › Toan_6A › E5");
}

TEST_F(Data, TakesOnlyWhatTheFormNames) {
    const std::string slice =
        data("{{#pupils}}{{seq}}{{/pupils}}",
             R"(<list name="pupils" from="class_list" where="class=$unit term=$term"/>
                                      <list name="others" from="class_list"/>)");
    EXPECT_EQ(slice, R"({"pupils":[{"seq":"2"},{"seq":"1"},{"seq":"3"}]})");
}

TEST_F(Data, FillsUpWithBlankRowsAndNumbersThem) {
    EXPECT_EQ(
        data(
            "{{#pupils}}{{seq}}{{index}}{{#filler}}{{/filler}}{{^fifth}}{{/"
            "fifth}}{{first}}{{last}}{{/pupils}}",
            R"(<list name="pupils" from="class_list" where="class=$unit term=$term" sort="seq" fill-by="5"/>)"),
        R"({"pupils":[)"
        R"({"fifth":"false","filler":"false","first":"true","index":"1","last":"false","seq":"1"},)"
        R"({"fifth":"false","filler":"false","first":"false","index":"2","last":"false","seq":"2"},)"
        R"({"fifth":"false","filler":"false","first":"false","index":"3","last":"false","seq":"3"},)"
        R"({"fifth":"false","filler":"true","first":"false","index":"4","last":"false","seq":""},)"
        R"({"fifth":"true","filler":"true","first":"false","index":"5","last":"true","seq":""}]})");
}

TEST_F(Data, KeepsInnerListsInBlankRows) {
    EXPECT_EQ(
        data(
            "{{#pupils}}{{seq}}{{#subjects}}{{marks.tx1}}{{/subjects}}{{/pupils}}",
            R"(<list name="pupils" from="class_list" where="class=$unit term=$term pupil='P1'" fill-to="2">
                        <list name="subjects" from="month">
                          <pivot name="marks" from="mark" where="pupil=^^.pupil" key="column" value="value" keys="tx1"/>
                        </list>
                      </list>)"),
        R"({"pupils":[{"seq":"1","subjects":[]},{"seq":"","subjects":[]}]})");
    table("month", {"term", "month"}).rows.push_back({bare("HK1"), bare("2021-09")});
    EXPECT_EQ(
        data(
            "{{#pupils}}{{#subjects}}{{marks.tx1}}{{/subjects}}{{/pupils}}",
            R"(<list name="pupils" from="class_list" where="class=$unit term=$term pupil='P1'" fill-to="2">
                        <list name="subjects" from="month">
                          <pivot name="marks" from="mark" where="pupil=^^.pupil" key="column" value="value" keys="tx1"/>
                        </list>
                      </list>)"),
        R"({"pupils":[{"subjects":[{"marks":{"tx1":"8"}}]},{"subjects":[{"marks":{"tx1":""}}]}]})");
}

TEST_F(Data, ChunksAListIntoPagesThatHoldRowsOfTheirOwn) {
    Table& month = table("month", {"term", "month", "number"});
    for (int i = 9; i <= 11; ++i) {
        month.rows.push_back(
            {bare("HK1"), bare("2021-" + std::to_string(i)), bare(std::int64_t{i})});
    }
    EXPECT_EQ(
        data("{{#pages}}{{number}}{{#items}}{{number}}{{name}}{{/"
             "items}}{{#rows}}{{seq}}{{name}}{{#months}}{{number}}{{/months}}{{/rows}}{{/pages}}",
             R"(<list name="pages" from="month" chunk="2" fill-to="2">
                        <value name="name" of="^.month"/>
                        <list name="rows" per="chunk" from="class_list" where="class=$unit term=$term pupil!='P3'" sort="seq">
                          <list name="months" from="items"/>
                        </list>
                      </list>)"),
        R"({"pages":[)"
        R"({"items":[{"name":"2021-9","number":"9"},{"name":"2021-10","number":"10"}],"number":"1",)"
        R"("rows":[{"months":[{"number":"9"},{"number":"10"}],"name":"Lò Thị Ánh","seq":"1"},)"
        R"({"months":[{"number":"9"},{"number":"10"}],"name":"Vàng A Dế","seq":"2"}]},)"
        R"({"items":[{"name":"2021-11","number":"11"},{"name":"","number":""}],"number":"2",)"
        R"("rows":[{"months":[{"number":"11"},{"number":""}],"name":"Lò Thị Ánh","seq":"1"},)"
        R"({"months":[{"number":"11"},{"number":""}],"name":"Vàng A Dế","seq":"2"}]}]})");
}

TEST_F(Data, BeginsAChunkWhereAValueChanges) {
    Table& out = table("transfer_out", {"pupil", "date"});
    out.rows.push_back({bare("P3"), bare(Date{2022, 1, 20})});
    out.rows.push_back({bare("P2"), bare(Date{2021, 12, 31})});
    out.rows.push_back({bare("P1"), bare(Date{2021, 9, 8})});
    EXPECT_EQ(data("{{#books}}{{key}}{{#items}}{{pupil}}{{/items}}{{/books}}",
                   R"(<list name="books" from="transfer_out" sort="date" chunk-by="date:year"/>)"),
              R"({"books":[{"items":[{"pupil":"P1"},{"pupil":"P2"}],"key":"2021"},)"
              R"({"items":[{"pupil":"P3"}],"key":"2022"}]})");
    EXPECT_EQ(
        data(
            "{{#books}}{{key}}{{number}}{{/books}}",
            R"(<list name="books" from="transfer_out" sort="date" chunk="1" chunk-by="date:month"/>)"),
        R"({"books":[{"key":"09/2021","number":"1"},{"key":"12/2021","number":"2"},)"
        R"({"key":"01/2022","number":"3"}]})");
}

TEST_F(Data, OfOneIsTheRowOrABlankOne) {
    EXPECT_EQ(data("{{a.name}}{{#b}}{{name}}{{/b}}",
                   R"(<one name="a" from="class_list" where="pupil='P1' term=$term"/>
                      <one name="b" from="class_list" where="pupil='P7'"/>)"),
              R"({"a":{"name":"Lò Thị Ánh"},"b":{"name":""}})");
    EXPECT_EQ(more_.size(), 0U);
}

TEST_F(Data, HoldsADocumentBackWhoseRequiredRowIsNotThereOrTwice) {
    class_form(R"(<one name="a" from="conduct" where="pupil='P1'" required="yes"/>
                  <one name="b" from="class_list" where="pupil='P1'"/>)");
    const RecordBatch made = batch("HK1");
    EXPECT_TRUE(made.documents.empty());
    ASSERT_EQ(made.held_back.size(), 2U);
    ASSERT_EQ(made.held_back[0].because.size(), 2U);
    EXPECT_EQ(message(made.held_back[0].because[0], Language::Vietnamese),
              "hồ sơ data/6A/I.03_6A_HK1: không có dòng \"Rèn luyện, hạnh kiểm và nhận xét của "
              "giáo viên chủ nhiệm\" cho mục \"a\"");
    EXPECT_EQ(message(made.held_back[0].because[1], Language::Vietnamese),
              "hồ sơ data/6A/I.03_6A_HK1: mục \"b\" có 3 dòng \"Danh sách lớp ở mỗi kỳ (tính): một "
              "dòng cho mỗi term HK1, HK2, CN; left = không còn ở lớp khi hết kỳ đó\", chỉ được có "
              "một");
}

TEST_F(Data, CountsSumsAndFlags) {
    EXPECT_EQ(
        data("{{n}}{{s}}{{least}}{{most}}{{f}}{{g}}{{v}}{{w}}",
             R"(<count name="n" from="class_list" where="class=$unit term=$term"/>
                      <sum name="s" from="class_list" of="seq" where="class=$unit term=$term"/>
                      <min name="least" from="mark" of="value"/>
                      <max name="most" from="mark" of="value" format="average"/>
                      <flag name="f" from="mark" where="pupil='P1'"/>
                      <flag name="g" from="mark" where="pupil='P3'"/>
                      <value name="v" of="$unit"/>
                      <text name="w"> Sổ  này </text>)"),
        R"({"f":"true","g":"false","least":"6","most":"8,0","n":"3","s":"6","v":"6A","w":"Sổ này"})");
    const auto& lineage = batch_.documents.front().lineage;
    EXPECT_EQ(lineage[0].derivation->formula, "đếm được 3 dòng");
    EXPECT_EQ(lineage[0].value, Scalar(std::int64_t{3}));
    EXPECT_EQ(lineage[2].where.row, 6U);  // the least mark keeps its cell
}

TEST_F(Data, ReadsMembersThatWereMadeBefore) {
    EXPECT_EQ(
        data("{{#p}}{{again}}{{upper}}{{date}}{{/p}}",
             R"(<list name="p" from="class_list" where="class=$unit term=$term pupil='P1'">
                        <one name="self" from="class_list" where="pupil=^.pupil term=$term"/>
                        <value name="again" of="^.self.name"/>
                        <value name="upper" of="^.name" format="upper"/>
                        <value name="date" of="^.birth_date" format="long-date"/>
                      </list>)"),
        R"({"p":[{"again":"Lò Thị Ánh","date":"ngày 12 tháng 3 năm 2010","name":"Lò Thị Ánh","self":{"name":"Lò Thị Ánh"},"upper":"LÒ THỊ ÁNH"}]})");
    EXPECT_EQ(batch_.documents.front().lineage.back().where.row, 5U);
}

TEST_F(Data, TakesSharedPartsAsIfTheyWereWrittenThere) {
    form("I.03",
         R"(<part name="pupils"><list name="pupils" from="class_list" where="class=$unit term=$term"
              sort="seq"><use part="marks"/></list></part>
            <part name="marks"><pivot name="marks" from="mark" where="pupil=^.pupil" key="column"
              value="value" keys="tx1"/></part>
            <document unit="class" form="f" pack="tt22 tt58+26" periods="HK1" title="x"
              stem="{class}"><data><use part="pupils"/></data></document>)");
    disk_.files["t/records/I.03/f/document.html"] = "{{#pupils}}{{marks.tx1}}{{/pupils}}";
    EXPECT_EQ(batch("HK1").documents.front().slice,
              R"({"pupils":[{"marks":{"tx1":"8"}},{"marks":{"tx1":"6"}},{"marks":{"tx1":""}}]})");

    form("I.03",
         "<part name=\"a\"><use part=\"a\"/></part><part name=\"b\"/>"
         R"(<document unit="class" form="f" pack="tt22" periods="HK1" title="x" )"
         R"(stem="{class}"><data><use part="a"/></data></document>)");
    EXPECT_EQ(refusal(), "templates/records/I.03/record.xml:1:34: phần \"a\" chứa chính nó");
}

TEST_F(Data, HoldsWhatEveryDocumentSees) {
    disk_.files["t/partials/head.html"] = "{{school.name}} {{year.id}}";
    class_form("");
    disk_.files["t/records/I.03/tt22/document.html"] =
        "{{> head}}{{period.title}}{{period.closing_long}}{{class.homeroom}}{{class.headcount}}"
        "{{people.principal.name}}{{document.title}}{{unit.class}}{{#period.hk1}}{{/period.hk1}}";
    EXPECT_EQ(batch("HK1").documents.front().slice,
              R"({"class":{"headcount":"3","homeroom":"Lò Văn Chung","name":"6A"},)"
              R"("document":{"title":"Sổ 6A"},"people":{"principal":{"name":"Bùi Văn Khoát",)"
              R"("title":"Hiệu trưởng"}},"period":{"closing_long":"ngày 12 tháng 01 năm 2022",)"
              R"("hk1":"true","id":"HK1","title":"Học kỳ I"},"school":{"name":"TRƯỜNG THCS XÃ NẬM )"
              R"(PHẠ"},"unit":{"class":"6A"},"year":{"id":"2021-2022"}})");
}

TEST_F(Data, RefusesWhatRecordXmlDoesNotKnow) {
    const auto refused = [&](const std::string& members) {
        class_form("\n" + members);
        return refusal();
    };
    const std::string at = "templates/records/I.03/record.xml:2:1: ";
    EXPECT_EQ(refused(R"(<lists/>)"),
              at + "không biết <lists> trong <data>; được dùng: list, one, pivot, value, count, "
                   "sum, min, max, flag, text, use");
    EXPECT_EQ(refused(R"(<list name="a" from="marks"/>)"),
              at + "không có templates/datasets/marks.xml");
    EXPECT_EQ(refused(R"(<list name="a" from="mark" where="pupils=$unit"/>)"),
              at + "templates/datasets/mark.xml không có cột \"pupils\"");
    EXPECT_EQ(
        refused(R"(<list name="a" from="mark" where="pupil=P1"/>)"),
        at + "where: \"P1\" phải là ^.cột, $unit, $class, $grade, $pack, $period, $term, $year, "
             "$course, $week, $month hoặc 'chữ'");
    EXPECT_EQ(refused(R"(<list name="a" from="mark" where="pupil=^^.pupil"/>)"),
              at + "where: \"^^.pupil\": chỉ có 1 dòng bao quanh");
    EXPECT_EQ(refused(R"(<list name="a" from="mark" where="pupil=^.pupil"/>)"),
              at + "lớp chỉ có class, grade, pack; không có \"pupil\"");
    EXPECT_EQ(refused(R"(<list name="a" from="items"/>)"),
              at + "from=\"items\" chỉ dùng trong <list chunk=\"…\">");
    EXPECT_EQ(refused(R"(<list name="a" from="mark" chunk="x"/>)"),
              at + "chunk=\"x\" phải là số nguyên không âm");
    EXPECT_EQ(refused(R"(<value name="a" of="$unit" format="coins"/>)"),
              at + "không biết format=\"coins\"");
    EXPECT_EQ(refused(R"(<list name="tên" from="mark"/>)"),
              at + "name=\"tên\": chỉ dùng chữ không dấu, chữ số và _");
}

}  // namespace
}  // namespace hoso
