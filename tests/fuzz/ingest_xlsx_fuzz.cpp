// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string>

#include "ingest/unicode.h"
#include "unit/ingest/workbook.h"
#include "vocabulary/text.h"

// The XML of a sheet, of its string table, of its styles and of its workbook, separated by U+001E
// and packed here: a fuzzer would have to find through the checksums of a zip.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string input(reinterpret_cast<const char*>(bytes), size);
    auto parts = hoso::split(input, '\x1E');
    parts.resize(4);
    hoso::Findings findings;
    const auto sheets =
        hoso::read_sheets(hoso::test::zip_of(hoso::test::workbook_parts(
                              {{"6A", parts[0], ""}}, parts[1], parts[2], parts[3])),
                          "a", findings);
    if (sheets.empty() && findings.size() == 0) __builtin_trap();
    for (const hoso::Sheet& sheet : sheets) {
        for (const hoso::Cell& cell : sheet.cells) {
            if (hoso::find_refused_character(cell.text)) __builtin_trap();
        }
    }
    for (const hoso::Finding& finding : findings.items()) {
        message(finding, hoso::Language::Vietnamese);
        hint(finding, hoso::Language::English);
    }
    return 0;
}
