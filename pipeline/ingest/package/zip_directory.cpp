// SPDX-License-Identifier: Apache-2.0
#include "ingest/package/zip_directory.h"

#include <algorithm>
#include <set>

#include "ingest/limits.h"
#include "ingest/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace rule = ingest_rule;

namespace {

constexpr std::string_view kEndSignature{"PK\5\6", 4};
constexpr std::string_view kCentralSignature{"PK\1\2", 4};
constexpr std::string_view kLocalSignature{"PK\3\4", 4};
constexpr std::string_view kDescriptorSignature{"PK\7\10", 4};
constexpr std::size_t kEndSize = 22, kCentralSize = 46, kLocalSize = 30;
constexpr std::size_t kLongestComment = 0xFFFF;
constexpr std::uint32_t kInZip64Extra = 0xFFFFFFFF;
constexpr std::uint16_t kEncrypted = 1, kSizesFollow = 8;
constexpr std::size_t kLongestDataDescriptor = 24;

std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t width) {
    std::uint64_t value = 0;
    for (std::size_t i = width; i-- > 0;) {
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
}
std::uint16_t u16(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint16_t>(little_endian(bytes, at, 2));
}
std::uint32_t u32(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint32_t>(little_endian(bytes, at, 4));
}

bool has(std::string_view bytes, std::uint64_t at, std::string_view signature, std::size_t size) {
    return at <= bytes.size() && bytes.size() - at >= size &&
           bytes.substr(at, signature.size()) == signature;
}

// All places at the end of the file that a reader could take for the end record.
std::vector<std::size_t> end_records(std::string_view bytes) {
    std::vector<std::size_t> found;
    if (bytes.size() < kEndSize) return found;
    const std::size_t last = bytes.size() - kEndSize;
    const std::size_t first = last > kLongestComment ? last - kLongestComment : 0;
    for (std::size_t at = bytes.find(kEndSignature, first); at <= last;
         at = bytes.find(kEndSignature, at + 1)) {
        if (at + kEndSize + u16(bytes, at + 20) == bytes.size()) found.push_back(at);
    }
    return found;
}

// 4.5.3: the values that did not fit stand in the extra field, in this order.
void take_zip64(std::string_view extra, ZipEntry& entry) {
    while (extra.size() >= 4) {
        const std::size_t size = u16(extra, 2);
        if (size > extra.size() - 4) return;
        std::string_view body = extra.substr(4, size);
        if (u16(extra, 0) == 1) {
            for (std::uint64_t* value : {&entry.size, &entry.packed, &entry.offset}) {
                if (*value != kInZip64Extra || body.size() < 8) continue;
                *value = little_endian(body, 0, 8);
                body.remove_prefix(8);
            }
        }
        extra.remove_prefix(4 + size);
    }
}

// Info-ZIP's Unicode Path (4.6.9): another name for the entry, which some readers prefer.
bool has_other_name(std::string_view extra, const std::string& name) {
    constexpr std::size_t kBeforeName = 5;  // version and checksum
    while (extra.size() >= 4) {
        const std::size_t size = u16(extra, 2);
        if (size > extra.size() - 4) return false;
        const std::string_view body = extra.substr(4, size);
        if (u16(extra, 0) == 0x7075 && (size < kBeforeName || body.substr(kBeforeName) != name)) {
            return true;
        }
        extra.remove_prefix(4 + size);
    }
    return false;
}

// 4.3.9: what follows an entry whose local header leaves its sizes open, with or without signature,
// in 32 or 64 bits.
bool has_descriptor(std::string_view bytes, const ZipEntry& entry) {
    for (const std::size_t signature : {4u, 0u}) {
        if (signature > 0 && !bytes.starts_with(kDescriptorSignature)) continue;
        for (const std::size_t width : {4u, 8u}) {
            if (bytes.size() < signature + 4 + 2 * width) continue;
            if (u32(bytes, signature) == entry.crc &&
                little_endian(bytes, signature + 4, width) == entry.packed &&
                little_endian(bytes, signature + 4 + width, width) == entry.size) {
                return true;
            }
        }
    }
    return false;
}

bool is_unsafe(const std::string& name) {
    if (name.empty() || name.front() == '/' || (name.size() > 1 && name[1] == ':')) return true;
    const auto forbidden = [](char c) { return c == '\\' || static_cast<unsigned char>(c) < 0x20; };
    if (std::any_of(name.begin(), name.end(), forbidden)) return true;
    const std::vector<std::string> parts = split(name, '/');
    return std::find(parts.begin(), parts.end(), "..") != parts.end();
}

// What is wrong with one entry, as the central directory describes it.
std::optional<ZipFault> check_entry(const ZipEntry& entry) {
    if (is_unsafe(entry.name))
        return ZipFault{&rule::zip_unsafe_name, {{"entry", to_nfc(entry.name)}}};
    if (entry.symlink) return ZipFault{&rule::zip_symlink, {{"entry", to_nfc(entry.name)}}};
    if (entry.flags & kEncrypted) {
        return ZipFault{&rule::zip_encrypted_entry, {{"entry", to_nfc(entry.name)}}};
    }
    if (entry.method != 0 && entry.method != 8) {
        return ZipFault{&rule::zip_unsupported_method,
                        {{"entry", to_nfc(entry.name)}, {"method", std::to_string(entry.method)}}};
    }
    if (entry.size > limits::kZipEntryBytes) {
        return ZipFault{&rule::zip_entry_too_large,
                        {{"entry", to_nfc(entry.name)},
                         {"size", std::to_string(entry.size)},
                         {"limit", std::to_string(limits::kZipEntryBytes)}}};
    }
    const std::uint64_t ratio = entry.size / std::max<std::uint64_t>(entry.packed, 1);
    if (entry.size > limits::kZipRatioFreeBytes && ratio > limits::kZipRatio) {
        return ZipFault{&rule::zip_ratio,
                        {{"entry", to_nfc(entry.name)},
                         {"ratio", std::to_string(ratio)},
                         {"limit", std::to_string(limits::kZipRatio)}}};
    }
    return std::nullopt;
}

// Where the entry's packed bytes end; its local header must say what the directory says.
std::optional<ZipFault> check_local(std::string_view bytes, const ZipEntry& entry,
                                    std::uint64_t& end) {
    if (!has(bytes, entry.offset, kLocalSignature, kLocalSize))
        return ZipFault{&rule::zip_damaged, {}};
    const std::string_view header = bytes.substr(entry.offset);
    const std::size_t name_size = u16(header, 26);
    const std::uint64_t start = kLocalSize + name_size + u16(header, 28);
    if (start > header.size() || entry.packed > header.size() - start) {
        return ZipFault{&rule::zip_damaged, {}};
    }
    end = entry.offset + start + entry.packed;
    ZipEntry local;
    local.crc = u32(header, 14);
    local.packed = u32(header, 18);
    local.size = u32(header, 22);
    const std::string_view extra =
        header.substr(kLocalSize + name_size, start - kLocalSize - name_size);
    take_zip64(extra, local);
    bool same = local.crc == entry.crc && local.packed == entry.packed && local.size == entry.size;
    if (!same && (entry.flags & kSizesFollow) != 0) {
        const auto open = [](std::uint64_t value, std::uint64_t known) {
            return value == 0 || value == known;
        };
        same = open(local.crc, entry.crc) && open(local.packed, entry.packed) &&
               open(local.size, entry.size) && has_descriptor(bytes.substr(end), entry);
    }
    same = same && header.substr(kLocalSize, name_size) == entry.name &&
           u16(header, 6) == entry.flags && u16(header, 8) == entry.method &&
           !has_other_name(extra, entry.name);
    if (!same) return ZipFault{&rule::zip_header_mismatch, {{"entry", to_nfc(entry.name)}}};
    return std::nullopt;
}

std::optional<ZipFault> read_entries(std::string_view directory, std::size_t count,
                                     std::vector<ZipEntry>& entries) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (!has(directory, at, kCentralSignature, kCentralSize))
            return ZipFault{&rule::zip_damaged, {}};
        const std::string_view header = directory.substr(at);
        const std::size_t name_size = u16(header, 28), extra_size = u16(header, 30);
        const std::size_t size = kCentralSize + name_size + extra_size + u16(header, 32);
        if (size > header.size()) return ZipFault{&rule::zip_damaged, {}};
        ZipEntry entry;
        entry.name = header.substr(kCentralSize, name_size);
        entry.flags = u16(header, 8);
        entry.method = u16(header, 10);
        entry.crc = u32(header, 16);
        entry.packed = u32(header, 20);
        entry.size = u32(header, 24);
        entry.offset = u32(header, 42);
        constexpr unsigned kUnix = 3, kTypeMask = 0170000, kLink = 0120000;
        entry.symlink = static_cast<unsigned char>(header[5]) == kUnix &&
                        (u32(header, 38) >> 16 & kTypeMask) == kLink;
        const std::string_view extra = header.substr(kCentralSize + name_size, extra_size);
        take_zip64(extra, entry);
        if (has_other_name(extra, entry.name)) {
            return ZipFault{&rule::zip_header_mismatch, {{"entry", to_nfc(entry.name)}}};
        }
        entries.push_back(std::move(entry));
        at += size;
    }
    if (at != directory.size()) return ZipFault{&rule::zip_damaged, {}};
    return std::nullopt;
}

