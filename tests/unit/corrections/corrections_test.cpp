// SPDX-License-Identifier: Apache-2.0
#include "corrections/corrections.h"

#include <gtest/gtest.h>

#include "corrections/rules.h"

namespace hoso {
namespace {

Datum text(const std::string& value) { return {value, {}, nullptr}; }

// Class 7A, Toán, HKI, one pupil: the marks of an export, and a register of corrections.
class Corrections : public testing::Test {
protected:
    Corrections() {
        job_.classes.push_back({});
        job_.classes.back().name = "7A";
        job_.run_periods = {"HK1"};
        tables_["mark"] = {"mark", {"pupil", "class", "subject", "term", "column", "value"}, {}};
        tables_["class_list"] = {"class_list", {"pupil", "name"}, {}};
        tables_["class_list"].rows = {{text("0203"), text("Hà Văn Bình")},
                                      {text("0204"), text("Lò Thị Én")}};
        tables_["class_subject"] = {"class_subject", {"subject", "name"}, {}};
        tables_["class_subject"].rows = {{text("TOAN"), text("Toán")}};
        tables_["correction_entry"] = {
            "correction_entry",
            {"date", "class", "pupil", "name", "subject", "subject_text", "term", "column",
             "column_text", "old", "new", "evidence", "agreed"},
            {}};
        mark("tx1", Tenths{70});
        mark("tx2", Tenths{56});
        mark("ck", Tenths{65}, "0204");
    }

    void mark(const std::string& column, Scalar value, const std::string& pupil = "0203") {
        const auto row = static_cast<std::uint32_t>(tables_["mark"].rows.size() + 8);
        tables_["mark"].rows.push_back({text(pupil),
                                        text("7A"),
                                        text("TOAN"),
                                        text("HK1"),
                                        text(column),
                                        {std::move(value), {marks_, row, 6}, {}}});
    }
    void change(const std::string& column, Scalar value) {
        for (auto& row : tables_["mark"].rows) {
            if (plain_text(row[4].value) == column) row[5].value = value;
        }
    }
    void enter(Date date, const std::string& column, const std::string& before,
               const std::string& now, const std::string& agreed = "true") {
        const auto row = static_cast<std::uint32_t>(tables_["correction_entry"].rows.size() + 4);
        tables_["correction_entry"].rows.push_back({{date, {register_, row, 2}, {}},
                                                    text("7A"),
                                                    text("0203"),
                                                    text("Hà Văn Bình"),
                                                    text("TOAN"),
                                                    text("Toán"),
                                                    text("HK1"),
                                                    text(column),
                                                    {column, {register_, row, 7}, {}},
                                                    text(before),
                                                    text(now),
                                                    text("tr12.jpg"),
                                                    text(agreed)});
    }
    void seal() {
        sealed_ = {{"I.03_T_2021-2022_HK1_v1", "", "I.03", "HK1", "2022-01-15T08:00:00+07:00",
                    mark_book(tables_, "HK1", {"7A"})}};
    }
    std::vector<MarkChange> compare() {
        findings_ = {};
        return compare_marks(job_, tables_, sealed_, refused_, findings_);
    }
    std::vector<std::string> said() {
        std::vector<std::string> all;
        for (const Finding& finding : findings_.sorted()) {
            const std::string place = describe(finding.places.front());
            all.push_back((place.empty() ? "" : place + ": ") +
                          message(finding, Language::Vietnamese) + " [" +
                          std::string(finding.rule->id) + "]");
        }
        return all;
    }
    using Texts = std::vector<std::string>;

