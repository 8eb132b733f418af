// SPDX-License-Identifier: Apache-2.0
//
// A blank, a dash, a V in a cell that is due is one of many things, and only a written decision
// says which (TT26/2020 Điều 8, TT22/2021 Điều 7).
#include <algorithm>
#include <set>

#include "validate/completeness.h"
#include "validate/mark_value.h"
#include "validate/rules.h"

namespace hoso {

namespace {

struct MarkCell {
    std::string column;
    const Datum* datum;
};

// The marks of a class in a subject and term, by pupil.
struct MarkSheet {
    const ClassSetting* klass = nullptr;
    const Subject* subject = nullptr;
    const Period* term = nullptr;
    std::shared_ptr<const Origin> origin;
    std::map<std::string, std::vector<MarkCell>> rows;
};

using SheetKey = std::pair<std::string, std::string>;  // subject, term

struct Gap {
    std::vector<const MarkCell*> blank;  // those that are due
    int required = 0, regular = 0;
    bool all_blank = false;
};

class Examiner {
public:
    Examiner(const Due& due, Faults& faults, Findings& findings)
        : due_(due), setting_(due.setting), faults_(faults), findings_(findings) {
        for (const Decision& decision : due.decisions)
            decisions_[decision.pupil].push_back(&decision);
    }

    void read(const Table& marks) {
        if (marks.rows.empty()) return;
        const std::size_t klass = marks.column("class"), subject = marks.column("subject");
        const std::size_t term = marks.column("term"), pupil = marks.column("pupil");
        const std::size_t column = marks.column("column"), value = marks.column("value");
        std::string last;
        MarkSheet* sheet = nullptr;
        for (const auto& row : marks.rows) {
            std::string id = plain_text(row[klass].value) + "|" + plain_text(row[subject].value) +
                             "|" + plain_text(row[term].value);
            if (id != last) {
                sheet = open(plain_text(row[klass].value), plain_text(row[subject].value),
                             plain_text(row[term].value));
                if (sheet && !sheet->origin) sheet->origin = row[value].where.origin;
                last = std::move(id);
            }
            if (!sheet) continue;
            sheet->rows[plain_text(row[pupil].value)].push_back(
                {plain_text(row[column].value), &row[value]});
        }
    }

    void examine() {
        for (const ClassSetting& klass : setting_.classes()) {
            for (const Period* term : setting_.terms()) examine_class(klass, *term);
        }
    }

private:
    MarkSheet* open(const std::string& klass_name, const std::string& code,
                    const std::string& term_id) {
        const ClassSetting* klass = setting_.klass(klass_name);
        const Period* term = setting_.period(term_id);
        const Subject* subject = klass ? klass->subjects->find(code) : nullptr;
        if (!klass || !term || !subject) return nullptr;
        MarkSheet& sheet = sheets_[klass->name][{code, term_id}];
        sheet.klass = klass;
        sheet.subject = subject;
        sheet.term = term;
        return &sheet;
    }

    [[nodiscard]] bool grade_has(const ClassSetting& klass, const Subject& subject) const {
        for (const ClassSetting& other : setting_.classes()) {
            const auto found =
                other.grade == klass.grade ? sheets_.find(other.name) : sheets_.end();
            if (found == sheets_.end()) continue;
            for (const auto& [key, sheet] : found->second) {
                if (key.first == subject.code) return true;
            }
        }
        return false;
    }

