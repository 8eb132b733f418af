// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <list>
#include <map>
#include <vector>

#include "compose/compose.h"
#include "compose/data/build.h"
#include "compose/data/dataset_store.h"
#include "compose/data/record_file.h"
#include "compose/units.h"

namespace hoso {

// A record with all that its documents share.
struct Record {
    const RecordType* type;
    RecordFile file;
    std::map<const DocumentForm*, FormLayout> layouts;
};

// What all documents of a run are made from: built once, then read only and shared by threads.
// Keeps references to the job and the tables and the catalogue.
struct Composition {
    Composition(const Job& job, const Catalogue& catalogue, const Tables& tables,
                const Tables& beside, const TemplateFolder& templates,
                const std::vector<std::string>& only, const std::vector<Finding>& findings,
                AttachedFiles* files);
    Composition(const Composition&) = delete;
    Composition& operator=(const Composition&) = delete;

    DocumentPlan plan(const Record& record, const Unit& unit, const Period& period,
                      Findings& findings) const;

    // The Word files of the unit's document whose PDF/A is wanted.
    void add_word_files(const Record& record, const Unit& unit, const Period& period,
                        std::vector<AttachedFiles::File>& files) const;

    // An error in a file that travels with documents (a plan lacks a section) touches the documents
    // that it travels with, not all that such files travel with.
    [[nodiscard]] bool of_another_file(const Finding& finding, const Record& record,
                                       const Unit& unit, const Period& period) const;

    const Job& job;
    std::vector<DatasetType> datasets;
    DatasetStore store;
    std::list<Record> records;  // a list: the store remembers members by address
    UnitFinder finder;
    std::vector<Finding> errors;  // those of the findings that can hold a document back
    AttachedFiles* files;         // null: nobody makes PDF/A of Word files

private:
    // Of the form's <attach>, in order; what of them is missing is an error of this document.
    std::vector<AttachedRow> attach(const DocumentForm& form, const Unit& unit,
                                    const std::vector<Datum>& class_row, DataBuilder& builder,
                                    const DocumentNames& names, Findings& findings) const;
};

// Class, grade and pack of a class document; empty for any other.
std::vector<Datum> class_row_of(const Unit& unit, const DocumentNames& names);

// Where a plan came from, to make it again.
struct PlanOrigin {
    std::shared_ptr<const Composition> composition;
    const Record* record;
    Unit unit;
};

}  // namespace hoso
