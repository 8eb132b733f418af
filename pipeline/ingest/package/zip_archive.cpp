// SPDX-License-Identifier: Apache-2.0
#include "ingest/package/zip_archive.h"

#include <zip.h>

#include <stdexcept>

#include "ingest/report.h"
#include "ingest/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace rule = ingest_rule;

struct ZipArchive::Handle {
    zip_t* zip = nullptr;
    ~Handle() {
        if (zip) zip_discard(zip);
    }
};

ZipArchive::~ZipArchive() = default;

std::unique_ptr<ZipArchive> ZipArchive::open(std::string_view bytes, const Location& place,
                                             Findings& findings) {
    std::unique_ptr<ZipArchive> archive(new ZipArchive);
    archive->place_ = place;
    const auto refuse = [&](ZipFault fault) {
        report(findings, *fault.rule, {place}, std::move(fault.args));
        return nullptr;
    };
    if (auto fault = read_zip_directory(bytes, archive->entries_)) return refuse(std::move(*fault));

    archive->handle_ = std::make_unique<Handle>();
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source) archive->handle_->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (source && !archive->handle_->zip) zip_source_free(source);
    zip_error_fini(&error);
    zip_t* zip = archive->handle_->zip;
    if (!zip || zip_get_num_entries(zip, 0) != static_cast<zip_int64_t>(archive->entries_.size())) {
        return refuse({&rule::zip_damaged, {}});
    }
    for (std::size_t i = 0; i < archive->entries_.size(); ++i) {
        archive->by_name_.emplace(to_lower(archive->entries_[i].name), i);
    }
    return archive;
}

bool ZipArchive::contains(std::string_view name) const { return by_name_.contains(to_lower(name)); }

bool ZipArchive::read(std::string_view name, std::string& content, Findings& findings) const {
    const auto found = by_name_.find(to_lower(name));
    if (found == by_name_.end()) throw std::logic_error("no such zip entry: " + std::string(name));
    const ZipEntry* entry = &entries_[found->second];
    content.resize(entry->size);
    zip_file_t* file = zip_fopen_index(handle_->zip, found->second, 0);
    std::size_t done = 0;
    bool good = file != nullptr;
    while (good && done < content.size()) {
        const zip_int64_t got = zip_fread(file, content.data() + done, content.size() - done);
        good = got > 0;
        if (good) done += static_cast<std::size_t>(got);
    }
    // libzip compares the CRC when it meets the end, so ask for one byte more.
    char beyond = 0;
    good = good && zip_fread(file, &beyond, 1) == 0;
    if (file) zip_fclose(file);
    if (!good) {
        report(findings, rule::zip_entry_damaged, {place_}, {{"entry", to_nfc(entry->name)}});
    }
    return good;
}

}  // namespace hoso
