// SPDX-License-Identifier: Apache-2.0
#include "validate/constraints/constraints.h"

#include <algorithm>

#include "validate/constraints/checker.h"
#include "validate/rules.h"

namespace hoso {

namespace {

const Table* rows_of(const Tables& tables, const std::string& dataset) {
    const auto found = tables.find(dataset);
    return found == tables.end() || found->second.rows.empty() ? nullptr : &found->second;
}

class Examiner {
public:
    Examiner(const Roll& roll, const std::vector<DatasetType>& datasets, const Tables& tables,
             const Faults& faults, Findings& findings)
        : roll_(roll), datasets_(datasets), tables_(tables), faults_(faults), findings_(findings) {}

    void examine(const DatasetType& type, const Table& table) {
        const Checker checker(roll_, type, table, faults_, findings_);
        if (!has_own_checks(type.id)) {
            for (const ColumnType& column : type.columns) {
                if (column.required && !column.blank) check_rows(checker, blank(column));
            }
        }
        // A date that is wrong by itself is no date to measure the others by: rows first.
        for (const Constraint& constraint : type.constraints) {
            if (constraint.dataset.empty()) check_rows(checker, constraint);
        }
        for (const Constraint& constraint : type.constraints) check(checker, constraint);
    }

    // What an absent table has left unchecked.
    void say_what_was_not_checked() {
        for (const auto& [missing, checked] : unchecked_) {
            std::string what;
            for (const std::string& title : checked) what += (what.empty() ? "" : ", ") + title;
            findings_.add(flaw::not_checked, {Location{}},
                          {{"classes", "Toàn trường"},
                           {"what", "việc khớp với " + what},
                           {"what_en", "agreement with " + what},
                           {"missing", missing},
                           {"missing_en", missing}},
                          {"", "", "", true});
        }
    }

private:
    static Constraint blank(const ColumnType& column) {
        Constraint constraint;
        constraint.column = column.name;
        return constraint;
    }

    void check(const Checker& checker, const Constraint& constraint) {
        if (constraint.dataset.empty()) {
            check_order(checker, constraint);
            return;
        }
        const auto other =
            std::find_if(datasets_.begin(), datasets_.end(),
                         [&](const DatasetType& type) { return type.id == constraint.dataset; });
        if (const Table* table = rows_of(tables_, constraint.dataset)) {
            check_reference(checker, constraint, *table, *other);
        } else {
            unchecked_[other->title].insert(checker.type().title);
        }
    }

    const Roll& roll_;
    const std::vector<DatasetType>& datasets_;
    const Tables& tables_;
    const Faults& faults_;
    Findings& findings_;
    std::map<std::string, std::set<std::string>> unchecked_;
};

}  // namespace

void check_constraints(const Roll& roll, const std::vector<DatasetType>& datasets,
                       const Tables& tables, const Faults& faults, Findings& findings) {
    Examiner examiner(roll, datasets, tables, faults, findings);
    for (const DatasetType& type : datasets) {
        if (const Table* table = rows_of(tables, type.id)) examiner.examine(type, *table);
    }
    examiner.say_what_was_not_checked();
}

}  // namespace hoso
