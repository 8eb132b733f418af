// SPDX-License-Identifier: Apache-2.0
//
// Học lực under TT58/2011 Điều 13, as amended by TT26/2020. Khoản 6 softens a fall that one single
// subject causes. "One single subject" is asked by lifting one subject at a time to the top: if the
// level that the overall average deserves is then reached, that subject alone was the cause.
#include <algorithm>
#include <stdexcept>

#include "assess/assess.h"

namespace hoso {

namespace {

struct Condition {
    LearningTT58 level;
    int overall, core, lowest;  // tenths; core 0: not asked for
    bool all_passed;
};
constexpr Condition conditions[] = {
    {LearningTT58::Gioi, 80, 80, 65, true},
    {LearningTT58::Kha, 65, 65, 50, true},
    {LearningTT58::TrungBinh, 50, 50, 35, true},
    {LearningTT58::Yeu, 35, 0, 20, false},
};

// What may be done to one subject in thought.
enum class Thought { Nothing, Perfect, Absent };

bool is_core(const SubjectMark& mark, bool amended) {
    // Before TT26/2020: one of the *two* subjects Toán and Ngữ văn.
    return mark.core && (amended || mark.code.compare(0, 2, "NN") != 0);
}

bool meets(const Condition& wanted, const std::vector<SubjectMark>& marks, Tenths overall,
           bool amended, std::size_t subject, Thought thought) {
    if (overall.count < wanted.overall) return false;
    bool core = wanted.core == 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const SubjectMark& mark = marks[i];
        const bool touched = i == subject;
        if (touched && thought == Thought::Absent) continue;
        if (touched && thought == Thought::Perfect) {
            core = core || is_core(mark, amended);
            continue;
        }
        if (mark.scored) {
            if (mark.average.count < wanted.lowest) return false;
            core = core || (is_core(mark, amended) && mark.average.count >= wanted.core);
        } else if (wanted.all_passed && !mark.passed) {
            return false;
        }
    }
    return core;
}

LearningTT58 level_of(const std::vector<SubjectMark>& marks, Tenths overall, bool amended) {
    for (const Condition& wanted : conditions) {
        if (meets(wanted, marks, overall, amended, marks.size(), Thought::Nothing)) {
            return wanted.level;
        }
    }
    return LearningTT58::Kem;
}

// The best of Giỏi and Khá that is reached once one subject is disregarded; Kém if neither.
LearningTT58 target_of(const std::vector<SubjectMark>& marks, Tenths overall, bool amended,
                       Thought thought) {
    for (const Condition& wanted : {conditions[0], conditions[1]}) {
        for (std::size_t i = 0; i < marks.size(); ++i) {
            if (meets(wanted, marks, overall, amended, i, thought)) return wanted.level;
        }
    }
    return LearningTT58::Kem;
}

// Khoản 6: Giỏi→Tb gives Khá, Giỏi→Yếu gives Tb, Khá→Yếu gives Tb, Khá→Kém gives Yếu.
LearningTT58 softened(LearningTT58 raw, LearningTT58 target) {
    if (target == LearningTT58::Gioi) {
        if (raw == LearningTT58::TrungBinh) return LearningTT58::Kha;
        if (raw == LearningTT58::Yeu) return LearningTT58::TrungBinh;
    }
    if (target == LearningTT58::Kha) {
        if (raw == LearningTT58::Yeu) return LearningTT58::TrungBinh;
        if (raw == LearningTT58::Kem) return LearningTT58::Yeu;
    }
    return raw;
}

Tenths overall_average(const std::vector<SubjectMark>& marks) {
    std::int64_t sum = 0, count = 0;
    for (const SubjectMark& mark : marks) {
        if (!mark.scored) continue;
        sum += mark.average.count;
        ++count;
    }
    if (count == 0) throw std::logic_error("classify_tt58: no scored subject");
    return mean_half_up(sum, count);
}

}  // namespace

LearningResultTT58 classify_tt58(const std::vector<SubjectMark>& marks, bool amended_tt26) {
    LearningResultTT58 result;
    result.overall = overall_average(marks);
    result.raw = level_of(marks, result.overall, amended_tt26);
    const LearningTT58 target = target_of(marks, result.overall, amended_tt26, Thought::Perfect);
    result.level = softened(result.raw, target);
    // Two doubts that the text leaves: Giỏi→Kém is not in the list, though such a pupil also
    // "reaches the level of Khá"; and the one subject may be the core subject that the level needs.
    const LearningTT58 strict = target_of(marks, result.overall, amended_tt26, Thought::Absent);
    result.needs_person = (target == LearningTT58::Gioi && result.raw == LearningTT58::Kem) ||
                          softened(result.raw, strict) != result.level;
    return result;
}

Outcome outcome_tt58(LearningTT58 learning, ConductTT58 conduct, int absences) {
    const bool enough_conduct = conduct >= ConductTT58::TrungBinh;
    if (absences > 45 || learning == LearningTT58::Kem) return Outcome::Retained;
    if (learning >= LearningTT58::TrungBinh) {
        return enough_conduct ? Outcome::Promoted : Outcome::SummerTraining;
    }
    return enough_conduct ? Outcome::Retest : Outcome::Retained;
}

std::string title_tt58(LearningTT58 learning, ConductTT58 conduct) {
    if (learning == LearningTT58::Gioi && conduct == ConductTT58::Tot) return "HSG";
    if (learning >= LearningTT58::Kha && conduct >= ConductTT58::Kha) return "HSTT";
    return "";
}

}  // namespace hoso
