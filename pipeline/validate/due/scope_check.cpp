// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "validate/due/completeness.h"
#include "validate/rules.h"
#include "validate/tables/calendar.h"

namespace hoso {

namespace {

const Table* table_of(const Tables& tables, const char* dataset) {
    const auto found = tables.find(dataset);
    return found == tables.end() || found->second.rows.empty() ? nullptr : &found->second;
}

// Pupil and term of a table's rows whose `column` is filled.
std::set<std::pair<std::string, std::string>> filled(const Table* table, const char* column) {
    std::set<std::pair<std::string, std::string>> found;
    if (!table) return found;
    for (std::size_t row = 0; row < table->rows.size(); ++row) {
        if (table->at(row, column).empty()) continue;
        found.insert({table->text(row, "pupil"), table->text(row, "term")});
    }
    return found;
}

// Class and month of the sheets of a table.
void add_months(const Table* table, std::set<std::pair<std::string, std::string>>& months) {
    if (!table) return;
    for (std::size_t row = 0; row < table->rows.size(); ++row) {
        months.insert({table->text(row, "class"), table->text(row, "month")});
    }
}

}  // namespace

void check_conduct(const Due& due, const Tables& tables, Faults& faults, Findings& findings) {
    auto known = filled(table_of(tables, "conduct"), "conduct");
    known.merge(filled(table_of(tables, "reported_term"), "conduct"));
    for (const ClassSetting& klass : due.setting.classes()) {
        const bool tt22 = klass.pack == "tt22";
        std::vector<const Period*> periods = due.setting.terms();
        const Period* year = due.setting.period("CN");
        // TT22 computes the year's level from the terms; under TT58 a person gives it.
        if (year && due.setting.year_due() && !tt22) periods.push_back(year);
        for (const Period* period : periods) {
            const auto pupils = due.roll.present(klass.name, *period);
            std::vector<const Pupil*> without;
            for (const Pupil* pupil : pupils) {
                if (known.count({pupil->code, period->id}) != 0) continue;
                if (faults.has({"conduct", pupil->code, period->id})) continue;
                without.push_back(pupil);
            }
            if (without.empty() || due.explanations.explain(klass, period->id, nullptr)) continue;
            const std::string what = tt22 ? "kết quả rèn luyện" : "hạnh kiểm";
            const bool all = without.size() == pupils.size();
            if (all) without.resize(1);
            for (const Pupil* pupil : without) {
                findings.add(
                    flaw::missing_conduct, {all ? Location{} : pupil->where},
                    {{"class", klass.name},
                     {"period", period_short(period->id)},
                     {"what", all ? "bảng " + what + " của lớp" : what + " của em " + pupil->name}},
                    {klass.name, all ? "" : pupil->code, period->id, false});
            }
        }
    }
}

namespace {

// Pupils without a row in a month's sheet would count as never absent.
void check_rows_of_months(const Due& due, const Table& totals, Findings& findings) {
    struct Month {
        std::set<std::string> pupils;
        std::shared_ptr<const Origin> origin;
    };
    std::map<std::pair<std::string, std::string>, Month> months;  // class, month
    for (std::size_t row = 0; row < totals.rows.size(); ++row) {
        Month& month = months[{totals.text(row, "class"), totals.text(row, "month")}];
        month.pupils.insert(totals.text(row, "pupil"));
        month.origin = totals.at(row, "pupil").where.origin;
    }
    for (const auto& [key, month] : months) {
        Period period;
        period.from = parse_date(key.second + "-01").value_or(Date{});
        period.to = parse_date(key.second + "-28").value_or(Date{});
        if (!period.from.valid()) continue;
        const Period* term = due.setting.term_of(period.to);
        if (!term) term = due.setting.term_of(period.from);
        if (!term) continue;
        for (const Pupil* pupil : due.roll.present(key.first, period)) {
            if (month.pupils.count(pupil->code) != 0) continue;
            findings.add(flaw::pupil_missing_from_sheet, {{month.origin, 0, 0}, pupil->where},
                         {{"class", key.first},
                          {"period", period_short(term->id)},
                          {"name", pupil->name},
                          {"pupil", pupil->code},
                          {"sheet", "bảng điểm danh " + month_words(key.second)}},
                         {key.first, pupil->code, term->id, false});
        }
    }
}

// "tháng 9, 10 năm 2021, tháng 1 năm 2022"
std::string listed(const std::vector<std::string>& months) {
    std::string text, year;
    for (const std::string& month : months) {
        const std::string number = month.substr(month[5] == '0' ? 6 : 5);
        if (month.compare(0, 4, year) != 0 || year.empty()) {
            if (!year.empty()) text += " năm " + year + ", ";
            text += "tháng " + number;
            year = month.substr(0, 4);
        } else {
            text += ", " + number;
        }
    }
    return text + " năm " + year;
}

}  // namespace

void check_attendance_sheets(const Due& due, const Tables& tables, Findings& findings) {
    if (const Table* totals = table_of(tables, "attendance_total")) {
        check_rows_of_months(due, *totals, findings);
    }
    std::set<std::pair<std::string, std::string>> sheets;
    add_months(table_of(tables, "attendance"), sheets);
    add_months(table_of(tables, "attendance_total"), sheets);
    for (const ClassSetting& klass : due.setting.classes()) {
        if (!due.roll.knows(klass.name)) continue;  // said of the whole class
        std::set<std::string> said;
        for (const Period* term : due.setting.terms()) {
            std::vector<std::string> missing, fresh;
            for (const std::string& month : months_of(*term)) {
                if (sheets.count({klass.name, month}) != 0) continue;
                missing.push_back(month);
                if (said.insert(month).second) fresh.push_back(month);
            }
            if (missing.empty() || due.explanations.explain(klass, term->id, nullptr)) continue;
            // January of both terms is named once, unless it is all that this term lacks.
            findings.add(flaw::missing_attendance, {Location{}},
                         {{"class", klass.name},
                          {"months", listed(fresh.empty() ? missing : fresh)},
                          {"period", period_short(term->id)}},
                         {klass.name, "", term->id, false});
        }
    }
}

void check_earlier_years(const Due& due, const Tables& tables, Findings& findings) {
    const Period* course = nullptr;
    for (const std::string& id : due.setting.job().run_periods) {
        if (axis_of(id) == Axis::Course) course = due.setting.period(id);
    }
    if (!course) return;
    std::map<std::string, std::set<int>> known;  // pupil → grades
    if (const Table* years = table_of(tables, "earlier_year")) {
        for (std::size_t row = 0; row < years->rows.size(); ++row) {
            known[years->text(row, "pupil")].insert(grade_in(years->text(row, "class")));
        }
    }
    for (const ClassSetting& klass : due.setting.classes()) {
        if (klass.grade != 9) continue;
        for (const Pupil* pupil : due.roll.present(klass.name, *course)) {
            std::string grades;
            for (int grade = 6; grade < klass.grade; ++grade) {
                if (known[pupil->code].count(grade) != 0) continue;
                grades += (grades.empty() ? "" : ", ") + std::to_string(grade);
            }
            if (grades.empty()) continue;
            findings.add(flaw::earlier_year_missing, {pupil->where},
                         {{"class", klass.name},
                          {"name", pupil->name},
                          {"pupil", pupil->code},
                          {"grades", grades}},
                         {klass.name, pupil->code, course->id, false});
        }
    }
}

}  // namespace hoso