    Job job_;
    Tables tables_;
    std::vector<SealedBook> sealed_;
    std::set<Location> refused_;
    Findings findings_;
    const std::shared_ptr<const Origin> marks_ =
        std::make_shared<const Origin>(Origin{"smas/7A.xlsx", "Toan_7A"});
    const std::shared_ptr<const Origin> register_ =
        std::make_shared<const Origin>(Origin{"SoSuaDiem_HK1.xlsx", "SửaĐiểm"});
};

TEST_F(Corrections, NothingChangedNothingSaid) {
    seal();
    EXPECT_TRUE(compare().empty());
    EXPECT_EQ(said(), Texts());
}

TEST_F(Corrections, AChangedMarkWithoutAnEntryIsNamedWithItsCell) {
    seal();
    change("tx2", Tenths{65});
    const auto changes = compare();
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_EQ(changes[0].before + " → " + changes[0].now, "5,6 → 6,5");
    EXPECT_EQ(changes[0].cell, "F9");
    EXPECT_EQ(said(), Texts{"smas/7A.xlsx › Toan_7A › F9: Lớp 7A, Toán, HKI: ĐĐGtx (2) của em Hà "
                            "Văn Bình đã đổi từ 5,6 thành 6,5 so với bản đã niêm phong "
                            "I.03_T_2021-2022_HK1_v1, nhưng sổ theo dõi sửa điểm không có dòng nào "
                            "cho điểm này. [corrections/mark-changed]"});
    EXPECT_EQ(findings_.items()[0].scopes[0], (Scope{"7A", "0203", "HK1"}));
}

TEST_F(Corrections, AMarkThatIsGoneIsACorrectionToo) {
    seal();
    change("tx2", std::monostate{});
    compare();
    ASSERT_EQ(said().size(), 1u);
    EXPECT_NE(said()[0].find("đã đổi từ 5,6 thành trống"), std::string::npos) << said()[0];
}

TEST_F(Corrections, EnteringABlankMarkIsNotCorrecting) {
    seal();
    mark("tx3", Tenths{80});
    const auto changes = compare();
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_EQ(changes[0].kind, MarkChange::Kind::Entered);
    EXPECT_EQ(said(), Texts());
}

TEST_F(Corrections, AnEntryThatSaysTheSameExplainsTheChange) {
    seal();
    change("tx2", Tenths{65});
    enter({2022, 1, 18}, "tx2", "5,6", "6,5");
    const auto changes = compare();
    EXPECT_EQ(said(), Texts());
    ASSERT_EQ(changes.size(), 1u);
    ASSERT_EQ(changes[0].entries.size(), 1u);
    EXPECT_EQ(changes[0].entries[0].evidence, "tr12.jpg");
}

TEST_F(Corrections, SeveralEntriesLeadFromTheSealedMarkToTheNewOne) {
    seal();
    change("tx2", Tenths{70});
    enter({2022, 1, 20}, "tx2", "6,5", "7");
    enter({2022, 1, 18}, "tx2", "5,6", "6,5");
    EXPECT_EQ(compare().at(0).entries.size(), 2u);
    EXPECT_EQ(said(), Texts());
}

TEST_F(Corrections, AnEntryThatSaysSomethingElseIsAFinding) {
    seal();
    change("tx2", Tenths{65});
    enter({2022, 1, 18}, "tx2", "5", "6,5");
    compare();
    ASSERT_EQ(said().size(), 1u);
    EXPECT_NE(said()[0].find("nhưng sổ theo dõi sửa điểm ghi 5 → 6,5. [corrections/entry-differs]"),
              std::string::npos)
        << said()[0];
}

TEST_F(Corrections, AnEntryNobodyHasAgreedToIsAFinding) {
    seal();
    change("tx2", Tenths{65});
    enter({2022, 1, 18}, "tx2", "5,6", "6,5", "");
    compare();
    ASSERT_EQ(said().size(), 1u);
    EXPECT_NE(said()[0].find("[corrections/entry-not-agreed]"), std::string::npos) << said()[0];
}

TEST_F(Corrections, AnEntryAfterTheSealWithoutAChangeIsAFinding) {
    seal();
    enter({2022, 1, 18}, "tx2", "5", "5,6");
    compare();
    EXPECT_EQ(said(), Texts{"SoSuaDiem_HK1.xlsx › SửaĐiểm › G4: Lớp 7A, Toán, HKI: sổ theo dõi sửa "
                            "điểm ghi ngày 18/01/2022 sửa ĐĐGtx (2) của em Hà Văn Bình từ 5 "
                            "thành 5,6, nhưng điểm ấy không đổi so với bản đã niêm phong "
                            "I.03_T_2021-2022_HK1_v1: vẫn là 5,6. "
                            "[corrections/entry-without-change]"});
}

TEST_F(Corrections, AnEntryBeforeTheSealAsksForNothingMore) {
    enter({2021, 11, 22}, "tx2", "5", "5,6");
    seal();
    compare();
    EXPECT_EQ(said(), Texts());
}

TEST_F(Corrections, AnEntryThatWasRefusedAsksForNothing) {
    enter({2021, 11, 29}, "tx1", "7", "8", "false");
    seal();
    compare();
    EXPECT_EQ(said(), Texts());
}

TEST_F(Corrections, AnEntryThatIsNotUnderstoodIsNamed) {
    enter({2021, 11, 29}, "", "7", "8");
    compare();
    EXPECT_EQ(said(), Texts{"SoSuaDiem_HK1.xlsx › SửaĐiểm › G4: Sổ theo dõi sửa điểm: không hiểu "
                            "cột điểm \"\" (lớp 7A, em Hà Văn Bình). "
                            "[corrections/entry-not-understood]"});
}

TEST_F(Corrections, APupilWithoutAnyMarkLeftIsSaidOnce) {
    seal();
    std::erase_if(tables_["mark"].rows,
                  [](const auto& row) { return plain_text(row[0].value) == "0203"; });
    compare();
    EXPECT_EQ(said(), Texts{"Lớp 7A, HKI: em Hà Văn Bình có 2 điểm trong bản đã niêm phong "
                            "I.03_T_2021-2022_HK1_v1 nhưng nay không còn điểm nào. "
                            "[corrections/pupil-gone]"});
}

TEST_F(Corrections, ASheetThatIsMissingAltogetherIsNotOurs) {
    seal();
    tables_["mark"].rows.clear();
    EXPECT_TRUE(compare().empty());
    EXPECT_EQ(said(), Texts());
}

TEST_F(Corrections, ACellThatHasAnErrorAlreadyIsLeftAlone) {
    seal();
    change("tx2", std::monostate{});
    refused_.insert({marks_, 9, 6});
    compare();
    EXPECT_EQ(said(), Texts());
}

TEST(MarkBooks, ComeBackFromTheirFile) {
    MarkBook book;
    book[{"0203", "TOAN", "HK1", "tx1"}] = {"7A", "Hà Văn \"Bình\"", "Toán", "8,5", "a.xlsx", "S",
                                            "F9"};
    const auto again = mark_book_from_json(to_json(book));
    ASSERT_TRUE(again);
    ASSERT_EQ(again->size(), 1u);
    EXPECT_EQ(again->begin()->first, book.begin()->first);
    EXPECT_EQ(again->begin()->second.name, "Hà Văn \"Bình\"");
    EXPECT_EQ(again->begin()->second.cell, "F9");
    EXPECT_FALSE(mark_book_from_json("{}"));
    EXPECT_FALSE(mark_book_from_json("[1"));
    EXPECT_FALSE(mark_book_from_json(R"({"schema": "hoso-marks-1", "marks": [["7A", 1]]})"));
}

}  // namespace
}  // namespace hoso
