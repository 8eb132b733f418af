// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "validate/rules.h"
#include "validate/tables/calendar.h"

namespace hoso {

namespace {

struct Lesson {
    std::string teacher;
    Date from, to;
    Location where;
};

using Key = std::pair<std::string, std::string>;  // class, subject

Datum plain(Scalar value) { return {std::move(value), {}, nullptr}; }

bool teaches_in(const Lesson& lesson, const Period& term) {
    return !(term.to < lesson.from) && (!lesson.to.valid() || !(lesson.to < term.from));
}

// "từ 06/09/2021 đến 30/10/2021"; empty for somebody who taught the whole term.
std::string since(const Lesson& lesson, const Period& term) {
    std::string text;
    if (term.from < lesson.from) text = "từ " + to_dmy(lesson.from);
    if (lesson.to.valid() && lesson.to < term.to) {
        text += (text.empty() ? "" : " ") + ("đến " + to_dmy(lesson.to));
    }
    return text;
}

std::map<Key, std::vector<Lesson>> read_lessons(const Tables& tables) {
    std::map<Key, std::vector<Lesson>> lessons;
    const auto found = tables.find("assignment");
    if (found == tables.end()) return lessons;
    const Table& table = found->second;
    const auto day = [&](std::size_t row, const char* column) {
        const auto* date = std::get_if<Date>(&table.at(row, column).value);
        return date ? *date : Date{};
    };
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        lessons[{table.text(row, "class"), table.text(row, "subject")}].push_back(
            {table.text(row, "teacher"), day(row, "from"), day(row, "to"),
             table.at(row, "teacher").where});
    }
    return lessons;
}

class Timetable {
public:
    Timetable(const Setting& setting, const Tables& tables, Findings& findings)
        : setting_(setting), findings_(findings), lessons_(read_lessons(tables)) {
        const auto found = tables.find("assignment");
        assigned_ = found != tables.end() && !found->second.rows.empty();
    }

    // A mark sheet names its teacher, too.
    void compare(const TypedSheet& sheet) {
        if (sheet.table.dataset != "mark" || !sheet.klass || !sheet.subject) return;
        const std::string& named = sheet.source->teacher;
        const Period* term = setting_.period(sheet.term);
        if (named.empty() || !term) return;
        const Key key{sheet.klass->name, sheet.subject->code};
        if (!assigned_) {
            lessons_[key].push_back({named, term->from, term->to, sheet.source->title});
            return;
        }
        const auto found = lessons_.find(key);
        if (found == lessons_.end()) return;  // teacher-missing says so
        std::string expected;
        for (const Lesson& lesson : found->second) {
            if (!teaches_in(lesson, *term)) continue;
            if (named.find(lesson.teacher) != std::string::npos) return;
            expected += (expected.empty() ? "" : ", ") + lesson.teacher;
        }
        if (expected.empty()) return;
        findings_.add(flaw::teacher_differs, {sheet.source->title},
                      {{"class", sheet.klass->name},
                       {"subject", sheet.subject->name},
                       {"period", period_short(sheet.term)},
                       {"value", named},
                       {"expected", expected}},
                      {sheet.klass->name, "", sheet.term, false});
    }

    void check_complete(const Tables& tables) {
        if (!assigned_) return;
        const auto subjects = tables.find("subject");
        if (subjects == tables.end()) return;
        const Table& table = subjects->second;
        for (const ClassSetting& klass : setting_.classes()) {
            // A class that the assignment does not know at all has a note of its own.
            if (!knows(klass.name)) continue;
            for (const Period* term : setting_.terms()) {
                const char* due = term->id == "HK1" ? "tx_hk1" : "tx_hk2";
                std::string missing;
                for (std::size_t row = 0; row < table.rows.size(); ++row) {
                    if (table.text(row, "grade") != std::to_string(klass.grade)) continue;
                    if (table.text(row, "taught") != "true" || table.text(row, due) == "0")
                        continue;
                    if (taught(klass.name, table.text(row, "subject"), *term)) continue;
                    missing += (missing.empty() ? "" : ", ") + table.text(row, "name");
                }
                if (missing.empty()) continue;
                findings_.add(flaw::teacher_missing, {Location{}},
                              {{"class", klass.name},
                               {"period", period_short(term->id)},
                               {"subject", missing}},
                              {klass.name, "", term->id, false});
            }
        }
    }

    void write(Tables& tables) const {
        Table teachers{"teacher", {"class", "subject", "names"}, {}};
        Table each{"subject_teacher", {"class", "subject", "term", "teacher", "since"}, {}};
        for (const auto& [key, lessons] : lessons_) {
            std::string names;
            std::vector<std::string> seen;
            for (const Lesson& lesson : lessons) {
                if (std::find(seen.begin(), seen.end(), lesson.teacher) != seen.end()) continue;
                seen.push_back(lesson.teacher);
                names += (names.empty() ? "" : ", ") + lesson.teacher;
            }
            if (!names.empty()) {
                teachers.rows.push_back({plain(key.first), plain(key.second), plain(names)});
            }
            for (const Period& term : setting_.job().periods) {
                if (term.axis == Axis::Term) write_term(key, lessons, term, each);
            }
        }
        tables["teacher"] = std::move(teachers);
        tables["subject_teacher"] = std::move(each);
    }

private:
    [[nodiscard]] bool knows(const std::string& klass) const {
        const auto first = lessons_.lower_bound({klass, ""});
        return first != lessons_.end() && first->first.first == klass;
    }

    [[nodiscard]] bool taught(const std::string& klass, const std::string& subject,
                              const Period& term) const {
        const auto found = lessons_.find({klass, subject});
        return found != lessons_.end() &&
               std::any_of(found->second.begin(), found->second.end(),
                           [&](const Lesson& lesson) { return teaches_in(lesson, term); });
    }

    static void write_term(const Key& key, const std::vector<Lesson>& lessons, const Period& term,
                           Table& each) {
        std::vector<std::string> seen;
        for (const Lesson& lesson : lessons) {
            if (!teaches_in(lesson, term)) continue;
            if (std::find(seen.begin(), seen.end(), lesson.teacher) != seen.end()) continue;
            seen.push_back(lesson.teacher);
            each.rows.push_back({plain(key.first),
                                 plain(key.second),
                                 plain(term.id),
                                 {lesson.teacher, lesson.where, nullptr},
                                 plain(since(lesson, term))});
        }
    }

    const Setting& setting_;
    Findings& findings_;
    std::map<Key, std::vector<Lesson>> lessons_;
    bool assigned_ = false;
};

}  // namespace

void add_teachers(const Setting& setting, const std::vector<TypedSheet>& sheets, Tables& tables,
                  Findings& findings) {
    Timetable timetable(setting, tables, findings);
    for (const TypedSheet& sheet : sheets) timetable.compare(sheet);
    timetable.check_complete(tables);
    timetable.write(tables);
}

}  // namespace hoso
