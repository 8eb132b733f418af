// SPDX-License-Identifier: Apache-2.0
#include "work.h"

#include <nlohmann/json.hpp>

#include "vocabulary/digest.h"

namespace hoso {

namespace fs = std::filesystem;

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SignatureArea, role, page, x, y, width, height)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(PreparedDocument::Signature, role, name, certificate_sha256,
                                   time)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(PreparedDocument, pages, areas, printed, signatures, pdf_sha256,
                                   workbook_sha256)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SealedVersion, version, content, sha256, supersedes)

namespace {

template <typename T>
std::optional<T> read_json(Disk& disk, const fs::path& path) {
    if (!disk.exists(path)) return std::nullopt;
    const nlohmann::json json = nlohmann::json::parse(disk.read(path), nullptr, false);
    if (json.is_discarded()) return std::nullopt;  // cut short by a power cut
    return json.template get<T>();
}

}  // namespace

// Two letters of the key as a folder of its own: 20,000 documents in one folder are slow to list.
fs::path WorkFolder::folder(const std::string& key) const {
    return root_ / "documents" / key.substr(0, 2) / key;
}

fs::path WorkFolder::pdf(const std::string& key, std::size_t signatures) const {
    return folder(key) / ("document-" + std::to_string(signatures) + ".pdf");
}

fs::path WorkFolder::workbook(const std::string& key) const {
    return folder(key) / "workbook.xlsx";
}

std::optional<PreparedDocument> WorkFolder::load(const std::string& key) const {
    auto document = read_json<PreparedDocument>(*disk_, folder(key) / "state.json");
    if (!document) return std::nullopt;
    const auto fits = [&](const fs::path& file, const std::string& sha256) {
        return disk_->exists(file) && sha256_hex(disk_->read(file)) == sha256;
    };
    if (!fits(pdf(key, document->signatures.size()), document->pdf_sha256)) return std::nullopt;
    if (!document->workbook_sha256.empty() && !fits(workbook(key), document->workbook_sha256)) {
        return std::nullopt;
    }
    return document;
}

void WorkFolder::save(const std::string& key, PreparedDocument document,
                      std::string_view bytes) const {
    document.pdf_sha256 = sha256_hex(bytes);
    disk_->write(pdf(key, document.signatures.size()), bytes, Durability::Cached);
    disk_->write(folder(key) / "state.json", nlohmann::json(document).dump(), Durability::Cached);
}

std::optional<SealedVersion> WorkFolder::sealed(const std::string& name) const {
    return read_json<SealedVersion>(*disk_, root_ / "sealed" / (name + ".json"));
}

void WorkFolder::save_sealed(const std::string& name, const SealedVersion& version) const {
    disk_->write(root_ / "sealed" / (name + ".json"), nlohmann::json(version).dump());
}

std::optional<std::string> WorkFolder::report(const std::string& digest) const {
    const fs::path path = root_ / "runs" / (digest + ".json");
    if (!disk_->exists(path)) return std::nullopt;
    return disk_->read(path);
}

std::optional<std::string> WorkFolder::latest_report(const std::string& school,
                                                     const std::string& year) const {
    const fs::path path = root_ / ("last-" + school + "-" + year + ".json");
    if (!disk_->exists(path)) return std::nullopt;
    return disk_->read(path);
}

void WorkFolder::save_report(const std::string& digest, const std::string& school,
                             const std::string& year, const std::string& json) const {
    disk_->write(root_ / "runs" / (digest + ".json"), json);
    disk_->write(root_ / ("last-" + school + "-" + year + ".json"), json);
}

}  // namespace hoso
