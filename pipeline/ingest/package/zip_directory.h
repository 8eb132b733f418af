// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vocabulary/finding.h"

namespace hoso {

struct ZipEntry {
    std::string name;
    std::uint16_t flags = 0, method = 0;
    std::uint32_t crc = 0;
    std::uint64_t packed = 0, size = 0, offset = 0;
    bool symlink = false;
};

// Why an archive is refused: the first fault that was met.
struct ZipFault {
    const Rule* rule = nullptr;
    std::map<std::string, std::string> args;
};

// Reads the central directory (APPNOTE.TXT 4.3.12) and holds it against the local headers, the
// limits and what a workbook may contain. Nothing is unpacked. nullopt: `entries` is complete, in
// the directory's order, and safe to unpack one by one. Archives that need ZIP64 records for their
// number or place of entries are beyond the limits anyway and count as damaged.
std::optional<ZipFault> read_zip_directory(std::string_view bytes, std::vector<ZipEntry>& entries);

}  // namespace hoso
