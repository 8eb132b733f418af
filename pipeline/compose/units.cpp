// SPDX-License-Identifier: Apache-2.0
#include "compose/units.h"

#include <algorithm>

#include "assess/assess.h"
#include "compose/rules.h"
#include "compose/standard.h"
#include "vocabulary/errors.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

// Terms of the year whose results a form prints beside those of its own period: "HK1", "CN".
void terms_read(const std::vector<Member>& members, const DatasetView* year_results,
                const DatasetStore& store, std::set<std::string>& terms) {
    for (const Member& member : members) {
        for (const Condition& condition : member.where) {
            const Operand& operand = condition.operand;
            if (operand.kind == Operand::Kind::Literal) terms.insert(operand.text);
        }
        if (member.dataset >= 0 && &store.view(member.dataset) == year_results) terms.insert("CN");
        terms_read(member.children, year_results, store, terms);
    }
}

bool reads_pupils(const std::vector<Member>& members, const DatasetStore& store) {
    return std::any_of(members.begin(), members.end(), [&](const Member& member) {
        return (member.dataset >= 0 &&
                find_column(store.view(member.dataset).type(), "pupil") >= 0) ||
               reads_pupils(member.children, store);
    });
}

bool reads_pupils(const DocumentForm& form, const DatasetStore& store) {
    return (form.rows_of >= 0 && find_column(store.view(form.rows_of).type(), "pupil") >= 0) ||
           reads_pupils(form.data, store);
}

bool reads(const std::vector<Member>& members, const DatasetStore& store,
           const std::string& dataset) {
    return std::any_of(members.begin(), members.end(), [&](const Member& member) {
        return (member.dataset >= 0 && store.view(member.dataset).type().id == dataset) ||
               reads(member.children, store, dataset);
    });
}

bool reads(const DocumentForm* form, const DatasetStore& store, const std::string& dataset) {
    if (form == nullptr) return false;
    return (form->rows_of >= 0 && store.view(form->rows_of).type().id == dataset) ||
           reads(form->data, store, dataset);
}

// A period is closed with everything before it in the year; a course with all of its years.
bool closed_later(const std::string& finding, const std::string& document) {
    const bool term = finding == "HK1" || finding == "HK2";
    if (document == "CN") return term;
    if (document == "HE") return term || finding == "CN";
    return axis_of(document) == Axis::Course && (term || finding == "CN" || finding == "HE");
}

// "W07" → "7", as tables count weeks.
std::string week_number(const std::string& period) {
    const auto digit = period.find_first_of("123456789");
    return digit == std::string::npos ? "" : period.substr(digit);
}

const DatasetType& class_list_type(const DatasetStore& store) {
    const DatasetView* list = store.find("class_list");
    if (list == nullptr) throw UsageError("không có templates/datasets/class_list.xml");
    return list->type();
}

int column_of(const DatasetType& type, const char* name) {
    const int index = find_column(type, name);
    if (index < 0) {
        throw UsageError("templates/datasets/" + type.id + ".xml thiếu cột \"" + name + "\"");
    }
    return index;
}

}  // namespace

UnitFinder::UnitFinder(const Job& job, const TemplateFolder& templates, const DatasetStore& store)
    : job_(job), store_(store) {
    for (const ClassScope& klass : job.classes) {
        packs_.push_back(pack_for(templates, job.year, klass.grade));
    }
    const DatasetType& type = class_list_type(store);
    const DatasetView* list = store.find(type.id);
    const auto text = [&](RowId row, const char* column) {
        return plain_text(list->at(row, column_of(type, column)).value);
    };
    for (RowId row = 0; row < list->row_count(); ++row) {
        Listed pupil{text(row, "pupil"), text(row, "name"), text(row, "status"), row,
                     text(row, "left") == "true"};
        const std::string klass = text(row, "class"), term = text(row, "term");
        if (!pupil.left) present_[{pupil.pupil, term}] = klass;
        listed_.insert({pupil.pupil, klass});
        known_.insert(pupil.pupil);
        lists_[{klass, term}].push_back(std::move(pupil));
    }
    const int seq = column_of(type, "seq");
    for (auto& [key, rows] : lists_) {
        std::stable_sort(rows.begin(), rows.end(), [&](const Listed& a, const Listed& b) {
            return compare_scalars(list->at(a.row, seq).value, list->at(b.row, seq).value) < 0;
        });
    }
}

