// SPDX-License-Identifier: Apache-2.0
#include "validate/setting.h"

#include <algorithm>

#include "recognise/narrowing.h"
#include "vocabulary/errors.h"
#include "vocabulary/text.h"

namespace hoso {

Setting::Setting(const Job& job, const TemplateFolder& templates)
    : job_(&job), templates_(&templates), limits_(load_limits(templates)) {
    for (const ClassScope& scope : job.classes) {
        const std::string pack = pack_for(templates, job.year, scope.grade);
        classes_.push_back({scope.name, scope.grade, pack, load(pack, scope.grade)});
    }
    std::set<std::string> due;
    for (const std::string& id : job.run_periods) {
        const auto axis = axis_of(id);
        if (axis == Axis::Week || axis == Axis::Month) continue;  // ends before its term does
        const bool whole_year = axis && *axis != Axis::Term;
        year_due_ = year_due_ || whole_year;
        if (whole_year) {
            due.insert({"HK1", "HK2"});
        } else {
            due.insert(id);
        }
    }
    for (const Period& period : job.periods) {
        if (period.axis == Axis::Term && due.count(period.id) != 0) terms_.push_back(&period);
    }
}

const SubjectList* Setting::load(const std::string& pack, int grade) const {
    auto& list = lists_[{pack, grade}];
    if (!list) list = std::make_unique<SubjectList>(load_subjects(*templates_, pack, grade));
    return list.get();
}

const ClassSetting* Setting::klass(std::string_view name) const {
    for (const ClassSetting& known : classes_) {
        if (known.name == name) return &known;
    }
    const std::string key = match_key(name);
    for (const ClassSetting& known : classes_) {
        if (match_key(known.name) == key) return &known;
    }
    return nullptr;
}

const Subject* Setting::subject(const ClassSetting& klass, const std::string& text) const {
    if (const Subject* found = klass.subjects->find(text)) return found;
    const auto [known, fresh] = headings_.try_emplace({klass.subjects, text});
    if (fresh) known->second = klass.subjects->by_heading(text);
    return known->second;
}

std::string Setting::pack_of(SchoolYear year, const std::string& klass) const {
    const int grade = grade_in(klass);
    const auto [known, fresh] = packs_.try_emplace({year.start, grade});
    if (!fresh) return known->second;
    try {
        known->second = pack_for(*templates_, year, grade);
    } catch (const UsageError&) {
        known->second.clear();  // a year before the roadmap: its values are taken as they stand
    }
    return known->second;
}

const SubjectList* Setting::subjects_of(SchoolYear year, const std::string& klass) const {
    const std::string pack = pack_of(year, klass);
    return pack.empty() ? nullptr : load(pack, grade_in(klass));
}

const Period* Setting::term_of(Date day) const {
    for (const Period& period : job_->periods) {
        if (period.axis == Axis::Term && period.from <= day && day <= period.to) return &period;
    }
    return nullptr;
}

bool Setting::is_holiday(Date day) const {
    return std::any_of(job_->holidays.begin(), job_->holidays.end(), [&](const Holiday& holiday) {
        return holiday.from <= day && day <= holiday.to;
    });
}

bool Setting::is_school_day(Date day) const {
    return day.weekday() != 7 && term_of(day) && !is_holiday(day);
}

std::string Faults::joined(Key key) {
    std::string text;
    for (const std::string_view part : key) {
        text += part;
        text += '|';
    }
    return text;
}

bool has_own_checks(std::string_view dataset) { return touches_pupils(dataset); }

void remember_refused(const Rule& because, Faults& faults, const Datum& cell) {
    faults.add(because, {"refused", describe(cell.where)});
}

bool is_refused(const Faults& faults, const Datum& cell) {
    return faults.has({"refused", describe(cell.where)});
}

std::string period_short(std::string_view id) {
    if (id == "HK1") return "HKI";
    if (id == "HK2") return "HKII";
    if (id == "CN") return "cả năm";
    return period_title(id);
}

std::string column_words(std::string_view id) {
    if (id == "gk") return "ĐĐGgk";
    if (id == "ck") return "ĐĐGck";
    if (id.compare(0, 2, "tx") == 0) return "ĐĐGtx (" + std::string(id.substr(2)) + ")";
    return std::string(id);
}

std::string month_words(std::string_view month) {
    if (month.size() != 7) return "tháng " + std::string(month);
    const std::string number(month.substr(month[5] == '0' ? 6 : 5));
    return "tháng " + number + " năm " + std::string(month.substr(0, 4));
}

std::string squeezed(std::string_view text) {
    std::string kept;
    for (const char c : match_key(text)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) kept += c;
    }
    return kept;
}

int grade_in(std::string_view klass) {
    int grade = 0;
    for (const char c : klass) {
        if (c < '0' || c > '9') break;
        grade = 10 * grade + (c - '0');
    }
    return grade;
}

std::vector<Datum>& new_row(Table& table) {
    table.rows.emplace_back(table.columns.size());
    return table.rows.back();
}

void put(Table& table, std::vector<Datum>& row, std::string_view column, Datum datum) {
    row[table.column(column)] = std::move(datum);
}

}  // namespace hoso
