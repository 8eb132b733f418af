// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "render/render.h"
#include "report.h"
#include "vocabulary/disk.h"

namespace hoso {

// A document between the moments "prepared" and "sealed", kept in outputs/.work/documents/<key>/.
// The key covers everything it was made from, so whatever lies there is still right.
struct PreparedDocument {
    int pages = 0;
    std::vector<SignatureArea> areas;
    std::vector<int> printed;  // lineage ids on the pages
    struct Signature {
        std::string role, name, certificate_sha256, time;
    };
    std::vector<Signature> signatures;  // in PDF and workbook already, in order
    std::string pdf_sha256;
    std::string workbook_sha256;  // empty: the form has none
    bool has_findings = false;    // warnings of fill and render, to be said again by each run
};

// What was sealed (or is about to be) under a bundle name. Written before the bundle itself, so
// that a killed run writes the same version again instead of a new one.
struct SealedVersion {
    int version = 1;
    std::string content;  // digest over the documents' keys and the balance
    std::string sha256;   // of the zip; empty until it stands
    std::string supersedes;
};

class WorkFolder {
public:
    WorkFolder(Disk& disk, std::filesystem::path out) : disk_(&disk), root_(out / ".work") {}

    // Each state of signing has a file of its own, so that a kill between file and record leaves
    // the state before.
    [[nodiscard]] std::filesystem::path pdf(const std::string& key, std::size_t signatures) const;
    [[nodiscard]] std::filesystem::path workbook(const std::string& key,
                                                 std::size_t signatures) const;
    // PDF/A of Word files, each under its own digest.
    [[nodiscard]] std::filesystem::path archive_copies() const { return root_ / "archive"; }
    // The document as it was left; nullopt if there is none or its bytes do not fit its record.
    [[nodiscard]] std::optional<PreparedDocument> load(const std::string& key) const;
    // Writes the PDF and the workbook (if the form has one), then their record: a document counts
    // only when its record stands.
    void save(const std::string& key, PreparedDocument document, std::string_view pdf,
              std::string_view workbook) const;

    [[nodiscard]] std::optional<SealedVersion> sealed(const std::string& name) const;
    void save_sealed(const std::string& name, const SealedVersion& version) const;

    // The report of the last run that made something.
    [[nodiscard]] std::optional<RunReport> last_report(const std::string& school,
                                                       const std::string& year) const;
    // The last run's report with the records that earlier runs made of other periods.
    [[nodiscard]] std::optional<RunReport> status(const std::string& school,
                                                  const std::string& year) const;
    void save_report(const std::string& school, const RunReport& report) const;

    // The annotated workbooks that the last run or check left.
    [[nodiscard]] std::vector<std::string> annotated(const std::string& school,
                                                     const std::string& year) const;
    void save_annotated(const std::string& school, const std::string& year,
                        const std::vector<std::string>& paths) const;

private:
    [[nodiscard]] std::optional<RunReport> read_report(const std::filesystem::path& path) const;
    [[nodiscard]] std::filesystem::path folder(const std::string& key) const;
    Disk* disk_;
    std::filesystem::path root_;
};

}  // namespace hoso
