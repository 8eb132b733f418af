// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "report.h"
#include "vocabulary/clock.h"
#include "vocabulary/disk.h"
#include "vocabulary/office.h"

namespace hoso {

struct RunRequest {
    std::filesystem::path job;  // folder with hoso.toml
    std::filesystem::path out = "outputs";
    std::filesystem::path templates;   // the shipped ones
    std::filesystem::path fonts;       // subsets made at build time
    std::filesystem::path full_fonts;  // fonts-liberation2
    std::vector<std::string> periods;  // empty: what the job's [run] names
    std::vector<std::string> only;     // record ids; empty: all
    // Record ids to be made now, as things stand today (period YC-<day>-01), whatever the calendar
    // says; then `periods` and `only` must be empty.
    std::vector<std::string> on_demand;
    std::string key_password;
    std::filesystem::path annotate;  // folder for the annotated workbooks; empty: below `out`
    unsigned workers = 1;
    bool check_only = false;  // ingest … validate, nothing is made
    bool partial = false;     // seal although units are held back
    bool draft = false;       // BẢN NHÁP: unsigned, not sealed
};

// Called as work goes on, from one thread at a time: stage in the user's words, done of total.
using Progress = std::function<void(const std::string& stage, std::size_t done, std::size_t total)>;

// From exports to sealed, verified bundles. Data that is wrong is in the report's findings; a
// machine that is wrong throws (errors.h). Nothing is ever written into the job folder.
// An unchanged job gives the last report back without doing the work again.
RunReport run_batch(const RunRequest& request, Disk& disk, Office& office, const Clock& clock,
                    const Progress& progress);

}  // namespace hoso
