// SPDX-License-Identifier: Apache-2.0
#include <cstdint>

#include "fuzz/sheet_reader.h"
#include "ingest/documents/scan/scan.h"
#include "support/pdf_builder.h"

namespace {

void read(const std::string& pdf) {
    hoso::test::check_reader([&](hoso::Findings& findings) {
        const auto scan = hoso::read_pdf(pdf, "a", findings);
        std::vector<hoso::Sheet> sheets;
        if (scan) sheets.push_back(hoso::scan_sheet(*scan, "a", "0", findings));
        return sheets;
    });
}

}  // namespace

// As a file; as what a page draws, and as the object of that page, which a fuzzer would have to
// find through the table of offsets around them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using hoso::test::pdf_of;
    using hoso::test::pdf_stream;
    const std::string input(reinterpret_cast<const char*>(bytes), size);
    read(input);
    const std::string page =
        "<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /XObject << /I 4 0 R /F 5 0 R "
        ">> >> >>";
    const std::string image = "/Type /XObject /Subtype /Image /Width 2480 /Height 3508";
    const auto book = [&](const std::string& third, const std::string& contents) {
        read(pdf_of({"<< /Type /Catalog /Pages 2 0 R >>",
                     "<< /Type /Pages /MediaBox [0 0 595 842] /Count 1 /Kids [3 0 R] >>", third,
                     pdf_stream(image, "x"),
                     pdf_stream("/Type /XObject /Subtype /Form /BBox [0 0 1 1]", contents)}));
    };
    book(page, input);
    book(input, "q 595 0 0 842 0 0 cm /I Do Q");
    return 0;
}
