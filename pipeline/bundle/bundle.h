// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "catalogue/catalogue.h"
#include "compose/compose.h"
#include "ingest/ingest.h"
#include "sign/sign.h"
#include "vocabulary/clock.h"
#include "vocabulary/disk.h"

namespace hoso {

struct SignatureState {
    std::string role, name, certificate_sha256;
    std::string state;  // "signed" "waiting"
    std::string time;   // ISO, claimed
};

// One finished document on disk: files[0] is the PDF; its workbook and what travels with it follow.
struct SealedDocument {
    const DocumentPlan* plan = nullptr;
    struct File {
        std::string path;  // in the bag: "data/6A/I.03_6A_HK1.pdf"
        std::filesystem::path on_disk;
        std::string media_type;
        int pages = 0;
        std::string as_came =
            {};  // the job file that this one is, byte for byte; empty: made by hoso
        std::string pdfa_of = {};  // the files of the bag (blanks between) whose PDF/A this is
    };
    std::vector<File> files;
    std::vector<int> printed;  // lineage ids that stand on the pages
    std::vector<SignatureState> signatures;
};

struct BundleInput {
    const Job* job = nullptr;
    const RecordType* record = nullptr;
    const RecordBatch* batch = nullptr;
    std::vector<SealedDocument> documents;
    std::vector<SourceFile> sources;                  // what it was made from
    std::vector<Finding> findings;                    // of this record and period
    std::map<std::string, std::string> extra;         // further tag files: "metadata/…" → bytes
    std::vector<std::filesystem::path> certificates;  // PEM files for metadata/certs/
    const Signer* seal = nullptr;                     // signs the tag manifest; null: unsigned
    Instant sealed_at;
    std::string engine;  // "hoso 0.1.0"
    bool partial = false;
    int version = 1;
    std::string supersedes;  // sha256 of the bundle before
};

struct Package {
    std::filesystem::path path;
    std::string sha256;
    std::string name;  // "I.03_THCSNP_2021-2022_HK1_v1"
    std::size_t documents = 0;
    std::uint64_t bytes = 0;
};

// One BagIt 1.0 bag, zipped (DESIGN "Bundle"). PDFs stored, texts deflated, times fixed to
// sealed_at, order fixed. Written whole or not at all. Throws std::logic_error when the balance
// in_scope = made + held back + not applicable does not hold.
Package write_bundle(const BundleInput& input, Disk& disk, const std::filesystem::path& folder);

}  // namespace hoso
