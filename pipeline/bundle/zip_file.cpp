// SPDX-License-Identifier: Apache-2.0
#include <zip.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <memory>

#include "bundle/bag.h"
#include "vocabulary/errors.h"

namespace hoso {

namespace fs = std::filesystem;

namespace {

// -rw-------: also after unpacking, the owner alone reads it. Set, because libzip would take the
// mode of the file on disk and with it the umask.
constexpr zip_uint32_t kOwnerOnly = 0100600u << 16;
constexpr zip_uint32_t kDeflateLevel = 6;

// A text that is made when libzip opens it and dropped when libzip closes it.
struct LazyText {
    const BagFile* file = nullptr;
    std::string bytes;
    std::size_t at = 0;
};

zip_int64_t give_text(void* state, void* data, zip_uint64_t length, zip_source_cmd_t command) {
    auto* text = static_cast<LazyText*>(state);
    switch (command) {
        case ZIP_SOURCE_OPEN:
            try {  // no exception may pass through libzip
                text->bytes = text->file->make();
            } catch (const std::exception&) {
                return -1;
            }
            text->at = 0;
            return text->bytes.size() == text->file->size ? 0 : -1;
        case ZIP_SOURCE_READ: {
            const std::size_t count = std::min<std::size_t>(static_cast<std::size_t>(length),
                                                            text->bytes.size() - text->at);
            std::memcpy(data, text->bytes.data() + text->at, count);
            text->at += count;
            return static_cast<zip_int64_t>(count);
        }
        case ZIP_SOURCE_CLOSE:
            text->bytes = std::string();
            return 0;
        case ZIP_SOURCE_STAT: {
            auto* facts = static_cast<zip_stat_t*>(data);
            zip_stat_init(facts);
            facts->valid = ZIP_STAT_SIZE;
            facts->size = text->file->size;
            return sizeof *facts;
        }
        case ZIP_SOURCE_ERROR: {
            zip_error_t error;
            zip_error_init(&error);
            zip_error_set(&error, ZIP_ER_INTERNAL, 0);
            return zip_error_to_data(&error, data, length);
        }
        case ZIP_SOURCE_FREE:
            delete text;
            return 0;
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ,
                                                  ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                                  ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
        default:
            return -1;
    }
}

class Archive {
public:
    explicit Archive(const fs::path& path) : path_(path) {
        int code = 0;
        archive_ = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
        if (archive_ == nullptr) {
            zip_error_t error;
            zip_error_init_with_code(&error, code);
            const std::string reason = zip_error_strerror(&error);
            zip_error_fini(&error);
            throw EnvironmentError(path.string() + ": cannot make the archive: " + reason);
        }
    }
    ~Archive() {
        if (archive_ != nullptr) zip_discard(archive_);
    }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    void add(const std::string& name, const BagFile& file, Instant time) {
        zip_source_t* source = file.on_disk.empty()
                                   ? text_source(file)
                                   : zip_source_file(archive_, file.on_disk.c_str(), 0, -1);
        if (source == nullptr) fail(name);
        const zip_int64_t added = zip_file_add(archive_, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (added < 0) {
            zip_source_free(source);
            fail(name);
        }
        const auto index = static_cast<zip_uint64_t>(added);
        const bool stored = !file.on_disk.empty();
        const auto [day, clock] = dos_time(time);
        if (zip_set_file_compression(archive_, index, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
                                     stored ? 0 : kDeflateLevel) != 0 ||
            zip_file_set_dostime(archive_, index, clock, day, 0) != 0 ||
            zip_file_set_external_attributes(archive_, index, 0, ZIP_OPSYS_UNIX, kOwnerOnly) != 0) {
            fail(name);
        }
    }
    void close() {
        if (zip_close(archive_) != 0) fail("");
        archive_ = nullptr;
    }

private:
    zip_source_t* text_source(const BagFile& file) {
        auto state = std::make_unique<LazyText>();
        state->file = &file;
        zip_source_t* source = zip_source_function(archive_, give_text, state.get());
        if (source != nullptr) state.release();  // libzip frees it with ZIP_SOURCE_FREE
        return source;
    }

    // MS-DOS date and time of the school's clock; the format begins in 1980.
    static std::pair<zip_uint16_t, zip_uint16_t> dos_time(Instant time) {
        const std::string iso = to_iso(time);  // 2022-01-12T09:30:00+07:00
        const auto part = [&](std::size_t at, std::size_t length) {
            return static_cast<unsigned>(std::stoul(iso.substr(at, length)));
        };
        const unsigned year = std::max(1980u, part(0, 4)) - 1980;
        return {static_cast<zip_uint16_t>(year << 9 | part(5, 2) << 5 | part(8, 2)),
                static_cast<zip_uint16_t>(part(11, 2) << 11 | part(14, 2) << 5 | part(17, 2) / 2)};
    }

    [[noreturn]] void fail(const std::string& name) {
        throw EnvironmentError(path_.string() + ": cannot write " +
                               (name.empty() ? "the archive" : name) + ": " +
                               zip_strerror(archive_));
    }

    fs::path path_;
    zip_t* archive_ = nullptr;
};

// libzip writes to a temporary file of its own beside the scratch file; a killed run leaves it.
void remove_leftovers(Disk& disk, const fs::path& scratch) {
    const fs::path folder = scratch.parent_path();
    const std::string prefix = scratch.filename().string() + ".";
    for (const DirectoryEntry& entry : disk.list(folder)) {
        if (entry.path.starts_with(prefix)) disk.remove(folder / entry.path);
    }
}

}  // namespace

void write_zip(Disk& disk, const fs::path& target, const std::string& folder,
               const std::vector<BagFile>& files, Instant time) {
    const fs::path scratch = disk.scratch_path(target);
    remove_leftovers(disk, scratch);
    Archive archive(scratch);
    for (const BagFile& file : files) archive.add(folder + "/" + file.path, file, time);
    archive.close();
    disk.publish(target);
}

}  // namespace hoso
