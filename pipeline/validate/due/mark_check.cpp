// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "validate/due/completeness.h"
#include "validate/due/mark_gaps.h"
#include "validate/rules.h"

namespace hoso {

namespace {

class Examiner {
public:
    Examiner(const Due& due, const Table& marks, Faults& faults, Findings& findings)
        : due_(due),
          setting_(due.setting),
          faults_(faults),
          findings_(findings),
          book_(due.setting, marks),
          gaps_(due.decisions, faults, findings) {}

    void examine() {
        for (const ClassSetting& klass : setting_.classes()) {
            for (const Period* term : setting_.terms()) examine_class(klass, *term);
        }
    }

private:
    void examine_class(const ClassSetting& klass, const Period& term) {
        std::vector<const MarkSheet*> present;
        std::vector<const Subject*> missing;
        for (const Subject& subject : klass.subjects->subjects) {
            const MarkSheet* sheet = book_.find(klass, subject, term);
            const bool required = subject.required.at(term.id) > 0 &&
                                  (!subject.optional || book_.grade_has(klass, subject));
            if (sheet) {
                present.push_back(sheet);
                if (subject.required.at(term.id) == 0) not_taught(*sheet);
            } else if (required) {
                missing.push_back(&subject);
            }
        }
        report_missing(klass, term, missing, present);
        examine_sheets(klass, term, present);
    }

    void not_taught(const MarkSheet& sheet) {
        findings_.add(flaw::subject_not_taught, {{sheet.origin, 0, 0}},
                      {{"class", sheet.klass->name},
                       {"period", period_short(sheet.term->id)},
                       {"subject", sheet.subject->name}},
                      {sheet.klass->name, "", sheet.term->id, false});
    }

    void report_missing(const ClassSetting& klass, const Period& term,
                        const std::vector<const Subject*>& missing,
                        const std::vector<const MarkSheet*>& present) {
        std::vector<const Subject*> unexplained;
        for (const Subject* subject : missing) {
            if (faults_.has({"sheet", klass.name, subject->code, term.id})) continue;
            if (due_.explanations.explain(klass, term.id, subject)) continue;
            unexplained.push_back(subject);
        }
        const Scope scope{klass.name, "", term.id, false};
        if (unexplained.size() > 1 && present.empty()) {
            findings_.add(flaw::missing_all_mark_sheets, {Location{}},
                          {{"class", klass.name},
                           {"period", period_short(term.id)},
                           {"count", std::to_string(unexplained.size())}},
                          scope);
            return;
        }
        for (const Subject* subject : unexplained) {
            findings_.add(flaw::missing_mark_sheet, {near(present)},
                          {{"class", klass.name},
                           {"period", period_short(term.id)},
                           {"subject", subject->name}},
                          scope);
        }
    }

    // The workbook that the other sheets of the class stand in, where there is one.
    static Location near(const std::vector<const MarkSheet*>& present) {
        std::set<std::string> files;
        for (const MarkSheet* sheet : present) files.insert(sheet->origin->file);
        if (files.size() != 1) return {};
        return {std::make_shared<const Origin>(Origin{*files.begin(), ""}), 0, 0};
    }

    void examine_sheets(const ClassSetting& klass, const Period& term,
                        const std::vector<const MarkSheet*>& sheets) {
        const std::vector<const Pupil*> pupils = due_.roll.present(klass.name, term);
        std::map<const MarkSheet*, std::set<std::string>> empty_columns;
        for (const MarkSheet* sheet : sheets) {
            empty_columns[sheet] = gaps_.find_empty_columns(*sheet, pupils);
            gaps_.surplus(*sheet, pupils);
        }
        for (const Pupil* pupil : pupils) {
            std::vector<const MarkSheet*> absent, blank;
            for (const MarkSheet* sheet : sheets) {
                const auto row = sheet->rows.find(pupil->code);
                if (row == sheet->rows.end()) {
                    if (unmatched(*pupil, *sheet)) {
                        faults_.settle({"marks", pupil->code, sheet->subject->code, term.id});
                    } else {
                        absent.push_back(sheet);
                    }
                    continue;
                }
                Gap gap = gaps_.gap_of(*sheet, *pupil, row->second, empty_columns[sheet]);
                if (gap.all_blank && !gap.blank.empty()) {
                    blank.push_back(sheet);
                } else {
                    gaps_.report(*sheet, *pupil, gap);
                }
            }
            report_absent(klass, term, *pupil, absent, sheets.size());
            report_blank(klass, term, *pupil, blank, empty_columns);
        }
        departed(klass, term, sheets);
    }

    [[nodiscard]] bool unmatched(const Pupil& pupil, const MarkSheet& sheet) const {
        return faults_.has({"unmatched", pupil.code, sheet.origin->file, sheet.origin->sheet}) ||
               faults_.has({"unmatched", "", sheet.origin->file, sheet.origin->sheet}) ||
               faults_.has({"two-classes", pupil.code}) ||
               faults_.has({"wrong-class", pupil.code, sheet.klass->name});
    }

