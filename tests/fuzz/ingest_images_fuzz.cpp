// SPDX-License-Identifier: Apache-2.0
#include <cstdint>

#include "fuzz/sheet_reader.h"
#include "ingest/documents/scan/scan.h"

// A picture of a page: JPEG, PNG, TIFF, GIF, BMP, or what no archive takes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string image(reinterpret_cast<const char*>(bytes), size);
    hoso::test::check_reader([&](hoso::Findings& findings) {
        const auto scan = hoso::read_image(image, "a", findings);
        std::vector<hoso::Sheet> sheets;
        if (scan) sheets.push_back(hoso::scan_sheet(*scan, "a", "0", findings));
        return sheets;
    });
    return 0;
}
