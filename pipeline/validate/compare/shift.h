// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "assess/assess.h"

namespace hoso {

// A reported average beside the recomputed one; rows in the order of the sheet.
struct ReportedRow {
    std::string pupil, name, klass;
    const Datum* reported = nullptr;
    const Datum* computed = nullptr;
    bool differs = false;
};

// The marks of a pupil in a subject and term.
class MarkIndex {
public:
    explicit MarkIndex(const Tables& tables);
    struct Cell {
        std::string column;
        const Datum* datum;
    };
    [[nodiscard]] const std::vector<Cell>* find(const std::string& pupil,
                                                const std::string& subject,
                                                const std::string& term) const;
    // Where this column of his stands; `otherwise` if unknown or if no column is named.
    [[nodiscard]] Location where(const std::string& pupil, const std::string& subject,
                                 const std::string& term, const std::string& column,
                                 const Location& otherwise) const;

private:
    std::unordered_map<std::string, std::vector<Cell>> cells_;
};

// Marks that were pasted one row too low or too high.
struct Shift {
    std::size_t first = 0, last = 0;  // rows
    std::string column;               // empty: the whole row has moved
};

// A run of at least five neighbouring rows that do not fit, and that fit once the marks (all of
// them, or one column) are moved by one row.
std::optional<Shift> find_shift(const std::vector<ReportedRow>& rows, const MarkIndex& marks,
                                const std::string& subject, const std::string& term);

}  // namespace hoso
