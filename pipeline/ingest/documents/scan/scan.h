// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.h"

namespace hoso {

// A page of a hard-copy book that was scanned, or of any other PDF.
struct ScanPage {
    bool image = false;            // a picture fills most of it
    std::optional<double> dpi;     // of that picture, the smaller of both directions
    double width = 0, height = 0;  // millimetres; 0: not known
};
struct Scan {
    std::string format;   // "PDF" "JPEG" "PNG" …
    std::string version;  // of PDF; else empty
    std::vector<ScanPage> pages;
};

// What digitised records need: QC and Nghị định 30/2020 ask for PDF 1.4 and 200 dpi.
inline constexpr double kNeededDpi = 200;

// A sheet "Bản quét" with one row; findings for pages whose resolution is too low or not known.
Sheet scan_sheet(const Scan& scan, const std::string& path, const std::string& digest,
                 Findings& findings);

// nullopt, with a finding, if the file must be refused: damaged, encrypted, beyond the limits.
std::optional<Scan> read_pdf(std::string_view bytes, const std::string& path, Findings& findings);
std::optional<Scan> read_image(std::string_view bytes, const std::string& path, Findings& findings);

}  // namespace hoso
