// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/package/zip_directory.h"
#include "vocabulary/finding.h"

namespace hoso {

// A checked zip archive in memory. The bytes must outlive it.
class ZipArchive {
public:
    // Null, with a finding at `place`, if read_zip_directory refuses it.
    static std::unique_ptr<ZipArchive> open(std::string_view bytes, const Location& place,
                                            Findings& findings);
    ~ZipArchive();

    // Names are found without regard to case (ECMA-376-2, 6.2.2.3).
    [[nodiscard]] bool contains(std::string_view name) const;
    // Unpacks one entry, whose size and CRC must be what the directory says; else a finding and
    // false. The name must be contained.
    bool read(std::string_view name, std::string& content, Findings& findings) const;
    [[nodiscard]] const std::vector<ZipEntry>& entries() const { return entries_; }

private:
    struct Handle;
    ZipArchive() = default;
    std::vector<ZipEntry> entries_;
    std::map<std::string, std::size_t> by_name_;
    Location place_;
    std::unique_ptr<Handle> handle_;
};

}  // namespace hoso
