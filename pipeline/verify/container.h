// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "vocabulary/disk.h"
#include "vocabulary/finding.h"
#include "vocabulary/text.h"

namespace hoso {

// The files of a bag, wherever they lie. Names are relative to the bag's folder.
class Container {
public:
    struct File {
        std::string name;
        std::uint64_t size = 0;
    };
    virtual ~Container() = default;
    [[nodiscard]] const std::vector<File>& files() const { return files_; }
    [[nodiscard]] const std::string& bag_name() const { return bag_name_; }
    // The bytes of files()[index]; nullopt, with a finding, if they cannot be had. May be called
    // from several threads, each with its own findings.
    [[nodiscard]] virtual std::optional<std::string> read(std::size_t index,
                                                          Findings& findings) const = 0;

protected:
    std::vector<File> files_;  // by name
    std::string bag_name_;
};

std::unique_ptr<Container> open_folder(Disk& disk, const std::filesystem::path& folder);
// Null, with findings, if the archive cannot be read at all. What it can read but should not have
// to (headers that disagree, bytes that belong to nothing, files outside of the bag) are findings.
std::unique_ptr<Container> open_zip(Disk& disk, const std::filesystem::path& path,
                                    Findings& findings);

// Names come from the archive and need not be Unicode; what is printed has to be.
inline Location place_of(const std::string& file) {
    return {std::make_shared<const Origin>(Origin{to_nfc(file), ""}), 0, 0};
}

}  // namespace hoso
