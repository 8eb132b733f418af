// SPDX-License-Identifier: Apache-2.0
#include "validate/due/mark_sheets.h"

namespace hoso {

MarkBook::MarkBook(const Setting& setting, const Table& marks) : setting_(setting) {
    if (marks.rows.empty()) return;
    const std::size_t klass = marks.column("class"), subject = marks.column("subject");
    const std::size_t term = marks.column("term"), pupil = marks.column("pupil");
    const std::size_t column = marks.column("column"), value = marks.column("value");
    std::string last;
    MarkSheet* sheet = nullptr;
    for (const auto& row : marks.rows) {
        std::string id = plain_text(row[klass].value) + "|" + plain_text(row[subject].value) + "|" +
                         plain_text(row[term].value);
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

MarkSheet* MarkBook::open(const std::string& klass_name, const std::string& code,
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

const MarkSheet* MarkBook::find(const ClassSetting& klass, const Subject& subject,
                                const Period& term) const {
    const auto of_class = sheets_.find(klass.name);
    if (of_class == sheets_.end()) return nullptr;
    const auto found = of_class->second.find({subject.code, term.id});
    return found == of_class->second.end() ? nullptr : &found->second;
}

bool MarkBook::grade_has(const ClassSetting& klass, const Subject& subject) const {
    for (const ClassSetting& other : setting_.classes()) {
        const auto found = other.grade == klass.grade ? sheets_.find(other.name) : sheets_.end();
        if (found == sheets_.end()) continue;
        for (const auto& [key, sheet] : found->second) {
            if (key.first == subject.code) return true;
        }
    }
    return false;
}

std::map<std::string, std::string> mark_args(const MarkSheet& sheet, const Pupil& pupil) {
    return {{"class", sheet.klass->name},
            {"subject", sheet.subject->name},
            {"period", period_short(sheet.term->id)},
            {"name", pupil.name},
            {"pupil", pupil.code}};
}

Scope mark_scope(const MarkSheet& sheet, const Pupil& pupil) {
    return {sheet.klass->name, pupil.code, sheet.term->id, false};
}

}  // namespace hoso
