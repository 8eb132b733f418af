// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "console.h"
#include "corrections/corrections.h"
#include "pipeline.h"

namespace hoso {

struct SealedBookLine {
    std::string bundle, record, period, sealed_at, sha256;
    std::size_t marks = 0;
};

// What became of the marks since they were sealed (regulation, Điều 5).
struct DiffReport {
    std::string school, year, as_of;
    std::vector<SealedBookLine> books;  // what was compared with; empty: nothing is sealed yet
    std::vector<MarkChange> changes;
    std::vector<FindingLine> findings;  // of the comparison alone

    [[nodiscard]] int exit_code() const;  // 1: something must be mended
};

// Reads and checks the exports as `check` does and holds their marks against the last sealed
// bundles of request.out. Writes nothing.
DiffReport run_diff(const RunRequest& request, Disk& disk, Office& office, const Clock& clock,
                    const Progress& progress);

std::string to_json(const DiffReport& report);  // docs/diff-schema.json
void print_diff(std::ostream& out, const DiffReport& report, const PrintStyle& style);

}  // namespace hoso
