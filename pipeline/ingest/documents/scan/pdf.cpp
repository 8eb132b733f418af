// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "ingest/documents/scan/pdf_facts.h"
#include "ingest/documents/scan/pdf_streams.h"
#include "ingest/documents/scan/scan.h"
#include "ingest/limits.h"
#include "ingest/report.h"
#include "ingest/rules.h"

namespace hoso {

namespace rule = ingest_rule;

namespace {

constexpr double kPoint = 25.4 / 72;  // millimetres

// What a library says, as far as a person can read it.
std::string printable(const std::string& text) {
    std::string result;
    for (const char c : text.substr(0, 200)) result += c >= 0x20 && c < 0x7F ? c : '?';
    return result;
}

double dpi_of(const PdfImage& image) {
    if (image.width <= 0 || image.height <= 0) return 0;
    return 72 * std::min(image.columns / image.width, image.rows / image.height);
}

// A page is a scan if its images cover half of it: some scanners write a page as many strips. Its
// resolution is that of the largest one; of several as large (a coloured ground below the ink) the
// best, because that is the one with the letters.
ScanPage scan_page(const PdfPage& page) {
    constexpr double kAsLarge = 0.9;
    ScanPage result;
    result.width = page.width * kPoint;
    result.height = page.height * kPoint;
    const auto area = [](const PdfImage& image) { return image.width * image.height; };
    double largest = 0, covered = 0;
    for (const PdfImage& image : page.images) {
        largest = std::max(largest, area(image));
        covered += area(image);
    }
    result.image = largest > 0 && covered >= page.width * page.height / 2;
    if (!result.image) return result;
    double best = 0;
    for (const PdfImage& image : page.images) {
        if (area(image) >= kAsLarge * largest) best = std::max(best, dpi_of(image));
    }
    if (best > 0 && std::isfinite(best)) result.dpi = best;
    return result;
}

bool is_older(const std::string& version, const std::string& needed) {
    return version.size() == needed.size() && version < needed;
}

}  // namespace

std::optional<Scan> read_pdf(std::string_view bytes, const std::string& path, Findings& findings) {
    const Location file = whole_file(path);
    const auto refuse = [&](const Rule& r, std::map<std::string, std::string> args) {
        report(findings, r, {file}, std::move(args));
        return std::nullopt;
    };
    const std::string large =
        find_stream_too_large(bytes, {limits::kPdfStreamBytes, limits::kPdfTotalBytes});
    if (!large.empty()) return refuse(rule::pdf_too_large, {{"reason", large}});
    PdfFacts facts;
    std::string reason;
    switch (read_pdf_facts(bytes, {limits::kPdfPages, limits::kPdfImages, limits::kPdfContentBytes},
                           facts, reason)) {
        case PdfTrouble::Damaged:
            return refuse(rule::pdf_damaged, {{"reason", printable(reason)}});
        case PdfTrouble::TooLarge:
            return refuse(rule::pdf_too_large, {{"reason", printable(reason)}});
        case PdfTrouble::TooManyPages:
            return refuse(rule::pdf_too_many_pages,
                          {{"count", reason}, {"limit", std::to_string(limits::kPdfPages)}});
        case PdfTrouble::None:
            break;
    }
    if (facts.encrypted) return refuse(rule::password_protected, {});
    Scan scan{"PDF", printable(facts.version), {}};
    for (const PdfPage& page : facts.pages) scan.pages.push_back(scan_page(page));
    if (is_older(scan.version, "1.4")) {
        report(findings, rule::pdf_old_version, {file}, {{"version", scan.version}});
    }
    return scan;
}

}  // namespace hoso