    void examine_class(const ClassSetting& klass, const Period& term) {
        std::vector<const MarkSheet*> present;
        std::vector<const Subject*> missing;
        for (const Subject& subject : klass.subjects->subjects) {
            const auto of_class = sheets_.find(klass.name);
            const MarkSheet* sheet = nullptr;
            if (of_class != sheets_.end()) {
                const auto found = of_class->second.find({subject.code, term.id});
                if (found != of_class->second.end()) sheet = &found->second;
            }
            const bool required = subject.required.at(term.id) > 0 &&
                                  (!subject.optional || grade_has(klass, subject));
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

    // --- pupils --------------------------------------------------------------------------------

    void examine_sheets(const ClassSetting& klass, const Period& term,
                        const std::vector<const MarkSheet*>& sheets) {
        const std::vector<const Pupil*> pupils = due_.roll.present(klass.name, term);
        std::map<const MarkSheet*, std::set<std::string>> empty_columns;
        for (const MarkSheet* sheet : sheets) {
            empty_columns[sheet] = find_empty_columns(*sheet, pupils);
            surplus(*sheet, pupils);
        }
        for (const Pupil* pupil : pupils) {
            std::vector<const MarkSheet*> absent, blank;
            for (const MarkSheet* sheet : sheets) {
                const auto row = sheet->rows.find(pupil->code);
                if (row == sheet->rows.end()) {
                    if (!unmatched(*pupil, *sheet)) absent.push_back(sheet);
                    faults_.add({"marks", pupil->code, sheet->subject->code, term.id});
                    continue;
                }
                Gap gap = gap_of(*sheet, *pupil, row->second, empty_columns[sheet]);
                if (gap.all_blank && !gap.blank.empty()) {
                    blank.push_back(sheet);
                } else {
                    report_gap(*sheet, *pupil, gap);
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

    [[nodiscard]] const Decision* decision_on(const Pupil& pupil, const MarkSheet& sheet,
                                              const std::string& column) const {
        const auto found = decisions_.find(pupil.code);
        if (found == decisions_.end()) return nullptr;
        for (const Decision* decision : found->second) {
            if (decision->ruling == Ruling::Verdict) continue;
            if (decision->covers(sheet.subject->code, sheet.term->id, column)) return decision;
        }
        return nullptr;
    }

    [[nodiscard]] bool spoiled(const Pupil& pupil, const MarkSheet& sheet,
                               const std::string& column) const {
        return faults_.has({"cell", pupil.code, sheet.subject->code, sheet.term->id, column});
    }

    std::set<std::string> find_empty_columns(const MarkSheet& sheet,
                                             const std::vector<const Pupil*>& pupils) {
        std::map<std::string, const Datum*> blank;
        std::map<std::string, std::size_t> counts, all;
        for (const Pupil* pupil : pupils) {
            const auto row = sheet.rows.find(pupil->code);
            if (row == sheet.rows.end()) continue;
            for (const MarkCell& cell : row->second) {
                ++all[cell.column];
                if (!cell.datum->empty() || spoiled(*pupil, sheet, cell.column)) continue;
                if (counts[cell.column]++ == 0) blank[cell.column] = cell.datum;
            }
        }
        std::set<std::string> empty;
        const auto due = static_cast<std::size_t>(sheet.subject->required.at(sheet.term->id));
        std::size_t regular = 0;
        for (const auto& [column, count] : all) {
            if (column.compare(0, 2, "tx") == 0 && counts[column] < count) ++regular;
        }
        for (const auto& [column, count] : counts) {
            // A blank ĐĐGtx column is only missing as long as too few others are filled.
            const bool is_regular = column.compare(0, 2, "tx") == 0;
            if (count < 5 || count < all[column] || (is_regular && regular >= due)) continue;
            if (is_regular) ++regular;
            empty.insert(column);
            findings_.add(flaw::empty_mark_column, {blank[column]->where},
                          {{"class", sheet.klass->name},
                           {"subject", sheet.subject->name},
                           {"period", period_short(sheet.term->id)},
                           {"column", column_words(column)},
                           {"count", std::to_string(count)}},
                          {sheet.klass->name, "", sheet.term->id, false});
        }
        return empty;
    }

    // Which cells are due, blank, and not covered by a decision?
    Gap gap_of(const MarkSheet& sheet, const Pupil& pupil, const std::vector<MarkCell>& cells,
               const std::set<std::string>& empty_columns) {
        Gap gap;
        gap.required = sheet.subject->required.at(sheet.term->id);
        gap.all_blank = std::all_of(cells.begin(), cells.end(), [&](const MarkCell& cell) {
            return cell.datum->empty() && !cell.datum->derivation &&
                   !spoiled(pupil, sheet, cell.column);
        });
        if (exempt(sheet, pupil, cells)) return gap;
        std::vector<const MarkCell*> blank_regular;
        for (const MarkCell& cell : cells) {
            const bool regular = cell.column.compare(0, 2, "tx") == 0;
            const bool filled = !cell.datum->empty() || spoiled(pupil, sheet, cell.column);
            if (regular && (filled || empty_columns.count(cell.column) != 0)) {
                ++gap.regular;
            } else if (regular) {
                blank_regular.push_back(&cell);
            } else if (!filled && gap.required > 0 && empty_columns.count(cell.column) == 0) {
                gap.blank.push_back(&cell);
            }
        }
        const int lacking = gap.required - gap.regular;
        // Signs such as "V" first: they mark the cells that somebody left open.
        std::stable_partition(blank_regular.begin(), blank_regular.end(), [](const MarkCell* cell) {
            return cell->datum->derivation != nullptr;
        });
        for (int i = 0; i < lacking && i < static_cast<int>(blank_regular.size()); ++i) {
            gap.blank.insert(gap.blank.begin() + i, blank_regular[static_cast<std::size_t>(i)]);
        }
        drop_decided(sheet, pupil, gap);
        return gap;
    }

    void drop_decided(const MarkSheet& sheet, const Pupil& pupil, Gap& gap) {
        const auto decided = [&](const MarkCell* cell) {
            const Decision* decision = decision_on(pupil, sheet, cell->column);
            if (!decision) return false;
            if (decision->ruling == Ruling::MakeUp) {
                auto args = args_of(sheet, pupil);
                args["value"] = decision->text;
                args["columns"] = column_words(cell->column);
                findings_.add(flaw::makeup_pending, {cell->datum->where, decision->where},
                              std::move(args), scope_of(sheet, pupil));
            }
            return true;
        };
        const bool before = gap.blank.empty();
        gap.blank.erase(std::remove_if(gap.blank.begin(), gap.blank.end(), decided),
                        gap.blank.end());
        if (!before && gap.blank.empty()) {
            faults_.add({"marks", pupil.code, sheet.subject->code, sheet.term->id});
        }
    }

    static std::map<std::string, std::string> args_of(const MarkSheet& sheet, const Pupil& pupil) {
        return {{"class", sheet.klass->name},
                {"subject", sheet.subject->name},
                {"period", period_short(sheet.term->id)},
                {"name", pupil.name},
                {"pupil", pupil.code}};
    }
    static Scope scope_of(const MarkSheet& sheet, const Pupil& pupil) {
        return {sheet.klass->name, pupil.code, sheet.term->id, false};
    }

    // "M" or "Miễn" in a mark cell.
    bool exempt(const MarkSheet& sheet, const Pupil& pupil, const std::vector<MarkCell>& cells) {
        for (const MarkCell& cell : cells) {
            const auto* text = std::get_if<std::string>(&cell.datum->value);
            if (!text || !is_exempt(*text)) continue;
            const Decision* decision = decision_on(pupil, sheet, "");
            faults_.add({"marks", pupil.code, sheet.subject->code, sheet.term->id});
            const bool allowed = sheet.klass->pack != "tt22" || pupil.inclusive;
            if (decision && allowed) return true;
            if (faults_.has({"exempt", pupil.code, sheet.subject->code})) return true;
            faults_.add({"exempt", pupil.code, sheet.subject->code});
            auto args = args_of(sheet, pupil);
            args["value"] = *text;
            findings_.add(allowed ? flaw::exempt_without_decision : flaw::exempt_not_allowed,
                          {cell.datum->where}, std::move(args), scope_of(sheet, pupil));
            return true;
        }
        return false;
    }

    void report_gap(const MarkSheet& sheet, const Pupil& pupil, const Gap& gap) {
        if (gap.blank.empty()) return;
        faults_.add({"marks", pupil.code, sheet.subject->code, sheet.term->id});
        auto args = args_of(sheet, pupil);
        std::string columns, shown;
        std::vector<Location> places;
        for (const MarkCell* cell : gap.blank) {
            columns += (columns.empty() ? "" : ", ") + column_words(cell->column);
            if (cell->datum->derivation) shown = cell->datum->derivation->formula;
            places.push_back(cell->datum->where);
        }
        args["columns"] = columns;
        args["shown"] = shown.empty() ? "" : " (ô ghi \"" + shown + "\")";
        args["need"] = gap.regular < gap.required
                           ? " (cần " + std::to_string(gap.required) + " ĐĐGtx, có " +
                                 std::to_string(gap.regular) + ")"
                           : "";
        findings_.add(pupil.inclusive ? flaw::no_mark_of_inclusive_pupil : flaw::missing_mark,
                      std::move(places), std::move(args), scope_of(sheet, pupil));
    }

    void report_absent(const ClassSetting& klass, const Period& term, const Pupil& pupil,
                       const std::vector<const MarkSheet*>& absent, std::size_t all) {
        const Scope scope{klass.name, pupil.code, term.id, false};
        std::map<std::string, std::string> args{{"class", klass.name},
                                                {"period", period_short(term.id)},
                                                {"name", pupil.name},
                                                {"pupil", pupil.code},
                                                {"count", std::to_string(all)}};
        if (absent.size() > 1 && absent.size() == all) {
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
                faults_.add({"marks", pupil.code, sheet->subject->code, term.id});
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
            report_gap(*sheet, pupil,
                       gap_of(*sheet, pupil, sheet->rows.at(pupil.code), empty_columns.at(sheet)));
        }
    }

    void surplus(const MarkSheet& sheet, const std::vector<const Pupil*>& pupils) {
        const int required = sheet.subject->required.at(sheet.term->id);
        if (required == 0) return;
        int count = 0;
        Location first;
        for (const Pupil* pupil : pupils) {
            const auto row = sheet.rows.find(pupil->code);
            if (row == sheet.rows.end()) continue;
            int regular = 0;
            const Datum* last = nullptr;
            for (const MarkCell& cell : row->second) {
                if (cell.column.compare(0, 2, "tx") != 0 || cell.datum->empty()) continue;
                ++regular;
                last = cell.datum;
            }
            if (regular <= required) continue;
            if (count++ == 0) first = last->where;
        }
        if (count == 0) return;
        findings_.add(flaw::too_many_marks, {first},
                      {{"class", sheet.klass->name},
                       {"subject", sheet.subject->name},
                       {"period", period_short(sheet.term->id)},
                       {"count", std::to_string(count)},
                       {"required", std::to_string(required)}},
                      {sheet.klass->name, "", sheet.term->id, false});
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
        auto args = args_of(*first, pupil);
        args["date"] = to_dmy(pupil.left);
        args["column"] = columns;
        findings_.add(rule, std::move(places), std::move(args),
                      {first->klass->name, pupil.code, term.id, false});
    }

    const Due& due_;
    const Setting& setting_;
    Faults& faults_;
    Findings& findings_;
    std::map<std::string, std::vector<const Decision*>> decisions_;
    std::map<std::string, std::map<SheetKey, MarkSheet>> sheets_;  // by class
};

}  // namespace

void check_marks(const Due& due, const Tables& tables, Faults& faults, Findings& findings) {
    Examiner examiner(due, faults, findings);
    const auto marks = tables.find("mark");
    if (marks != tables.end()) examiner.read(marks->second);
    examiner.examine();
}

}  // namespace hoso
