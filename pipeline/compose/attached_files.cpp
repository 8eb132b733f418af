// SPDX-License-Identifier: Apache-2.0
#include "compose/attached_files.h"

#include <set>
#include <stdexcept>
#include <utility>

#include "vocabulary/digest.h"
#include "vocabulary/errors.h"
#include "vocabulary/office_pdf.h"
#include "vocabulary/text.h"

namespace hoso {

namespace fs = std::filesystem;

namespace {

// Word files are small; this many of them lie in memory at a time.
constexpr std::size_t kTogether = 32;

std::string extension_of(const std::string& path) {
    const std::string extension = to_lower(fs::path(path).extension().string());
    return extension.empty() ? extension : extension.substr(1);
}

}  // namespace

AttachedFiles::AttachedFiles(Disk& disk, Office& office, fs::path job, fs::path folder,
                             Progress progress)
    : disk_(disk),
      office_(office),
      job_(std::move(job)),
      folder_(std::move(folder)),
      progress_(std::move(progress)) {}

bool AttachedFiles::is_word(const std::string& path) {
    const std::string extension = extension_of(path);
    return extension == "docx" || extension == "doc";
}

std::uint64_t AttachedFiles::size(const std::string& source) const {
    return disk_.exists(job_ / source) ? disk_.size(job_ / source) : 0;
}

std::string AttachedFiles::bytes_of(const File& file) const {
    std::string bytes = disk_.read(job_ / file.source);
    if (sha256_hex(bytes) != file.sha256) {
        throw EnvironmentError("tệp " + file.source + " đã thay đổi trong khi hoso đang chạy");
    }
    return bytes;
}

void AttachedFiles::prepare(const std::vector<File>& files) {
    if (!has_office()) return;
    const std::lock_guard lock(mutex_);
    std::set<std::string> seen;
    std::vector<const File*> wanted;
    for (const File& file : files) {
        const bool fresh = made_.count(file.sha256) == 0 && seen.insert(file.sha256).second;
        if (fresh && is_word(file.source)) wanted.push_back(&file);
    }
    for (std::size_t done = 0; done < wanted.size();) {
        std::vector<std::string> bytes, extensions;
        for (; done < wanted.size() && bytes.size() < kTogether; ++done) {
            bytes.push_back(bytes_of(*wanted[done]));
            extensions.push_back(extension_of(wanted[done]->source));
        }
        std::vector<Office::Source> sources;
        for (std::size_t i = 0; i < bytes.size(); ++i) sources.push_back({bytes[i], extensions[i]});
        office_.prepare(sources, Office::Target::PdfA);
        if (progress_) progress_(done, wanted.size());
    }
}

ArchiveCopy AttachedFiles::keep(const std::string& pdf) const {
    ArchiveCopy copy{sha256_hex(pdf), pdf.size(), page_count(pdf), {}};
    copy.on_disk = folder_ / (copy.sha256 + ".pdf");
    // Its name tells whether what lies there is whole.
    if (!disk_.exists(copy.on_disk) || sha256_hex(disk_.read(copy.on_disk)) != copy.sha256) {
        disk_.write(copy.on_disk, pdf, Durability::Cached);
    }
    return copy;
}

ArchiveCopy AttachedFiles::joined(const std::vector<ArchiveCopy>& copies) {
    std::string name;
    for (const ArchiveCopy& copy : copies) name += copy.sha256;
    const std::lock_guard lock(mutex_);
    if (const auto known = joined_.find(name); known != joined_.end()) return known->second;
    std::vector<std::string> pdfs;
    for (const ArchiveCopy& copy : copies) pdfs.push_back(disk_.read(copy.on_disk));
    const auto pdf = hoso::joined_pages(pdfs);
    if (!pdf) throw std::logic_error("compose: PDF/A copies cannot be joined");
    return joined_.emplace(name, keep(*pdf)).first->second;
}

std::optional<ArchiveCopy> AttachedFiles::archive_copy(const File& file) {
    if (!has_office() || !is_word(file.source)) return std::nullopt;
    const std::lock_guard lock(mutex_);
    if (const auto known = made_.find(file.sha256); known != made_.end()) return known->second;
    const auto pdf =
        office_.convert(bytes_of(file), extension_of(file.source), Office::Target::PdfA);
    std::optional<ArchiveCopy> copy;
    if (pdf && page_count(*pdf) > 0) copy = keep(*pdf);
    made_.emplace(file.sha256, copy);
    return copy;
}

}  // namespace hoso
