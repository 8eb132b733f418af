// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "validate/people/identity.h"
#include "validate/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

// "H'Mông", "HMông" and "Mông" name one people.
std::string ethnic_key(const std::string& text) {
    std::string key = squeezed(text);
    if (key == "hmong") key = "mong";
    return key;
}

bool twelve_digits(const std::string& text) {
    return text.size() == 12 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

using PupilIndex = std::unordered_map<std::string, const Pupil*>;

const Pupil* look_up(const PupilIndex& index, const std::string& value) {
    const auto found = index.find(value);
    return found == index.end() ? nullptr : found->second;
}

PupilIndex index_by(const Roll& roll, const char* column) {
    PupilIndex index;
    for (const Pupil& pupil : roll.pupils) {
        const std::string value = roll.list.text(pupil.stays.back().row, column);
        if (!value.empty()) index.emplace(value, &pupil);
    }
    return index;
}

class Comparer {
public:
    Comparer(const Roll& roll, Faults& faults, Findings& findings)
        : roll_(roll),
          faults_(faults),
          findings_(findings),
          by_moet_(index_by(roll, "moet_code")),
          by_number_(index_by(roll, "personal_id")) {}

    void compare(const TypedSheet& sheet) {
        table_ = &sheet.table;
        for (row_ = 0; row_ < table_->rows.size(); ++row_) compare_row();
    }

    void finish() {
        for (const Pupil& pupil : roll_.pupils) {
            const std::string number = roll_.list.text(pupil.stays.back().row, "personal_id");
            const Location& where = roll_.list.at(pupil.stays.back().row, "personal_id").where;
            if (!number.empty()) check_digits(pupil, number, where);
            const bool listed = classes_.count(pupil.klass()) != 0;
            if (!listed || seen_.count(&pupil) != 0 || pupil.left.valid()) continue;
            findings_.add(flaw::not_in_csdl, {pupil.where}, args(pupil), scope(pupil));
        }
        for (const auto& [klass, spelling] : ethnic_) {
            findings_.add(flaw::ethnicity_spelling, {spelling.where},
                          {{"class", klass},
                           {"count", std::to_string(spelling.count)},
                           {"value", spelling.value},
                           {"expected", spelling.expected}},
                          {klass, "", "", true});
        }
    }

private:
    struct Seen {
        Location where;
        std::string klass;
    };
    struct EthnicSpelling {
        int count = 0;
        std::string value, expected;
        Location where;
    };

    [[nodiscard]] std::string text(const char* column) const { return table_->text(row_, column); }
    [[nodiscard]] const Location& place(const char* column) const {
        return table_->at(row_, column).where;
    }
    [[nodiscard]] std::string listed(const Pupil& pupil, const char* column) const {
        return roll_.list.text(pupil.stays.back().row, column);
    }
    [[nodiscard]] const Location& listed_at(const Pupil& pupil, const char* column) const {
        return roll_.list.at(pupil.stays.back().row, column).where;
    }
    static std::map<std::string, std::string> args(const Pupil& pupil) {
        return {{"class", pupil.klass()}, {"name", pupil.name}, {"pupil", pupil.code}};
    }
    static Scope scope(const Pupil& pupil) { return {pupil.klass(), pupil.code, "", false}; }

    void compare_row() {
        const std::string klass = text("class"), moet = text("moet_code");
        classes_.insert(klass);
        const Pupil* pupil = look_up(by_moet_, moet);
        if (!pupil) pupil = look_up(by_number_, text("personal_id"));
        if (!pupil) return unknown(klass, moet);
        const auto [first, fresh] = seen_.try_emplace(pupil, Seen{place("moet_code"), klass});
        if (!fresh) return twice(*pupil, klass, first->second);
        if (!pupil->knows(klass) && !faults_.has({"wrong-class", pupil->code, klass})) {
            pending_[pupil] = klass;
        }
        compare_person(*pupil);
    }

    void unknown(const std::string& klass, const std::string& moet) {
        if (is_refused(faults_, table_->at(row_, "moet_code"))) return;
        if (match_key(text("status")).compare(0, 9, "chuyen di") == 0) return;
        if (faults_.has({"shadowed", name_key(text("name"))})) return;
        findings_.add(flaw::only_in_csdl, {place("moet_code")},
                      {{"class", klass}, {"name", text("name")}, {"value", moet}},
                      {klass, "", "", false});
    }

    void twice(const Pupil& pupil, const std::string& klass, const Seen& first) {
        const Seen here{place("moet_code"), klass};
        pending_.erase(&pupil);
        // The list that SMAS contradicts is the one to mend.
        const bool own = pupil.knows(klass);
        const Seen &wrong = own ? first : here, &right = own ? here : first;
        findings_.add(flaw::pupil_in_two_classes, {wrong.where, right.where},
                      {{"name", pupil.name},
                       {"pupil", pupil.code},
                       {"class", wrong.klass},
                       {"other", right.klass}},
                      scope(pupil));
    }

    void compare_person(const Pupil& pupil) {
        if (pupil.name.empty() || is_refused(faults_, table_->at(row_, "name"))) return;
        if (name_key(text("name")) != pupil.name_key) {
            auto named = args(pupil);
            named["value"] = text("name");
            findings_.add(flaw::name_differs, {place("name"), pupil.where}, std::move(named),
                          scope(pupil));
            return;  // perhaps another person: the rest would say the same again
        }
        birth_date(pupil);
        differs(flaw::sex_differs, pupil, "sex");
        ethnicity(pupil);
        number(pupil);
    }

    void birth_date(const Pupil& pupil) {
        const auto* date = std::get_if<Date>(&table_->at(row_, "birth_date").value);
        if (!date || !pupil.birth_date.valid() || *date == pupil.birth_date) return;
        if (!faults_.first({"birth", pupil.code, to_iso(*date)})) return;
        auto named = args(pupil);
        named["value"] = to_dmy(*date);
        named["expected"] = to_dmy(pupil.birth_date);
        findings_.add(flaw::birth_date_differs, {place("birth_date"), pupil.where_birth},
                      std::move(named), scope(pupil));
    }

    void differs(const Rule& rule, const Pupil& pupil, const char* column) {
        const std::string value = text(column), expected = listed(pupil, column);
        if (value.empty() || expected.empty() || value == expected) return;
        auto named = args(pupil);
        named["value"] = value;
        named["expected"] = expected;
        findings_.add(rule, {place(column), listed_at(pupil, column)}, std::move(named),
                      scope(pupil));
    }

    void ethnicity(const Pupil& pupil) {
        const std::string value = text("ethnicity"), expected = listed(pupil, "ethnicity");
        if (value.empty() || expected.empty() || value == expected) return;
        if (ethnic_key(value) != ethnic_key(expected)) {
            return differs(flaw::ethnicity_differs, pupil, "ethnicity");
        }
        EthnicSpelling& spelling = ethnic_[pupil.klass()];
        if (spelling.count++ == 0) {
            spelling.value = value;
            spelling.expected = expected;
            spelling.where = place("ethnicity");
        }
    }

    void number(const Pupil& pupil) {
        const std::string value = text("personal_id"), expected = listed(pupil, "personal_id");
        if (value.empty()) return;
        if (!check_digits(pupil, value, place("personal_id"))) return;
        if (expected.empty() || value == expected || !twelve_digits(expected)) return;
        differs(flaw::personal_id_differs, pupil, "personal_id");
    }

    // Số định danh cá nhân: digits 4 = century and sex (2 nam, 3 nữ: born 2000 to 2099), 5–6 = year
    // of birth. Gives false when there is something to say.
    bool check_digits(const Pupil& pupil, const std::string& number, const Location& where) {
        const std::pair<std::string, std::string> id{pupil.code, number};
        if (const auto known = numbers_.find(id); known != numbers_.end()) return known->second;
        bool& good = numbers_[id];
        auto named = args(pupil);
        named["value"] = number;
        if (!twelve_digits(number)) {
            findings_.add(flaw::personal_id_malformed, {where}, std::move(named), scope(pupil));
            return good = false;
        }
        const std::string sex = listed(pupil, "sex");
        if (!pupil.birth_date.valid() || sex.empty()) return good = true;
        const int year = pupil.birth_date.year;
        const int expected = 2 * ((year - 1900) / 100) + (sex == "Nữ" ? 1 : 0);
        named["expected"] = sex;
        named["year"] = std::to_string(year);
        if (number[3] - '0' != expected) {
            findings_.add(flaw::personal_id_sex, {where}, std::move(named), scope(pupil));
            return good = false;
        }
        const std::string digits = number.substr(4, 2);
        if (digits != named["year"].substr(2)) {
            named["digits"] = digits;
            named["expected"] = to_dmy(pupil.birth_date);
            findings_.add(flaw::personal_id_year, {where}, std::move(named), scope(pupil));
            return good = false;
        }
        return good = true;
    }

public:
    // In the CSDL list of a class that SMAS does not put him in, and in no other.
    void report_wrong_classes() {
        for (const auto& [pupil, klass] : pending_) {
            findings_.add(flaw::pupil_in_wrong_class, {seen_.at(pupil).where, pupil->where},
                          {{"name", pupil->name},
                           {"pupil", pupil->code},
                           {"class", klass},
                           {"other", pupil->klass()}},
                          scope(*pupil));
        }
    }

private:
    const Roll& roll_;
    Faults& faults_;
    Findings& findings_;
    PupilIndex by_moet_, by_number_;
    const Table* table_ = nullptr;
    std::size_t row_ = 0;
    std::set<std::string> classes_;
    std::map<const Pupil*, Seen> seen_;
    std::map<const Pupil*, std::string> pending_;  // findings are sorted later
    std::map<std::pair<std::string, std::string>, bool> numbers_;
    std::map<std::string, EthnicSpelling> ethnic_;
};

}  // namespace

std::vector<Spelled> spelled_in_csdl(const Roll& roll, const std::vector<TypedSheet>& sheets) {
    std::vector<Spelled> names;
    const auto by_moet = index_by(roll, "moet_code");
    for (const TypedSheet& sheet : sheets) {
        if (sheet.table.dataset != "pupil_csdl") continue;
        for (std::size_t row = 0; row < sheet.table.rows.size(); ++row) {
            const Pupil* pupil = look_up(by_moet, sheet.table.text(row, "moet_code"));
            const std::string name = sheet.table.text(row, "name");
            if (!pupil || name == pupil->name || name_key(name) != pupil->name_key) continue;
            names.push_back({pupil, name, sheet.table.at(row, "name").where});
        }
    }
    return names;
}

void compare_csdl(const Roll& roll, const std::vector<TypedSheet>& sheets, Faults& faults,
                  Findings& findings) {
    Comparer comparer(roll, faults, findings);
    for (const TypedSheet& sheet : sheets) {
        if (sheet.table.dataset == "pupil_csdl") comparer.compare(sheet);
    }
    comparer.report_wrong_classes();
    comparer.finish();
}

}  // namespace hoso
