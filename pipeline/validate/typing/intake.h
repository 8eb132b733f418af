// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "validate/setting.h"

namespace hoso {

// A recognised sheet that belongs to this job, with typed values. Rows without a use (a class that
// is not in the job, a subject that its circular does not have) are left out, each with a finding.
struct TypedSheet {
    const SourceTable* source = nullptr;
    const ClassSetting* klass = nullptr;  // nullptr where the rows name their classes
    const Subject* subject = nullptr;     // nullptr where the rows name their subjects
    std::string term;                     // may be empty
    Table table;

    // Scope::dataset of what is wrong here.
    [[nodiscard]] std::string form() const {
        const std::string& dataset = source->table.dataset;
        return has_own_checks(dataset) ? std::string() : dataset;
    }
    [[nodiscard]] Location here() const { return {source->origin, 0, 0}; }
};

// Refuses sheets of another year, term or class, then types every value. A blank cell that is due
// is not judged here; the sign that stood in it ("V") travels in Datum::derivation, rule "gap". A
// pupil's code of another system becomes that of SMAS; the other one travels likewise, rule "code".
std::vector<TypedSheet> take_in(const Setting& setting, const Recognised& recognised,
                                const std::vector<DatasetType>& datasets, Faults& faults,
                                Findings& findings);

}  // namespace hoso
