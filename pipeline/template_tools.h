// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "console.h"
#include "vocabulary/disk.h"
#include "vocabulary/finding.h"
#include "vocabulary/office.h"

namespace hoso {

// Tools for those who change a form or add a record (docs/bieu-mau.vi.md).
struct TemplateRequest {
    std::filesystem::path job;         // its templates/ lies over the shipped ones; empty: none
    std::filesystem::path templates;   // the shipped ones
    std::filesystem::path fonts;       // subsets made at build time
    std::filesystem::path full_fonts;  // fonts-liberation2
    std::string record, form;          // "I.15", "so"; form empty: each of the record's
    unsigned workers = 1;
};

// What came of one sample of one form.
struct FormTrial {
    std::string record, form, sample;  // sample: "sample", "sample-empty"; "": the form has none
    bool longest = false;              // filled with the longest names and texts there may be
    int pages = 0;
    bool workbook = false;
    std::vector<FindingLine> findings;
};

// Reads record.xml and the templates (unknown elements, fields that nobody declares), fills and
// lays out each sample as it is and with its texts made as long as they may become. An empty
// `record` means all records. UsageError names file, line and column where record.xml is wrong.
std::vector<FormTrial> check_templates(const TemplateRequest& request, Disk& disk);
void print_trials(std::ostream& out, const std::vector<FormTrial>& trials, const PrintStyle& style);

struct PreviewRequest : TemplateRequest {
    std::string sample = "sample";
    // Real rows of the job instead of a sample: of this period, of this unit (a class, a pupil's
    // code); unit empty: the first.
    std::string period, unit;
    bool longest = false;
    int rows = 0;  // how many rows each list of numbered rows (with `seq`) gets; 0: as they are
    std::filesystem::path target;  // .pdf; the workbook lies beside it as .xlsx
    bool png = false;              // and each page as <target>-<n>.png, by pdftoppm
};
FormTrial preview_template(const PreviewRequest& request, Disk& disk, Office& office);
// Changes whenever a file does that the preview depends on.
std::string template_state(const TemplateRequest& request, Disk& disk);

// Copies the record `from` into JOB/templates/records/<id> and enters it in JOB/templates/
// catalogue.xml. Gives the files that were written. UsageError if there is such a record already.
std::vector<std::string> new_template(const TemplateRequest& request, const std::string& from,
                                      const std::string& title, Disk& disk);

}  // namespace hoso
