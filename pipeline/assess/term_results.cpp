// SPDX-License-Identifier: Apache-2.0
//
// From subject results to the level, the conduct, the title and the absences of a term or a year.
#include <fmt/format.h>

#include "assess/formula.h"
#include "assess/levels.h"
#include "assess/pupil_year.h"
#include "assess/rules.h"

namespace hoso {

namespace {

// The subjects that take part in the level, or the reason why there is none.
struct Basis {
    std::vector<SubjectMark> marks;
    std::vector<Tenths> scored;
    int failed = 0;
    std::vector<Location> places;
    bool complete = false;
};

Basis basis_of(const GradeRules& rules, const std::vector<SubjectYear>& subjects,
               std::size_t term) {
    Basis basis;
    for (std::size_t i = 0; i < rules.taught.size(); ++i) {
        const Subject& subject = *rules.taught[i];
        const SubjectResult& result = subjects[i][term];
        if (!result.applies || !subject.counts || result.exempt) continue;
        SubjectMark mark{subject.code, subject.scored, {}, true, subject.core};
        if (const auto* average = std::get_if<Tenths>(&result.value.value)) {
            mark.average = *average;
            basis.scored.push_back(*average);
        } else if (const auto is_passed = passed(plain_text(result.value.value));
                   is_passed && !subject.scored) {
            mark.passed = *is_passed;
            basis.failed += *is_passed ? 0 : 1;
        } else {
            return {};  // a gap, or an individual plan: no level is computed
        }
        if (result.value.derivation) {
            const auto& inputs = result.value.derivation->inputs;
            basis.places.insert(basis.places.end(), inputs.begin(), inputs.end());
        }
        basis.marks.push_back(std::move(mark));
    }
    basis.complete = !basis.scored.empty();
    return basis;
}

int at_least(const Basis& basis, int tenths) {
    int count = 0;
    for (const Tenths average : basis.scored) count += average.count >= tenths ? 1 : 0;
    return count;
}

std::string spoken_basis(const Basis& basis) {
    Tenths lowest{100};
    for (const Tenths average : basis.scored) lowest = std::min(lowest, average);
    return fmt::format(
        "{} môn tính điểm: {} môn từ 8,0, {} môn từ 6,5, {} môn từ 5,0, thấp nhất {}; môn nhận "
        "xét: {}",
        basis.scored.size(), at_least(basis, 80), at_least(basis, 65), at_least(basis, 50),
        spoken_average(lowest),
        basis.failed == 0 ? "đều Đạt" : std::to_string(basis.failed) + " Chưa đạt");
}

// A council's level for this pupil and term; nullptr: none was recorded.
const Decision* verdict(const Sources& sources, const std::string& pupil, std::string_view term,
                        std::string_view column) {
    const Decision* found = nullptr;
    for (const Decision& decision : sources.decisions(pupil)) {
        if (decision.ruling != Ruling::Verdict || decision.column != column) continue;
        if (decision.term == term) return &decision;
        if (decision.term.empty()) found = &decision;
    }
    return found;
}

struct Doubt {
    const Rule& rule;
    std::map<std::string, std::string> args;
};

void ask_council(const Sources& sources, const Enrolment& pupil, std::string_view term,
                 const Basis& basis, Doubt doubt, Findings& findings) {
    const Datum* reported = sources.term_reports.cell({pupil.pupil, term}, "learning");
    doubt.args["pupil"] = pupil.pupil;
    doubt.args["name"] = pupil.name;
    doubt.args["class"] = pupil.klass;
    doubt.args["period"] = period_title(term);
    doubt.args["reported"] =
        reported ? " (tệp xuất ghi " + plain_text(reported->value) + ")" : std::string();
    findings.add(doubt.rule,
                 {reported               ? reported->where
                  : basis.places.empty() ? Location{}
                                         : basis.places.front()},
                 std::move(doubt.args), {pupil.klass, pupil.pupil, std::string(term), false});
}

Datum ruled(const Decision& decision, const std::string& level) {
    return computed(
        level, "decision",
        "Hội đồng quyết định" + (decision.document.empty() ? "" : " (" + decision.document + ")"),
        {decision.where});
}

void learn_tt58(const Sources& sources, const Enrolment& pupil, const GradeRules& rules,
                std::string_view term, const Basis& basis, TermResult& result, Findings& findings) {
    const auto level = classify_tt58(basis.marks, rules.pack != "tt58");
    std::int64_t sum = 0;
    for (const Tenths average : basis.scored) sum += average.count;
    const auto count = static_cast<std::int64_t>(basis.scored.size());
    result.overall = computed(level.overall, rules.pack + "/overall",
                              "(" + spoken_sum(basis.scored) + ") / " + std::to_string(count) +
                                  spoken_quotient(sum, count),
                              basis.places);
    const Decision* decided = verdict(sources, pupil.pupil, term, "learning");
    if (const auto word = decided ? learning_tt58(decided->text) : std::nullopt) {
        result.learning = ruled(*decided, words_of(*word));
        return;
    }
    std::string formula = "ĐTB " + spoken_average(level.overall) + "; " + spoken_basis(basis) +
                          " → " + words_of(level.raw);
    if (level.level != level.raw) {
        formula += "; chỉ do một môn (Điều 13 khoản 6) → " + words_of(level.level);
    }
    result.learning =
        computed(words_of(level.level), rules.pack + "/learning", formula, basis.places);
    if (level.needs_person) {
        ask_council(sources, pupil, term, basis,
                    {council_decides_tt58, {{"level", words_of(level.level)}}}, findings);
    }
}

void learn_tt22(const Sources& sources, const Enrolment& pupil, std::string_view term,
                const Basis& basis, TermResult& result, Findings& findings) {
    const Decision* decided = verdict(sources, pupil.pupil, term, "learning");
    if (const auto word = decided ? learning_tt22(decided->text) : std::nullopt) {
        result.learning = ruled(*decided, words_of(*word));
        return;
    }
    const auto level = classify_tt22(basis.marks);
    std::string formula = spoken_basis(basis) + " → " + words_of(level.raw);
    if (level.level != level.raw) {
        formula += "; chỉ do một môn (Điều 9 khoản 3) → " + words_of(level.level);
    }
    result.learning = computed(words_of(level.level), "tt22/learning", formula, basis.places);
    if (level.needs_person) {
        ask_council(
            sources, pupil, term, basis,
            {council_decides_tt22,
             {{"reading_a", words_of(level.level)}, {"reading_b", words_of(level.reading_b)}}},
            findings);
    }
}

const Datum* conduct_cell(const Sources& sources, const std::string& pupil, std::string_view term) {
    const Datum* cell = sources.conduct.cell({pupil, term}, "conduct");
    return cell ? cell : sources.term_reports.cell({pupil, term}, "conduct");
}

Datum conduct_year(const Datum& first, const Datum& second) {
    const auto one = conduct_tt22(plain_text(first.value));
    const auto two = conduct_tt22(plain_text(second.value));
    if (!one || !two) return {};
    const std::string level = words_of(conduct_year_tt22(*one, *two));
    return computed(level, "tt22/conduct-year",
                    "Học kỳ I " + words_of(*one) + ", học kỳ II " + words_of(*two) +
                        " (Điều 8 khoản 2 điểm b) → " + level,
                    {first.where, second.where});
}

// TT22: the year follows from the terms. TT58: the class teacher and the principal decide it.
Datum conduct_of(const Sources& sources, const Enrolment& pupil, const GradeRules& rules,
                 std::size_t term) {
    const Datum* given = conduct_cell(sources, pupil.pupil, result_terms[term]);
    if (!is_tt22(rules.pack) || term != whole_year) return given ? *given : Datum{};
    const Datum* first = conduct_cell(sources, pupil.pupil, "HK1");
    const Datum* second = conduct_cell(sources, pupil.pupil, "HK2");
    if (first && second) return conduct_year(*first, *second);
    if (!given || first || second) return {};
    return taken_over(*given, "reported", "Theo tệp xuất, không có kết quả từng học kỳ");
}

Datum title_of(const GradeRules& rules, const Basis& basis, std::size_t term,
               const TermResult& result) {
    const std::string learning = plain_text(result.learning.value);
    const std::string conduct = plain_text(result.conduct.value);
    std::string title;
    if (is_tt22(rules.pack)) {
        const auto level = learning_tt22(learning);
        const auto manner = conduct_tt22(conduct);
        if (term != whole_year || !level || !manner) return {};
        title = title_tt22(*level, *manner, at_least(basis, 90));
    } else {
        const auto level = learning_tt58(learning);
        const auto manner = conduct_tt58(conduct);
        if (!level || !manner) return {};
        title = title_tt58(*level, *manner);
    }
    if (title.empty()) return {};
    return computed(title, rules.pack + "/title",
                    (is_tt22(rules.pack) ? "KQHT " : "HL ") + learning +
                        (is_tt22(rules.pack) ? ", KQRL " : ", HK ") + conduct +
                        (is_tt22(rules.pack) ? fmt::format(", {} môn từ 9,0", at_least(basis, 90))
                                             : std::string()) +
                        " → " + title,
                    {result.conduct.where});
}

Absences added(const Absences& a, const Absences& b) {
    Absences sum = a;
    sum.with_leave += b.with_leave;
    sum.without += b.without;
    sum.inputs.insert(sum.inputs.end(), b.inputs.begin(), b.inputs.end());
    return sum;
}

std::optional<Absences> absences_of(const Sources& sources, const Enrolment& pupil,
                                    std::size_t term) {
    if (term != whole_year) return sources.absences(pupil, result_terms[term]);
    const auto first = sources.absences(pupil, "HK1"), second = sources.absences(pupil, "HK2");
    // Who came in the second term brings what he missed before; otherwise both terms are needed.
    const bool came_later = pupil.class_of.count("HK1") == 0;
    if (!second || (!first && !came_later)) return sources.absences(pupil, "CN");
    return added(added(first.value_or(Absences{}), *second), sources.earlier_absences(pupil.pupil));
}

void put_absences(const Sources& sources, const Enrolment& pupil, std::size_t term,
                  TermResult& result) {
    const auto sum = absences_of(sources, pupil, term);
    if (!sum) return;
    const std::string rule = sum->reported ? "reported" : "absences";
    const std::string spoken =
        fmt::format("{} P + {} K = {} buổi", sum->with_leave, sum->without, sum->total());
    result.with_leave = computed(sum->with_leave, rule, spoken, sum->inputs);
    result.without = computed(sum->without, rule, spoken, sum->inputs);
    result.absent = computed(sum->total(), rule, spoken, sum->inputs);
}

}  // namespace

std::array<TermResult, 3> term_results(const Sources& sources, const Enrolment& pupil,
                                       const GradeRules& rules,
                                       const std::vector<SubjectYear>& subjects,
                                       Findings& findings) {
    std::array<TermResult, 3> results;
    for (const std::size_t term : {hk1, hk2, whole_year}) {
        if (pupil.left_in(result_terms[term])) continue;
        TermResult& result = results[term];
        const Basis basis = basis_of(rules, subjects, term);
        if (basis.complete && is_tt22(rules.pack)) {
            learn_tt22(sources, pupil, result_terms[term], basis, result, findings);
        } else if (basis.complete) {
            learn_tt58(sources, pupil, rules, result_terms[term], basis, result, findings);
        }
        result.conduct = conduct_of(sources, pupil, rules, term);
        result.title = title_of(rules, basis, term, result);
        put_absences(sources, pupil, term, result);
        if (const Datum* remark =
                sources.conduct.cell({pupil.pupil, result_terms[term]}, "remark")) {
            result.remark = *remark;
        }
    }
    // At the year's end the class teacher writes once, with the second term.
    if (results[whole_year].remark.empty()) results[whole_year].remark = results[hk2].remark;
    return results;
}

YearResult year_result(const Sources& sources, const Enrolment& pupil, const GradeRules& rules,
                       const TermResult& year) {
    static constexpr const char* flags[] = {"promoted", "retest", "summer", "retained"};
    static constexpr const char* words_tt22[] = {"Được lên lớp", "Kiểm tra, đánh giá lại",
                                                 "Rèn luyện trong kì nghỉ hè",
                                                 "Không được lên lớp"};
    static constexpr const char* words_tt58[] = {"Được lên lớp", "Kiểm tra lại các môn",
                                                 "Rèn luyện hạnh kiểm trong hè", "Ở lại lớp"};
    YearResult result;
    if (const Decision* decided = verdict(sources, pupil.pupil, "CN", "outcome")) {
        result.outcome = ruled(*decided, decided->text);
        for (std::size_t i = 0; i < 4; ++i) {
            if (decided->text == words_tt22[i] || decided->text == words_tt58[i]) {
                result.flag = flags[i];
            }
        }
        return result;
    }
    const std::string learning = plain_text(year.learning.value);
    const std::string conduct = plain_text(year.conduct.value);
    const auto* absences = std::get_if<std::int64_t>(&year.absent.value);
    if (learning.empty() || conduct.empty() || !absences) return result;
    const int absent = static_cast<int>(*absences);
    const bool tt22 = is_tt22(rules.pack);
    const Outcome outcome =
        tt22 ? outcome_tt22(*learning_tt22(learning), *conduct_tt22(conduct), absent)
             : outcome_tt58(*learning_tt58(learning), *conduct_tt58(conduct), absent);
    const auto at = static_cast<std::size_t>(outcome);
    std::string words = tt22 ? words_tt22[at] : words_tt58[at];
    const std::string formula = fmt::format("{} {}, {} {}, nghỉ {} buổi → ", tt22 ? "KQHT" : "HL",
                                            learning, tt22 ? "KQRL" : "HK", conduct, absent);
    result.flag = flags[at];
    if (rules.grade == 9) {
        // The last grade is not promoted: it completes the programme (TT22) or may be proposed
        // for the leaving certificate (TT58 with QĐ 11/2006).
        const bool good = outcome == Outcome::Promoted;
        const std::string completed = tt22 ? (good ? "Hoàn thành chương trình trung học cơ sở"
                                                   : "Chưa hoàn thành chương trình trung học cơ sở")
                                           : (good ? "Đủ điều kiện dự xét tốt nghiệp"
                                                   : "Chưa đủ điều kiện dự xét tốt nghiệp");
        result.completed = computed(completed, rules.pack + "/completed", formula + completed,
                                    {year.conduct.where});
        if (good || !tt22) {
            words = completed;
            result.flag.clear();
        }
    }
    result.outcome =
        computed(words, rules.pack + "/outcome", formula + words, {year.conduct.where});
    return result;
}

}  // namespace hoso
