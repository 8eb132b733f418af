// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "vocabulary/disk.h"
#include "vocabulary/office.h"

namespace hoso {

// The PDF/A-2b of a Word file of the job.
struct ArchiveCopy {
    std::string sha256;
    std::uint64_t size = 0;
    int pages = 0;
    std::filesystem::path on_disk;
};

// What compose must know of the files that travel with documents, beyond what a table says of
// them. Copies are kept as <folder>/<sha256 of the copy>.pdf. May be used from several threads.
class AttachedFiles {
public:
    // Called as copies are made: done of total.
    using Progress = std::function<void(std::size_t done, std::size_t total)>;
    struct File {
        std::string source;  // path in the job folder
        std::string sha256;  // of its bytes when they were read
    };

    // `disk` and `office` must outlive it.
    AttachedFiles(Disk& disk, Office& office, std::filesystem::path job,
                  std::filesystem::path folder, Progress progress = {});

    [[nodiscard]] bool has_office() const { return office_.installed(); }
    [[nodiscard]] std::uint64_t size(const std::string& source) const;
    // Files whose archive copies will be asked for: made together, which takes a tenth of the time.
    void prepare(const std::vector<File>& files);
    // nullopt: there is no LibreOffice, or it cannot read the file. EnvironmentError when the file
    // is no longer what was read.
    std::optional<ArchiveCopy> archive_copy(const File& file);

    // Copies that were made, as one PDF/A in this order.
    ArchiveCopy joined(const std::vector<ArchiveCopy>& copies);

    static bool is_word(const std::string& path);

private:
    ArchiveCopy keep(const std::string& pdf) const;
    [[nodiscard]] std::string bytes_of(const File& file) const;

    Disk& disk_;
    Office& office_;
    std::filesystem::path job_, folder_;
    Progress progress_;
    std::mutex mutex_;
    std::map<std::string, std::optional<ArchiveCopy>> made_;  // by the source's digest
    std::map<std::string, ArchiveCopy> joined_;               // by the digests of the parts
};

}  // namespace hoso
