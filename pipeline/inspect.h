// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "console.h"
#include "recognise/facts.h"
#include "report.h"
#include "vocabulary/disk.h"
#include "vocabulary/office.h"

namespace hoso {

struct InspectRequest {
    std::vector<std::filesystem::path> paths;  // files or folders
    std::filesystem::path templates;           // the shipped ones
    // Whose templates/ is laid over the shipped ones; else the nearest folder above the file that
    // has a hoso.toml.
    std::optional<std::filesystem::path> job;
    std::optional<std::filesystem::path> draft;  // a new file for a profile of what is unknown
    unsigned workers = 1;
};

struct InspectedFile {
    std::string path;    // as a run of its job names it
    std::string format;  // from the bytes; empty: a run does not read such a file
    std::string sha256;
    std::uint64_t size = 0;
    std::vector<SheetFacts> sheets;  // of a Word document those of its tables that are read
    std::vector<DocumentFacts> documents;
    std::vector<FindingLine> findings;
};

struct InspectReport {
    std::vector<InspectedFile> files;
    std::vector<FindingLine> elsewhere;  // findings of no file
    // Layouts that were drafted for sheets that none fits; the file they were written to, if one
    // was asked for.
    std::vector<std::string> drafted;
    std::string draft;
    // Every sheet and Word document; no error anywhere.
    [[nodiscard]] bool all_recognised() const;
};

// What each file was taken for, and why. Writes nothing but request.draft, which must not be there
// yet: somebody may have mended it.
InspectReport inspect(const InspectRequest& request, Disk& disk, Office& office);

std::string to_json(const InspectReport& report);  // docs/inspect-schema.json
void print_document(std::ostream& out, const DocumentFacts& document, const PrintStyle& style);
void print_inspection(std::ostream& out, const InspectReport& report, const PrintStyle& style);

}  // namespace hoso
