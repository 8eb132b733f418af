// SPDX-License-Identifier: Apache-2.0
#include "verify/zip_headers.h"

#include <algorithm>

namespace hoso::zip {

namespace {

constexpr std::uint32_t kWide = 0xFFFFFFFF;  // "see the ZIP64 extra field"
constexpr std::size_t kEndFixed = 22, kEnd64Fixed = 56, kLocator64 = 20, kCentralFixed = 46;

// Little-endian numbers one after another.
class Numbers {
public:
    Numbers(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {}
    std::uint64_t take(std::size_t width) {
        std::uint64_t value = 0;
        for (std::size_t i = width; i-- > 0;) {
            value = value << 8 | static_cast<unsigned char>(bytes_[at_ + i]);
        }
        at_ += width;
        return value;
    }
    std::uint16_t u16() { return static_cast<std::uint16_t>(take(2)); }
    std::uint32_t u32() { return static_cast<std::uint32_t>(take(4)); }

private:
    std::string_view bytes_;
    std::size_t at_;
};

bool is_at(std::string_view bytes, std::size_t at, std::string_view signature, std::size_t size) {
    return at <= bytes.size() && bytes.size() - at >= size &&
           bytes.substr(at, signature.size()) == signature;
}

// 4.5.3: replaces the values that were too wide for their field.
void take_zip64(std::string_view extra, std::initializer_list<std::uint64_t*> values) {
    while (extra.size() >= 4) {
        Numbers head(extra, 0);
        const std::uint16_t id = head.u16();
        const std::size_t size = head.u16();
        if (size > extra.size() - 4) return;
        std::string_view body = extra.substr(4, size);
        for (std::uint64_t* value : values) {
            if (id != 1 || *value != kWide || body.size() < 8) continue;
            *value = Numbers(body, 0).take(8);
            body.remove_prefix(8);
        }
        extra.remove_prefix(4 + size);
    }
}

// 4.3.14, 4.3.15: the wide end record stands before its locator, which stands before the end.
bool read_end64(std::string_view tail, std::size_t at, std::uint64_t file_size, EndRecord& end) {
    const std::size_t locator = at - kLocator64, record = locator - kEnd64Fixed;
    if (at < kLocator64 + kEnd64Fixed || !is_at(tail, locator, "PK\6\7", kLocator64) ||
        !is_at(tail, record, "PK\6\6", kEnd64Fixed)) {
        return false;
    }
    Numbers place(tail, locator + 4);
    end.at = file_size - tail.size() + record;
    if (place.u32() != 0 || place.take(8) != end.at || place.u32() != 1) return false;
    Numbers wide(tail, record + 4);
    if (wide.take(8) != kEnd64Fixed - 12) return false;
    wide.take(4);                         // versions
    if (wide.take(8) != 0) return false;  // disks
    end.count = wide.take(8);
    if (wide.take(8) != end.count) return false;
    end.size = wide.take(8);
    end.offset = wide.take(8);
    return true;
}

}  // namespace

bool read_end(std::string_view tail, std::uint64_t file_size, EndRecord& end) {
    if (tail.size() < kEndFixed) return false;
    // 4.3.16: a comment, which the archive of a bag has not, could hold a second end record.
    const std::size_t at = tail.size() - kEndFixed;
    if (!is_at(tail, at, "PK\5\6", kEndFixed)) return false;
    Numbers record(tail, at + 4);
    if (record.u32() != 0) return false;  // disks
    const std::uint16_t here = record.u16();
    end.count = record.u16();
    end.size = record.u32();
    end.offset = record.u32();
    end.at = file_size - kEndFixed;
    if (here != end.count || record.u16() != 0) return false;
    const bool wide = end.count == 0xFFFF || end.size == kWide || end.offset == kWide;
    if (wide && !read_end64(tail, at, file_size, end)) return false;
    return end.offset <= end.at && end.size == end.at - end.offset;
}

bool read_directory(std::string_view directory, std::uint64_t count,
                    std::vector<CentralHeader>& entries) {
    while (!directory.empty()) {
        if (!is_at(directory, 0, "PK\1\2", kCentralFixed)) return false;
        CentralHeader entry;
        Numbers fields(directory, 4);
        entry.made_by = fields.u16();
        entry.needed = fields.u16();
        entry.flags = fields.u16();
        entry.method = fields.u16();
        entry.time = fields.u16();
        entry.date = fields.u16();
        entry.crc = fields.u32();
        entry.packed = fields.u32();
        entry.size = fields.u32();
        const std::size_t name = fields.u16(), extra = fields.u16(), comment = fields.u16();
        const std::uint16_t disk = fields.u16();
        entry.internal = fields.u16();
        entry.external = fields.u32();
        entry.offset = fields.u32();
        entry.length = kCentralFixed + name + extra + comment;
        if (disk != 0 || entry.length > directory.size()) return false;
        entry.name = directory.substr(kCentralFixed, name);
        take_zip64(directory.substr(kCentralFixed + name, extra),
                   {&entry.size, &entry.packed, &entry.offset});
        directory.remove_prefix(entry.length);
        entries.push_back(std::move(entry));
    }
    return entries.size() == count;
}

bool read_local(std::string_view bytes, Header& header) {
    header.length = 0;
    if (!is_at(bytes, 0, "PK\3\4", kLocalFixed)) return false;
    Numbers fields(bytes, 4);
    header.needed = fields.u16();
    header.flags = fields.u16();
    header.method = fields.u16();
    header.time = fields.u16();
    header.date = fields.u16();
    header.crc = fields.u32();
    header.packed = fields.u32();
    header.size = fields.u32();
    const std::size_t name = fields.u16(), extra = fields.u16();
    header.length = kLocalFixed + name + extra;
    if (header.length > bytes.size()) return false;
    header.name = bytes.substr(kLocalFixed, name);
    take_zip64(bytes.substr(kLocalFixed + name, extra), {&header.size, &header.packed});
    return true;
}

bool is_data_descriptor(std::string_view bytes, const Header& header) {
    if (bytes.starts_with("PK\7\x08")) bytes.remove_prefix(4);
    if (bytes.size() != 12 && bytes.size() != 20) return false;
    const std::size_t width = bytes.size() == 12 ? 4 : 8;
    Numbers fields(bytes, 0);
    return fields.u32() == header.crc && fields.take(width) == header.packed &&
           fields.take(width) == header.size;
}

}  // namespace hoso::zip
