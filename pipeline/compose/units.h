// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "compose/compose.h"
#include "compose/data/build.h"
#include "compose/data/dataset_store.h"
#include "compose/data/record_file.h"

namespace hoso {

// What a record is due for in a period: a class, a pupil, the school, rows that belong together.
struct Unit {
    std::string id, title;  // "6A", "Lớp 6A"; a pupil's code and name
    const ClassScope* klass = nullptr;
    std::string pack;
    const DatasetView* rows = nullptr;  // class_list for a pupil; null for a class and the school
    RowId row = blank_row;              // the first one, where there are several
    const DocumentForm* form = nullptr;
    // A book of HK2 that prints ĐTBmcn is wrong when HK1 is.
    bool reads_hk1 = false, reads_year = false;
    bool reads_pupils =
        true;  // of other units than classes and pupils: else no pupil's error counts
    std::string not_applicable;    // the reason, if there is no document to make
    std::vector<Finding> because;  // why it is held back, before its data is looked at
};

// Classes in the job's order, pupils by class and seq, then the school's and the rows' documents. A
// class is in scope when a form of this record covers its grade in this period; that its pack has
// no form is a finding, never a silence.
class UnitFinder {
public:
    UnitFinder(const Job& job, const TemplateFolder& templates, const DatasetStore& store);
    std::vector<Unit> units(const RecordFile& record, const Period& period,
                            Findings& findings) const;

    // Whether an error holds this document back (DESIGN, decision 1): an error of a pupil touches
    // his own documents and those of each class that lists him; one of HK1 also what is closed
    // after HK1, and a book of HK2 that prints results of HK1 or of the year.
    bool touches(const Finding& finding, const Unit& unit, const Period& period) const;

private:
    struct Listed {
        std::string pupil, name, status;
        RowId row = blank_row;
        bool left = false;
    };
    [[nodiscard]] std::vector<Listed> pupils(const std::string& klass,
                                             const std::string& term) const;
    void add_classes(const RecordFile& record, const Period& period, std::vector<Unit>& units,
                     Findings& findings) const;
    void add_school(const DocumentForm& form, std::vector<Unit>& units) const;
    void add_rows(const DocumentForm& form, const Period& period, std::vector<Unit>& units) const;
    void add_none(const DocumentForm& form, std::vector<Unit>& units) const;
    void add_missing(const DocumentForm& form, const std::string& record, const Period& period,
                     std::vector<Unit>& units, Findings& findings) const;
    void require_exports(Unit& unit, const std::string& record, const Period& period,
                         Findings& findings) const;
    [[nodiscard]] bool touches(const Scope& scope, const Unit& unit, const Period& period) const;
    void add_pupils(const Unit& klass, const Period& period, std::vector<Unit>& units) const;
    [[nodiscard]] bool asked_for(const Unit& unit, const Period& period) const;
    [[nodiscard]] Unit class_unit(std::size_t index, UnitKind kind, const RecordFile& record,
                                  const Period& period, Findings& findings) const;
    [[nodiscard]] std::string reason_for_leaving(const Listed& pupil) const;
    [[nodiscard]] bool elsewhere(const std::string& pupil, const std::string& klass,
                                 const std::string& term) const;

    const Job& job_;
    const DatasetStore& store_;
    std::vector<std::string> packs_;  // of job.classes, same order
    // (class, term) → rows of class_list by seq
    std::map<std::pair<std::string, std::string>, std::vector<Listed>> lists_;
    // (pupil, term) → class where he has not left
    std::map<std::pair<std::string, std::string>, std::string> present_;
    std::set<std::pair<std::string, std::string>> listed_;  // (pupil, class), in any term
    std::set<std::string> known_;                           // pupils of any class
};

// All but the stem, which is the form's.
DocumentNames document_names(const Job& job, const Unit& unit, const Period& period);

}  // namespace hoso