// Every byte belongs to one entry. Between two of them only a data descriptor may stand: a gap
// with headers in it is a second archive that another reader might open.
std::optional<ZipFault> check_layout(std::string_view bytes, const std::vector<ZipEntry>& entries,
                                     std::uint64_t directory) {
    std::vector<const ZipEntry*> by_place;
    for (const ZipEntry& entry : entries) by_place.push_back(&entry);
    std::sort(by_place.begin(), by_place.end(),
              [](const ZipEntry* a, const ZipEntry* b) { return a->offset < b->offset; });
    const auto hides_headers = [&](std::uint64_t from, std::uint64_t to) {
        const std::string_view gap = bytes.substr(from, to - from);
        return gap.size() > kLongestDataDescriptor &&
               (gap.find(kLocalSignature) != gap.npos || gap.find(kCentralSignature) != gap.npos);
    };
    std::uint64_t reached = 0;
    for (const ZipEntry* entry : by_place) {
        if (entry->offset < reached)
            return ZipFault{&rule::zip_overlap, {{"entry", to_nfc(entry->name)}}};
        if (hides_headers(reached, entry->offset)) return ZipFault{&rule::zip_two_directories, {}};
        if (auto fault = check_local(bytes, *entry, reached)) return fault;
        if (reached > directory)
            return ZipFault{&rule::zip_overlap, {{"entry", to_nfc(entry->name)}}};
    }
    if (hides_headers(reached, directory)) return ZipFault{&rule::zip_two_directories, {}};
    return std::nullopt;
}

}  // namespace

