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
// Keeps references to the job, the tables and the catalogue.
struct Composition {
    Composition(const Job& job, const Catalogue& catalogue, const Tables& tables,
                const TemplateFolder& templates, const std::vector<std::string>& only,
                const std::vector<Finding>& findings);
    Composition(const Composition&) = delete;
    Composition& operator=(const Composition&) = delete;

    DocumentPlan plan(const Record& record, const Unit& unit, const Period& period,
                      Findings& findings) const;

    const Job& job;
    std::vector<DatasetType> datasets;
    DatasetStore store;
    std::list<Record> records;  // a list: the store remembers members by address
    UnitFinder finder;
    std::vector<Finding> errors;  // those of the findings that can hold a document back
};

// Where a plan came from, to make it again.
struct PlanOrigin {
    std::shared_ptr<const Composition> composition;
    const Record* record;
    Unit unit;
};

}  // namespace hoso
