// SPDX-License-Identifier: Apache-2.0
#include "validate/people/identity.h"

#include <algorithm>

#include "validate/rules.h"

namespace hoso {

namespace {

constexpr std::size_t enough_for_a_shift = 5;

// The rows of a sheet that belong to one code cell.
struct Reference {
    std::string code, written;  // in SMAS; as it stands in the cell
    std::string name, year;
    Date birth_date;
    std::string klass;  // of the sheet or row; empty: not said
    Location where, where_name, where_birth;
};

class Matcher {
public:
    Matcher(const Roll& roll, Faults& faults, Findings& findings)
        : roll_(roll), faults_(faults), findings_(findings) {}

    void match(TypedSheet& sheet) {
        Table& table = sheet.table;
        if (table.find_column("pupil") < 0 || table.dataset == "pupil") return;
        strangers_.clear();
        rows_of_code_.clear();
        std::vector<char> keep(table.rows.size(), 1);
        Reference last;
        bool last_verdict = true;
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            Reference reference = read(sheet, row);
            // The cells of one sheet row stand together, once for each mark.
            const bool same =
                row > 0 && reference.where == last.where && reference.code == last.code;
            if (!same) last_verdict = judge(sheet, reference);
            keep[row] = last_verdict ? 1 : 0;
            last = std::move(reference);
        }
        report_strangers(sheet);
        std::size_t at = 0;
        const auto gone = std::remove_if(table.rows.begin(), table.rows.end(),
                                         [&](const auto&) { return keep[at++] == 0; });
        table.rows.erase(gone, table.rows.end());
    }

    // One note for a class, however many files spell the names otherwise; one error for a pupil,
    // however many files do not know him.
    void report() {
        for (auto& [id, pending] : pending_) {
            findings_.add(*pending.rule, std::move(pending.places), std::move(pending.args),
                          std::move(pending.scopes));
        }
        for (const auto& [klass, spelling] : spellings_) {
            findings_.add(flaw::name_spelling, spelling.places,
                          {{"class", klass},
                           {"count", std::to_string(spelling.pupils.size())},
                           {"value", spelling.value},
                           {"name", spelling.name}},
                          {klass, "", "", true});
        }
    }

    void note_spelling(const Pupil& pupil, const std::string& value, const Location& where) {
        Spelling& spelling = spellings_[pupil.klass()];
        if (!spelling.pupils.insert(pupil.code).second) return;
        if (spelling.pupils.size() > 1) return;
        spelling.value = value;
        spelling.name = pupil.name;
        spelling.places = {where, pupil.where};
    }

private:
    struct Stranger {
        Reference reference;
        const Pupil* pupil;  // by code
    };
    // A finding that more places may join.
    struct Pending {
        const Rule* rule = nullptr;
        std::vector<Location> places;
        std::map<std::string, std::string> args;
        std::vector<Scope> scopes;

        void touch(Scope scope) {
            if (std::find(scopes.begin(), scopes.end(), scope) == scopes.end()) {
                scopes.push_back(std::move(scope));
            }
        }
    };
    struct Spelling {
        std::set<std::string> pupils;
        std::string value, name;
        std::vector<Location> places;
    };

    Reference read(const TypedSheet& sheet, std::size_t row) const {
        const Table& table = sheet.table;
        Reference reference;
        const auto cell = [&](const char* name) -> const Datum* {
            const int column = table.find_column(name);
            return column < 0 ? nullptr : &table.rows[row][static_cast<std::size_t>(column)];
        };
        reference.where = cell("pupil")->where;
        reference.code = reference.written = plain_text(cell("pupil")->value);
        if (const auto& other = cell("pupil")->derivation) reference.written = other->formula;
        if (const Datum* name = cell("name")) {
            reference.name = plain_text(name->value);
            reference.where_name = name->where;
        }
        if (const Datum* day = cell("birth_date")) {
            if (const auto* date = std::get_if<Date>(&day->value)) reference.birth_date = *date;
            reference.where_birth = day->where;
        }
        const bool earlier = table.dataset.compare(0, 8, "earlier_") == 0;
        if (const Datum* year = earlier ? cell("year") : nullptr) {
            reference.year = plain_text(year->value);
        } else if (const Datum* klass = cell("class")) {
            reference.klass = plain_text(klass->value);
        }
        return reference;
    }

    bool judge(const TypedSheet& sheet, const Reference& reference) {
        // Two tables of one sheet (marks and averages) hold the same code cells.
        const auto known = verdicts_.find({reference.where.origin.get(), reference.where.row});
        if (known != verdicts_.end()) return known->second;
        const bool verdict = examine(sheet, reference);
        verdicts_[{reference.where.origin.get(), reference.where.row}] = verdict;
        return verdict;
    }

