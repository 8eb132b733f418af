// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>

#include "assess/assess.h"
#include "assess/rules.h"
#include "support/templates.h"

namespace hoso {
namespace {

// A cell as validate hands it over: typed by how it looks.
Datum cell(const std::string& text, std::uint32_t row = 0, std::uint32_t column = 0) {
    static const auto origin = std::make_shared<const Origin>(Origin{"a.xlsx", "S"});
    Datum datum;
    datum.where = {origin, row, column};
    if (text.empty()) return datum;
    if (const auto mark = parse_tenths(text)) {
        datum.value = *mark;
    } else {
        datum.value = text;
    }
    return datum;
}

Datum count(std::int64_t number) { return {number, {}, nullptr}; }

class Job {
public:
    Tables tables;
    Findings findings;

    Job() {
        tables["class_list"] = {
            "class_list", {"class", "term", "pupil", "name", "left", "disability"}, {}};
        tables["mark"] = {"mark", {"pupil", "class", "subject", "term", "column", "value"}, {}};
        tables["reported_subject"] = {
            "reported_subject", {"pupil", "class", "subject", "term", "average", "remark"}, {}};
        tables["reported_term"] = {
            "reported_term",
            {"pupil", "class", "term", "overall", "learning", "conduct", "absent_p", "absent_k"},
            {}};
        tables["conduct"] = {"conduct", {"pupil", "class", "term", "conduct", "remark"}, {}};
        tables["decision"] = {
            "decision", {"pupil", "subject", "term", "column", "action", "document"}, {}};
    }
    void pupil(const std::string& code, const std::string& klass,
               const std::vector<std::string>& terms = {"HK1", "HK2", "CN"}, bool left = false) {
        for (const std::string& term : terms) {
            tables["class_list"].rows.push_back({cell(klass),
                                                 cell(term),
                                                 {code, {}, nullptr},
                                                 cell("Sùng A Páo"),
                                                 {left, {}, nullptr},
                                                 cell("")});
        }
    }
    // "8 7 9 8 | 7.5 | 8.5"
    void marks(const std::string& code, const std::string& klass, const std::string& subject,
               const std::string& term, const std::vector<std::string>& tx, const std::string& gk,
               const std::string& ck) {
        std::uint32_t column = 5;
        const auto add = [&](const std::string& name, const std::string& value) {
            tables["mark"].rows.push_back({{code, {}, nullptr},
                                           cell(klass),
                                           cell(subject),
                                           cell(term),
                                           cell(name),
                                           cell(value, 7, column++)});
        };
        for (std::size_t i = 0; i < tx.size(); ++i) add("tx" + std::to_string(i + 1), tx[i]);
        add("gk", gk);
        add("ck", ck);
    }
    void averages(const std::string& code, const std::string& klass, const std::string& term,
                  const std::vector<std::pair<std::string, std::string>>& values) {
        for (const auto& [subject, value] : values) {
            tables["reported_subject"].rows.push_back({{code, {}, nullptr},
                                                       cell(klass),
                                                       cell(subject),
                                                       cell(term),
                                                       cell(value, 9, 3),
                                                       cell("")});
        }
    }
    void conduct(const std::string& code, const std::string& term, const std::string& level) {
        tables["conduct"].rows.push_back(
            {{code, {}, nullptr}, cell("6A"), cell(term), cell(level, 4, 4), cell("Chăm ngoan.")});
    }
    void absences(const std::string& code, const std::string& term, int p, int k) {
        tables["reported_term"].rows.push_back({{code, {}, nullptr},
                                                cell("6A"),
                                                cell(term),
                                                cell(""),
                                                cell(""),
                                                cell(""),
                                                count(p),
                                                count(k)});
    }
    void decide(const std::string& code, const std::string& subject, const std::string& term,
                const std::string& column, const std::string& action) {
        tables["decision"].rows.push_back({{code, {}, nullptr},
                                           cell(subject),
                                           cell(term),
                                           cell(column),
                                           cell(action, 2, 7),
                                           cell("31/QĐ-THCSNP")});
    }
    void run() {
        const ShippedTemplates shipped;
        assess(tables, {{"6A", 6}, {"7A", 7}, {"9A", 9}}, {2021}, shipped.folder, findings);
    }
    const Datum* result(const std::string& dataset,
                        const std::vector<std::pair<std::string, std::string>>& where,
                        const std::string& column) {
        const Table& table = tables.at(dataset);
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            bool fits = true;
            for (const auto& [name, value] : where) fits = fits && table.text(row, name) == value;
            if (fits) return &table.at(row, column);
        }
        return nullptr;
    }
    std::string subject(const std::string& code, const std::string& subject_code,
                        const std::string& term) {
        const Datum* datum =
            result("result_subject", {{"pupil", code}, {"subject", subject_code}, {"term", term}},
                   "average");
        return datum ? plain_text(datum->value) : "no row";
    }
    std::string term(const std::string& code, const std::string& term_id,
                     const std::string& column) {
        const Datum* datum = result("result_term", {{"pupil", code}, {"term", term_id}}, column);
        return datum ? plain_text(datum->value) : "no row";
    }
    std::string year(const std::string& code, const std::string& column) {
        const Datum* datum = result("result_year", {{"pupil", code}}, column);
        return datum ? plain_text(datum->value) : "no row";
    }
};

// Row 1 of the vnEdu sheet in forms-and-practice §7.6: Tốt.
const std::vector<std::pair<std::string, std::string>> good_averages = {
    {"TOAN", "8.1"}, {"LSDL", "8.3"}, {"KHTN", "8.0"}, {"TIN", "8.4"},
    {"NV", "7.6"},   {"NN1", "7.2"},  {"GDCD", "8.6"}, {"CN", "8.5"},
    {"GDTC", "Đ"},   {"NT", "Đ"},     {"GDDP", "Đ"},   {"TNHN", "Đ"}};

TEST(Assess, PutsTheNumbersIntoTheFormulaAndKeepsTheCells) {
    Job job;
    job.pupil("0140500101", "6A");
    job.marks("0140500101", "6A", "TOAN", "HK1", {"8", "7", "9", "8"}, "7.5", "8.5");
    job.run();
    const Datum* average =
        job.result("result_subject", {{"subject", "TOAN"}, {"term", "HK1"}}, "average");
    ASSERT_TRUE(average);
    EXPECT_EQ(plain_text(average->value), "8.1");
    ASSERT_TRUE(average->derivation);
    EXPECT_EQ(average->derivation->formula, "(8 + 7 + 9 + 8 + 2×7,5 + 3×8,5) / 9 = 8,0556 → 8,1");
    EXPECT_EQ(average->derivation->rule, "tt22/average-term");
    ASSERT_EQ(average->derivation->inputs.size(), 6u);
    EXPECT_EQ(average->derivation->inputs.front().column, 5u);
}

TEST(Assess, ComputesTheYearFromTheRoundedTerms) {
    Job job;
    job.pupil("p", "7A");
    job.marks("p", "7A", "LS", "HK1", {"6", "6", "7"}, "6.5", "6");
    job.marks("p", "7A", "LS", "HK2", {"8", "8", "9"}, "8", "8");
    job.run();
    EXPECT_EQ(job.subject("p", "LS", "HK1"), "6.3");
    EXPECT_EQ(job.subject("p", "LS", "HK2"), "8.1");
    EXPECT_EQ(job.subject("p", "LS", "CN"), "7.5");
    EXPECT_EQ(job.result("result_subject", {{"subject", "LS"}, {"term", "CN"}}, "average")
                  ->derivation->formula,
              "(6,3 + 2×8,1) / 3 = 7,5");
}

TEST(Assess, LeavesAnAverageBlankWhenARequiredMarkIsMissing) {
    Job job;
    job.pupil("p", "6A");
    job.marks("p", "6A", "TOAN", "HK1", {"8", "7", "9", ""}, "7.5", "8.5");
    job.run();
    EXPECT_EQ(job.subject("p", "TOAN", "HK1"), "");
}

TEST(Assess, RemarkSubjectsDifferByCircular) {
    Job job;
    job.pupil("six", "6A");
    job.pupil("seven", "7A");
    job.marks("six", "6A", "NT", "HK1", {"Đ", "CĐ"}, "Đ", "Đ");
    job.marks("seven", "7A", "MT", "HK1", {"Đ", "CĐ"}, "Đ", "Đ");
    job.run();
    EXPECT_EQ(job.subject("six", "NT", "HK1"), "CĐ") << "TT22: all of them";
    EXPECT_EQ(job.subject("seven", "MT", "HK1"), "Đ") << "TT58: two thirds with the final one";
}

TEST(Assess, TakesReportedAveragesWhereThereAreNoMarks) {
    Job job;
    job.pupil("p", "6A");
    job.averages("p", "6A", "HK1", good_averages);
    job.conduct("p", "HK1", "Tốt");
    job.run();
    EXPECT_EQ(job.subject("p", "TOAN", "HK1"), "8.1");
    const Datum* average =
        job.result("result_subject", {{"subject", "TOAN"}, {"term", "HK1"}}, "average");
    EXPECT_EQ(average->derivation->rule, "reported");
    EXPECT_EQ(average->where.row, 9u);
    EXPECT_EQ(job.term("p", "HK1", "learning"), "Tốt");
    EXPECT_EQ(job.term("p", "HK1", "overall"), "") << "TT22 knows no overall average";
    EXPECT_EQ(job.term("p", "HK1", "title"), "") << "TT22 gives no title for a term";
    EXPECT_EQ(job.term("p", "HK2", "learning"), "");
    EXPECT_EQ(job.year("p", "learning"), "") << "a year needs both terms";
}

TEST(Assess, AYearUnderTT22) {
    Job job;
    job.pupil("p", "6A");
    for (const char* term : {"HK1", "HK2"}) {
        job.averages("p", "6A", term, good_averages);
        job.absences("p", term, 20, 2);
    }
    job.conduct("p", "HK1", "Đạt");
    job.conduct("p", "HK2", "Tốt");
    job.run();
    EXPECT_EQ(job.year("p", "learning"), "Tốt");
    EXPECT_EQ(job.year("p", "conduct"), "Khá");
    EXPECT_EQ(job.year("p", "title"), "");
    EXPECT_EQ(job.year("p", "absent"), "44");
    EXPECT_EQ(job.year("p", "outcome"), "Được lên lớp");
    EXPECT_EQ(job.year("p", "promoted"), "true");
    EXPECT_EQ(job.year("p", "retained"), "false");
}

TEST(Assess, WithoutAbsencesThereIsNoOutcome) {
    Job job;
    job.pupil("p", "6A");
    for (const char* term : {"HK1", "HK2"}) {
        job.averages("p", "6A", term, good_averages);
        job.conduct("p", term, "Tốt");
    }
    job.run();
    EXPECT_EQ(job.year("p", "title"), "Học sinh Giỏi");
    EXPECT_EQ(job.year("p", "outcome"), "");
}

// 7A, Quàng Thị Mai in forms-and-practice §7.7.
const std::vector<std::pair<std::string, std::string>> mai = {
    {"TOAN", "8.2"}, {"VL", "8.5"}, {"SH", "8.0"},  {"TIN", "8.7"},  {"NV", "7.8"},
    {"LS", "8.1"},   {"DL", "8.4"}, {"NN1", "7.5"}, {"GDCD", "8.9"}, {"CN", "8.3"},
    {"TD", "Đ"},     {"AN", "Đ"},   {"MT", "Đ"}};

TEST(Assess, ATermUnderTT58) {
    Job job;
    job.pupil("mai", "7A");
    job.averages("mai", "7A", "HK1", mai);
    job.conduct("mai", "HK1", "Tốt");
    job.run();
    EXPECT_EQ(job.term("mai", "HK1", "overall"), "8.2");
    EXPECT_EQ(job.term("mai", "HK1", "learning"), "Giỏi");
    EXPECT_EQ(job.term("mai", "HK1", "title"), "HSG");
    EXPECT_EQ(job.result("result_term", {{"pupil", "mai"}, {"term", "HK1"}}, "overall")
                  ->derivation->formula,
              "(8,2 + 8,5 + 8,0 + 8,7 + 7,8 + 8,1 + 8,4 + 7,5 + 8,9 + 8,3) / 10 = 8,24 → 8,2");
}

TEST(Assess, AnElectiveBindsOnlyTheClassesThatHaveIt) {
    Job job;
    job.pupil("mai", "7A");
    auto without = mai;
    without.erase(without.begin() + 3);
    job.averages("mai", "7A", "HK1", without);
    job.run();
    EXPECT_EQ(job.term("mai", "HK1", "learning"), "Giỏi");
    EXPECT_EQ(job.subject("mai", "TIN", "HK1"), "no row");
}

TEST(Assess, AnExemptionLeavesTheSubjectOut) {
    Job job;
    job.pupil("mai", "7A");
    auto exempt = mai;
    exempt.erase(exempt.begin() + 10);
    job.averages("mai", "7A", "HK1", exempt);
    job.decide("mai", "TD", "", "", "Miễn");
    job.run();
    EXPECT_EQ(job.term("mai", "HK1", "learning"), "Giỏi");
    EXPECT_EQ(
        plain_text(
            job.result("result_subject", {{"subject", "TD"}, {"term", "HK1"}}, "exempt")->value),
        "true");
    EXPECT_EQ(plain_text(
                  job.result("result_subject", {{"subject", "TD"}, {"term", "CN"}}, "note")->value),
              "Miễn (31/QĐ-THCSNP)");
}

TEST(Assess, APupilOnAPlanOfHisOwnGetsNoLevel) {
    Job job;
    job.pupil("mai", "7A");
    job.averages("mai", "7A", "HK1", mai);
    job.decide("mai", "TOAN", "", "", "Không đánh giá");
    job.run();
    EXPECT_EQ(job.term("mai", "HK1", "learning"), "");
}

TEST(Assess, ASubjectOfOneTermGivesTheYear) {
    Job job;
    job.pupil("p", "9A");
    job.marks("p", "9A", "MT", "HK1", {"Đ", "Đ"}, "Đ", "Đ");
    job.run();
    EXPECT_EQ(job.subject("p", "MT", "HK2"), "no row");
    EXPECT_EQ(job.subject("p", "MT", "CN"), "Đ");
}

TEST(Assess, WhoCameInTheSecondTermBringsHisFirstOne) {
    Job job;
    job.pupil("p", "7A", {"HK2", "CN"});
    job.pupil("q", "7A");
    job.marks("q", "7A", "LS", "HK1", {"6", "6", "7"}, "6.5", "6");
    job.averages("p", "7A", "HK1", {{"LS", "6.0"}});
    job.marks("p", "7A", "LS", "HK2", {"8", "8", "9"}, "8", "8");
    job.run();
    EXPECT_EQ(job.subject("p", "LS", "HK1"), "6.0");
    EXPECT_EQ(job.result("result_subject", {{"pupil", "p"}, {"subject", "LS"}, {"term", "HK1"}},
                         "average")
                  ->derivation->rule,
              "reported");
    EXPECT_EQ(job.subject("p", "LS", "CN"), "7.4");
}

TEST(Assess, WhoLeftHasBlankResults) {
    Job job;
    job.pupil("p", "6A", {"HK1", "HK2", "CN"}, true);
    job.averages("p", "6A", "HK1", good_averages);
    job.run();
    EXPECT_EQ(job.subject("p", "TOAN", "HK1"), "");
    EXPECT_EQ(job.term("p", "HK1", "learning"), "");
}

TEST(Assess, AsksTheCouncilWhereTheTextHasTwoReadings) {
    auto e1 = good_averages;
    const char* marks[] = {"8.5", "8.5", "8.5", "8.5", "8.5", "7.0", "7.0", "4.9"};
    for (std::size_t i = 0; i < 8; ++i) e1[i].second = marks[i];
    Job job;
    job.pupil("p", "6A");
    job.averages("p", "6A", "HK1", e1);
    job.run();
    ASSERT_EQ(job.findings.size(), 1u);
    EXPECT_EQ(
        message(job.findings.items()[0], Language::Vietnamese),
        "Học kỳ I, lớp 6A: kết quả học tập của em Sùng A Páo cần Hội đồng quyết định: \"chỉ do "
        "kết quả của duy nhất 01 môn học\" đọc theo hai cách thì được hai mức: Khá hoặc Đạt");
    EXPECT_EQ(job.findings.items()[0].scopes.front(), (Scope{"6A", "p", "HK1", false}));
    EXPECT_EQ(job.term("p", "HK1", "learning"), "Khá");

    Job decided;
    decided.pupil("p", "6A");
    decided.averages("p", "6A", "HK1", e1);
    decided.decide("p", "", "HK1", "learning", "Đạt");
    decided.run();
    EXPECT_EQ(decided.findings.size(), 0u);
    EXPECT_EQ(decided.term("p", "HK1", "learning"), "Đạt");
}

TEST(Assess, CountsAbsencesDayByDayAndThoseOfTheOldSchool) {
    Job job;
    job.pupil("p", "6A");
    job.tables["month"] = {"month",
                           {"term", "month"},
                           {{cell("HK1"), cell("2021-09")}, {cell("HK2"), cell("2022-01")}}};
    job.tables["attendance"] = {
        "attendance",
        {"pupil", "class", "month", "day", "term", "token"},
        {{cell("p"), cell("6A"), cell("2021-09"), count(6), cell("HK1"), cell("P")},
         {cell("p"), cell("6A"), cell("2021-09"), count(7), cell("HK1"), cell("K")},
         {cell("p"), cell("6A"), cell("2022-01"), count(10), cell("HK2"), cell("K")}}};
    job.tables["transfer_in"] = {"transfer_in", {"pupil", "absences"}, {{cell("p"), cell("2/1")}}};
    job.run();
    EXPECT_EQ(job.term("p", "HK1", "absent_p"), "1");
    EXPECT_EQ(job.term("p", "HK1", "absent"), "2");
    EXPECT_EQ(job.term("p", "HK2", "absent_k"), "1");
    EXPECT_EQ(job.year("p", "absent"), "6");
}

TEST(Assess, GradeNineCompletesInsteadOfBeingPromoted) {
    Job job;
    job.pupil("p", "9A");
    auto nine = mai;
    nine.insert(nine.begin() + 2, {"HH", "8.0"});
    for (const char* term : {"HK1", "HK2"}) {
        job.averages("p", "9A", term, nine);
        job.absences("p", term, 0, 0);
        job.conduct("p", term, "Tốt");
    }
    job.conduct("p", "CN", "Tốt");
    job.run();
    EXPECT_EQ(job.year("p", "completed"), "Đủ điều kiện dự xét tốt nghiệp");
    EXPECT_EQ(job.year("p", "promoted"), "false");
    EXPECT_EQ(job.year("p", "title"), "HSG");
}

TEST(Assess, ASchoolTakesATrifle) {
    Job job;
    const ShippedTemplates shipped;
    const SubjectList list = load_subjects(shipped.folder, "tt58+26", 7);
    for (int i = 0; i < 500; ++i) {
        const std::string code = "014050" + std::to_string(1000 + i);
        job.pupil(code, "7A");
        for (const Subject& subject : list.subjects) {
            for (const char* term : {"HK1", "HK2"}) {
                const std::vector<std::string> tx(
                    static_cast<std::size_t>(subject.required.at(term)),
                    subject.scored ? "7.5" : "Đ");
                if (!tx.empty()) job.marks(code, "7A", subject.code, term, tx, tx[0], tx[0]);
            }
        }
    }
    const auto before = std::chrono::steady_clock::now();
    job.run();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - before;
    EXPECT_EQ(job.term("0140501499", "CN", "overall"), "7.5");
    EXPECT_LT(took.count(), 3.0) << "0.1 s on a quiet machine; a quadratic scan takes minutes";
    RecordProperty("milliseconds", static_cast<int>(1000 * took.count()));
}

}  // namespace
}  // namespace hoso
