// SPDX-License-Identifier: Apache-2.0
#include <cstdint>

#include "fuzz/sheet_reader.h"
#include "ingest/tables/ods.h"
#include "unit/ingest/zip_builder.h"

// As content.xml, as styles.xml and as the whole file: a checksum would keep a fuzzer from the
// first two. And as a file that is XML alone.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string input(reinterpret_cast<const char*>(bytes), size);
    for (const std::string& file :
         {hoso::test::zip_of({{"content.xml", input}, {"styles.xml", input}}), input}) {
        hoso::test::check_reader(
            [&](hoso::Findings& findings) { return hoso::read_ods(file, "a", findings); });
    }
    hoso::test::check_reader(
        [&](hoso::Findings& findings) { return hoso::read_fods(input, "a", findings); });
    return 0;
}