std::vector<Unit> UnitFinder::units(const RecordFile& record, const Period& period,
                                    Findings& findings) const {
    std::vector<Unit> units;
    add_classes(record, period, units, findings);
    for (const DocumentForm& form : record.documents) {
        if (form.by_class() || !form.covers(period.id)) continue;
        const std::size_t before = units.size();
        if (form.unit == UnitKind::School) {
            add_school(form, units);
        } else {
            add_rows(form, period, units);
        }
        if (units.size() == before) add_none(form, units);
        if (units.size() == before) add_missing(form, record.id, period, units, findings);
    }
    for (Unit& unit : units) require_exports(unit, record.id, period, findings);
    return units;
}

void UnitFinder::add_classes(const RecordFile& record, const Period& period,
                             std::vector<Unit>& units, Findings& findings) const {
    const DocumentForm* first = nullptr;
    for (std::size_t i = 0; i < job_.classes.size(); ++i) {
        std::vector<UnitKind> kinds;  // units that some form wants for this grade
        for (const DocumentForm& form : record.documents) {
            if (!form.by_class() || !form.covers(period.id, job_.classes[i].grade)) continue;
            if (first == nullptr) first = &form;
            if (std::find(kinds.begin(), kinds.end(), form.unit) == kinds.end()) {
                kinds.push_back(form.unit);
            }
        }
        for (const UnitKind kind : kinds) {
            Unit unit = class_unit(i, kind, record, period, findings);
            if (kind == UnitKind::Pupil && unit.because.empty()) {
                add_pupils(unit, period, units);
            } else if (unit.form == nullptr || asked_for(unit, period)) {
                units.push_back(std::move(unit));
            }
        }
    }
    if (first != nullptr && units.empty()) add_none(*first, units);
}

// The catalogue's row still has an answer: why there is nothing to make.
void UnitFinder::add_none(const DocumentForm& form, std::vector<Unit>& units) const {
    if (form.none.empty()) return;
    Unit unit;
    unit.id = job_.school.code;
    unit.title = job_.school.name;
    unit.form = &form;
    unit.not_applicable = form.none;
    units.push_back(std::move(unit));
}

// A book for each row of an export of which there is none: that the record is silently left out
// would be the worst answer.
void UnitFinder::add_missing(const DocumentForm& form, const std::string& record,
                             const Period& period, std::vector<Unit>& units,
                             Findings& findings) const {
    if (form.needs.empty()) return;
    Unit unit;
    unit.id = job_.school.code;
    unit.title = job_.school.name;
    unit.form = &form;
    Findings own;
    own.add(compose_rule::export_missing, {},
            {{"record", record},
             {"period", period.id},
             {"dataset", store_.view(form.needs.front()).type().title}},
            {"", "", period.id, true});
    unit.because = own.items();
    findings.append(std::move(own));
    units.push_back(std::move(unit));
}

void UnitFinder::add_school(const DocumentForm& form, std::vector<Unit>& units) const {
    Unit unit;
    unit.id = job_.school.code;
    unit.title = job_.school.name;
    unit.form = &form;
    unit.reads_pupils = reads_pupils(form, store_);
    units.push_back(std::move(unit));
}