    bool examine(const TypedSheet& sheet, const Reference& reference) {
        const Pupil* pupil = reference.code.empty() ? nullptr : roll_.find(reference.code);
        if (!pupil) {
            not_found(sheet, reference);
            return false;
        }
        // Where the list lacks the name, that is the mistake.
        const bool named = !reference.name.empty() && !pupil->name.empty();
        if (named && reference.name != pupil->name) {
            if (name_key(reference.name) != pupil->name_key) {
                strangers_.push_back({reference, pupil});
                return false;
            }
            note_spelling(*pupil, reference.name, reference.where_name);
        }
        if (!right_class(sheet, *pupil, reference)) return false;
        if (one_row_each(sheet) && !only_once(sheet, *pupil, reference)) return false;
        check_birth_date(*pupil, reference);
        return true;
    }

    Scope scope_of(const TypedSheet& sheet, const std::string& pupil = "") const {
        return {sheet.klass ? sheet.klass->name : "", pupil, sheet.term, false, sheet.form()};
    }

    // Whoever is meant by this row is not missing from the sheet, he is merely not recognised.
    void remember(const Rule& because, const TypedSheet& sheet, const std::string& pupil) {
        faults_.add(because,
                    {"unmatched", pupil, sheet.source->origin->file, sheet.source->origin->sheet});
    }

    void not_found(const TypedSheet& sheet, const Reference& reference) {
        if (namesakes(sheet, reference)) return;
        const Pupil* meant = roll_.unique(reference.name, reference.birth_date);
        const bool missing = reference.code.empty();
        remember(missing ? flaw::code_missing : flaw::unknown_code, sheet,
                 meant ? meant->code : "");
        if (faults_.has({"refused", describe(reference.where)})) return;
        if (faults_.has({"unlisted", reference.code})) return;
        if (faults_.has({"shadowed", name_key(reference.name)})) return;
        Scope scope = scope_of(sheet, meant ? meant->code : "");
        if (scope.klass.empty()) scope.klass = meant ? meant->klass() : reference.klass;
        // A pupil whom the list does not have is missing from it once, not in each file.
        const std::string id =
            missing ? describe(reference.where) : reference.code + "|" + reference.name;
        Pending& pending = pending_[id];
        pending.places.push_back(reference.where);
        pending.touch(std::move(scope));
        if (pending.rule) return;
        pending.rule = missing ? &flaw::code_missing : &flaw::unknown_code;
        pending.args = {{"pupil", reference.code}, {"name", reference.name}, {"proposal", ""}};
        if (meant) {
            pending.args["proposal"] = "; em " + meant->name + " lớp " + meant->klass() +
                                       " có cùng họ tên, ngày sinh và mang mã " + meant->code;
        }
    }

    // Twins by name and birth date: a person must say whose row it is.
    bool namesakes(const TypedSheet& sheet, const Reference& reference) {
        if (!reference.birth_date.valid()) return false;
        const auto pupils = roll_.of_name(reference.name, reference.birth_date);
        if (pupils.size() < 2) return false;
        Pending& pending = pending_[describe(reference.where)];
        pending.rule = &flaw::namesakes;
        pending.places = {reference.where};
        std::string codes;
        for (const Pupil* pupil : pupils) {
            remember(flaw::namesakes, sheet, pupil->code);
            codes += (codes.empty() ? "" : ", ") + pupil->code + " (lớp " + pupil->klass() + ")";
            pending.places.push_back(pupil->where);
            pending.touch({pupil->klass(), pupil->code, sheet.term, false, sheet.form()});
        }
        pending.args = {{"name", reference.name},
                        {"birth_date", to_dmy(reference.birth_date)},
                        {"count", std::to_string(pupils.size())},
                        {"codes", codes}};
        return true;
    }

    // Decisions, visits and loans of one pupil may be many.
    static bool one_row_each(const TypedSheet& sheet) {
        return has_own_checks(sheet.table.dataset) && sheet.table.dataset != "decision";
    }

    bool right_class(const TypedSheet& sheet, const Pupil& pupil, const Reference& reference) {
        if (reference.klass.empty() || pupil.knows(reference.klass)) return true;
        if (!faults_.has({"wrong-class", pupil.code, reference.klass})) {
            faults_.add(flaw::pupil_in_wrong_class, {"wrong-class", pupil.code, reference.klass});
            findings_.add(flaw::pupil_in_wrong_class, {reference.where, pupil.where},
                          {{"name", pupil.name},
                           {"pupil", pupil.code},
                           {"class", reference.klass},
                           {"other", pupil.klass()}},
                          {reference.klass, pupil.code, "", false, sheet.form()});
        }
        return false;
    }

