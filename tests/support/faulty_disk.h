// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>

#include "vocabulary/disk.h"
#include "vocabulary/errors.h"

namespace hoso {

// A real disk whose Nth change (write or publish, counted from 1) fails as a full disk would; after
// that everything fails, as after a crash. 0: never.
class FaultyDisk final : public Disk {
public:
    explicit FaultyDisk(int fail_at) : fail_at_(fail_at) {}

    std::vector<DirectoryEntry> list(const std::filesystem::path& folder) override {
        return real_.list(folder);
    }
    bool exists(const std::filesystem::path& path) override { return real_.exists(path); }
    std::string read(const std::filesystem::path& path) override { return real_.read(path); }
    void write(const std::filesystem::path& path, std::string_view bytes,
               Durability durability) override {
        step(path);
        real_.write(path, bytes, durability);
    }
    std::filesystem::path scratch_path(const std::filesystem::path& target) override {
        return real_.scratch_path(target);
    }
    void publish(const std::filesystem::path& target, Durability durability) override {
        step(target);
        real_.publish(target, durability);
    }
    void remove(const std::filesystem::path& path) override { real_.remove(path); }

    [[nodiscard]] int steps() const { return steps_; }

private:
    void step(const std::filesystem::path& path) {
        const int now = ++steps_;
        if (fail_at_ > 0 && now >= fail_at_) {
            throw EnvironmentError(path.string() + ": cannot write: No space left on device");
        }
    }

    RealDisk real_;
    int fail_at_;
    std::atomic<int> steps_{0};
};

}  // namespace hoso
