// SPDX-License-Identifier: Apache-2.0
//
// A bag in a zip archive, read so strictly that no byte of it can be changed unseen: the headers
// stand twice and must agree, the contents have a CRC, and every byte belongs to a header, a file
// or the directory. What two zip programs could read differently is refused.
#include <libdeflate.h>

#include <algorithm>
#include <functional>
#include <set>

#include "verify/container.h"
#include "verify/limits.h"
#include "verify/rules.h"
#include "verify/zip_headers.h"
#include "vocabulary/text.h"

namespace hoso {

namespace rule = verify_rule;

namespace {

constexpr std::uint16_t kStored = 0, kDeflated = 8;

bool is_directory(const zip::CentralHeader& entry) {
    return entry.name.ends_with('/') && entry.size == 0;
}

// What is wrong with the kind of an entry; empty: nothing.
std::string why_refused(const zip::CentralHeader& entry) {
    constexpr unsigned kUnix = 3, kTypeMask = 0170000, kLink = 0120000;
    if (entry.flags & zip::kEncrypted) return "encrypted";
    if (entry.method != kStored && entry.method != kDeflated) {
        return "method " + std::to_string(entry.method);
    }
    if (entry.made_by >> 8 == kUnix && (entry.external >> 16 & kTypeMask) == kLink) {
        return "symbolic link";
    }
    if (entry.size > limits::kBundleFileBytes ||
        entry.size / limits::kDeflateRatio > entry.packed ||
        (entry.method == kStored && entry.size != entry.packed)) {
        return "size " + std::to_string(entry.size);
    }
    return "";
}

// The first thing that the two headers of an entry say differently; empty: nothing.
std::string difference(const zip::CentralHeader& central, const zip::Header& local) {
    const bool later = (central.flags & zip::kSizesFollow) != 0;
    const auto differ = [&](std::uint64_t a, std::uint64_t b) {
        return a != b && !(later && b == 0);
    };
    if (central.name != local.name) return "name \"" + to_nfc(local.name) + "\"";
    if (differ(central.size, local.size)) return "size";
    if (differ(central.packed, local.packed)) return "packed size";
    if (differ(central.crc, local.crc)) return "CRC-32";
    if (central.method != local.method) return "method";
    if (central.time != local.time || central.date != local.date) return "time";
    if (central.flags != local.flags || central.needed != local.needed) return "flags";
    return "";
}

// Where an archive's bytes come from, and what it is.
struct Source {
    std::function<std::string(std::uint64_t at, std::size_t size)> read_part;
    std::uint64_t size = 0;
    std::string name;  // for findings
    bool bag = true;   // else the package of a workbook
};

class ZipContainer final : public Container {
public:
    explicit ZipContainer(Source source) : source_(std::move(source)) {}

    bool open(Findings& findings) {
        if (!read_records(findings)) return false;
        check_layout(findings);
        choose_files(findings);
        return true;
    }

    std::optional<std::string> read(std::size_t index, Findings& findings) const override {
        const Entry& entry = entries_[by_file_[index]];
        std::string packed = source_.read_part(entry.data, entry.central.packed);
        std::string content;
        bool good = packed.size() == entry.central.packed;
        if (entry.central.method == kStored) {
            content = std::move(packed);
        } else if (good) {
            good = inflate(packed, entry.central.size, content);
        }
        if (good && libdeflate_crc32(0, content.data(), content.size()) == entry.central.crc) {
            return content;
        }
        findings.add(rule::zip_content_damaged, {place_in(files_[index].name)});
        return std::nullopt;
    }

private:
    struct Entry {
        zip::CentralHeader central;
        std::uint64_t data = 0;  // where the packed bytes begin
        bool readable = false;
    };

    // A file of a bag is a place of its own, a part of a workbook lies in it.
    [[nodiscard]] Location place_in(const std::string& file) const {
        return source_.bag ? place_of(file) : place_of(source_.name, file);
    }

    bool damaged(Findings& findings, const std::string& what) {
        findings.add(rule::zip_damaged, {place_of(source_.name)}, {{"what", what}});
        return false;
    }

