// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "assess/assess.h"
#include "catalogue/job.h"
#include "recognise/recognise.h"

namespace hoso {

// Typed, cross-checked, recomputed. Only validate() makes one; what compose prints comes from here
// and from nowhere else. Errors among the findings do not stop it: compose asks held_back().
class ValidBatch {
public:
    [[nodiscard]] const Tables& tables() const { return tables_; }
    [[nodiscard]] const Table& table(const std::string& dataset) const;  // empty table if absent

private:
    friend ValidBatch validate(const Job&, const Recognised&, const TemplateFolder&, Findings&);
    Tables tables_;
};

// Types every value, settles who is who (code + name + birth date, never by row position), checks
// keys, references and scope (classes and head-counts of the job), calls assess(), and compares
// the vendor's derived columns with the recomputed ones (DESIGN, decision 11).
ValidBatch validate(const Job& job, const Recognised& recognised, const TemplateFolder& templates,
                    Findings& findings);

}  // namespace hoso
