// SPDX-License-Identifier: Apache-2.0
//
// Column 5 against the attendance sheets (forms-and-practice 3.8): whoever misses every lesson of a
// day has missed the day, and the reverse.
#include <algorithm>
#include <map>
#include <set>

#include "validate/logbook/logbook.h"
#include "validate/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

// "Sùng A Páo (K), Lèo Kim Pâng (P)" → the names; "0", "Đủ", "Không", "/" → none.
std::vector<std::string> names_in(std::string text) {
    static constexpr std::string_view nobody[] = {"",  "0", "du", "khong",
                                                  "/", "-", "x",  "khong vang"};
    std::replace(text.begin(), text.end(), ';', ',');
    std::vector<std::string> names;
    for (const std::string& part : split(text, ',')) {
        const std::string name = clean(part.substr(0, part.find('(')));
        const std::string key = match_key(name);
        if (std::find(std::begin(nobody), std::end(nobody), key) == std::end(nobody)) {
            names.push_back(name_key(name));
        }
    }
    return names;
}

// By whole name or, where nobody else of the class has it, by given name. Namesakes are both
// meant: the book cannot tell them apart.
class Names {
public:
    Names(const Roll& roll, const std::string& klass) {
        for (const Pupil& pupil : roll.pupils) {
            if (!pupil.knows(klass)) continue;
            whole_[name_key(pupil.name)].push_back(&pupil);
            given_[name_key(given_name(pupil.name))].push_back(&pupil);
        }
    }
    [[nodiscard]] std::vector<const Pupil*> find(const std::string& key) const {
        const auto whole = whole_.find(key);
        if (whole != whole_.end()) return whole->second;
        const auto given = given_.find(key);
        return given != given_.end() && given->second.size() == 1 ? given->second
                                                                  : std::vector<const Pupil*>();
    }
    [[nodiscard]] bool shared(const Pupil& pupil) const {
        return whole_.at(name_key(pupil.name)).size() > 1;
    }

private:
    std::map<std::string, std::vector<const Pupil*>> whole_, given_;
};

struct Token {
    std::string sign;
    Location where;
};

struct Day {
    int lessons = 0;
    std::map<const Pupil*, int> absent;
    Location where;
    std::string term;
    bool understood = true;
};

class Comparer {
public:
    explicit Comparer(const Desk& desk) : desk_(desk), book_(*desk.rows_of("logbook")) {
        const Table& table = *desk.rows_of("attendance");
        const std::size_t klass = table.column("class"), month = table.column("month"),
                          day = table.column("day"), token = table.column("token"),
                          pupil = table.column("pupil");
        for (const std::vector<Datum>& row : table.rows) {
            const std::string of = plain_text(row[klass].value), id = plain_text(row[month].value);
            sheets_.insert({of, id});
            const auto* number = std::get_if<std::int64_t>(&row[day].value);
            const std::string sign = plain_text(row[token].value);
            if (!number || sign.empty()) continue;
            const std::string two = std::to_string(100 + *number).substr(1);
            tokens_[{of, id + "-" + two}][plain_text(row[pupil].value)] = {sign, row[token].where};
        }
        // A month without any absence has rows of totals only.
        if (const Table* totals = desk.rows_of("attendance_total")) {
            for (std::size_t row = 0; row < totals->rows.size(); ++row) {
                sheets_.insert({totals->text(row, "class"), totals->text(row, "month")});
            }
        }
    }

    void compare(const std::vector<LogWeek>& weeks) {
        std::map<std::string, std::map<Date, Day>> days;
        const std::size_t absent = book_.column("absent");
        for (const LogWeek& week : weeks) {
            const Names& names = names_of(week.klass->name);
            for (const Lesson& lesson : week.lessons) {
                if (!lesson.date.valid() || !desk_.setting.is_school_day(lesson.date)) continue;
                // Lessons of the other half-day are no part of the session (forms 3.8).
                if (match_key(lesson.session).find("trai") != std::string::npos ||
                    match_key(lesson.session) == "chieu") {
                    continue;
                }
                const Datum& cell = book_.rows[lesson.row][absent];
                Day& day = days[week.klass->name][lesson.date];
                if (++day.lessons == 1) day.where = cell.where;
                day.term = lesson.term;
                std::set<const Pupil*> there;
                for (const std::string& name : names_in(plain_text(cell.value))) {
                    const auto meant = names.find(name);
                    day.understood = day.understood && !meant.empty();
                    there.insert(meant.begin(), meant.end());
                }
                for (const Pupil* pupil : there) {
                    if (++day.absent[pupil] == 1 && !cell.empty())
                        places_[{pupil, lesson.date}] = cell.where;
                }
            }
        }
        for (const auto& [klass, of] : days) {
            for (const auto& [date, day] : of) compare_day(klass, date, day);
        }
    }

private:
    const Names& names_of(const std::string& klass) {
        const auto found = names_.find(klass);
        return found != names_.end()
                   ? found->second
                   : names_.emplace(klass, Names(desk_.roll, klass)).first->second;
    }

    void compare_day(const std::string& klass, Date date, const Day& day) {
        const std::string iso = to_iso(date);
        if (sheets_.count({klass, iso.substr(0, 7)}) == 0) return;
        const auto& tokens = tokens_[{klass, iso}];
        const Names& names = names_of(klass);
        for (const auto& [pupil, count] : day.absent) {
            if (count < day.lessons || names.shared(*pupil) || tokens.count(pupil->code) != 0)
                continue;
            desk_.findings.add(flaw::absent_in_log_only, {places_[{pupil, date}]},
                               {{"class", klass},
                                {"date", to_dmy(date)},
                                {"name", pupil->name},
                                {"count", std::to_string(count)}},
                               {klass, pupil->code, day.term, true});
        }
        if (!day.understood) return;  // he may be meant by a name that was not understood
        for (const auto& [code, token] : tokens) {
            const Pupil* pupil = desk_.roll.find(code);
            const bool session = token.sign == "P" || token.sign == "K";
            if (!pupil || !session || day.absent.count(pupil) != 0) continue;
            desk_.findings.add(flaw::absent_in_sheet_only, {token.where, day.where},
                               {{"class", klass},
                                {"date", to_dmy(date)},
                                {"name", pupil->name},
                                {"value", token.sign}},
                               {klass, pupil->code, day.term, true});
        }
    }

    const Desk& desk_;
    const Table& book_;
    std::set<std::pair<std::string, std::string>> sheets_;  // class, month
    std::map<std::pair<std::string, std::string>, std::map<std::string, Token>> tokens_;
    std::map<std::string, Names> names_;
    std::map<std::pair<const Pupil*, Date>, Location> places_;
};

}  // namespace

void check_log_absences(const Desk& desk, const std::vector<LogWeek>& weeks) {
    if (desk.rows_of("attendance")) Comparer(desk).compare(weeks);
}

}  // namespace hoso
