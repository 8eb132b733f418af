// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>

#include "report.h"
#include "status.h"
#include "verify/verify.h"
#include "vocabulary/finding.h"

namespace hoso {

struct PrintStyle {
    Language language = Language::Vietnamese;
    bool colour = false;
    bool quiet = false;
};

// Findings first (errors, warnings, notes; by place), then what came in, was made, was held back,
// where the bundles are and how long it took.
void print_report(std::ostream& out, const RunReport& report, const PrintStyle& style);
void print_findings(std::ostream& out, const std::vector<FindingLine>& findings,
                    const PrintStyle& style);
void print_verification(std::ostream& out, const VerificationReport& report,
                        const std::vector<Finding>& faults, const PrintStyle& style);
// The catalogue with its periods: due when, how far each class is, whom to remind. `klass` and
// `person` narrow it to what concerns them.
struct StatusFilter {
    std::string klass, person;
};
void print_status(std::ostream& out, const std::vector<RecordStatus>& status,
                  const StatusFilter& filter, const PrintStyle& style);

// One line on stderr, redrawn; nothing at all unless stderr is a terminal.
class ProgressBar {
public:
    explicit ProgressBar(bool shown) : shown_(shown) {}
    ~ProgressBar() { clear(); }
    void show(const std::string& stage, std::size_t done, std::size_t total);
    void clear();

private:
    bool shown_;
    bool drawn_ = false;
};

}  // namespace hoso
