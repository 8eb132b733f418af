// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace hoso {

struct DirectoryEntry {
    std::string path;  // relative to the listed folder, '/' between parts, bytes as on disk
    std::uint64_t size = 0;
};

// Whether bytes must survive a power cut. Bundles must; what lies in outputs/.work is checked by
// digest when it is read and made again if it does not fit, so it need not wait for the disk.
enum class Durability { Synced, Cached };

// The one door to files. Errors are EnvironmentError with the path in the message.
class Disk {
public:
    virtual ~Disk() = default;
    // All regular files below `folder`, sorted by path. Symbolic links are not followed.
    virtual std::vector<DirectoryEntry> list(const std::filesystem::path& folder) = 0;
    virtual bool exists(const std::filesystem::path& path) = 0;
    virtual std::string read(const std::filesystem::path& path) = 0;
    virtual std::uint64_t size(const std::filesystem::path& path);
    // At most `size` bytes from `offset`; fewer only at the end. For files that may be too long to
    // be held in memory.
    virtual std::string read_part(const std::filesystem::path& path, std::uint64_t offset,
                                  std::size_t size);
    // Appears whole or not at all: temporary file beside it, fsync, rename. Makes the folders it
    // needs. Readable by the owner only.
    virtual void write(const std::filesystem::path& path, std::string_view bytes,
                       Durability durability = Durability::Synced) = 0;
    // For libraries that write by themselves (libzip, libxlsxwriter): let them write to
    // scratch_path(target), then publish(target) syncs and renames. A scratch file left by a
    // killed run is overwritten by the next one.
    virtual std::filesystem::path scratch_path(const std::filesystem::path& target) = 0;
    virtual void publish(const std::filesystem::path& target,
                         Durability durability = Durability::Synced) = 0;
    virtual void remove(const std::filesystem::path& path) = 0;
};

class RealDisk final : public Disk {
public:
    std::vector<DirectoryEntry> list(const std::filesystem::path& folder) override;
    bool exists(const std::filesystem::path& path) override;
    std::string read(const std::filesystem::path& path) override;
    std::uint64_t size(const std::filesystem::path& path) override;
    std::string read_part(const std::filesystem::path& path, std::uint64_t offset,
                          std::size_t size) override;
    void write(const std::filesystem::path& path, std::string_view bytes,
               Durability durability = Durability::Synced) override;
    std::filesystem::path scratch_path(const std::filesystem::path& target) override;
    void publish(const std::filesystem::path& target,
                 Durability durability = Durability::Synced) override;
    void remove(const std::filesystem::path& path) override;
};

}  // namespace hoso
