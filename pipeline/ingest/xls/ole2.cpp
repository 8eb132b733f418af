// SPDX-License-Identifier: Apache-2.0
#include "ingest/xls/ole2.h"

#include <algorithm>

#include "ingest/xls/little_endian.h"

namespace hoso {

namespace {

// MS-CFB 2.1: what stands in a FAT in place of a sector's number.
constexpr std::uint32_t kLastRegularSector = 0xFFFFFFFA;
constexpr std::uint32_t kEndOfChain = 0xFFFFFFFE;
constexpr std::uint32_t kFreeSector = 0xFFFFFFFF;
constexpr std::uint32_t kNoStream = 0xFFFFFFFF;

constexpr std::size_t kHeaderBytes = 512;
constexpr std::size_t kEntryBytes = 128;
constexpr unsigned kMiniShift = 6;
constexpr std::uint64_t kMiniCutoff = 4096;  // smaller streams live in the mini stream

// Offsets in the header, 2.2.
constexpr std::size_t kVersion = 26, kSectorShift = 30, kMiniSectorShift = 32, kDirectory = 48,
                      kCutoff = 56, kMiniFat = 60, kMiniFats = 64, kDifat = 68, kDifats = 72,
                      kHeaderDifat = 76;

constexpr std::uint8_t kStreamEntry = 2, kRootEntry = 5;

std::string entry_name(std::string_view entry) {
    std::string name;
    const std::size_t length = std::min<std::size_t>(le16(entry, 64), 64);
    for (std::size_t i = 0; i + 2 < length; i += 2) {  // the length counts a final zero
        const std::uint16_t unit = le16(entry, i);
        const char c = unit < 0x80 ? static_cast<char>(unit) : '?';
        name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return name;
}

}  // namespace

std::optional<Ole2> Ole2::open(std::string_view bytes, Ole2Fault& fault) {
    fault = {false, 0};
    if (bytes.size() < kHeaderBytes) return std::nullopt;
    Ole2 file(bytes);
    const std::uint16_t version = le16(bytes, kVersion);
    file.sector_shift_ = le16(bytes, kSectorShift);
    if (!(version == 3 && file.sector_shift_ == 9) && !(version == 4 && file.sector_shift_ == 12)) {
        fault.offset = kSectorShift;
        return std::nullopt;
    }
    if (le16(bytes, kMiniSectorShift) != kMiniShift || le32(bytes, kCutoff) != kMiniCutoff) {
        fault.offset = kMiniSectorShift;
        return std::nullopt;
    }
    const std::size_t sector_bytes = std::size_t{1} << file.sector_shift_;
    const std::size_t total = (bytes.size() + sector_bytes - 1) >> file.sector_shift_;
    file.sectors_ = total - 1;  // the header takes the place of one
    if (!file.read_fat(fault) || !file.read_directory(fault) || !file.read_mini_fat(fault)) {
        return std::nullopt;
    }
    return file;
}

std::string_view Ole2::sector(std::uint32_t number) const {
    const std::size_t at = (std::size_t{number} + 1) << sector_shift_;
    return bytes_.substr(std::min(at, bytes_.size()), std::size_t{1} << sector_shift_);
}

bool Ole2::add_fat_sector(std::uint32_t number, std::size_t named_at, Ole2Fault& fault) {
    const std::string_view bytes = sector(number);
    fault = {false, named_at};
    if (number >= sectors_ || bytes.size() < std::size_t{1} << sector_shift_) return false;
    // More FAT sectors than sectors: some are named again.
    if (fat_.size() >= sectors_ << (sector_shift_ - 2)) {
        fault.loop = true;
        return false;
    }
    for (std::size_t at = 0; at < bytes.size(); at += 4) fat_.push_back(le32(bytes, at));
    return true;
}

bool Ole2::read_fat(Ole2Fault& fault) {
    for (std::size_t at = kHeaderDifat; at < kHeaderBytes; at += 4) {
        const std::uint32_t number = le32(bytes_, at);
        if (number == kFreeSector || number == kEndOfChain) continue;
        if (!add_fat_sector(number, at, fault)) return false;
    }
    // The list goes on in a chain of DIFAT sectors, whose last entry names the next one.
    const std::size_t last_entry = (std::size_t{1} << sector_shift_) - 4;
    if (le32(bytes_, kDifats) == 0) return true;  // some programs leave any number in its place
    std::uint32_t number = le32(bytes_, kDifat);
    std::size_t named_at = kDifat, seen = 0;
    while (number != kEndOfChain && number != kFreeSector) {
        const std::string_view bytes = sector(number);
        fault = {++seen > sectors_, named_at};
        if (fault.loop || number >= sectors_ || bytes.size() <= last_entry) return false;
        const std::size_t start = (std::size_t{number} + 1) << sector_shift_;
        for (std::size_t at = 0; at < last_entry; at += 4) {
            const std::uint32_t fat_sector = le32(bytes, at);
            if (fat_sector == kFreeSector || fat_sector == kEndOfChain) continue;
            if (!add_fat_sector(fat_sector, start + at, fault)) return false;
        }
        number = le32(bytes, last_entry);
        named_at = start + last_entry;
    }
    return true;
}

std::optional<Ole2::Table> Ole2::chain(const Table& next, std::uint32_t first, std::size_t named_at,
                                       Ole2Fault& fault) {
    Table sectors;
    fault = {false, named_at};
    for (std::uint32_t number = first; number != kEndOfChain; number = next[number]) {
        if (number > kLastRegularSector || number >= next.size()) return std::nullopt;
        if (sectors.size() == next.size()) {
            fault.loop = true;
            return std::nullopt;
        }
        sectors.push_back(number);
    }
    return sectors;
}

bool Ole2::read_directory(Ole2Fault& fault) {
    const auto sectors = chain(fat_, le32(bytes_, kDirectory), kDirectory, fault);
    if (!sectors) return false;
    const std::size_t per_sector = (std::size_t{1} << sector_shift_) / kEntryBytes;
    const std::size_t count = sectors->size() * per_sector;
    const auto offset_of = [&](std::size_t id) {
        const std::size_t start = (std::size_t{(*sectors)[id / per_sector]} + 1) << sector_shift_;
        return start + id % per_sector * kEntryBytes;
    };
    // The streams of a storage are a binary tree; its order does not matter for looking at all.
    std::vector<bool> seen(count);
    std::vector<std::uint32_t> pending;
    fault = {false, kDirectory};
    if (count == 0) return false;
    for (std::uint32_t id = 0;;) {
        const std::size_t at = offset_of(id);
        fault = {seen[id], at};
        if (fault.loop || at + kEntryBytes > bytes_.size()) return false;
        seen[id] = true;
        const std::string_view entry = bytes_.substr(at, kEntryBytes);
        const auto type = static_cast<std::uint8_t>(entry[66]);
        Stream stream{entry_name(entry), le32(entry, 116), little_endian<std::uint64_t>(entry, 120),
                      at};
        // 2.6.4: in version 3 the upper half may hold anything.
        if (sector_shift_ == 9) stream.size &= 0xFFFFFFFF;
        if (id == 0) {
            if (type != kRootEntry) return false;
            root_ = std::move(stream);
            pending.push_back(le32(entry, 76));  // its child
        } else {
            if (type == kStreamEntry) streams_.push_back(std::move(stream));
            pending.push_back(le32(entry, 68));  // left and right sibling
            pending.push_back(le32(entry, 72));
        }
        while (!pending.empty() && pending.back() == kNoStream) pending.pop_back();
        if (pending.empty()) return true;
        id = pending.back();
        pending.pop_back();
        if (id >= count) return false;
    }
}

bool Ole2::read_mini_fat(Ole2Fault& fault) {
    const std::uint32_t first = le32(bytes_, kMiniFat);
    if (first == kFreeSector || le32(bytes_, kMiniFats) == 0) return true;
    const auto sectors = chain(fat_, first, kMiniFat, fault);
    if (!sectors) return false;
    for (const std::uint32_t number : *sectors) {
        const std::string_view bytes = sector(number);
        for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4) {
            mini_fat_.push_back(le32(bytes, at));
        }
    }
    return true;
}

const Ole2::Stream* Ole2::find(std::string_view name) const {
    const auto same = [&](const Stream& stream) {
        return std::equal(name.begin(), name.end(), stream.name.begin(), stream.name.end(),
                          [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
    };
    const auto found = std::find_if(streams_.begin(), streams_.end(), same);
    return found == streams_.end() ? nullptr : &*found;
}

std::optional<std::string> Ole2::read_stream(std::string_view name, Ole2Fault& fault) const {
    const Stream* stream = find(name);
    fault = {false, kDirectory};
    if (!stream) return std::nullopt;
    if (stream->size == 0) return std::string();
    return stream->size < kMiniCutoff ? read_mini_sectors(*stream, fault)
                                      : read_sectors(*stream, fault);
}

std::optional<std::string> Ole2::read_sectors(const Stream& stream, Ole2Fault& fault) const {
    const auto sectors = chain(fat_, stream.first, stream.entry_offset, fault);
    if (!sectors) return std::nullopt;
    fault = {false, stream.entry_offset};
    if (stream.size > std::uint64_t{sectors->size()} << sector_shift_) return std::nullopt;
    const auto size = static_cast<std::size_t>(stream.size);
    std::string content;
    content.reserve(size);
    for (const std::uint32_t number : *sectors) {
        if (content.size() == size) break;
        const std::size_t wanted = std::min(size - content.size(), std::size_t{1} << sector_shift_);
        const std::string_view bytes = sector(number).substr(0, wanted);
        content += bytes;
        if (bytes.size() == wanted) continue;
        fault.offset = bytes_.size();  // the file ends here
        return std::nullopt;
    }
    return content;
}

std::optional<std::string> Ole2::read_mini_sectors(const Stream& stream, Ole2Fault& fault) const {
    const auto mini_stream = read_sectors(root_, fault);
    if (!mini_stream) return std::nullopt;
    const auto sectors = chain(mini_fat_, stream.first, stream.entry_offset, fault);
    if (!sectors) return std::nullopt;
    fault = {false, stream.entry_offset};
    const auto size = static_cast<std::size_t>(stream.size);
    std::string content;
    for (const std::uint32_t number : *sectors) {
        const std::size_t at = std::size_t{number} << kMiniShift;
        if (at < mini_stream->size())
            content.append(*mini_stream, at, std::size_t{1} << kMiniShift);
    }
    if (content.size() < size) return std::nullopt;
    content.resize(size);
    return content;
}

}  // namespace hoso
