// SPDX-License-Identifier: Apache-2.0
#include "inspect.h"

#include <algorithm>
#include <map>

#include "catalogue/catalogue.h"
#include "catalogue/job.h"
#include "ingest/ingest.h"
#include "recognise/draft/draft.h"
#include "recognise/recognise.h"
#include "vocabulary/errors.h"
#include "vocabulary/text.h"

namespace hoso {

namespace fs = std::filesystem;

namespace {

// A folder of which only some files are to be seen, so that ingest reads them as a run would.
class Chosen final : public Disk {
public:
    Chosen(Disk& disk, std::vector<DirectoryEntry> entries)
        : disk_(disk), entries_(std::move(entries)) {}
    std::vector<DirectoryEntry> list(const fs::path&) override { return entries_; }
    bool exists(const fs::path& path) override { return disk_.exists(path); }
    std::string read(const fs::path& path) override { return disk_.read(path); }
    std::uint64_t size(const fs::path& path) override { return disk_.size(path); }
    std::string read_part(const fs::path& path, std::uint64_t offset, std::size_t size) override {
        return disk_.read_part(path, offset, size);
    }
    void write(const fs::path& path, std::string_view, Durability) override { refuse(path); }
    fs::path scratch_path(const fs::path& target) override { refuse(target); }
    void publish(const fs::path& target, Durability) override { refuse(target); }
    void remove(const fs::path& path) override { refuse(path); }

private:
    [[noreturn]] static void refuse(const fs::path& path) {
        throw std::logic_error("inspect writes nothing: " + path.generic_string());
    }

    Disk& disk_;
    std::vector<DirectoryEntry> entries_;
};

// Files that are named as one run would name them.
struct Group {
    fs::path root;
    std::optional<fs::path> job;
    std::vector<DirectoryEntry> entries;
};

std::optional<fs::path> job_above(Disk& disk, const fs::path& path) {
    for (fs::path folder = path; folder.has_relative_path(); folder = folder.parent_path()) {
        if (disk.exists(folder / "hoso.toml")) return folder;
    }
    return std::nullopt;
}

void add(Disk& disk, const fs::path& path, std::vector<Group>& groups) {
    if (!disk.exists(path)) throw UsageError("không có tệp hoặc thư mục: " + path.generic_string());
    const fs::path full = fs::absolute(path).lexically_normal();
    const bool folder = fs::is_directory(full);
    const auto job = job_above(disk, folder ? full : full.parent_path());
    const fs::path root = job ? *job : folder ? full : full.parent_path();
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const Group& candidate) { return candidate.root == root; });
    if (group == groups.end()) group = groups.insert(groups.end(), {root, job, {}});
    if (!folder) {
        group->entries.push_back({full.lexically_relative(root).generic_string(), disk.size(full)});
        return;
    }
    for (const DirectoryEntry& entry : disk.list(full)) {
        group->entries.push_back(
            {(full / entry.path).lexically_relative(root).generic_string(), entry.size});
    }
}

// A job file that cannot be read is for `hoso check` to say.
std::vector<Preference> preferences(Disk& disk, const std::optional<fs::path>& job) {
    if (!job || !disk.exists(*job / "hoso.toml")) return {};
    try {
        return load_job(disk, *job).prefer;
    } catch (const UsageError&) {
        return {};
    }
}

// Sheets without a layout, or with one that lacks a column it needs.
void draft_unknown(const Ingested& ingested, const std::vector<SheetFacts>& facts,
                   const TemplateFolder& templates, const InspectRequest& request, Disk& disk,
                   InspectReport& report) {
    std::vector<const Sheet*> unknown;
    // Behind the facts of the sheets stand those of the tables in Word documents.
    for (std::size_t i = 0; i < ingested.sheets.size(); ++i) {
        const auto& blocks = facts[i].blocks;
        const bool fits =
            !blocks.empty() && std::all_of(blocks.begin(), blocks.end(), [](const auto& block) {
                return block.used || block.datasets.empty();
            });
        if (facts[i].cells > 0 && !fits) unknown.push_back(&ingested.sheets[i]);
    }
    Draft draft = draft_profile(unknown, templates);
    if (draft.layouts.empty()) return;
    report.drafted.insert(report.drafted.end(), draft.layouts.begin(), draft.layouts.end());
    if (!request.draft || !report.draft.empty()) return;
    if (disk.exists(*request.draft)) {
        throw UsageError("--draft: đã có tệp " + request.draft->generic_string() +
                         "; hoso không ghi đè lên tệp có thể đã được sửa");
    }
    disk.write(*request.draft, draft.xml);
    report.draft = request.draft->generic_string();
}

void inspect_group(Group group, const InspectRequest& request, Disk& disk, Office& office,
                   InspectReport& report) {
    const auto job = request.job ? request.job : group.job;
    const bool own = job && disk.exists(*job / "templates");
    const TemplateFolder templates(disk, request.templates,
                                   own ? std::optional(*job / "templates") : std::nullopt);
    auto& entries = group.entries;
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    entries.erase(std::unique(entries.begin(), entries.end(),
                              [](const auto& a, const auto& b) { return a.path == b.path; }),
                  entries.end());
    std::map<std::string, InspectedFile> files;
    for (const DirectoryEntry& entry : entries) {
        InspectedFile file;
        file.path = to_nfc(entry.path);
        file.size = entry.size;
        files.emplace(file.path, std::move(file));
    }
    Chosen chosen(disk, std::move(entries));
    Findings findings;
    const Ingested ingested = ingest(chosen, office, group.root, request.workers, findings);
    Recognised recognised =
        recognise(ingested, templates, findings, {request.workers, true, preferences(disk, job)});
    for (const SourceFile& source : ingested.files) {
        InspectedFile& file = files[source.path];
        file.format = source.format;
        file.sha256 = source.sha256;
    }
    draft_unknown(ingested, recognised.sheets, templates, request, disk, report);
    for (SheetFacts& sheet : recognised.sheets)
        files[sheet.origin->file].sheets.push_back(std::move(sheet));
    for (DocumentFacts& document : recognised.documents)
        files[document.origin->file].documents.push_back(std::move(document));
    for (const Finding& finding : findings.sorted()) {
        const bool placed = !finding.places.empty() && finding.places.front().origin;
        const auto file = placed ? files.find(finding.places.front().origin->file) : files.end();
        auto& lines = file == files.end() ? report.elsewhere : file->second.findings;
        lines.push_back(to_line(finding));
    }
    for (auto& [path, file] : files) report.files.push_back(std::move(file));
}

}  // namespace

bool InspectReport::all_recognised() const {
    const auto wrong = [](const std::vector<FindingLine>& lines) {
        return std::any_of(lines.begin(), lines.end(),
                           [](const FindingLine& line) { return line.severity == "error"; });
    };
    return !wrong(elsewhere) &&
           std::none_of(files.begin(), files.end(), [&](const InspectedFile& file) {
               return wrong(file.findings) ||
                      std::any_of(file.sheets.begin(), file.sheets.end(),
                                  [](const auto& sheet) {
                                      return sheet.blocks.empty() && sheet.cells > 0;
                                  }) ||
                      std::any_of(file.documents.begin(), file.documents.end(),
                                  [&](const auto& document) {
                                      return document.kind.empty() && file.sheets.empty();
                                  });
           });
}

InspectReport inspect(const InspectRequest& request, Disk& disk, Office& office) {
    std::vector<Group> groups;
    for (const fs::path& path : request.paths) add(disk, path, groups);
    InspectReport report;
    for (Group& group : groups) inspect_group(std::move(group), request, disk, office, report);
    return report;
}

}  // namespace hoso
