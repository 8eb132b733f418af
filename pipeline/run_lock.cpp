// SPDX-License-Identifier: Apache-2.0
#include "run_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "vocabulary/errors.h"

namespace hoso {

namespace fs = std::filesystem;

RunLock::RunLock(const fs::path& out) {
    // By hand, from the root on: a lock is no result, so it does not go through the Disk door.
    fs::path folder;
    for (const fs::path& part : out / ".work") {
        folder /= part;
        if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) break;
    }
    const fs::path path = folder / "lock";
    file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file_ < 0) {
        throw EnvironmentError(path.generic_string() + ": " + std::strerror(errno));
    }
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
        ::close(file_);
        throw UsageError("đang có một lần chạy hoso khác ghi vào " + out.generic_string() +
                         ": đợi lần ấy xong, hoặc chọn nơi khác bằng --out");
    }
}

RunLock::~RunLock() { ::close(file_); }

}  // namespace hoso
