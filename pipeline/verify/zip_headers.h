// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Records of a zip archive as APPNOTE.TXT draws them; the numbers of its clauses in
// zip_headers.cpp.
namespace hoso::zip {

struct EndRecord {
    std::uint64_t at = 0;                           // where the records that end the archive begin
    std::uint64_t count = 0, size = 0, offset = 0;  // of the central directory
};

// What both headers of an entry say.
struct Header {
    std::string name;
    std::uint16_t needed = 0, flags = 0, method = 0, time = 0, date = 0;
    std::uint32_t crc = 0;
    std::uint64_t packed = 0, size = 0;
    std::size_t length = 0;  // of the header itself
};
struct CentralHeader : Header {
    std::uint16_t made_by = 0, internal = 0;
    std::uint32_t external = 0;
    std::uint64_t offset = 0;
};

inline constexpr std::uint16_t kEncrypted = 1, kSizesFollow = 8;
inline constexpr std::size_t kLocalFixed = 30;
inline constexpr std::size_t kLongestTail = 22 + 0xFFFF + 20 + 56;

// `tail`: the last kLongestTail bytes (or all) of a file of `file_size`. False: no end record, more
// than one, or one of an archive in several volumes.
bool read_end(std::string_view tail, std::uint64_t file_size, EndRecord& end);
// False: the directory does not hold exactly `count` entries.
bool read_directory(std::string_view directory, std::uint64_t count,
                    std::vector<CentralHeader>& entries);
// `bytes` begin at the header. False: no local header, or it goes beyond `bytes`; then `length`
// says how many bytes it needs, 0 if it is none.
bool read_local(std::string_view bytes, Header& header);
// 4.3.9. Does what stands behind a file repeat its numbers, with or without a signature?
bool is_data_descriptor(std::string_view bytes, const Header& header);

}  // namespace hoso::zip
