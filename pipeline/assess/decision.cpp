// SPDX-License-Identifier: Apache-2.0
#include "assess/decision.h"

#include "vocabulary/text.h"

namespace hoso {

Ruling ruling_of(std::string_view action) {
    // By how the words begin: dates and reasons follow them ("Kiểm tra bù 18/01/2022").
    static constexpr std::pair<std::string_view, Ruling> beginnings[] = {
        {"kiem tra bu", Ruling::MakeUp},
        {"diem 0", Ruling::Zero},
        {"0 diem", Ruling::Zero},
        {"chua dat", Ruling::NotPassed},
        {"mien", Ruling::Exempt},
        {"khong danh gia", Ruling::NotAssessed},
        {"chuyen den", Ruling::FromOldSchool},
        {"chuyen di", Ruling::Left},
        {"thoi hoc", Ruling::Left}};
    const std::string key = match_key(action);
    for (const auto& [beginning, ruling] : beginnings) {
        if (key.compare(0, beginning.size(), beginning) == 0) return ruling;
    }
    return Ruling::Verdict;
}

bool Decision::covers(std::string_view subject_code, std::string_view term_id) const {
    if (!subject.empty() && subject != subject_code) return false;
    return term.empty() || term == "CN" || term == term_id;
}

bool Decision::covers(std::string_view subject_code, std::string_view term_id,
                      std::string_view column_id) const {
    return covers(subject_code, term_id) && (column.empty() || column == column_id);
}

std::vector<Decision> read_decisions(const Table& table) {
    std::vector<Decision> decisions;
    const int term = table.find_column("term");
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        Decision decision;
        decision.pupil = table.text(row, "pupil");
        decision.subject = table.text(row, "subject");
        decision.column = table.text(row, "column");
        decision.text = table.text(row, "action");
        decision.document = table.text(row, "document");
        decision.where = table.at(row, "action").where;
        if (term >= 0) decision.term = table.text(row, "term");
        const bool verdict = decision.column == "learning" || decision.column == "outcome";
        decision.ruling = verdict ? Ruling::Verdict : ruling_of(decision.text);
        decisions.push_back(std::move(decision));
    }
    return decisions;
}

}  // namespace hoso
