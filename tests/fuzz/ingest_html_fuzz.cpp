// SPDX-License-Identifier: Apache-2.0
#include <cstdint>

#include "fuzz/sheet_reader.h"
#include "ingest/html/html.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string page(reinterpret_cast<const char*>(bytes), size);
    hoso::test::check_reader(
        [&](hoso::Findings& findings) { return hoso::read_html(page, "a", findings); });
    return 0;
}
