// SPDX-License-Identifier: Apache-2.0
#include "ingest/documents/scan/scan.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ingest/report.h"
#include "ingest/rules.h"

namespace hoso {

namespace rule = ingest_rule;

namespace {

constexpr std::array kHeadings{"Tệp",           "Định dạng", "Số trang", "Độ phân giải (dpi)",
                               "Phiên bản PDF", "Rộng (mm)", "Cao (mm)", "SHA-256"};

constexpr double kLargest = 1e6;  // beyond it a length or a resolution is nonsense

// "1–3, 7"
std::string listed(const std::vector<std::size_t>& pages) {
    std::string text;
    for (std::size_t i = 0; i < pages.size();) {
        std::size_t last = i;
        while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
        text += (text.empty() ? "" : ", ") + std::to_string(pages[i]);
        if (last > i) text += "–" + std::to_string(pages[last]);
        i = last + 1;
    }
    return text;
}

std::string rounded(double value) { return std::to_string(std::llround(value)); }

}  // namespace

Sheet scan_sheet(const Scan& scan, const std::string& path, const std::string& digest,
                 Findings& findings) {
    std::optional<double> lowest;
    std::vector<std::size_t> low, unknown;
    for (std::size_t i = 0; i < scan.pages.size(); ++i) {
        const ScanPage& page = scan.pages[i];
        if (!page.image) continue;
        if (!page.dpi || *page.dpi >= kLargest) {
            unknown.push_back(i + 1);
            continue;
        }
        lowest = std::min(*page.dpi, lowest.value_or(*page.dpi));
        // Programs write 199.9 for what was scanned at 200.
        if (std::llround(*page.dpi) < std::llround(kNeededDpi)) low.push_back(i + 1);
    }
    Sheet sheet;
    sheet.origin = std::make_shared<const Origin>(Origin{path, "Bản quét"});
    sheet.format = scan.format == "PDF" ? "pdf" : "image";
    sheet.encoding = "UTF-8";
    sheet.last_row = 2;
    sheet.last_column = kHeadings.size();
    std::uint32_t column = 0;
    for (const char* heading : kHeadings) {
        sheet.cells.push_back({1, ++column, CellKind::Text, false, heading});
    }
    column = 0;
    const auto put = [&](CellKind kind, std::string text) {
        ++column;
        if (!text.empty()) sheet.cells.push_back({2, column, kind, false, std::move(text)});
    };
    const auto measure = [&](double value) {
        put(CellKind::Number, value > 0 && value < kLargest ? rounded(value) : "");
    };
    put(CellKind::Text, path);
    put(CellKind::Text, scan.format);
    put(CellKind::Number, std::to_string(scan.pages.size()));
    measure(lowest.value_or(0));
    put(CellKind::Text, scan.version);
    measure(scan.pages.empty() ? 0 : scan.pages.front().width);
    measure(scan.pages.empty() ? 0 : scan.pages.front().height);
    put(CellKind::Text, digest);

    const std::string limit = rounded(kNeededDpi);
    const Location place{sheet.origin, 2, 4};
    if (!low.empty()) {
        report(findings, rule::scan_resolution, {place},
               {{"dpi", rounded(*lowest)}, {"pages", listed(low)}, {"limit", limit}});
    }
    if (!unknown.empty()) {
        report(findings, rule::scan_resolution_unknown, {place},
               {{"pages", listed(unknown)}, {"limit", limit}});
    }
    return sheet;
}

}  // namespace hoso
