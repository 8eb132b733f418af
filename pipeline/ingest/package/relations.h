// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "ingest/package/xml_part.h"

namespace hoso {

// What one part of a package says of another (ECMA-376-2, 6.5).
struct Relation {
    std::string target;  // a part's name
    std::string type;    // its last word: "worksheet"
};

// The name of the part that holds the relations of `part`.
std::string relations_part(const std::string& part);

// The relations of `part` within the package, by id. False, with a finding, if their part is
// missing or damaged.
bool read_relations(const ZipArchive& archive, const std::string& part, const Location& place,
                    std::map<std::string, Relation>& relations, Findings& findings);

}  // namespace hoso