    bool only_once(const TypedSheet& sheet, const Pupil& pupil, const Reference& reference) {
        const auto [first, fresh] =
            rows_of_code_.try_emplace(pupil.code + "|" + reference.year, reference.where);
        if (fresh || first->second == reference.where) return true;
        findings_.add(flaw::pupil_twice_in_sheet, {reference.where, first->second},
                      {{"pupil", pupil.code},
                       {"name", pupil.name},
                       {"first", std::to_string(first->second.row)},
                       {"row", std::to_string(reference.where.row)}},
                      {pupil.klass(), pupil.code, sheet.term, false, sheet.form()});
        return false;
    }

    void check_birth_date(const Pupil& pupil, const Reference& reference) {
        if (!reference.birth_date.valid() || !pupil.birth_date.valid()) return;
        if (reference.birth_date == pupil.birth_date) return;
        // The same wrong date in twenty exports of one system is one mistake.
        if (!faults_.first({"birth", pupil.code, to_iso(reference.birth_date)})) return;
        findings_.add(flaw::birth_date_differs, {reference.where_birth, pupil.where_birth},
                      {{"class", pupil.klass()},
                       {"name", pupil.name},
                       {"pupil", pupil.code},
                       {"value", to_dmy(reference.birth_date)},
                       {"expected", to_dmy(pupil.birth_date)}},
                      {pupil.klass(), pupil.code, "", false});
    }

    // Codes that belong to other names: one by one, or all together when a column has slipped.
    void report_strangers(const TypedSheet& sheet) {
        const bool shifted = strangers_.size() >= enough_for_a_shift;
        const Rule& rule = shifted ? flaw::codes_shifted : flaw::name_differs;
        for (const Stranger& stranger : strangers_) {
            remember(rule, sheet, stranger.pupil->code);
            const Reference& reference = stranger.reference;
            if (const Pupil* meant = roll_.unique(reference.name, reference.birth_date)) {
                remember(rule, sheet, meant->code);
            }
        }
        if (shifted) {
            const Reference &first = strangers_.front().reference,
                            &last = strangers_.back().reference;
            findings_.add(flaw::codes_shifted, {first.where, last.where},
                          {{"first", std::to_string(first.where.row)},
                           {"last", std::to_string(last.where.row)},
                           {"count", std::to_string(strangers_.size())}},
                          scope_of(sheet));
            return;
        }
        for (const Stranger& stranger : strangers_) {
            const Pupil& pupil = *stranger.pupil;
            // Whose row it is, is not settled: neither of the two, nor the class that the file
            // speaks of, may be signed.
            const Reference& reference = stranger.reference;
            const Pupil* meant = roll_.unique(reference.name, reference.birth_date);
            const std::string& said = sheet.klass ? sheet.klass->name : reference.klass;
            Pending& pending = pending_[pupil.code + "|" + reference.name + "|" + said];
            pending.places.push_back(reference.where_name);
            pending.touch(
                {said.empty() ? pupil.klass() : said, pupil.code, sheet.term, false, sheet.form()});
            if (meant)
                pending.touch({meant->klass(), meant->code, sheet.term, false, sheet.form()});
            if (pending.rule) continue;
            pending.rule = &flaw::name_differs;
            pending.places.push_back(pupil.where);
            pending.args = {{"pupil", reference.written},
                            {"value", reference.name},
                            {"class", pupil.klass()},
                            {"name", pupil.name}};
        }
    }

    const Roll& roll_;
    Faults& faults_;
    Findings& findings_;
    std::vector<Stranger> strangers_;
    std::unordered_map<std::string, Location> rows_of_code_;
    std::map<std::pair<const Origin*, std::uint32_t>, bool> verdicts_;
    std::map<std::string, Spelling> spellings_;
    std::map<std::string, Pending> pending_;
};

}  // namespace

void match_references(const Roll& roll, std::vector<TypedSheet>& sheets, Faults& faults,
                      Findings& findings) {
    Matcher matcher(roll, faults, findings);
    for (TypedSheet& sheet : sheets) matcher.match(sheet);
    for (const Spelled& name : spelled_in_csdl(roll, sheets)) {
        matcher.note_spelling(*name.pupil, name.value, name.where);
    }
    matcher.report();
}

}  // namespace hoso
