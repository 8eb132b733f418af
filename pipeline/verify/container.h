// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
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

// The parts of a workbook (ECMA-376, Part 2) whose bytes stay where they are; `name` for findings.
// Read as strictly as a bundle.
std::unique_ptr<Container> open_package(std::string_view bytes, const std::string& name,
                                        Findings& findings);
bool is_package(Disk& disk, const std::filesystem::path& path);

// Names come from the archive and need not be Unicode; what is printed has to be.
inline Location place_of(const std::string& file, const std::string& part = "") {
    return {std::make_shared<const Origin>(Origin{to_nfc(file), to_nfc(part)}), 0, 0};
}

}  // namespace hoso
