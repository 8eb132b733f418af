// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "corrections/corrections.h"
#include "corrections/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace rule = corrections_rule;

namespace {

constexpr char kBlank[] = "trống";

bool is_result(const std::string& column) {
    return !column.starts_with("tx") && column != "gk" && column != "ck";
}

std::string or_blank(const std::string& value) { return value.empty() ? kBlank : value; }

std::string term_words(const std::string& term) {
    return term == "HK1" ? "HKI" : term == "HK2" ? "HKII" : term;
}

Date day_of(const std::string& iso) { return parse_date(iso.substr(0, 10)).value_or(Date{}); }

// The cells of this export, blank ones too: where a mark that is gone used to stand.
std::map<MarkKey, Location> cells_of(const Tables& tables) {
    std::map<MarkKey, Location> cells;
    const auto found = tables.find("mark");
    if (found == tables.end()) return cells;
    const Table& marks = found->second;
    for (std::size_t row = 0; row < marks.rows.size(); ++row) {
        cells.emplace(MarkKey{marks.text(row, "pupil"), marks.text(row, "subject"),
                              marks.text(row, "term"), marks.text(row, "column")},
                      marks.at(row, "value").where);
    }
    return cells;
}

struct Entry : RegisterEntry {
    MarkKey key;
    std::string klass, name, subject_name;
};

class Comparison {
public:
    Comparison(const Job& job, const Tables& tables, const std::set<Location>& refused,
               Findings& findings)
        : refused_(refused), findings_(findings), cells_(cells_of(tables)) {
        std::set<std::string> classes;
        for (const ClassScope& klass : job.classes) classes.insert(klass.name);
        for (const std::string& term : {std::string("HK1"), std::string("HK2")}) {
            const bool due = std::find(job.run_periods.begin(), job.run_periods.end(), term) !=
                             job.run_periods.end();
            if (!due) continue;
            now_.merge(mark_book(tables, term, classes));
            terms_.insert(term);
        }
        for (const auto& [key, mark] : now_) {
            if (is_result(key.column)) continue;
            ++sheets_[{mark.klass, key.subject, key.term}];
            ++pupils_[{key.pupil, key.term}];
        }
        read_register(tables);
    }

    void against(const SealedBook& sealed) {
        if (terms_.count(sealed.term) == 0) return;
        std::map<std::pair<std::string, std::string>, int> gone;  // class, pupil → marks
        for (const auto& [key, mark] : sealed.marks) {
            const auto now = now_.find(key);
            const std::string value = now == now_.end() ? "" : now->second.value;
            if (value == mark.value) continue;
            if (is_result(key.column)) {
                if (now != now_.end()) note(sealed, key, mark, value, MarkChange::Kind::Result);
                continue;
            }
            if (pupils_.count({key.pupil, key.term}) == 0) {
                ++gone[{mark.klass, key.pupil}];
                continue;
            }
            if (value.empty() && sheets_.count({mark.klass, key.subject, key.term}) == 0) continue;
            corrected(sealed, key, mark, value);
        }
        for (const auto& [key, mark] : now_) {
            if (key.term != sealed.term || is_result(key.column) || sealed.marks.count(key) != 0) {
                continue;
            }
            SealedMark blank = mark;
            blank.value = blank.file = blank.sheet = blank.cell = "";
            note(sealed, key, blank, mark.value, MarkChange::Kind::Entered);
        }
        for (const auto& [who, count] : gone) {
            if (sheets_of_class(who.first, sealed.term) == 0) continue;
            const auto mark =
                std::find_if(sealed.marks.begin(), sealed.marks.end(),
                             [&](const auto& line) { return line.first.pupil == who.second; });
            findings_.add(rule::pupil_gone, {Location{}},
                          {{"class", who.first},
                           {"period", term_words(sealed.term)},
                           {"name", mark->second.name},
                           {"count", std::to_string(count)},
                           {"bundle", sealed.bundle}},
                          {who.first, who.second, sealed.term});
        }
    }

