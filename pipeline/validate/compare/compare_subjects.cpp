// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "assess/formula.h"
#include "validate/compare/compare.h"
#include "validate/compare/shift.h"
#include "validate/rules.h"
#include "validate/typing/mark_value.h"

namespace hoso {

namespace {

struct Mismatch {
    std::vector<Location> places;
    std::map<std::string, std::string> args;
    Scope scope;
};

std::string spoken(const Datum& datum) {
    const auto* average = std::get_if<Tenths>(&datum.value);
    return average ? spoken_average(*average) : plain_text(datum.value);
}

class Comparer {
public:
    Comparer(const Setting& setting, const Tables& tables, Faults& faults, Findings& findings)
        : setting_(setting),
          faults_(faults),
          findings_(findings),
          results_(tables, "result_subject", {"pupil", "subject", "term"}),
          marks_(tables) {}

    void compare(const TypedSheet& sheet, bool year) {
        const Table& table = sheet.table;
        // One sheet of results holds many subjects: a column each.
        std::map<std::pair<std::string, std::string>, std::vector<ReportedRow>> columns;
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            const std::string term = table.text(row, "term");
            if ((term == "CN") != year) continue;
            ReportedRow reported{table.text(row, "pupil"), table.text(row, "name"),
                                 table.text(row, "class"), &table.at(row, "average"), nullptr};
            const std::string subject = table.text(row, "subject");
            reported.computed = results_.cell({reported.pupil, subject, term}, "average");
            columns[{subject, term}].push_back(std::move(reported));
        }
        for (auto& [key, rows] : columns) compare_column(key.first, key.second, rows);
    }

    // The same stale average in the mark sheet and in the summary is one mistake.
    void report() {
        for (auto& [key, mismatch] : mismatches_) {
            findings_.add(flaw::average_differs, std::move(mismatch.places),
                          std::move(mismatch.args), std::move(mismatch.scope));
        }
        mismatches_.clear();
    }

private:
    void compare_column(const std::string& code, const std::string& term,
                        std::vector<ReportedRow>& rows) {
        const ClassSetting* klass = setting_.klass(rows.front().klass);
        const Subject* subject = klass ? klass->subjects->find(code) : nullptr;
        if (!subject) return;
        std::vector<const ReportedRow*> blank;
        for (ReportedRow& row : rows) {
            row.differs = differs(*klass, *subject, term, row, blank);
        }
        if (term != "CN") take_out_shift(*klass, *subject, term, rows);
        for (const ReportedRow& row : rows) {
            if (row.differs) remember(*subject, term, row);
        }
        if (blank.empty()) return;
        findings_.add(flaw::average_missing, {blank.front()->reported->where},
                      {{"class", klass->name},
                       {"subject", subject->name},
                       {"period", period_short(term)},
                       {"count", std::to_string(blank.size())},
                       {"name", blank.front()->name},
                       {"formula", formula_of(*blank.front())}},
                      {klass->name, "", term, false});
    }

    bool differs(const ClassSetting& klass, const Subject& subject, const std::string& term,
                 const ReportedRow& row, std::vector<const ReportedRow*>& blank) {
        if (doubtful(row.pupil, subject.code, term)) return false;
        const auto* text = std::get_if<std::string>(&row.reported->value);
        if (text && is_exempt(*text)) {
            exempt(klass, subject, term, row);
            return false;
        }
        if (!row.computed || row.computed->empty()) return false;
        if (row.reported->empty()) {
            if (!faults_.has({"average", row.pupil, subject.code, term})) blank.push_back(&row);
            return false;
        }
        return row.reported->value != row.computed->value;
    }

    [[nodiscard]] bool doubtful(const std::string& pupil, const std::string& subject,
                                const std::string& term) const {
        if (faults_.has({"marks", pupil, subject, term})) return true;
        return term == "CN" && (faults_.has({"marks", pupil, subject, "HK1"}) ||
                                faults_.has({"marks", pupil, subject, "HK2"}));
    }

    void exempt(const ClassSetting& klass, const Subject& subject, const std::string& term,
                const ReportedRow& row) {
        const Datum* flag = results_.cell({row.pupil, subject.code, term}, "exempt");
        if (flag && plain_text(flag->value) == "true") return;
        if (faults_.has({"exempt", row.pupil, subject.code})) return;
        const bool tt22 = klass.pack == "tt22";
        const Rule& rule = tt22 ? flaw::exempt_not_allowed : flaw::exempt_without_decision;
        if (!faults_.first({rule.id, row.pupil, subject.code})) return;
        findings_.add(rule, {row.reported->where},
                      {{"class", klass.name},
                       {"name", row.name},
                       {"subject", subject.name},
                       {"value", plain_text(row.reported->value)}},
                      {klass.name, row.pupil, term == "CN" ? "" : term, false});
    }

