// SPDX-License-Identifier: Apache-2.0
#include "validate/compare/shift.h"

#include <algorithm>
#include <functional>

namespace hoso {

namespace {

constexpr int enough = 5;

using Fits = std::function<bool(std::size_t)>;

// The longest run of rows that fit with at least `enough` that differ as they stand.
std::optional<Shift> longest_run(const std::vector<ReportedRow>& rows, const Fits& fits,
                                 const std::string& column) {
    std::optional<Shift> best;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::size_t end = i;
        int wrong = 0;
        while (end < rows.size() && fits(end)) {
            wrong += rows[end].differs ? 1 : 0;
            ++end;
        }
        if (wrong >= enough && (!best || end - i > best->last - best->first + 1)) {
            best = Shift{i, end - 1, column};
        }
        if (end > i) i = end - 1;
    }
    if (!best) return best;
    // Rows at the ends that fit either way are no part of it.
    while (!rows[best->first].differs) ++best->first;
    while (!rows[best->last].differs) --best->last;
    return best;
}

const Tenths* average(const Datum* datum) {
    return datum ? std::get_if<Tenths>(&datum->value) : nullptr;
}

// The row shows what belongs to its neighbour.
bool whole_row_fits(const std::vector<ReportedRow>& rows, std::size_t i, int step) {
    const auto neighbour = static_cast<std::ptrdiff_t>(i) - step;
    if (neighbour < 0 || neighbour >= static_cast<std::ptrdiff_t>(rows.size())) return false;
    const Tenths* computed = average(rows[i].computed);
    const Tenths* reported = average(rows[static_cast<std::size_t>(neighbour)].reported);
    return computed && reported && *computed == *reported;
}

const Datum* cell_of(const std::vector<MarkIndex::Cell>& cells, const std::string& column) {
    for (const MarkIndex::Cell& cell : cells) {
        if (cell.column == column) return cell.datum;
    }
    return nullptr;
}

std::optional<Tenths> recomputed(const std::vector<MarkIndex::Cell>& cells,
                                 const std::string& column, const Datum* replacement) {
    TermMarks marks;
    for (const MarkIndex::Cell& cell : cells) {
        const Tenths* mark = average(cell.column == column ? replacement : cell.datum);
        if (!mark) continue;
        if (cell.column == "gk") {
            marks.gk = *mark;
        } else if (cell.column == "ck") {
            marks.ck = *mark;
        } else {
            marks.tx.push_back(*mark);
        }
    }
    return average_term(marks);
}

}  // namespace

MarkIndex::MarkIndex(const Tables& tables) {
    const auto found = tables.find("mark");
    if (found == tables.end() || found->second.rows.empty()) return;
    const Table& table = found->second;
    const std::size_t pupil = table.column("pupil"), subject = table.column("subject");
    const std::size_t term = table.column("term"), column = table.column("column");
    const std::size_t value = table.column("value");
    for (const auto& row : table.rows) {
        cells_[plain_text(row[pupil].value) + "|" + plain_text(row[subject].value) + "|" +
               plain_text(row[term].value)]
            .push_back({plain_text(row[column].value), &row[value]});
    }
}

const std::vector<MarkIndex::Cell>* MarkIndex::find(const std::string& pupil,
                                                    const std::string& subject,
                                                    const std::string& term) const {
    const auto found = cells_.find(pupil + "|" + subject + "|" + term);
    return found == cells_.end() ? nullptr : &found->second;
}

Location MarkIndex::where(const std::string& pupil, const std::string& subject,
                          const std::string& term, const std::string& column,
                          const Location& otherwise) const {
    const auto* cells = find(pupil, subject, term);
    const Datum* cell = cells && !column.empty() ? cell_of(*cells, column) : nullptr;
    return cell ? cell->where : otherwise;
}

std::optional<Shift> find_shift(const std::vector<ReportedRow>& rows, const MarkIndex& marks,
                                const std::string& subject, const std::string& term) {
    const auto wrong =
        std::count_if(rows.begin(), rows.end(), [](const ReportedRow& row) { return row.differs; });
    if (wrong < enough) return std::nullopt;
    for (const int step : {1, -1}) {
        const auto shift = longest_run(
            rows, [&](std::size_t i) { return whole_row_fits(rows, i, step); }, "");
        if (shift) return shift;
    }
    std::vector<const std::vector<MarkIndex::Cell>*> cells;
    for (const ReportedRow& row : rows) cells.push_back(marks.find(row.pupil, subject, term));
    for (const char* column : {"ck", "gk", "tx1", "tx2", "tx3", "tx4", "tx5"}) {
        for (const int step : {1, -1}) {
            // His own mark of this column stands in the neighbour's row.
            const auto fits = [&](std::size_t i) {
                const auto at = static_cast<std::ptrdiff_t>(i) + step;
                if (at < 0 || at >= static_cast<std::ptrdiff_t>(rows.size()) || !cells[i])
                    return false;
                const auto* other = cells[static_cast<std::size_t>(at)];
                const Datum* his = other ? cell_of(*other, column) : nullptr;
                const Tenths* reported = average(rows[i].reported);
                const auto again = his ? recomputed(*cells[i], column, his) : std::nullopt;
                return again && reported && *again == *reported;
            };
            auto shift = longest_run(rows, fits, column);
            if (!shift) continue;
            // The mark of the last pupil in the way of the shift was pushed out and is lost.
            if (step == 1 && shift->last + 1 < rows.size() && rows[shift->last + 1].differs) {
                ++shift->last;
            }
            if (step == -1 && shift->first > 0 && rows[shift->first - 1].differs) --shift->first;
            return shift;
        }
    }
    return std::nullopt;
}

}  // namespace hoso