    // Entries that no change belongs to.
    void judge_entries(const std::vector<SealedBook>& sealed) {
        for (const auto& [key, entries] : register_) {
            if (changed_.count(key) != 0 || terms_.count(key.term) == 0) continue;
            const Entry& last = entries.back();
            const auto now = now_.find(key);
            const std::string value = now == now_.end() ? "" : now->second.value;
            if (last.agreed == "false" || is_refused(key)) continue;
            const SealedBook* book = nullptr;
            for (const SealedBook& candidate : sealed) {
                const bool covers = candidate.term == key.term && candidate.marks.count(key) != 0;
                if (covers) book = &candidate;
            }
            // A mark that is not yet what the register says is the business of validate.
            const bool after = book != nullptr && day_of(book->sealed_at) < last.date;
            if (after && value == last.new_value) {
                say(rule::entry_without_change, last, value, book->bundle);
            }
        }
    }

    std::vector<MarkChange> take() {
        std::stable_sort(changes_.begin(), changes_.end(),
                         [](const MarkChange& a, const MarkChange& b) {
                             if (a.bundle != b.bundle) return a.bundle < b.bundle;
                             if (a.klass != b.klass) return class_less(a.klass, b.klass);
                             return std::tie(a.key.subject, a.name, a.key.column) <
                                    std::tie(b.key.subject, b.name, b.key.column);
                         });
        return std::move(changes_);
    }

private:
    [[nodiscard]] bool is_refused(const MarkKey& key) const {
        const auto cell = cells_.find(key);
        return cell != cells_.end() && refused_.count(cell->second) != 0;
    }

    [[nodiscard]] std::size_t sheets_of_class(const std::string& klass,
                                              const std::string& term) const {
        return static_cast<std::size_t>(
            std::count_if(sheets_.begin(), sheets_.end(), [&](const auto& sheet) {
                return std::get<0>(sheet.first) == klass && std::get<2>(sheet.first) == term;
            }));
    }

    void read_register(const Tables& tables) {
        const auto found = tables.find("correction_entry");
        if (found == tables.end()) return;
        const Table& rows = found->second;
        std::map<std::string, std::string> subjects;
        for (const auto& [key, mark] : now_) subjects.emplace(key.subject, mark.subject_name);
        for (std::size_t row = 0; row < rows.rows.size(); ++row) {
            Entry entry;
            entry.where = rows.at(row, "column_text").where;
            if (const auto* day = std::get_if<Date>(&rows.at(row, "date").value)) entry.date = *day;
            entry.old_value = rows.text(row, "old");
            entry.new_value = rows.text(row, "new");
            entry.evidence = rows.text(row, "evidence");
            entry.agreed = rows.text(row, "agreed");
            entry.klass = rows.text(row, "class");
            entry.name = rows.text(row, "name");
            entry.key = {rows.text(row, "pupil"), rows.text(row, "subject"), rows.text(row, "term"),
                         rows.text(row, "column")};
            if (!understood(rows, row, entry)) continue;
            const auto subject = subjects.find(entry.key.subject);
            entry.subject_name =
                subject == subjects.end() ? rows.text(row, "subject_text") : subject->second;
            register_[entry.key].push_back(std::move(entry));
        }
        for (auto& [key, entries] : register_) {
            std::stable_sort(entries.begin(), entries.end(),
                             [](const Entry& a, const Entry& b) { return a.date < b.date; });
        }
    }

    bool understood(const Table& rows, std::size_t row, const Entry& entry) {
        if (!entry.key.term.empty() && terms_.count(entry.key.term) == 0) return false;  // not due
        const auto refuse = [&](const char* column, const char* what, const char* what_en) {
            const Datum& cell = rows.at(row, column);
            if (refused_.count(cell.where) != 0) return false;
            findings_.add(rule::entry_not_understood, {cell.where},
                          {{"what", what},
                           {"what_en", what_en},
                           {"value", plain_text(cell.value)},
                           {"class", entry.klass},
                           {"name", entry.name}},
                          {entry.klass, entry.key.pupil, entry.key.term});
            return false;
        };
        if (entry.key.subject.empty()) return refuse("subject_text", "tên môn", "the subject");
        if (entry.key.column.empty()) return refuse("column_text", "cột điểm", "the column");
        return !entry.key.pupil.empty();
    }

