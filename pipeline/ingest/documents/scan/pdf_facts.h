// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// What qpdf tells of a PDF. This header and its .cpp are C++17: clang 14 refuses qpdf's headers in
// C++20.
namespace hoso {

// An image where a page shows it: pixels, and its place in points.
struct PdfImage {
    double columns = 0, rows = 0;
    double width = 0, height = 0;
};
struct PdfPage {
    double width = 0, height = 0;  // points, as the page is shown
    std::vector<PdfImage> images;
};
struct PdfFacts {
    bool encrypted = false;  // then nothing else is known
    std::string version;
    std::vector<PdfPage> pages;
};

struct PdfLimits {
    std::size_t pages, images, content_bytes;
};

enum class PdfTrouble { None, Damaged, TooLarge, TooManyPages };

// Never throws. On trouble `reason` says more: what qpdf says, or the number of pages.
PdfTrouble read_pdf_facts(std::string_view bytes, const PdfLimits& limits, PdfFacts& facts,
                          std::string& reason);

}  // namespace hoso
