// SPDX-License-Identifier: Apache-2.0
#include "sign/opc_package.h"

#include <libdeflate.h>

#include <algorithm>
#include <memory>

#include "sign/opc_xml.h"
#include "vocabulary/errors.h"

namespace hoso::opc {

namespace {

constexpr char kTypes[] = "[Content_Types].xml";
constexpr std::size_t kEndFixed = 22, kCentralFixed = 46, kLocalFixed = 30;
constexpr std::uint16_t kStored = 0, kDeflated = 8;

[[noreturn]] void refuse(const std::string& why) {
    throw EnvironmentError("không ký được tệp Excel: " + why);
}

// Little-endian numbers of the archive (APPNOTE.TXT, 4.3).
std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t width) {
    if (at > bytes.size() || width > bytes.size() - at) refuse("the archive is cut off");
    std::uint32_t value = 0;
    for (std::size_t i = width; i-- > 0;) {
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
}
std::uint16_t u16_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint16_t>(number_at(bytes, at, 2));
}
std::uint32_t u32_at(std::string_view bytes, std::size_t at) { return number_at(bytes, at, 4); }

void append(std::string& out, std::size_t value, std::size_t width) {
    for (std::size_t i = 0; i < width; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

std::string_view slice(std::string_view bytes, std::size_t at, std::size_t size) {
    if (at > bytes.size() || size > bytes.size() - at) refuse("the archive is cut off");
    return bytes.substr(at, size);
}

std::string inflate(std::string_view packed, std::size_t size) {
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)>
        inflater(libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    std::string bytes(size, '\0');
    if (!inflater ||
        libdeflate_deflate_decompress(inflater.get(), packed.data(), packed.size(), bytes.data(),
                                      size, nullptr) != LIBDEFLATE_SUCCESS) {
        refuse("a part cannot be unpacked");
    }
    return bytes;
}

std::string pack(std::string_view bytes) {
    constexpr int kLevel = 6;
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> packer(
        libdeflate_alloc_compressor(kLevel), &libdeflate_free_compressor);
    if (!packer) throw LibraryError("libdeflate: no memory");
    std::string packed(libdeflate_deflate_compress_bound(packer.get(), bytes.size()), '\0');
    packed.resize(libdeflate_deflate_compress(packer.get(), bytes.data(), bytes.size(),
                                              packed.data(), packed.size()));
    return packed;
}

}  // namespace

Package::Package(std::string_view bytes) : bytes_(bytes) {
    read_directory();
    read_types();
}

void Package::read_directory() {
    if (bytes_.size() < kEndFixed) refuse("it is no archive");
    const std::size_t end = bytes_.size() - kEndFixed;  // 4.3.16, without a comment
    if (slice(bytes_, end, 4) != "PK\5\6") refuse("it is no archive");
    std::string_view directory = slice(bytes_, u32_at(bytes_, end + 16), u32_at(bytes_, end + 12));
    while (!directory.empty()) {
        if (directory.substr(0, 4) != "PK\1\2") refuse("its directory is damaged");
        const std::size_t name = u16_at(directory, 28);
        const std::size_t length =
            kCentralFixed + name + u16_at(directory, 30) + u16_at(directory, 32);
        const std::string_view central = slice(directory, 0, length);
        const std::string key(slice(central, kCentralFixed, name));
        if (!entries_.emplace(key, read_entry(central)).second) refuse("a part stands twice");
        order_.push_back(key);
        directory.remove_prefix(length);
    }
}

Package::Entry Package::read_entry(std::string_view central) const {
    Entry entry;
    entry.central = central;
    entry.method = u16_at(central, 10);
    entry.crc = u32_at(central, 16);
    entry.size = u32_at(central, 24);
    const std::size_t packed = u32_at(central, 20), at = u32_at(central, 42);
    if (u16_at(central, 8) & 9u) refuse("its parts are encrypted or streamed");
    if (entry.method != kStored && entry.method != kDeflated) refuse("an unknown method");
    if (slice(bytes_, at, 4) != "PK\3\4") refuse("its headers are damaged");
    const std::size_t header = kLocalFixed + u16_at(bytes_, at + 26) + u16_at(bytes_, at + 28);
    entry.local = slice(bytes_, at, header + packed);
    entry.packed = entry.local.substr(header);
    return entry;
}

void Package::read_types() {
    if (!has(kTypes)) refuse("it has no [Content_Types].xml");
    ContentTypes types = read_content_types(read(kTypes));
    by_extension_ = std::move(types.by_extension);
    by_part_ = std::move(types.by_part);
}

std::vector<std::string> Package::names() const {
    std::vector<std::string> names;
    for (const auto& [name, entry] : entries_) {
        if (name != kTypes) names.push_back(name);
    }
    return names;
}

std::string Package::read(const std::string& name) const {
    const auto changed = changed_.find(name);
    if (changed != changed_.end()) return changed->second;
    const auto found = entries_.find(name);
    if (found == entries_.end()) refuse("it has no part " + name);
    const Entry& entry = found->second;
    std::string bytes =
        entry.method == kStored ? std::string(entry.packed) : inflate(entry.packed, entry.size);
    if (libdeflate_crc32(0, bytes.data(), bytes.size()) != entry.crc) {
        refuse("the part " + name + " is damaged");
    }
    return bytes;
}

std::string Package::content_type(const std::string& name) const {
    const auto part = by_part_.find("/" + name);
    if (part != by_part_.end()) return part->second;
    const auto dot = name.rfind('.');
    const auto extension = by_extension_.find(dot == std::string::npos ? "" : name.substr(dot + 1));
    if (extension == by_extension_.end()) refuse("no content type for " + name);
    return extension->second;
}

void Package::put(const std::string& name, std::string bytes) {
    if (entries_.emplace(name, Entry{}).second) order_.push_back(name);
    changed_[name] = std::move(bytes);
}

void Package::declare_extension(const std::string& extension, const std::string& type) {
    types_changed_ = by_extension_.emplace(extension, type).second || types_changed_;
}

void Package::declare_part(const std::string& name, const std::string& type) {
    types_changed_ = by_part_.emplace("/" + name, type).second || types_changed_;
}

std::pair<std::string, std::string> Package::headers(const std::string& name,
                                                     const std::string& packed,
                                                     std::string_view bytes) const {
    const std::string_view like = entries_.at(kTypes).central;
    std::string shared(slice(like, 6, 10));  // version needed, flags, method, time, date
    shared[4] = static_cast<char>(kDeflated);
    shared[5] = 0;
    append(shared, libdeflate_crc32(0, bytes.data(), bytes.size()), 4);
    append(shared, packed.size(), 4);
    append(shared, bytes.size(), 4);
    append(shared, name.size(), 2);
    append(shared, 0, 2);  // extra fields
    std::string central = "PK\1\2";
    central += slice(like, 4, 2);  // made by
    central += shared;
    append(central, 0, 4);          // comment, disk
    central += slice(like, 36, 6);  // attributes
    return {"PK\3\4" + shared + name, central};
}

std::string Package::finish() {
    if (types_changed_) put(kTypes, write_content_types({by_extension_, by_part_}));
    std::string out, directory;
    out.reserve(bytes_.size() + 16'384);
    for (const std::string& name : order_) {
        const std::size_t at = out.size();
        const auto changed = changed_.find(name);
        if (changed == changed_.end()) {
            const Entry& entry = entries_.at(name);
            out += entry.local;
            directory += entry.central.substr(0, 42);
            append(directory, at, 4);
            directory += entry.central.substr(kCentralFixed);
        } else {
            const std::string packed = pack(changed->second);
            const auto [local, central] = headers(name, packed, changed->second);
            out += local + packed;
            directory += central;
            append(directory, at, 4);
            directory += name;
        }
    }
    const std::size_t at = out.size();
    out += directory + std::string("PK\5\6\0\0\0\0", 8);
    append(out, order_.size(), 2);
    append(out, order_.size(), 2);
    append(out, directory.size(), 4);
    append(out, at, 4);
    append(out, 0, 2);
    return out;
}

}  // namespace hoso::opc
