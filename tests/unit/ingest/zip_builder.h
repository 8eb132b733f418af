// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Archives that no honest program writes: every field of a header can be set by hand.
namespace hoso::test {

struct ZipItem {
    std::string name, content;
    std::string local_name = name;
    std::uint16_t flags = 0, method = 0, made_by = 20;
    std::uint32_t attributes = 0;
    std::uint32_t crc_change = 0;     // xor-ed into both headers
    std::uint32_t declared_size = 0;  // 0: the true one
    std::uint32_t local_size_change = 0;
    // The local header leaves checksum and sizes open; they follow, as written here.
    std::optional<std::string> descriptor = std::nullopt;
    std::string local_extra = "", central_extra = "";
};

inline std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0u);
    }
    return ~crc;
}

inline std::string le(std::uint64_t value, int width) {
    std::string bytes;
    for (int i = 0; i < width; ++i) bytes += static_cast<char>(value >> 8 * i & 0xFF);
    return bytes;
}

inline std::string end_record(std::size_t count, std::size_t size, std::size_t offset,
                              const std::string& comment = "") {
    return "PK\5\6" + le(0, 4) + le(count, 2) + le(count, 2) + le(size, 4) + le(offset, 4) +
           le(comment.size(), 2) + comment;
}

inline std::string zip_of(const std::vector<ZipItem>& items, const std::string& comment = "") {
    std::string bytes, directory;
    for (const ZipItem& item : items) {
        const std::uint32_t crc = crc32(item.content) ^ item.crc_change;
        const auto packed = static_cast<std::uint32_t>(item.content.size());
        const std::uint32_t size = item.declared_size ? item.declared_size : packed;
        const std::size_t offset = bytes.size();
        const auto flags = static_cast<std::uint16_t>(item.flags | (item.descriptor ? 8 : 0));
        const std::string shared = le(flags, 2) + le(item.method, 2) + le(0, 4);
        const std::string sizes =
            item.descriptor ? le(0, 12)
                            : le(crc, 4) + le(packed, 4) + le(size ^ item.local_size_change, 4);
        bytes += "PK\3\4" + le(20, 2) + shared + sizes + le(item.local_name.size(), 2) +
                 le(item.local_extra.size(), 2) + item.local_name + item.local_extra +
                 item.content + item.descriptor.value_or("");
        directory += "PK\1\2" + le(item.made_by, 2) + le(20, 2) + shared + le(crc, 4) +
                     le(packed, 4) + le(size, 4) + le(item.name.size(), 2) +
                     le(item.central_extra.size(), 2) + le(0, 6) + le(item.attributes, 4) +
                     le(offset, 4) + item.name + item.central_extra;
    }
    return bytes + directory + end_record(items.size(), directory.size(), bytes.size(), comment);
}

}  // namespace hoso::test
