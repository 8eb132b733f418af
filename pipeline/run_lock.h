// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace hoso {

// One run at a time into one folder of results. The kernel lets go of it when the process ends,
// however it ends. UsageError while another process holds it.
class RunLock {
public:
    explicit RunLock(const std::filesystem::path& out);
    ~RunLock();
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;

private:
    int file_ = -1;
};

}  // namespace hoso
