// SPDX-License-Identifier: Apache-2.0
#include <cstdint>

#include "fuzz/sheet_reader.h"
#include "ingest/tables/spreadsheetml.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string xml(reinterpret_cast<const char*>(bytes), size);
    hoso::test::check_reader(
        [&](hoso::Findings& findings) { return hoso::read_spreadsheetml(xml, "a", findings); });
    return 0;
}