    void report_absent(const ClassSetting& klass, const Period& term, const Pupil& pupil,
                       const std::vector<const MarkSheet*>& absent, std::size_t all) {
        const Scope scope{klass.name, pupil.code, term.id, false};
        std::map<std::string, std::string> args{{"class", klass.name},
                                                {"period", period_short(term.id)},
                                                {"name", pupil.name},
                                                {"pupil", pupil.code},
                                                {"count", std::to_string(all)}};
        const bool everywhere = absent.size() > 1 && absent.size() == all;
        for (const MarkSheet* sheet : absent) {
            faults_.add(
                everywhere ? flaw::pupil_missing_everywhere : flaw::pupil_missing_from_sheet,
                {"marks", pupil.code, sheet->subject->code, term.id});
        }
        if (everywhere) {
            findings_.add(flaw::pupil_missing_everywhere, {pupil.where}, std::move(args), scope);
            return;
        }
        for (const MarkSheet* sheet : absent) {
            auto named = args;
            named["sheet"] = "bảng điểm môn " + sheet->subject->name;
            findings_.add(flaw::pupil_missing_from_sheet, {{sheet->origin, 0, 0}, pupil.where},
                          std::move(named), scope);
        }
    }

    // Rows that are blank from end to end: one finding if it is so in every subject.
    void report_blank(const ClassSetting& klass, const Period& term, const Pupil& pupil,
                      const std::vector<const MarkSheet*>& blank,
                      const std::map<const MarkSheet*, std::set<std::string>>& empty_columns) {
        if (blank.size() >= 3 && !pupil.inclusive) {
            std::vector<Location> places;
            for (const MarkSheet* sheet : blank) {
                const Datum& first = *sheet->rows.at(pupil.code).front().datum;
                places.push_back({first.where.origin, first.where.row, 0});
                faults_.add(flaw::pupil_without_marks,
                            {"marks", pupil.code, sheet->subject->code, term.id});
            }
            findings_.add(
                flaw::pupil_without_marks, std::move(places),
                {{"class", klass.name},
                 {"period", period_short(term.id)},
                 {"name", pupil.name},
                 {"pupil", pupil.code},
                 {"count", std::to_string(blank.size())},
                 {"arrived",
                  pupil.arrived.valid() ? "; em chuyển đến ngày " + to_dmy(pupil.arrived) : ""}},
                {klass.name, pupil.code, term.id, false});
            return;
        }
        for (const MarkSheet* sheet : blank) {
            gaps_.report(
                *sheet, pupil,
                gaps_.gap_of(*sheet, pupil, sheet->rows.at(pupil.code), empty_columns.at(sheet)));
        }
    }

    // Pupils who are gone and still stand in the sheets.
    void departed(const ClassSetting& klass, const Period& term,
                  const std::vector<const MarkSheet*>& sheets) {
        for (const Pupil& pupil : due_.roll.pupils) {
            if (!pupil.left.valid() || pupil.klass() != klass.name || term.to < pupil.left)
                continue;
            if (faults_.has({"departure", pupil.code})) continue;  // whether he left is not settled
            Remains remains;
            for (const MarkSheet* sheet : sheets) collect(*sheet, pupil, remains);
            report(flaw::departed_still_listed, pupil, std::move(remains.blank), remains.blank_in,
                   term, "");
            report(flaw::marks_after_leaving, pupil, std::move(remains.marks), remains.first, term,
                   remains.columns);
        }
    }

    // What the sheets of a term still hold of him.
    struct Remains {
        std::vector<Location> blank, marks;
        const MarkSheet *blank_in = nullptr, *first = nullptr;
        std::string columns;
    };

    // Marks that cannot be his: any in a later term, the final one of the term that he left in.
    static void collect(const MarkSheet& sheet, const Pupil& pupil, Remains& remains) {
        const auto row = sheet.rows.find(pupil.code);
        if (row == sheet.rows.end()) return;
        const bool later = pupil.left < sheet.term->from.plus_days(1);
        bool any = false;
        for (const MarkCell& cell : row->second) {
            any = any || !cell.datum->empty();
            if (cell.datum->empty() || (!later && cell.column != "ck")) continue;
            if (!remains.first) remains.first = &sheet;
            remains.columns += (remains.columns.empty() ? "" : ", ") + column_words(cell.column) +
                               " " + sheet.subject->short_name;
            remains.marks.push_back(cell.datum->where);
        }
        if (any) return;
        if (!remains.blank_in) remains.blank_in = &sheet;
        const Location& where = row->second.front().datum->where;
        remains.blank.push_back({where.origin, where.row, 0});
    }

    void report(const Rule& rule, const Pupil& pupil, std::vector<Location> places,
                const MarkSheet* first, const Period& term, const std::string& columns) {
        if (places.empty()) return;
        auto args = mark_args(*first, pupil);
        args["date"] = to_dmy(pupil.left);
        args["column"] = columns;
        findings_.add(rule, std::move(places), std::move(args),
                      {first->klass->name, pupil.code, term.id, false});
    }

    const Due& due_;
    const Setting& setting_;
    Faults& faults_;
    Findings& findings_;
    MarkBook book_;
    GapFinder gaps_;
};

}  // namespace

void check_marks(const Due& due, const Tables& tables, Faults& faults, Findings& findings) {
    const auto marks = tables.find("mark");
    static const Table none;
    Examiner(due, marks == tables.end() ? none : marks->second, faults, findings).examine();
}

}  // namespace hoso
