// SPDX-License-Identifier: Apache-2.0
//
// From component marks to the result of a subject in a term and in the year. Where the components
// are not in the job (another school's marks, an export of averages only), the reported value is
// taken and says so.
#include <algorithm>

#include "assess/formula.h"
#include "assess/levels.h"
#include "assess/pupil_year.h"

namespace hoso {

namespace {

struct TermCells {
    std::vector<const Datum*> regular;  // ĐĐGtx, filled ones, in the order of the columns
    const Datum* middle = nullptr;
    const Datum* final_one = nullptr;

    [[nodiscard]] bool complete(int required) const {
        return middle && final_one && static_cast<int>(regular.size()) >= std::max(required, 1);
    }
    [[nodiscard]] std::vector<Location> places() const {
        std::vector<Location> result;
        for (const Datum* cell : regular) result.push_back(cell->where);
        result.push_back(middle->where);
        result.push_back(final_one->where);
        return result;
    }
};

TermCells cells_of(const Sources& sources, const std::string& pupil, const std::string& subject,
                   std::string_view term) {
    const Table& table = sources.marks.table();
    const auto& rows = sources.marks.rows({pupil, subject, term});
    TermCells cells;
    std::vector<std::pair<std::string, const Datum*>> regular;
    if (rows.empty()) return cells;
    const std::size_t column = table.column("column"), value = table.column("value");
    for (const std::size_t row : rows) {
        const Datum& cell = table.rows[row][value];
        const std::string name = plain_text(table.rows[row][column].value);
        if (cell.empty()) continue;
        if (name == "gk") cells.middle = &cell;
        if (name == "ck") cells.final_one = &cell;
        if (name.compare(0, 2, "tx") == 0) regular.emplace_back(name, &cell);
    }
    std::sort(regular.begin(), regular.end());
    for (const auto& [name, cell] : regular) cells.regular.push_back(cell);
    return cells;
}

Datum scored_term(const TermCells& cells, const std::string& rule) {
    TermMarks marks;
    std::int64_t sum = 0;
    std::string formula = "(";
    for (const Datum* cell : cells.regular) {
        const auto* mark = std::get_if<Tenths>(&cell->value);
        if (!mark) return {};
        marks.tx.push_back(*mark);
        sum += mark->count;
        formula += spoken_mark(*mark) + " + ";
    }
    const auto* middle = std::get_if<Tenths>(&cells.middle->value);
    const auto* final_one = std::get_if<Tenths>(&cells.final_one->value);
    if (!middle || !final_one) return {};
    marks.gk = *middle;
    marks.ck = *final_one;
    sum += 2 * middle->count + 3 * final_one->count;
    const auto divisor = static_cast<std::int64_t>(marks.tx.size()) + 5;
    formula += "2×" + spoken_mark(*middle) + " + 3×" + spoken_mark(*final_one) + ") / " +
               std::to_string(divisor) + spoken_quotient(sum, divisor);
    return computed(*average_term(marks), rule + "/average-term", formula, cells.places());
}

Datum remark_term(const TermCells& cells, const std::string& pack) {
    std::vector<bool> all;
    std::string spoken;
    std::vector<const Datum*> in_order = cells.regular;
    in_order.push_back(cells.middle);
    in_order.push_back(cells.final_one);
    for (const Datum* cell : in_order) {
        const auto mark = passed(plain_text(cell->value));
        if (!mark) return {};
        all.push_back(*mark);
        spoken += (spoken.empty() ? "" : " ") + std::string(*mark ? "Đ" : "CĐ");
    }
    const auto good = std::count(all.begin(), all.end(), true);
    const std::string count = std::to_string(good) + "/" + std::to_string(all.size()) + " Đ";
    bool result = false;
    std::string reason;
    if (is_tt22(pack)) {
        result = passed_term_tt22(all);
        reason = result ? "tất cả Đạt" : count;
    } else {
        const bool last = all.back();
        all.pop_back();
        result = passed_term_tt58(all, last);
        reason = count + (last ? ", cuối kì Đ" : ", cuối kì CĐ");
    }
    return computed(std::string(result ? "Đ" : "CĐ"), pack + "/remark-term",
                    spoken + " (" + reason + ") → " + (result ? "Đ" : "CĐ"), cells.places());
}

// The decision of this kind on a subject in a term, if any. To be exempt or to follow a plan of
// his own concerns the whole subject, never one cell of it.
const Decision* ruling(const Sources& sources, const std::string& pupil, const std::string& subject,
                       std::string_view term, Ruling wanted) {
    for (const Decision& decision : sources.decisions(pupil)) {
        const bool whole = wanted == Ruling::Exempt || wanted == Ruling::NotAssessed;
        if (decision.ruling != wanted || (whole && !decision.column.empty())) continue;
        if (decision.covers(subject, term)) return &decision;
    }
    return nullptr;
}

std::string basis(const Decision& decision, const char* words) {
    return decision.document.empty() ? std::string(words)
                                     : std::string(words) + " (" + decision.document + ")";
}

Datum note_of(const Decision& decision, const char* words) {
    const std::string text = basis(decision, words);
    return computed(text, "decision", text, {decision.where});
}

SubjectResult term_result(const Sources& sources, const Enrolment& pupil, const GradeRules& rules,
                          const Subject& subject, std::string_view term) {
    SubjectResult result;
    const int required = subject.required.at(std::string(term));
    const Datum* reported =
        sources.subject_reports.cell({pupil.pupil, subject.code, term}, "average");
    const TermCells cells = cells_of(sources, pupil.pupil, subject.code, term);
    result.applies = required > 0 || cells.middle || cells.final_one;
    if (!result.applies || pupil.left_in(term)) return result;
    if (const Datum* remark =
            sources.subject_reports.cell({pupil.pupil, subject.code, term}, "remark")) {
        result.remark = *remark;
    }
    if (const auto* d = ruling(sources, pupil.pupil, subject.code, term, Ruling::Exempt)) {
        result.exempt = true;
        result.note = note_of(*d, "Miễn");
        return result;
    }
    if (const auto* d = ruling(sources, pupil.pupil, subject.code, term, Ruling::NotAssessed)) {
        result.apart = true;
        result.note = note_of(*d, "Theo kế hoạch giáo dục cá nhân");
        return result;
    }
    if (cells.complete(required)) {
        result.value =
            subject.scored ? scored_term(cells, rules.pack) : remark_term(cells, rules.pack);
        return result;
    }
    if (const auto* d = ruling(sources, pupil.pupil, subject.code, term, Ruling::MakeUp)) {
        result.note = note_of(*d, "Chờ kiểm tra bù");
    }
    const auto klass = pupil.class_of.find(std::string(term));
    const bool elsewhere = klass == pupil.class_of.end();
    const auto* old = ruling(sources, pupil.pupil, subject.code, term, Ruling::FromOldSchool);
    if (old) result.note = note_of(*old, "Kết quả của trường cũ");
    if (reported && (elsewhere || old || !sources.has_marks(klass->second, subject.code, term))) {
        result.value = taken_over(*reported, "reported",
                                  old || elsewhere ? "Theo kết quả của trường cũ, không tính lại"
                                                   : "Theo tệp xuất, không có điểm thành phần");
    }
    return result;
}

std::vector<Location> both_places(const Datum& a, const Datum& b) {
    std::vector<Location> places;
    for (const Datum* datum : {&a, &b}) {
        if (!datum->derivation) continue;
        places.insert(places.end(), datum->derivation->inputs.begin(),
                      datum->derivation->inputs.end());
    }
    return places;
}

Datum scored_year(const Datum& first, const Datum& second, const std::string& pack) {
    const auto* one = std::get_if<Tenths>(&first.value);
    const auto* two = std::get_if<Tenths>(&second.value);
    if (!one || !two) return {};
    return computed(average_year(*one, *two), pack + "/average-year",
                    "(" + spoken_average(*one) + " + 2×" + spoken_average(*two) + ") / 3" +
                        spoken_quotient(one->count + 2 * two->count, 3),
                    both_places(first, second));
}

Datum remark_year(const Datum& first, const Datum& second, const std::string& pack) {
    const auto one = passed(plain_text(first.value)), two = passed(plain_text(second.value));
    if (!one || !two) return {};
    const bool result = is_tt22(pack) ? *two : passed_year_tt58(*one, *two);
    const std::string text = result ? "Đ" : "CĐ";
    return computed(text, pack + "/remark-year",
                    "Học kỳ I " + plain_text(first.value) + ", học kỳ II " +
                        plain_text(second.value) + " → " + text,
                    both_places(first, second));
}

// Only one term counts: the subject is taught in one, or the pupil is exempt in the other.
Datum one_term_year(const Datum& only) {
    if (only.empty()) return {};
    return computed(only.value, "one-term", "Kết quả của học kỳ có học là kết quả cả năm",
                    both_places(only, {}));
}

SubjectResult year_of(const Sources& sources, const Enrolment& pupil, const GradeRules& rules,
                      const Subject& subject, const SubjectYear& terms) {
    SubjectResult result;
    const SubjectResult &first = terms[hk1], &second = terms[hk2];
    result.applies = first.applies || second.applies;
    if (!result.applies || pupil.left_in("CN")) return result;
    result.apart = first.apart || second.apart;
    const bool only_first = !second.applies || second.exempt;
    const bool only_second = !first.applies || first.exempt;
    result.exempt = only_first && only_second;
    result.note = second.note.empty() ? first.note : second.note;
    const Datum* remark = sources.subject_reports.cell({pupil.pupil, subject.code, "CN"}, "remark");
    result.remark = remark ? *remark : second.applies ? second.remark : first.remark;
    if (result.exempt || result.apart) return result;
    if (only_first || only_second) {
        result.value = one_term_year(only_first ? first.value : second.value);
        return result;
    }
    result.value = subject.scored ? scored_year(first.value, second.value, rules.pack)
                                  : remark_year(first.value, second.value, rules.pack);
    const Datum* reported =
        sources.subject_reports.cell({pupil.pupil, subject.code, "CN"}, "average");
    const bool components = sources.has_marks(pupil.klass, subject.code, "HK1") ||
                            sources.has_marks(pupil.klass, subject.code, "HK2");
    if (result.value.empty() && reported && !components) {
        result.value =
            taken_over(*reported, "reported", "Theo tệp xuất, không có điểm từng học kỳ");
    }
    return result;
}

}  // namespace

std::vector<SubjectYear> subject_results(const Sources& sources, const Enrolment& pupil,
                                         const GradeRules& rules) {
    std::vector<SubjectYear> results(rules.taught.size());
    for (std::size_t i = 0; i < rules.taught.size(); ++i) {
        const Subject& subject = *rules.taught[i];
        // An elective binds only those classes that have it.
        if (subject.optional && !sources.has_subject(pupil.klass, subject.code)) continue;
        for (const std::size_t term : {hk1, hk2}) {
            results[i][term] = term_result(sources, pupil, rules, subject, result_terms[term]);
        }
        results[i][whole_year] = year_of(sources, pupil, rules, subject, results[i]);
    }
    return results;
}

}  // namespace hoso
