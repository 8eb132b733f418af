// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "vocabulary/disk.h"
#include "vocabulary/errors.h"

namespace hoso {

// Files in memory, for tests: no disk is touched.
class FakeDisk final : public Disk {
public:
    std::map<std::string, std::string> files;

    std::vector<DirectoryEntry> list(const std::filesystem::path& folder) override {
        std::vector<DirectoryEntry> entries;
        const std::string prefix = folder.generic_string() + "/";
        for (const auto& [path, bytes] : files) {
            if (path.compare(0, prefix.size(), prefix) == 0) {
                entries.push_back({path.substr(prefix.size()), bytes.size()});
            }
        }
        return entries;
    }
    // A folder exists if a file stands below it.
    bool exists(const std::filesystem::path& path) override {
        const std::string name = path.generic_string();
        const auto next = files.lower_bound(name + "/");
        return files.count(name) != 0 ||
               (next != files.end() && next->first.compare(0, name.size() + 1, name + "/") == 0);
    }
    std::string read(const std::filesystem::path& path) override {
        const auto file = files.find(path.generic_string());
        if (file == files.end()) throw EnvironmentError("no such file: " + path.generic_string());
        return file->second;
    }
    void write(const std::filesystem::path& path, std::string_view bytes,
               Durability = Durability::Synced) override {
        files[path.generic_string()] = std::string(bytes);
    }
    std::filesystem::path scratch_path(const std::filesystem::path& target) override {
        return target.generic_string() + ".scratch";
    }
    void publish(const std::filesystem::path& target, Durability = Durability::Synced) override {
        const auto scratch = files.extract(scratch_path(target).generic_string());
        if (scratch.empty()) throw EnvironmentError("nothing to publish: " + target.string());
        files[target.generic_string()] = scratch.mapped();
    }
    void remove(const std::filesystem::path& path) override { files.erase(path.generic_string()); }
};

}  // namespace hoso
