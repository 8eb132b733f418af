// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hoso {

struct Ole2Fault {
    bool loop = false;       // a chain that comes back to itself; else damaged or cut off
    std::size_t offset = 0;  // of the byte in the file that says so
};

// An OLE2 compound file (MS-CFB): a file system of sectors in a file. Only the streams of the root
// storage are of interest: those of a storage below it belong to something embedded.
//
// Nothing that the file says about its own size is believed: a chain may be as long as there are
// sectors, so that no table and no stream becomes larger than the file.
class Ole2 {
public:
    // `bytes` must outlive the result.
    static std::optional<Ole2> open(std::string_view bytes, Ole2Fault& fault);

    [[nodiscard]] bool has_stream(std::string_view name) const { return find(name) != nullptr; }
    // nullopt: the stream is damaged. The name, in ASCII, is compared without case (2.6.4).
    std::optional<std::string> read_stream(std::string_view name, Ole2Fault& fault) const;

private:
    struct Stream {
        std::string name;  // lower case, characters beyond ASCII as '?'
        std::uint32_t first = 0;
        std::uint64_t size = 0;
        std::size_t entry_offset = 0;
    };
    using Table = std::vector<std::uint32_t>;  // FAT, mini FAT: the sector after each sector

    explicit Ole2(std::string_view bytes) : bytes_(bytes) {}
    bool read_fat(Ole2Fault& fault);
    bool add_fat_sector(std::uint32_t sector, std::size_t named_at, Ole2Fault& fault);
    bool read_directory(Ole2Fault& fault);
    bool read_mini_fat(Ole2Fault& fault);
    // The sectors of a chain, or nullopt.
    static std::optional<Table> chain(const Table& next, std::uint32_t first, std::size_t named_at,
                                      Ole2Fault& fault);
    std::optional<std::string> read_sectors(const Stream& stream, Ole2Fault& fault) const;
    std::optional<std::string> read_mini_sectors(const Stream& stream, Ole2Fault& fault) const;
    [[nodiscard]] std::string_view sector(std::uint32_t number) const;
    [[nodiscard]] const Stream* find(std::string_view name) const;

    std::string_view bytes_;
    unsigned sector_shift_ = 9;
    std::size_t sectors_ = 0;  // in the file, the last one perhaps cut short
    Table fat_, mini_fat_;
    std::vector<Stream> streams_;
    Stream root_;  // holds the mini stream
};

}  // namespace hoso