std::optional<ZipFault> read_zip_directory(std::string_view bytes, std::vector<ZipEntry>& entries) {
    const std::vector<std::size_t> ends = end_records(bytes);
    if (ends.empty()) return ZipFault{&rule::zip_damaged, {}};
    if (ends.size() > 1) return ZipFault{&rule::zip_two_directories, {}};
    const std::size_t end = ends.front();
    const std::size_t count = u16(bytes, end + 10);
    const std::uint64_t size = u32(bytes, end + 12), offset = u32(bytes, end + 16);
    if (count > limits::kZipEntries) {
        return ZipFault{
            &rule::zip_too_many_entries,
            {{"count", std::to_string(count)}, {"limit", std::to_string(limits::kZipEntries)}}};
    }
    // 4.4.19: one part of several.
    const bool split = u32(bytes, end + 4) != 0 || u16(bytes, end + 8) != count;
    if (split || offset + size > end) return ZipFault{&rule::zip_damaged, {}};
    // Something stands before the archive, so that its offsets no longer fit: two files in one.
    if (offset + size < end) return ZipFault{&rule::zip_two_directories, {}};
    if (auto fault = read_entries(bytes.substr(offset, size), count, entries)) return fault;

    std::uint64_t total = 0;
    std::set<std::string> names;
    for (const ZipEntry& entry : entries) {
        if (auto fault = check_entry(entry)) return fault;
        // Part names differ without regard to case (ECMA-376-2, 6.2.2.3).
        if (!names.insert(to_lower(to_nfc(entry.name))).second) {
            return ZipFault{&rule::zip_duplicate_name, {{"entry", to_nfc(entry.name)}}};
        }
        total += entry.size;
    }
    if (total > limits::kZipTotalBytes) {
        return ZipFault{
            &rule::zip_total_too_large,
            {{"size", std::to_string(total)}, {"limit", std::to_string(limits::kZipTotalBytes)}}};
    }
    return check_layout(bytes, entries, offset);
}

}  // namespace hoso
