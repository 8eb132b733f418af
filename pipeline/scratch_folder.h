// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

#include "vocabulary/disk.h"
#include "vocabulary/errors.h"

namespace hoso {

// For what LibreOffice makes while a file is looked at; of this user only, and gone at the end.
class ScratchFolder {
public:
    explicit ScratchFolder(Disk& disk) : disk_(disk) {
        std::string name =
            (std::filesystem::temp_directory_path() / "hoso-inspect-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw EnvironmentError("không tạo được " + name);
        path_ = name;
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder() {
        try {
            disk_.remove(path_);
        } catch (const std::exception&) {
            // An empty folder stays where such folders are cleared away.
        }
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    Disk& disk_;
    std::filesystem::path path_;
};

}  // namespace hoso
