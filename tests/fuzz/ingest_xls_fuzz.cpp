// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string>

#include "ingest/ingest.h"
#include "unit/ingest/xls_builder.h"

namespace {

using namespace hoso::test;

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

// What a sheet's records can refer to.
std::string globals() {
    return font(u"Arial") + font(u".VnTime") + format(164, "dd/mm/yyyy") +
           format(165, "0000000000") + xf(0, 0) + xf(1, 164) + xf(0, 165) +
           sst({wide(u"Toán"), narrow("A")});
}

}  // namespace

// As a file; as the Workbook stream of one; as the records of a sheet and of a string table, which
// a fuzzer would have to find through all that stands around them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string input(reinterpret_cast<const char*>(bytes), size);
    read(input);
    if (size > 1 << 16) return 0;
    read(ole2_of(input));
    read(xls_of(input, globals()));
    read(xls_of(shared(0, 0, 0) + shared(0, 1, 1), input));
    return 0;
}
