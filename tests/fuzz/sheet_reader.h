// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "ingest/ingest.h"
#include "ingest/limits.h"
#include "ingest/unicode.h"

namespace hoso::test {

// What every reader of sheets promises, whatever it is given: sheets or a finding that says why
// not; cells in order, inside the sheet, with text that can be printed; findings that can be read.
template <typename Read>
void check_reader(const Read& read) {
    Findings findings;
    const std::vector<Sheet> sheets = read(findings);
    if (sheets.empty() && findings.size() == 0) __builtin_trap();
    for (const Sheet& sheet : sheets) {
        std::tuple<std::uint32_t, std::uint32_t> last{0, 0};
        for (const Cell& cell : sheet.cells) {
            const std::tuple place{cell.row, cell.column};
            if (place <= last || cell.row == 0 || cell.column == 0) __builtin_trap();
            if (cell.row > limits::kRows || cell.column > limits::kColumns) __builtin_trap();
            if (cell.text.empty() || find_invalid_utf8(cell.text)) __builtin_trap();
            if (find_refused_character(cell.text)) __builtin_trap();
            last = place;
        }
    }
    for (const Finding& finding : findings.items()) {
        message(finding, Language::Vietnamese);
        hint(finding, Language::English);
        for (const Location& place : finding.places) describe(place);
    }
}

}  // namespace hoso::test
