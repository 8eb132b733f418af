// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string>

#include "unit/ingest/workbook.h"

namespace {

// Not a crash, but a promise broken: no sheets and nobody is told.
void read(const std::string& bytes) {
    hoso::Findings findings;
    const auto sheets = hoso::read_sheets(bytes, "a", findings);
    if (sheets.empty() && findings.size() == 0) __builtin_trap();
    for (const hoso::Finding& finding : findings.items()) {
        message(finding, hoso::Language::Vietnamese);
        hint(finding, hoso::Language::English);
    }
}

}  // namespace

// As a file, and as the inside of a sheet, which a checksum would keep a fuzzer from.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string input(reinterpret_cast<const char*>(bytes), size);
    read(input);
    read(hoso::test::zip_of(hoso::test::workbook_parts({{"6A", input, ""}}, input, input)));
    return 0;
}
