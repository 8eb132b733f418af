// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "catalogue/catalogue.h"
#include "console.h"
#include "vocabulary/disk.h"

namespace hoso {

// A printed value and how it came about, from the lineage that its bundle holds.
struct Explanation {
    std::string field;                // as the form names it: "subjects[1].hk1.average"
    std::string path;                 // for people: "Toán › hk1 › ĐTB"
    std::string printed;              // "8,1"
    std::string rule, formula;        // with the numbers put in; empty: it simply stands in a cell
    std::vector<std::string> places;  // "smas/HK1/BangDiem_6A.xlsx › Toan_6A › F7, G7"
};

struct ExplainedDocument {
    std::string bundle, record, title, period, document;  // document: path in the bag
    std::string klass, unit;
    std::vector<Explanation> values;
};

struct ExplainRequest {
    std::filesystem::path out = "outputs";
    std::filesystem::path templates;
    // A PDF made by hoso (wherever it lies now), a pupil's code, or a pupil's name.
    std::string what;
    std::string field;  // words that must all be in the path; empty: everything
};

// What the last version of each sealed bundle below `out` says of it; of a class book only what
// stands in the pupil's own rows. UsageError when no bundle knows it.
std::vector<ExplainedDocument> explain(const ExplainRequest& request, Disk& disk);

void print_explanation(std::ostream& out, const std::vector<ExplainedDocument>& documents,
                       const PrintStyle& style);

}  // namespace hoso
