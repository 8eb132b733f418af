// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <vector>

#include "assess/sources.h"

namespace hoso {

// What a grade's circular asks of a pupil.
struct GradeRules {
    int grade = 6;
    std::string pack;
    SubjectList list;
    // Taught to this grade in this job: an elective only where some class has results of it.
    std::vector<const Subject*> taught;
};

// A pupil's result in one subject and term.
struct SubjectResult {
    Datum value;           // Tenths, "Đ"/"CĐ", or blank
    bool applies = false;  // taught in that term
    bool exempt = false;   // miễn
    bool apart = false;    // không đánh giá: an individual plan
    Datum remark;
    Datum note;
};

inline constexpr std::size_t hk1 = 0, hk2 = 1, whole_year = 2;  // places in result_terms

// One pupil's year: [subject of GradeRules::taught][term].
using SubjectYear = std::array<SubjectResult, 3>;
std::vector<SubjectYear> subject_results(const Sources& sources, const Enrolment& pupil,
                                         const GradeRules& rules);

struct TermResult {
    Datum overall, learning, conduct, title, with_leave, without, absent, remark;
};
std::array<TermResult, 3> term_results(const Sources& sources, const Enrolment& pupil,
                                       const GradeRules& rules,
                                       const std::vector<SubjectYear>& subjects,
                                       Findings& findings);

struct YearResult {
    Datum outcome;
    std::string flag;  // "promoted" "retest" "summer" "retained"; empty: none of them
    Datum completed;
};
YearResult year_result(const Sources& sources, const Enrolment& pupil, const GradeRules& rules,
                       const TermResult& year);

}  // namespace hoso
