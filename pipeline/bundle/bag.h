// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "vocabulary/clock.h"
#include "vocabulary/disk.h"

namespace hoso {

// A file of the bag. Payload lies on disk and is stored as it is (PDF and XLSX are deflated
// already). A tag file is text that `make` gives, the same each time it is asked: a school's
// lineage is too long to be kept until the archive is closed.
struct BagFile {
    std::string path;  // in the bag
    std::filesystem::path on_disk;
    std::function<std::string()> make;
    std::uint64_t size = 0;
    std::string sha256, sha512;
};

BagFile file_on_disk(Disk& disk, std::string path, std::filesystem::path on_disk);
BagFile text_file(std::string path, std::string text);
BagFile text_file(std::string path, std::function<std::string()> make);

// "<digest>  <path>" a line, sorted by path (RFC 8493, 2.1.3), for files whose path begins with
// data/ (payload) or does not (tag files).
std::string payload_manifest(const std::vector<BagFile>& files, std::string BagFile::*digest);
std::string tag_manifest(const std::vector<BagFile>& files);

// Throws UsageError, naming the path and the reason, for a path on which sha256sum, BagIt readers,
// unzip and Windows could disagree, and for two that differ only in case. `folder` is the bag's.
void check_paths(const std::string& folder, const std::vector<BagFile>& files);

// The files in this order below `folder`, all dated `time`. Written whole or not at all.
void write_zip(Disk& disk, const std::filesystem::path& target, const std::string& folder,
               const std::vector<BagFile>& files, Instant time);

}  // namespace hoso
