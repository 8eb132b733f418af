// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "vocabulary/finding.h"

namespace hoso {

// What templates/datasets/<id>.xml demands of a dataset's rows (docs/templates.md §6). validate
// checks it; every name of a column or dataset here exists.
struct Constraint {
    enum class Kind { Required, Pattern, Range, Enum, Unique, Sequential, Reference, Equal };
    // A column, or a part of its value.
    struct Part {
        // Of "12/QĐ-THCSNP": 12, "QĐ-THCSNP"; Year is that of a date.
        enum class Of { Whole, Year, Number, Symbol };
        std::string column;
        Of of = Of::Whole;
    };
    struct Term {
        int sign = 1;
        std::string column;
    };

    std::string where;  // "templates/datasets/health.xml:12:3"
    Kind kind = Kind::Required;
    Severity severity = Severity::Error;
    std::string column;               // all but Unique
    std::string when;                 // Required: only where this cell is not blank
    std::string pattern, example;     // Pattern: ECMAScript, of the whole value
    std::string from, to;             // Range: a number, a date, or "@column"; may be empty
    std::string unit;                 // Range: "cm"
    int age = -1;                     // Range: only for pupils of this age; -1: for all
    std::vector<std::string> values;  // Enum
    std::vector<Part> parts;          // Unique: what is unique together; Sequential: within what
    int first = -1;                   // Sequential: the number to begin with; -1: any
    // Reference: the value stands in column `key` of `dataset`. Equal: it equals column `other` of
    // the row there whose `key` is our `by`, or else the sum of columns of its own row.
    std::string dataset, key, by, other;
    std::vector<Term> sum;
};

}  // namespace hoso