// One unit for each set of values in the columns `by`, in the order of the rows.
void UnitFinder::add_rows(const DocumentForm& form, const Period& period,
                          std::vector<Unit>& units) const {
    const DatasetView& view = store_.view(form.rows_of);
    const int klass = find_column(view.type(), "class");
    std::set<std::string> seen;
    for (RowId row = 0; row < view.row_count(); ++row) {
        Unit unit;
        for (const int column : form.by) {
            const std::string part = plain_text(view.at(row, column).value);
            unit.id += (unit.id.empty() ? "" : "_") + part;
            if (column == klass) unit.klass = job_.find_class(part);
        }
        if (unit.klass != nullptr)
            unit.pack = packs_[static_cast<std::size_t>(unit.klass - job_.classes.data())];
        unit.rows = &view;
        unit.row = row;
        unit.form = &form;
        if (!asked_for(unit, period) || !seen.insert(unit.id).second) continue;
        unit.title = form.unit_title;
        for (std::size_t c = 0; c < view.type().columns.size(); ++c) {
            const ColumnType& column = view.type().columns[c];
            const std::string name = "{" + column.name + "}";
            for (std::size_t at; (at = unit.title.find(name)) != std::string::npos;) {
                const Datum& cell = view.at(row, static_cast<int>(c));
                unit.title.replace(at, name.size(), print_value(cell.value, column.type));
            }
        }
        unit.reads_pupils = reads_pupils(form, store_);
        units.push_back(std::move(unit));
    }
}

// A register of which no file came in is not an empty register.
void UnitFinder::require_exports(Unit& unit, const std::string& record, const Period& period,
                                 Findings& findings) const {
    if (unit.form == nullptr || !unit.not_applicable.empty() || !unit.because.empty()) return;
    for (const int dataset : unit.form->needs) {
        const DatasetView& view = store_.view(dataset);
        if (view.present()) continue;
        Findings own;
        const std::string klass = unit.klass == nullptr ? "" : unit.klass->name;
        own.add(compose_rule::export_missing, {},
                {{"record", record}, {"period", period.id}, {"dataset", view.type().title}},
                {klass, "", period.id, true});
        unit.because.insert(unit.because.end(), own.items().begin(), own.items().end());
        findings.append(std::move(own));
    }
}

// The class as a whole, also where it only stands for its pupils.
Unit UnitFinder::class_unit(std::size_t index, UnitKind kind, const RecordFile& record,
                            const Period& period, Findings& findings) const {
    const ClassScope& klass = job_.classes[index];
    Unit unit;
    unit.id = klass.name;
    unit.title = "Lớp " + klass.name;
    unit.klass = &klass;
    unit.pack = packs_[index];
    for (const DocumentForm& form : record.documents) {
        if (unit.form == nullptr && form.unit == kind && form.covers(period.id, klass.grade) &&
            form.covers_pack(unit.pack)) {
            unit.form = &form;
        }
    }
    Findings own;
    const Scope scope{klass.name, "", period.id, false};
    if (unit.form == nullptr) {
        own.add(compose_rule::no_form, {},
                {{"class", klass.name}, {"pack", unit.pack}, {"record", record.id}}, scope);
    } else if (pupils(klass.name, term_of(job_, period)).empty()) {
        own.add(compose_rule::no_pupils, {}, {{"class", klass.name}, {"period", period.id}}, scope);
    }
    if (unit.form != nullptr && period.id == "HK2") {
        std::set<std::string> terms;
        terms_read(unit.form->data, store_.find("result_year"), store_, terms);
        unit.reads_year = terms.count("CN") != 0;
        unit.reads_hk1 = unit.reads_year || terms.count("HK1") != 0;
    }
    unit.because = own.items();
    findings.append(std::move(own));
    return unit;
}

std::vector<UnitFinder::Listed> UnitFinder::pupils(const std::string& klass,
                                                   const std::string& term) const {
    const auto list = lists_.find({klass, term});
    return list == lists_.end() ? std::vector<Listed>() : list->second;
}

void UnitFinder::add_pupils(const Unit& klass, const Period& period,
                            std::vector<Unit>& units) const {
    const std::string term = term_of(job_, period);
    for (const Listed& pupil : pupils(klass.id, term)) {
        // He is counted where he is now; his old class keeps the row in its book.
        if (pupil.left && elsewhere(pupil.pupil, klass.id, term)) continue;
        Unit unit = klass;
        unit.id = pupil.pupil;
        unit.title = pupil.name;
        unit.rows = store_.find("class_list");
        unit.row = pupil.row;
        if (pupil.left) unit.not_applicable = reason_for_leaving(pupil);
        if (asked_for(unit, period)) units.push_back(std::move(unit));
    }
}

