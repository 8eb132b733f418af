// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <string>

#include "ingest/csv/csv.h"
#include "ingest/unicode.h"

// A text file in whatever encoding. A refusal has a reason, what is read can be printed, and each
// cell that holds no value is named by a finding.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string input(reinterpret_cast<const char*>(bytes), size);
    hoso::Findings findings;
    hoso::Sheet sheet;
    const bool read = hoso::read_csv(input, "a", sheet, findings);
    if (!read && findings.size() == 0) __builtin_trap();
    bool refused = false;
    for (const hoso::Cell& cell : sheet.cells) {
        if (hoso::find_refused_character(cell.text)) __builtin_trap();
        refused = refused || cell.kind == hoso::CellKind::Error;
    }
    if (refused && findings.size() == 0) __builtin_trap();
    if (read && sheet.encoding.empty()) __builtin_trap();
    for (const hoso::Finding& finding : findings.items()) {
        message(finding, hoso::Language::Vietnamese);
        hint(finding, hoso::Language::English);
    }
    return 0;
}