    static bool inflate(const std::string& packed, std::uint64_t size, std::string& content) {
        content.resize(size);
        const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)>
            inflater(libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
        std::size_t used = 0, made = 0;
        return inflater &&
               libdeflate_deflate_decompress_ex(inflater.get(), packed.data(), packed.size(),
                                                content.data(), content.size(), &used,
                                                &made) == LIBDEFLATE_SUCCESS &&
               used == packed.size() && made == size;
    }

    bool read_records(Findings& findings) {
        const std::uint64_t size = source_.size;
        const std::uint64_t tail = std::min<std::uint64_t>(size, zip::kLongestTail);
        if (!zip::read_end(source_.read_part(size - tail, tail), size, end_)) {
            return damaged(findings, "end record");
        }
        if (end_.count > (source_.bag ? limits::kBundleFiles : limits::kPackageParts) ||
            end_.size > limits::kBundleDirectoryBytes) {
            return damaged(findings, "number of files");
        }
        std::vector<zip::CentralHeader> headers;
        if (!zip::read_directory(source_.read_part(end_.offset, end_.size), end_.count, headers)) {
            return damaged(findings, "central directory");
        }
        for (zip::CentralHeader& header : headers)
            entries_.push_back({std::move(header), 0, false});
        return true;
    }

    // Reads the local header. The byte behind the entry's data; 0 if there is no telling.
    std::uint64_t check_local(Entry& entry, Findings& findings) {
        const zip::CentralHeader& central = entry.central;
        const Location place = place_in(central.name);
        zip::Header local;
        constexpr std::size_t kUsualExtra = 64;
        std::string bytes =
            source_.read_part(central.offset, zip::kLocalFixed + central.name.size() + kUsualExtra);
        if (!zip::read_local(bytes, local) && local.length > 0) {
            bytes = source_.read_part(central.offset, local.length);
        }
        if (!zip::read_local(bytes, local)) {
            findings.add(rule::zip_header_mismatch, {place}, {{"what", "offset"}});
            return 0;
        }
        const std::string what = difference(central, local);
        if (!what.empty()) findings.add(rule::zip_header_mismatch, {place}, {{"what", what}});
        const std::string why = why_refused(central);
        if (!why.empty()) findings.add(rule::zip_refused_entry, {place}, {{"what", why}});
        entry.data = central.offset + local.length;
        entry.readable =
            why.empty() && entry.data <= end_.offset && central.packed <= end_.offset - entry.data;
        return entry.readable ? entry.data + central.packed : 0;
    }

    // Entry after entry, from the first byte to the directory, without a gap.
    void check_layout(Findings& findings) {
        std::vector<Entry*> by_place;
        for (Entry& entry : entries_) by_place.push_back(&entry);
        std::sort(by_place.begin(), by_place.end(), [](const Entry* a, const Entry* b) {
            return a->central.offset < b->central.offset;
        });
        std::uint64_t reached = 0;
        const Entry* before = nullptr;
        const auto check_gap = [&](std::uint64_t next) {
            if (next == reached || (reached == 0 && before)) return;
            if (next > reached && before && (before->central.flags & zip::kSizesFollow) &&
                next - reached <= 24 &&
                zip::is_data_descriptor(source_.read_part(reached, next - reached),
                                        before->central)) {
                return;
            }
            const std::uint64_t count = next > reached ? next - reached : reached - next;
            findings.add(rule::zip_hidden_bytes, {place_of(source_.name)},
                         {{"count", std::to_string(count)},
                          {"offset", std::to_string(std::min(next, reached))}});
        };
        for (Entry* entry : by_place) {
            check_gap(entry->central.offset);
            reached = check_local(*entry, findings);
            before = entry;
        }
        check_gap(end_.offset);
    }

