// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "compose/compose.h"
#include "fill/fill.h"
#include "vocabulary/clock.h"
#include "vocabulary/disk.h"

namespace hoso {

// The four faces of Liberation Serif 2 as fixed subsets made at build time, and DejaVu-free drawn
// check boxes. Loaded once, shared by all workers.
class FontSet {
public:
    // `folder`: the subsets made by tools/make-font-subsets at build time.
    // `full`: the folder of fonts-liberation2, for documents with rarer characters.
    FontSet(Disk& disk, const std::filesystem::path& folder, const std::filesystem::path& full);
    ~FontSet();
    FontSet(FontSet&&) noexcept;
    [[nodiscard]] const std::string& digest() const;  // SHA-256 over the subsets' bytes
    struct Faces;
    [[nodiscard]] const Faces& faces() const { return *faces_; }

private:
    std::unique_ptr<Faces> faces_;
};

// A place for a signature, in PDF points from the lower left corner of the page.
struct SignatureArea {
    std::string role;
    int page = 0;  // 0-based
    double x = 0, y = 0, width = 0, height = 0;
};

struct PdfRendition {
    std::string bytes;  // PDF/A-2u with one empty signature field per area, named by role
    int pages = 0;
    std::vector<SignatureArea> areas;
    std::vector<int> printed;  // lineage ids that stand on the pages, ascending
};

struct RenderOptions {
    std::string title;       // XMP and Info
    std::string author;      // the school
    Date created;            // from the job, never the clock
    std::string id_seed;     // document ID = SHA-256 of it
    bool draft = false;      // BẢN NHÁP across each page
    std::string print_code;  // "Mã bản in", foot of each page; empty: none
};

// XHTML (docs/templates.md) → pages. What the subset does not know, an overflow, a glyph that no
// face has: findings with the template's element; never a silent loss. Deterministic.
PdfRendition render_pdf(const std::string& xhtml, const std::vector<LineageEntry>& lineage,
                        const FontSet& fonts, const RenderOptions& options, Findings& findings);

// XHTML workbook (docs/templates.md) → XLSX written to disk.scratch_path(target), then published.
// Cells whose text is exactly one framed value get the value's type (number with 0.0, date).
void render_xlsx(const std::string& xhtml, const std::vector<LineageEntry>& lineage,
                 const RenderOptions& options, Disk& disk, const std::filesystem::path& target,
                 Findings& findings);

// The print bundle: many documents after one another in one PDF, fonts shared, bookmarks
// (class › pupil), a contents page with counts, each document starting on an odd page.
struct PrintPart {
    std::string group;  // "Lớp 6A"
    std::string title;  // bookmark: the pupil's name
    std::string xhtml;
};
PdfRendition render_print_bundle(const std::vector<PrintPart>& parts, const std::string& heading,
                                 const FontSet& fonts, const RenderOptions& options,
                                 Findings& findings);

}  // namespace hoso
