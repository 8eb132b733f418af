// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include "assess/decision.h"
#include "validate/due/mark_sheets.h"

namespace hoso {

struct Gap {
    std::vector<const MarkCell*> blank;  // those that are due
    int required = 0, regular = 0;
    bool all_blank = false;
};

// Finds the cells of a mark sheet that are due and blank, and says so unless a decision covers
// them.
class GapFinder {
public:
    GapFinder(const std::vector<Decision>& decisions, Faults& faults, Findings& findings);

    // Columns that are blank for everybody; each is one finding.
    std::set<std::string> find_empty_columns(const MarkSheet& sheet,
                                             const std::vector<const Pupil*>& pupils);
    // Which cells of his row are due, blank, and not covered by a decision?
    Gap gap_of(const MarkSheet& sheet, const Pupil& pupil, const std::vector<MarkCell>& cells,
               const std::set<std::string>& empty_columns);
    void report(const MarkSheet& sheet, const Pupil& pupil, const Gap& gap);
    // More ĐĐGtx than are due.
    void surplus(const MarkSheet& sheet, const std::vector<const Pupil*>& pupils);

private:
    [[nodiscard]] const Decision* decision_on(const Pupil& pupil, const MarkSheet& sheet,
                                              const std::string& column) const;
    [[nodiscard]] bool spoiled(const Pupil& pupil, const MarkSheet& sheet,
                               const std::string& column) const;
    bool exempt(const MarkSheet& sheet, const Pupil& pupil, const std::vector<MarkCell>& cells);
    void drop_decided(const MarkSheet& sheet, const Pupil& pupil, Gap& gap);

    Faults& faults_;
    Findings& findings_;
    std::map<std::string, std::vector<const Decision*>> decisions_;
};

}  // namespace hoso