// The document's own `where`: a record for pupils with a disability, say.
bool UnitFinder::asked_for(const Unit& unit, const Period& period) const {
    const DocumentNames names = document_names(job_, unit, period);
    const auto cell = [&](int column) -> std::string {
        if (unit.rows != nullptr) return plain_text(unit.rows->at(unit.row, column).value);
        return column == 0 ? names.klass : column == 1 ? names.grade : names.pack;
    };
    return std::all_of(unit.form->where.begin(), unit.form->where.end(),
                       [&](const Condition& condition) {
                           const Operand& operand = condition.operand;
                           const std::string right = operand.kind == Operand::Kind::Row
                                                         ? cell(operand.column)
                                                         : std::string(names.value_of(operand));
                           return (cell(condition.column) == right) == condition.equal;
                       });
}

DocumentNames document_names(const Job& job, const Unit& unit, const Period& period) {
    DocumentNames names;
    names.unit = unit.id;
    if (unit.klass != nullptr) {
        names.klass = unit.klass->name;
        names.grade = std::to_string(unit.klass->grade);
    }
    names.pack = unit.pack;
    names.period = period.id;
    names.term = term_of(job, period);
    names.year = job.year.id();
    if (period.axis == Axis::Week) names.week = week_number(period.id);
    if (period.axis == Axis::Month) names.month = to_iso(period.from).substr(0, 7);
    if (period.axis == Axis::Course) names.course = period.id.substr(period.id.find('-') + 1);
    const bool pupil =
        unit.form != nullptr && unit.form->unit == UnitKind::Pupil && unit.rows != nullptr;
    names.scope = {names.klass, pupil ? unit.id : "", period.id, false};
    return names;
}

bool UnitFinder::elsewhere(const std::string& pupil, const std::string& klass,
                           const std::string& term) const {
    const auto now = present_.find({pupil, term});
    return now != present_.end() && now->second != klass;
}

std::string UnitFinder::reason_for_leaving(const Listed& pupil) const {
    const DatasetView* out = store_.find("transfer_out");
    if (out != nullptr) {
        const int code = column_of(out->type(), "pupil"), day = column_of(out->type(), "date");
        for (RowId row = 0; row < out->row_count(); ++row) {
            if (plain_text(out->at(row, code).value) != pupil.pupil) continue;
            return "chuyển đi ngày " + print_value(out->at(row, day).value, "date");
        }
    }
    const DatasetView& list = *store_.find("class_list");
    const std::string day =
        print_value(list.at(pupil.row, column_of(list.type(), "to")).value, "date");
    const std::string what = pupil.status.empty() ? "không còn học ở lớp" : to_lower(pupil.status);
    return day.empty() ? what : what + " ngày " + day;
}

bool UnitFinder::touches(const Finding& finding, const Unit& unit, const Period& period) const {
    if (finding.severity() != Severity::Error) return false;
    if (job_.switched_off.count(std::string(finding.rule->id)) != 0) return false;
    return std::any_of(finding.scopes.begin(), finding.scopes.end(),
                       [&](const Scope& scope) { return touches(scope, unit, period); });
}

bool UnitFinder::touches(const Scope& scope, const Unit& unit, const Period& period) const {
    if (scope.nothing) return false;
    if (!scope.dataset.empty() && !reads(unit.form, store_, scope.dataset)) return false;
    if (!scope.period.empty() && scope.period != period.id &&
        !closed_later(scope.period, period.id) && !(unit.reads_hk1 && scope.period == "HK1") &&
        !(unit.reads_year && scope.period == "CN")) {
        return false;
    }
    if (unit.klass == nullptr) {
        return unit.reads_pupils || !scope.dataset.empty() ||
               (scope.pupil.empty() && scope.klass.empty());
    }
    if (!scope.pupil.empty() && known_.count(scope.pupil) != 0) {
        const std::string& klass = unit.klass->name;
        if (unit.form != nullptr && unit.form->unit == UnitKind::Pupil && unit.rows != nullptr) {
            return scope.pupil == unit.id;
        }
        return scope.klass == klass || listed_.count({scope.pupil, klass}) != 0;
    }
    return scope.klass.empty() || scope.klass == unit.klass->name;
}

}  // namespace hoso
