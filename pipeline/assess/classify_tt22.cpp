// SPDX-License-Identifier: Apache-2.0
//
// Kết quả học tập under TT22/2021 Điều 9. Khoản 3 lifts a level that one single subject has pulled
// down by two or more. Its words have two readings where the count of six subjects is itself short:
// A lifts the subject to the top and looks again, B looks at the other subjects alone.
#include <algorithm>

#include "assess/assess.h"

namespace hoso {

namespace {

enum class Thought { Nothing, Perfect, Absent };

LearningTT22 level_of(const std::vector<SubjectMark>& marks, std::size_t subject, Thought thought) {
    int lowest = 100, failed = 0, from_80 = 0, from_65 = 0, from_50 = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const bool touched = i == subject;
        if (touched && thought == Thought::Absent) continue;
        const bool perfect = touched && thought == Thought::Perfect;
        if (!marks[i].scored) {
            if (!marks[i].passed && !perfect) ++failed;
            continue;
        }
        const int mark = perfect ? 100 : marks[i].average.count;
        lowest = std::min(lowest, mark);
        from_80 += mark >= 80 ? 1 : 0;
        from_65 += mark >= 65 ? 1 : 0;
        from_50 += mark >= 50 ? 1 : 0;
    }
    if (failed == 0 && lowest >= 65 && from_80 >= 6) return LearningTT22::Tot;
    if (failed == 0 && lowest >= 50 && from_65 >= 6) return LearningTT22::Kha;
    if (failed <= 1 && lowest >= 35 && from_50 >= 6) return LearningTT22::Dat;
    return LearningTT22::ChuaDat;
}

LearningTT22 lifted(const std::vector<SubjectMark>& marks, LearningTT22 raw, Thought thought) {
    LearningTT22 best = raw;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        best = std::max(best, level_of(marks, i, thought));
    }
    const int fall = static_cast<int>(best) - static_cast<int>(raw);
    if (best < LearningTT22::Kha || fall < 2) return raw;
    return static_cast<LearningTT22>(static_cast<int>(raw) + 1);
}

}  // namespace

LearningResultTT22 classify_tt22(const std::vector<SubjectMark>& marks) {
    LearningResultTT22 result;
    result.raw = level_of(marks, marks.size(), Thought::Nothing);
    result.level = lifted(marks, result.raw, Thought::Perfect);
    result.reading_b = lifted(marks, result.raw, Thought::Absent);
    result.needs_person = result.level != result.reading_b;
    return result;
}

ConductTT22 conduct_year_tt22(ConductTT22 term1, ConductTT22 term2) {
    using C = ConductTT22;
    // TT22/2021 Điều 8.2b, point by point.
    if (term2 == C::Tot) return term1 >= C::Kha ? C::Tot : C::Kha;
    if (term2 == C::Kha) return term1 >= C::Dat ? C::Kha : C::Dat;
    if (term2 == C::Dat) return term1 == C::Tot ? C::Kha : C::Dat;
    return C::ChuaDat;
}

Outcome outcome_tt22(LearningTT22 learning, ConductTT22 conduct, int absences) {
    const bool learned = learning >= LearningTT22::Dat;
    const bool behaved = conduct >= ConductTT22::Dat;
    // Both Chưa đạt: neither Điều 13 nor Điều 14 opens a way back.
    if (absences > 45 || (!learned && !behaved)) return Outcome::Retained;
    if (!learned) return Outcome::Retest;
    return behaved ? Outcome::Promoted : Outcome::SummerTraining;
}

std::string title_tt22(LearningTT22 learning, ConductTT22 conduct, int subjects_from_nine) {
    if (learning != LearningTT22::Tot || conduct != ConductTT22::Tot) return "";
    return subjects_from_nine >= 6 ? "Học sinh Xuất sắc" : "Học sinh Giỏi";
}

}  // namespace hoso
