// SPDX-License-Identifier: Apache-2.0
#include "vocabulary/disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "vocabulary/errors.h"

namespace hoso {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const fs::path& path, const char* what, int error) {
    throw EnvironmentError(path.string() + ": " + what + ": " + std::strerror(error));
}

class Descriptor {
public:
    Descriptor(const fs::path& path, int flags, mode_t mode = 0)
        : path_(path), number_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {
        if (number_ < 0) fail(path, "cannot open", errno);
    }
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void write(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t written = ::write(number_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) fail(path_, "cannot write", errno);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    // Fewer than `size` bytes only at the end of the file.
    std::size_t read(char* target, std::size_t size) {
        std::size_t done = 0;
        while (done < size) {
            const ssize_t got = ::read(number_, target + done, size - done);
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) fail(path_, "cannot read", errno);
            if (got == 0) break;
            done += static_cast<std::size_t>(got);
        }
        return done;
    }
    void seek(std::uint64_t offset) {
        if (::lseek(number_, static_cast<off_t>(offset), SEEK_SET) < 0) {
            fail(path_, "cannot read", errno);
        }
    }
    void sync() {
        if (::fsync(number_) != 0) fail(path_, "cannot sync", errno);
    }
    void close() {
        if (::close(std::exchange(number_, -1)) != 0) fail(path_, "cannot close", errno);
    }

private:
    fs::path path_;
    int number_;
};

constexpr char kScratchSuffix[] = ".hoso-part";

}  // namespace

std::vector<DirectoryEntry> RealDisk::list(const fs::path& folder) {
    std::vector<DirectoryEntry> entries;
    std::error_code error;
    fs::recursive_directory_iterator it(folder, error), end;
    if (error) fail(folder, "cannot list", error.value());
    for (; it != end; it.increment(error)) {
        if (error) fail(folder, "cannot list", error.value());
        if (it->is_symlink(error) || !it->is_regular_file(error)) continue;
        const std::uint64_t size = it->file_size(error);
        if (error) fail(it->path(), "cannot read", error.value());
        entries.push_back({it->path().lexically_relative(folder).generic_string(), size});
    }
    std::sort(entries.begin(), entries.end(),
              [](const DirectoryEntry& a, const DirectoryEntry& b) { return a.path < b.path; });
    return entries;
}

bool RealDisk::exists(const fs::path& path) {
    std::error_code error;
    return fs::exists(path, error);
}

std::string RealDisk::read(const fs::path& path) {
    Descriptor file(path, O_RDONLY);
    std::string bytes;
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (error) fail(path, "cannot read", error.value());
    bytes.resize(size);
    bytes.resize(file.read(bytes.data(), bytes.size()));
    return bytes;
}

std::uint64_t Disk::size(const fs::path& path) { return read(path).size(); }

std::uint64_t RealDisk::size(const fs::path& path) {
    std::error_code error;
    const auto bytes = fs::file_size(path, error);
    if (error) fail(path, "cannot read", error.value());
    return bytes;
}

std::string Disk::read_part(const fs::path& path, std::uint64_t offset, std::size_t size) {
    const std::string all = read(path);
    return offset < all.size() ? all.substr(offset, size) : std::string();
}

std::string RealDisk::read_part(const fs::path& path, std::uint64_t offset, std::size_t size) {
    Descriptor file(path, O_RDONLY);
    file.seek(offset);
    std::string bytes(size, '\0');
    bytes.resize(file.read(bytes.data(), bytes.size()));
    return bytes;
}

void RealDisk::write(const fs::path& path, std::string_view bytes, Durability durability) {
    const fs::path part = scratch_path(path);
    {
        Descriptor file(part, O_WRONLY | O_CREAT | O_TRUNC, S_IRUSR | S_IWUSR);
        file.write(bytes);
        file.close();
    }
    publish(path, durability);
}

fs::path RealDisk::scratch_path(const fs::path& target) {
    std::error_code error;
    if (target.has_parent_path()) fs::create_directories(target.parent_path(), error);
    if (error) fail(target.parent_path(), "cannot create", error.value());
    fs::path part = target;
    part += kScratchSuffix;
    return part;
}

void RealDisk::publish(const fs::path& target, Durability durability) {
    fs::path part = target;
    part += kScratchSuffix;
    if (::chmod(part.c_str(), S_IRUSR | S_IWUSR) != 0) fail(part, "cannot set permissions", errno);
    if (durability == Durability::Synced) Descriptor(part, O_RDONLY).sync();
    if (::rename(part.c_str(), target.c_str()) != 0)
        fail(target, "cannot rename into place", errno);
}

void RealDisk::remove(const fs::path& path) {
    std::error_code error;
    fs::remove_all(path, error);
    if (error) fail(path, "cannot remove", error.value());
}

}  // namespace hoso
