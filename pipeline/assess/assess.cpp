// SPDX-License-Identifier: Apache-2.0
#include "assess/assess.h"

#include <algorithm>

#include "assess/pupil_year.h"

namespace hoso {

namespace {

Datum plain(Scalar value) { return {std::move(value), {}, nullptr}; }

Table table(const char* dataset, std::vector<std::string> columns) {
    return {dataset, std::move(columns), {}};
}

// An elective is taught where the grade has results of it.
bool in_job(const Sources& sources, const Subject& subject,
            const std::vector<std::string>& classes) {
    const bool planned = subject.required.at("HK1") > 0 || subject.required.at("HK2") > 0;
    if (!planned || !subject.optional) return planned;
    return std::any_of(classes.begin(), classes.end(), [&](const std::string& klass) {
        return sources.has_subject(klass, subject.code);
    });
}

Table subject_table(const std::map<int, GradeRules>& grades) {
    Table subjects = table("subject", {"pack", "grade", "subject", "name", "short_name", "scored",
                                       "order", "transcript_order", "tx_hk1", "tx_hk2", "taught"});
    for (const auto& [grade, rules] : grades) {
        for (const Subject& s : rules.list.subjects) {
            const bool taught =
                std::find(rules.taught.begin(), rules.taught.end(), &s) != rules.taught.end();
            const auto count = [&](const char* term) {
                return plain(std::int64_t{s.required.at(term)});
            };
            subjects.rows.push_back({plain(rules.pack), plain(std::int64_t{grade}), plain(s.code),
                                     plain(s.name), plain(s.short_name), plain(s.scored),
                                     plain(std::int64_t{s.order}),
                                     plain(std::int64_t{s.transcript_order}), count("HK1"),
                                     count("HK2"), plain(taught)});
        }
    }
    return subjects;
}

Table class_table(const std::map<int, GradeRules>& grades,
                  const std::map<std::string, int>& grade_of) {
    Table classes = table("class", {"class", "grade", "pack"});
    for (const auto& [klass, grade] : grade_of) {
        const auto rules = grades.find(grade);
        if (rules == grades.end()) continue;
        classes.rows.push_back(
            {plain(klass), plain(std::int64_t{grade}), plain(rules->second.pack)});
    }
    return classes;
}

struct Results {
    Table subjects = table("result_subject", {"class", "pupil", "subject", "term", "average",
                                              "remark", "exempt", "again", "note"});
    Table terms = table("result_term", {"class", "pupil", "term", "overall", "learning", "conduct",
                                        "title", "absent_p", "absent_k", "absent", "remark"});
    Table years =
        table("result_year", {"class", "pupil", "overall", "learning", "conduct", "learning_again",
                              "conduct_again", "absent", "title", "outcome", "promoted", "retest",
                              "summer", "retained", "completed", "remark"});
};

std::string class_in(const Enrolment& pupil, std::string_view term) {
    const auto found = pupil.class_of.find(std::string(term));
    return found == pupil.class_of.end() ? pupil.klass : found->second;
}

void put_subjects(const Enrolment& pupil, const GradeRules& rules,
                  const std::vector<SubjectYear>& subjects, Table& out) {
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        for (std::size_t term = 0; term < result_terms.size(); ++term) {
            const SubjectResult& r = subjects[i][term];
            if (!r.applies) continue;
            out.rows.push_back({plain(class_in(pupil, result_terms[term])),
                                plain(pupil.pupil),
                                plain(rules.taught[i]->code),
                                plain(std::string(result_terms[term])),
                                r.value,
                                r.remark,
                                plain(r.exempt),
                                {},
                                r.note});
        }
    }
}

void put_terms(const Enrolment& pupil, const std::array<TermResult, 3>& terms, Table& out) {
    for (std::size_t term = 0; term < result_terms.size(); ++term) {
        const TermResult& r = terms[term];
        out.rows.push_back({plain(class_in(pupil, result_terms[term])), plain(pupil.pupil),
                            plain(std::string(result_terms[term])), r.overall, r.learning,
                            r.conduct, r.title, r.with_leave, r.without, r.absent, r.remark});
    }
}

void put_year(const Enrolment& pupil, const TermResult& year, const YearResult& result,
              Table& out) {
    const auto flag = [&](const char* name) { return plain(result.flag == name); };
    out.rows.push_back({plain(pupil.klass),
                        plain(pupil.pupil),
                        year.overall,
                        year.learning,
                        year.conduct,
                        {},
                        {},
                        year.absent,
                        year.title,
                        result.outcome,
                        flag("promoted"),
                        flag("retest"),
                        flag("summer"),
                        flag("retained"),
                        result.completed,
                        year.remark});
}

std::map<int, GradeRules> rules_of(const Sources& sources,
                                   const std::vector<std::pair<std::string, int>>& classes,
                                   SchoolYear year, const TemplateFolder& templates) {
    std::map<int, std::vector<std::string>> by_grade;
    for (const auto& [klass, grade] : classes) by_grade[grade].push_back(klass);
    std::map<int, GradeRules> grades;
    for (const auto& [grade, names] : by_grade) {
        GradeRules& rules = grades[grade];
        rules.grade = grade;
        rules.pack = pack_for(templates, year, grade);
        rules.list = load_subjects(templates, rules.pack, grade);
        for (const Subject& subject : rules.list.subjects) {
            if (in_job(sources, subject, names)) rules.taught.push_back(&subject);
        }
    }
    return grades;
}

}  // namespace

void assess(Tables& tables, const std::vector<std::pair<std::string, int>>& classes_with_grade,
            SchoolYear year, const TemplateFolder& templates, Findings& findings) {
    const Sources sources(tables);
    const auto grades = rules_of(sources, classes_with_grade, year, templates);
    const std::map<std::string, int> grade_of(classes_with_grade.begin(), classes_with_grade.end());
    Results results;
    for (const Enrolment& pupil : sources.pupils) {
        const auto grade = grade_of.find(pupil.klass);
        if (grade == grade_of.end()) continue;  // a class outside the job has its own finding
        const GradeRules& rules = grades.at(grade->second);
        const auto subjects = subject_results(sources, pupil, rules);
        const auto terms = term_results(sources, pupil, rules, subjects, findings);
        put_subjects(pupil, rules, subjects, results.subjects);
        put_terms(pupil, terms, results.terms);
        put_year(pupil, terms[whole_year],
                 pupil.left_in("CN") ? YearResult{}
                                     : year_result(sources, pupil, rules, terms[whole_year]),
                 results.years);
    }
    tables["class"] = class_table(grades, grade_of);
    tables["subject"] = subject_table(grades);
    tables["result_subject"] = std::move(results.subjects);
    tables["result_term"] = std::move(results.terms);
    tables["result_year"] = std::move(results.years);
}

}  // namespace hoso
