// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "catalogue/catalogue.h"
#include "vocabulary/errors.h"

namespace hoso {

TemplateFolder::TemplateFolder(Disk& disk, std::filesystem::path shipped,
                               std::optional<std::filesystem::path> overlay)
    : disk_(&disk), shipped_(std::move(shipped)), overlay_(std::move(overlay)) {}

bool TemplateFolder::exists(const std::string& relative) const {
    return (overlay_ && disk_->exists(*overlay_ / relative)) || disk_->exists(shipped_ / relative);
}

std::string TemplateFolder::read(const std::string& relative) const {
    if (overlay_ && disk_->exists(*overlay_ / relative)) return disk_->read(*overlay_ / relative);
    return disk_->read(shipped_ / relative);
}

std::vector<std::string> TemplateFolder::list(const std::string& folder,
                                              const std::string& extension) const {
    std::set<std::string> found;
    const auto collect = [&](const std::filesystem::path& root) {
        if (!disk_->exists(root / folder)) return;
        for (const auto& entry : disk_->list(root / folder)) {
            if (std::filesystem::path(entry.path).extension() == extension) {
                found.insert(folder + "/" + entry.path);
            }
        }
    };
    collect(shipped_);
    if (overlay_) collect(*overlay_);
    return {found.begin(), found.end()};
}

}  // namespace hoso
