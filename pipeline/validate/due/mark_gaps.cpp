// SPDX-License-Identifier: Apache-2.0
//
// A blank, a dash, a V in a cell that is due is one of many things, and only a written decision
// says which (TT26/2020 Điều 8, TT22/2021 Điều 7).
#include "validate/due/mark_gaps.h"

#include <algorithm>

#include "validate/rules.h"
#include "validate/typing/mark_value.h"

namespace hoso {

GapFinder::GapFinder(const std::vector<Decision>& decisions, Faults& faults, Findings& findings)
    : faults_(faults), findings_(findings) {
    for (const Decision& decision : decisions) decisions_[decision.pupil].push_back(&decision);
}

const Decision* GapFinder::decision_on(const Pupil& pupil, const MarkSheet& sheet,
                                       const std::string& column) const {
    const auto found = decisions_.find(pupil.code);
    if (found == decisions_.end()) return nullptr;
    for (const Decision* decision : found->second) {
        if (decision->ruling == Ruling::Verdict) continue;
        if (decision->covers(sheet.subject->code, sheet.term->id, column)) return decision;
    }
    return nullptr;
}

bool GapFinder::spoiled(const Pupil& pupil, const MarkSheet& sheet,
                        const std::string& column) const {
    return faults_.has({"cell", pupil.code, sheet.subject->code, sheet.term->id, column});
}

std::set<std::string> GapFinder::find_empty_columns(const MarkSheet& sheet,
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
    const auto due = static_cast<std::size_t>(sheet.required());
    std::size_t regular = 0;
    for (const auto& [column, count] : all) {
        if (column.compare(0, 2, "tx") == 0 && counts[column] < count) ++regular;
    }
    // A column that the sheet does not even have.
    std::size_t columns = 0;
    for (const auto& [column, count] : all) columns += column.compare(0, 2, "tx") == 0 ? 1 : 0;
    std::vector<std::string> absent;
    for (const char* column : {"gk", "ck"}) {
        if (!all.empty() && due > 0 && all.count(column) == 0) absent.emplace_back(column);
    }
    for (std::size_t i = columns + 1; !all.empty() && i <= due; ++i) {
        absent.push_back("tx" + std::to_string(i));
        ++regular;
    }
    for (const std::string& column : absent) {
        empty.insert(column);
        findings_.add(flaw::empty_mark_column, {{sheet.origin, 0, 0}},
                      {{"class", sheet.klass->name},
                       {"subject", sheet.subject->name},
                       {"period", period_short(sheet.term->id)},
                       {"column", column_words(column)},
                       {"count", std::to_string(sheet.rows.size())}},
                      {sheet.klass->name, "", sheet.term->id, false});
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

Gap GapFinder::gap_of(const MarkSheet& sheet, const Pupil& pupil,
                      const std::vector<MarkCell>& cells,
                      const std::set<std::string>& empty_columns) {
    Gap gap;
    gap.required = sheet.required();
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
    for (const std::string& column : empty_columns) {
        const bool there = std::any_of(cells.begin(), cells.end(),
                                       [&](const MarkCell& cell) { return cell.column == column; });
        if (!there && column.compare(0, 2, "tx") == 0) ++gap.regular;
    }
    const int lacking = gap.required - gap.regular;
    // Signs such as "V" first: they mark the cells that somebody left open.
    std::stable_partition(blank_regular.begin(), blank_regular.end(),
                          [](const MarkCell* cell) { return cell->datum->derivation != nullptr; });
    for (int i = 0; i < lacking && i < static_cast<int>(blank_regular.size()); ++i) {
        gap.blank.insert(gap.blank.begin() + i, blank_regular[static_cast<std::size_t>(i)]);
    }
    drop_decided(sheet, pupil, gap);
    return gap;
}

void GapFinder::drop_decided(const MarkSheet& sheet, const Pupil& pupil, Gap& gap) {
    const auto decided = [&](const MarkCell* cell) {
        const Decision* decision = decision_on(pupil, sheet, cell->column);
        if (!decision) return false;
        if (decision->ruling == Ruling::MakeUp) {
            auto args = mark_args(sheet, pupil);
            args["value"] = decision->text;
            args["columns"] = column_words(cell->column);
            findings_.add(flaw::makeup_pending, {cell->datum->where, decision->where},
                          std::move(args), mark_scope(sheet, pupil));
        }
        return true;
    };
    const bool before = gap.blank.empty();
    gap.blank.erase(std::remove_if(gap.blank.begin(), gap.blank.end(), decided), gap.blank.end());
    if (!before && gap.blank.empty()) {
        faults_.settle({"marks", pupil.code, sheet.subject->code, sheet.term->id});
    }
}

// "M" or "Miễn" in a mark cell.
bool GapFinder::exempt(const MarkSheet& sheet, const Pupil& pupil,
                       const std::vector<MarkCell>& cells) {
    for (const MarkCell& cell : cells) {
        const auto* text = std::get_if<std::string>(&cell.datum->value);
        if (!text || !is_exempt(*text)) continue;
        const Decision* decision = decision_on(pupil, sheet, "");
        faults_.settle({"marks", pupil.code, sheet.subject->code, sheet.term->id});
        const bool allowed = sheet.klass->pack != "tt22" || pupil.inclusive;
        if (decision && allowed) return true;
        if (faults_.has({"exempt", pupil.code, sheet.subject->code})) return true;
        const Rule& rule = allowed ? flaw::exempt_without_decision : flaw::exempt_not_allowed;
        faults_.add(rule, {"exempt", pupil.code, sheet.subject->code});
        auto args = mark_args(sheet, pupil);
        args["value"] = *text;
        if (!faults_.first({rule.id, pupil.code, sheet.subject->code})) return true;
        findings_.add(rule, {cell.datum->where}, std::move(args), mark_scope(sheet, pupil));
        return true;
    }
    return false;
}

void GapFinder::report(const MarkSheet& sheet, const Pupil& pupil, const Gap& gap) {
    if (gap.blank.empty()) return;
    faults_.add(pupil.inclusive ? flaw::no_mark_of_inclusive_pupil : flaw::missing_mark,
                {"marks", pupil.code, sheet.subject->code, sheet.term->id});
    auto args = mark_args(sheet, pupil);
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
                  std::move(places), std::move(args), mark_scope(sheet, pupil));
}

void GapFinder::surplus(const MarkSheet& sheet, const std::vector<const Pupil*>& pupils) {
    const int required = sheet.required();
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

}  // namespace hoso