    void take_out_shift(const ClassSetting& klass, const Subject& subject, const std::string& term,
                        std::vector<ReportedRow>& rows) {
        const auto shift = find_shift(rows, marks_, subject.code, term);
        if (!shift) return;
        int wrong = 0;
        for (std::size_t i = shift->first; i <= shift->last; ++i) {
            wrong += rows[i].differs ? 1 : 0;
            rows[i].differs = false;
            faults_.add(flaw::shifted_rows, {"marks", rows[i].pupil, subject.code, term});
        }
        // The cells to mend are the marks, wherever the average that gives them away stands.
        std::vector<Location> places;
        for (const std::size_t i : {shift->first, shift->last}) {
            const auto& derivation = rows[i].computed->derivation;
            places.push_back(derivation && !derivation->inputs.empty()
                                 ? marks_.where(rows[i].pupil, subject.code, term, shift->column,
                                                derivation->inputs.front())
                                 : rows[i].reported->where);
        }
        const std::string column = shift->column.empty() ? "" : column_words(shift->column);
        findings_.add(flaw::shifted_rows, places,
                      {{"class", klass.name},
                       {"subject", subject.name},
                       {"period", period_short(term)},
                       {"first", std::to_string(std::min(places[0].row, places[1].row))},
                       {"last", std::to_string(std::max(places[0].row, places[1].row))},
                       {"count", std::to_string(wrong)},
                       {"what", column.empty() ? "điểm" : "cột " + column},
                       {"what_en", column.empty() ? "the marks" : "the marks of " + column}},
                      {klass.name, "", term, false});
    }

    static std::string formula_of(const ReportedRow& row) {
        const auto& derivation = row.computed->derivation;
        const bool has_numbers = derivation && derivation->rule != "reported";
        return has_numbers ? derivation->formula : spoken(*row.computed);
    }

    void remember(const Subject& subject, const std::string& term, const ReportedRow& row) {
        const std::string value = spoken(*row.reported);
        Mismatch& mismatch = mismatches_[{row.pupil + "|" + subject.code + "|" + term, value}];
        mismatch.places.push_back(row.reported->where);
        if (mismatch.places.size() > 1) return;
        mismatch.args = {
            {"class", row.klass}, {"subject", subject.name}, {"period", period_short(term)},
            {"name", row.name},   {"value", value},          {"formula", formula_of(row)}};
        mismatch.scope = {row.klass, row.pupil, term, false};
        doubted_.push_back({row.pupil, subject.code, term});
    }

public:
    // Only after all sheets have been seen: each of them may name the same wrong value.
    void doubt_what_differs() {
        for (const auto& [pupil, subject, term] : doubted_) {
            faults_.add(flaw::average_differs, {"marks", pupil, subject, term});
        }
        doubted_.clear();
    }

private:
    const Setting& setting_;
    Faults& faults_;
    Findings& findings_;
    ResultIndex results_;
    MarkIndex marks_;
    std::map<std::pair<std::string, std::string>, Mismatch> mismatches_;
    std::vector<std::array<std::string, 3>> doubted_;
};

}  // namespace

ResultIndex::ResultIndex(const Tables& tables, const char* dataset,
                         std::vector<std::string> columns) {
    static const Table none;
    const auto found = tables.find(dataset);
    table_ = found == tables.end() ? &none : &found->second;
    if (table_->rows.empty()) return;
    std::vector<std::size_t> positions;
    for (const std::string& column : columns) positions.push_back(table_->column(column));
    for (std::size_t row = 0; row < table_->rows.size(); ++row) {
        std::string key;
        for (const std::size_t at : positions) key += plain_text(table_->rows[row][at].value) + "|";
        rows_.emplace(std::move(key), row);
    }
}

std::ptrdiff_t ResultIndex::row(std::initializer_list<std::string_view> key) const {
    std::string text;
    for (const std::string_view part : key) {
        text += part;
        text += '|';
    }
    const auto found = rows_.find(text);
    return found == rows_.end() ? -1 : static_cast<std::ptrdiff_t>(found->second);
}

const Datum* ResultIndex::cell(std::initializer_list<std::string_view> key,
                               std::string_view column) const {
    const std::ptrdiff_t at = row(key);
    return at < 0 ? nullptr : &table_->at(static_cast<std::size_t>(at), column);
}

bool marks_doubtful(const Faults& faults, const SubjectList& subjects, const std::string& pupil,
                    const std::string& term) {
    return std::any_of(
        subjects.subjects.begin(), subjects.subjects.end(), [&](const Subject& subject) {
            if (faults.has({"marks", pupil, subject.code, term})) return true;
            return term == "CN" && (faults.has({"marks", pupil, subject.code, "HK1"}) ||
                                    faults.has({"marks", pupil, subject.code, "HK2"}));
        });
}

void compare_subjects(const Setting& setting, const std::vector<TypedSheet>& sheets,
                      const Tables& tables, Faults& faults, Findings& findings) {
    Comparer comparer(setting, tables, faults, findings);
    // The terms first: a year that rests on a wrong term is its consequence.
    for (const bool year : {false, true}) {
        for (const TypedSheet& sheet : sheets) {
            if (sheet.table.dataset == "reported_subject") comparer.compare(sheet, year);
        }
        comparer.report();
        comparer.doubt_what_differs();
    }
}

}  // namespace hoso