    // The files of the one folder that a bag's archive must consist of; all of a package's.
    void choose_files(Findings& findings) {
        if (entries_.empty()) return;
        const std::string& some = entries_[0].central.name;
        if (source_.bag) bag_name_ = some.substr(0, some.find('/'));
        const std::string folder = source_.bag ? bag_name_ + "/" : "";
        const zip::CentralHeader& first = entries_[0].central;
        std::set<std::string> names;
        std::vector<std::pair<File, std::size_t>> chosen;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            const zip::CentralHeader& entry = entries_[i].central;
            const Location place = place_in(entry.name);
            if (!names.insert(to_lower(to_nfc(entry.name))).second) {
                findings.add(rule::zip_duplicate, {place});
                continue;
            }
            if (entry.made_by != first.made_by || entry.internal != first.internal ||
                entry.external != first.external) {
                findings.add(rule::zip_uneven_headers, {place});
            }
            if (!entry.name.starts_with(folder)) {
                findings.add(rule::outside_bag, {place}, {{"bag", to_nfc(bag_name_)}});
            } else if (!is_directory(entry) && entries_[i].readable) {
                chosen.push_back({{entry.name.substr(folder.size()), entry.size}, i});
            }
        }
        std::sort(chosen.begin(), chosen.end(),
                  [](const auto& a, const auto& b) { return a.first.name < b.first.name; });
        for (auto& [file, index] : chosen) {
            files_.push_back(std::move(file));
            by_file_.push_back(index);
        }
    }

    Source source_;
    zip::EndRecord end_;
    std::vector<Entry> entries_;
    std::vector<std::size_t> by_file_;  // files_[i] is entries_[by_file_[i]]
};

class FolderContainer final : public Container {
public:
    FolderContainer(Disk& disk, std::filesystem::path folder)
        : disk_(disk), folder_(std::move(folder)) {
        for (DirectoryEntry& entry : disk.list(folder_)) {
            files_.push_back({std::move(entry.path), entry.size});
        }
        std::sort(files_.begin(), files_.end(),
                  [](const File& a, const File& b) { return a.name < b.name; });
        bag_name_ = std::filesystem::absolute(folder_).lexically_normal().filename().string();
    }
    std::optional<std::string> read(std::size_t index, Findings&) const override {
        return disk_.read(folder_ / files_[index].name);
    }

private:
    Disk& disk_;
    std::filesystem::path folder_;
};

}  // namespace

std::unique_ptr<Container> open_folder(Disk& disk, const std::filesystem::path& folder) {
    return std::make_unique<FolderContainer>(disk, folder);
}

namespace {

Source source_of(Disk& disk, const std::filesystem::path& path) {
    return {[&disk, path](std::uint64_t at, std::size_t size) {
                return disk.read_part(path, at, size);
            },
            disk.size(path), path.filename().string(), true};
}

std::unique_ptr<Container> open(Source source, Findings& findings) {
    auto container = std::make_unique<ZipContainer>(std::move(source));
    if (!container->open(findings)) return nullptr;
    return container;
}

}  // namespace

std::unique_ptr<Container> open_zip(Disk& disk, const std::filesystem::path& path,
                                    Findings& findings) {
    return open(source_of(disk, path), findings);
}

std::unique_ptr<Container> open_package(std::string_view bytes, const std::string& name,
                                        Findings& findings) {
    const auto part = [bytes](std::uint64_t at, std::size_t size) {
        return at < bytes.size() ? std::string(bytes.substr(at, size)) : std::string();
    };
    return open({part, bytes.size(), name, false}, findings);
}

bool is_package(Disk& disk, const std::filesystem::path& path) {
    const Source source = source_of(disk, path);
    const std::uint64_t tail = std::min<std::uint64_t>(source.size, zip::kLongestTail);
    zip::EndRecord end;
    std::vector<zip::CentralHeader> entries;
    if (!zip::read_end(source.read_part(source.size - tail, tail), source.size, end) ||
        end.count > limits::kPackageParts || end.size > limits::kBundleDirectoryBytes ||
        !zip::read_directory(source.read_part(end.offset, end.size), end.count, entries)) {
        return false;
    }
    return std::any_of(entries.begin(), entries.end(), [](const zip::CentralHeader& entry) {
        return entry.name == "[Content_Types].xml";
    });
}

}  // namespace hoso