    MarkChange& note(const SealedBook& sealed, const MarkKey& key, const SealedMark& mark,
                     const std::string& value, MarkChange::Kind kind) {
        MarkChange change;
        change.kind = kind;
        change.key = key;
        change.klass = mark.klass;
        change.name = mark.name;
        change.subject_name = mark.subject_name;
        change.before = mark.value;
        change.now = value;
        const auto cell = cells_.find(key);
        if (cell != cells_.end()) change.where = cell->second;
        change.file = mark.file;
        change.sheet = mark.sheet;
        change.cell = mark.cell;
        change.bundle = sealed.bundle;
        changes_.push_back(std::move(change));
        return changes_.back();
    }

    // The entries lead from the sealed mark to this one, step by step.
    static bool explains(const std::vector<Entry>& entries, const std::string& before,
                         const std::string& now) {
        std::string expected = now;
        for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
            if (entry->new_value != expected) return false;
            if (entry->old_value == before) return true;
            expected = entry->old_value;
        }
        return false;
    }

    void corrected(const SealedBook& sealed, const MarkKey& key, const SealedMark& mark,
                   const std::string& value) {
        changed_.insert(key);
        MarkChange& change = note(sealed, key, mark, value, MarkChange::Kind::Corrected);
        if (is_refused(key)) return;
        const auto found = register_.find(key);
        std::map<std::string, std::string> args{{"class", mark.klass},
                                                {"subject", mark.subject_name},
                                                {"period", term_words(key.term)},
                                                {"column", column_title(key.column)},
                                                {"name", mark.name},
                                                {"old", or_blank(mark.value)},
                                                {"new", or_blank(value)},
                                                {"bundle", sealed.bundle}};
        const Scope scope{mark.klass, key.pupil, key.term};
        if (found == register_.end()) {
            findings_.add(rule::mark_changed, {change.where}, std::move(args), scope);
            return;
        }
        const Entry& last = found->second.back();
        if (!explains(found->second, mark.value, value)) {
            args["entry_old"] = or_blank(last.old_value);
            args["entry_new"] = or_blank(last.new_value);
            findings_.add(rule::entry_differs, {change.where, last.where}, std::move(args), scope);
            return;
        }
        change.entries.assign(found->second.begin(), found->second.end());
        if (last.agreed != "true") {
            findings_.add(rule::entry_not_agreed, {last.where, change.where}, std::move(args),
                          scope);
        }
    }

    void say(const Rule& what, const Entry& entry, const std::string& value,
             const std::string& bundle) {
        findings_.add(what, {entry.where},
                      {{"class", entry.klass},
                       {"subject", entry.subject_name},
                       {"period", term_words(entry.key.term)},
                       {"date", to_dmy(entry.date)},
                       {"column", column_title(entry.key.column)},
                       {"name", entry.name},
                       {"entry_old", or_blank(entry.old_value)},
                       {"entry_new", or_blank(entry.new_value)},
                       {"new", or_blank(value)},
                       {"bundle", bundle}},
                      {entry.klass, entry.key.pupil, entry.key.term});
    }

    const std::set<Location>& refused_;
    Findings& findings_;
    const std::map<MarkKey, Location> cells_;
    MarkBook now_;
    std::set<std::string> terms_;
    std::map<std::tuple<std::string, std::string, std::string>, int> sheets_;
    std::map<std::pair<std::string, std::string>, int> pupils_;  // with marks, by term
    std::map<MarkKey, std::vector<Entry>> register_;
    std::set<MarkKey> changed_;
    std::vector<MarkChange> changes_;
};

}  // namespace

std::string column_title(const std::string& column) {
    if (column == "average") return "ĐTBmhk";
    if (column == "overall") return "ĐTB các môn";
    if (column == "learning") return "Học lực";
    if (column == "conduct") return "Hạnh kiểm";
    if (column == "title") return "Danh hiệu";
    if (column == "gk") return "ĐĐGgk";
    if (column == "ck") return "ĐĐGck";
    return column.starts_with("tx") ? "ĐĐGtx (" + column.substr(2) + ")" : column;
}

std::vector<MarkChange> compare_marks(const Job& job, const Tables& tables,
                                      const std::vector<SealedBook>& sealed,
                                      const std::set<Location>& refused, Findings& findings) {
    Comparison comparison(job, tables, refused, findings);
    for (const SealedBook& book : sealed) comparison.against(book);
    comparison.judge_entries(sealed);
    return comparison.take();
}

}  // namespace hoso
