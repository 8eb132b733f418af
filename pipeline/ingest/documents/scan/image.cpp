// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "ingest/documents/scan/image_facts.h"
#include "ingest/documents/scan/scan.h"
#include "ingest/limits.h"
#include "ingest/report.h"
#include "ingest/rules.h"

namespace hoso {

namespace rule = ingest_rule;

std::optional<Scan> read_image(std::string_view bytes, const std::string& path,
                               Findings& findings) {
    constexpr double kInch = 25.4;  // millimetres
    const ImageFacts facts = read_image_facts(bytes, limits::kImagePages);
    if (!facts.supported || !facts.whole) {
        report(findings, facts.supported ? rule::image_damaged : rule::image_unsupported,
               {whole_file(path)}, {{"format", facts.format}});
        return std::nullopt;
    }
    Scan scan{facts.format, "", {}};
    for (const ImagePage& image : facts.pages) {
        ScanPage page;
        page.image = true;
        if (image.dpi_x > 0 && image.dpi_y > 0) {
            page.dpi = std::min(image.dpi_x, image.dpi_y);
            page.width = image.columns / image.dpi_x * kInch;
            page.height = image.rows / image.dpi_y * kInch;
        }
        scan.pages.push_back(page);
    }
    return scan;
}

}  // namespace hoso
