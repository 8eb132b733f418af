// SPDX-License-Identifier: Apache-2.0
#include "work.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "vocabulary/digest.h"

namespace hoso {

namespace fs = std::filesystem;

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SignatureArea, role, page, x, y, width, height)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(PreparedDocument::Signature, role, name, certificate_sha256,
                                   time)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(PreparedDocument, pages, areas, printed, signatures, pdf_sha256,
                                   workbook_sha256, has_findings)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SealedVersion, version, content, sha256, supersedes)

namespace {

template <typename T>
std::optional<T> read_json(Disk& disk, const fs::path& path) {
    if (!disk.exists(path)) return std::nullopt;
    try {
        return nlohmann::json::parse(disk.read(path)).template get<T>();
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;  // cut short by a power cut, or of another version of hoso
    }
}

}  // namespace

// Two letters of the key as a folder of its own: 20,000 documents in one folder are slow to list.
fs::path WorkFolder::folder(const std::string& key) const {
    return root_ / "documents" / key.substr(0, 2) / key;
}

fs::path WorkFolder::pdf(const std::string& key, std::size_t signatures) const {
    return folder(key) / ("document-" + std::to_string(signatures) + ".pdf");
}

fs::path WorkFolder::workbook(const std::string& key, std::size_t signatures) const {
    return folder(key) / ("workbook-" + std::to_string(signatures) + ".xlsx");
}

std::optional<PreparedDocument> WorkFolder::load(const std::string& key) const {
    auto document = read_json<PreparedDocument>(*disk_, folder(key) / "state.json");
    if (!document) return std::nullopt;
    const auto fits = [&](const fs::path& file, const std::string& sha256) {
        return disk_->exists(file) && sha256_hex(disk_->read(file)) == sha256;
    };
    if (!fits(pdf(key, document->signatures.size()), document->pdf_sha256)) return std::nullopt;
    if (!document->workbook_sha256.empty() &&
        !fits(workbook(key, document->signatures.size()), document->workbook_sha256)) {
        return std::nullopt;
    }
    return document;
}

void WorkFolder::save(const std::string& key, PreparedDocument document, std::string_view pdf_bytes,
                      std::string_view workbook_bytes) const {
    const std::size_t signatures = document.signatures.size();
    document.pdf_sha256 = sha256_hex(pdf_bytes);
    disk_->write(pdf(key, signatures), pdf_bytes, Durability::Cached);
    if (!workbook_bytes.empty()) {
        document.workbook_sha256 = sha256_hex(workbook_bytes);
        // Unsigned, it stands already: libxlsxwriter put it there.
        if (signatures > 0) {
            disk_->write(workbook(key, signatures), workbook_bytes, Durability::Cached);
        }
    }
    disk_->write(folder(key) / "state.json", nlohmann::json(document).dump(), Durability::Cached);
}

std::optional<SealedVersion> WorkFolder::sealed(const std::string& name) const {
    return read_json<SealedVersion>(*disk_, root_ / "sealed" / (name + ".json"));
}

void WorkFolder::save_sealed(const std::string& name, const SealedVersion& version) const {
    disk_->write(root_ / "sealed" / (name + ".json"), nlohmann::json(version).dump());
}

std::optional<RunReport> WorkFolder::read_report(const fs::path& path) const {
    if (!disk_->exists(path)) return std::nullopt;
    try {
        return report_from_json(disk_->read(path));
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;  // of another version of hoso
    }
}

std::optional<RunReport> WorkFolder::last_report(const std::string& school,
                                                 const std::string& year) const {
    return read_report(root_ / ("last-" + school + "-" + year + ".json"));
}

std::optional<RunReport> WorkFolder::status(const std::string& school,
                                            const std::string& year) const {
    return read_report(root_ / ("status-" + school + "-" + year + ".json"));
}

std::vector<std::string> WorkFolder::annotated(const std::string& school,
                                               const std::string& year) const {
    return read_json<std::vector<std::string>>(
               *disk_, root_ / ("annotated-" + school + "-" + year + ".json"))
        .value_or(std::vector<std::string>{});
}

void WorkFolder::save_annotated(const std::string& school, const std::string& year,
                                const std::vector<std::string>& paths) const {
    disk_->write(root_ / ("annotated-" + school + "-" + year + ".json"),
                 nlohmann::json(paths).dump(2));
}

namespace {

// A line of an earlier report, taken over: what holds its units back comes along.
RecordLine with_its_findings(RecordLine line, const RunReport& from,
                             std::vector<FindingLine>& findings) {
    std::map<std::size_t, std::size_t> moved;
    for (HeldBackLine& unit : line.held_back) {
        std::vector<std::size_t> because;
        for (const std::size_t index : unit.because) {
            if (index >= from.findings.size()) continue;
            const auto [at, is_new] = moved.try_emplace(index, findings.size());
            if (is_new) findings.push_back(from.findings[index]);
            because.push_back(at->second);
        }
        unit.because = std::move(because);
    }
    return line;
}

}  // namespace

void WorkFolder::save_report(const std::string& school, const RunReport& report) const {
    RunReport all = report;
    if (const auto before = status(school, report.year)) {
        for (const RecordLine& line : before->records) {
            const bool again = std::any_of(
                report.records.begin(), report.records.end(), [&](const RecordLine& now) {
                    return now.record == line.record && now.period == line.period &&
                           now.access == line.access;
                });
            if (!again) all.records.push_back(with_its_findings(line, *before, all.findings));
        }
    }
    disk_->write(root_ / ("status-" + school + "-" + report.year + ".json"), to_json(all));
    disk_->write(root_ / ("last-" + school + "-" + report.year + ".json"), to_json(report));
}

}  // namespace hoso
