// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "annotate/annotate.h"
#include "responsible.h"
#include "vocabulary/digest.h"
#include "vocabulary/errors.h"
#include "vocabulary/parallel.h"
#include "vocabulary/text.h"
#include "workshop.h"

namespace hoso {

namespace fs = std::filesystem;

namespace {

// By file, in the order of the paths: its findings, if there is something to mend in it.
std::map<std::string, Letter> letters_of(const std::vector<Finding>& findings,
                                         const Responsible& responsible) {
    std::map<std::string, Letter> letters;
    for (const Finding& finding : findings) {
        std::set<std::string> files;
        for (const Location& place : finding.places) {
            if (place.origin && !place.origin->file.empty()) files.insert(place.origin->file);
        }
        if (files.empty()) continue;
        const std::string role =
            role_title(std::string(finding.rule->responsible), Language::Vietnamese);
        const std::string person = responsible.person(finding);
        const Remark remark{&finding, person.empty() ? role : role + " " + person};
        for (const std::string& file : files) letters[file].remarks.push_back(remark);
    }
    std::erase_if(letters, [](const auto& entry) {
        const auto& list = entry.second.remarks;
        return std::all_of(list.begin(), list.end(), [](const Remark& remark) {
            return remark.finding->severity() == Severity::Note;
        });
    });
    return letters;
}

AnnotatedLine line_for(const Letter& letter, const fs::path& path) {
    AnnotatedLine line{path.generic_string(), letter.file, "", 0, 0, 0};
    for (const Remark& remark : letter.remarks) {
        switch (remark.finding->severity()) {
            case Severity::Error:
                ++line.errors;
                break;
            case Severity::Warning:
                ++line.warnings;
                break;
            case Severity::Note:
                ++line.notes;
                break;
        }
    }
    return line;
}

bool is_inside(const fs::path& path, const fs::path& folder) {
    const fs::path inner = path.lexically_normal(), outer = folder.lexically_normal();
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first ==
           outer.end();
}

}  // namespace

fs::path Workshop::annotated_folder() const {
    return request_.annotate.empty() ? request_.out / job_.year.id() / "can-sua"
                                     : request_.annotate;
}

std::vector<AnnotatedLine> Workshop::annotate_exports(const Intake& intake,
                                                      const std::vector<Finding>& findings,
                                                      const Responsible& responsible) const {
    std::map<std::string, const SourceFile*> sources;
    for (const SourceFile& file : intake.files) sources[file.path] = &file;
    std::map<std::string, Letter> letters = letters_of(findings, responsible);
    std::erase_if(letters, [&](const auto& entry) { return sources.count(entry.first) == 0; });
    // Names inside hoso are NFC; on disk they are what they are.
    std::map<std::string, std::string> on_disk;
    if (!letters.empty()) {
        for (const DirectoryEntry& entry : disk_.list(job_.folder)) {
            on_disk.emplace(to_nfc(entry.path), entry.path);
        }
    }
    std::vector<const Letter*> order;
    std::vector<AnnotatedLine> lines;
    std::vector<std::string> paths;
    std::set<std::string> taken;
    for (auto& [file, letter] : letters) {
        letter.file = file;
        letter.school = job_.school.name;
        letter.year = job_.year.id();
        order.push_back(&letter);
        lines.push_back(line_for(letter, annotated_folder() / annotated_name(file, taken)));
        paths.push_back(lines.back().path);
    }
    const std::vector<std::string> before = work_.annotated(job_.school.code, job_.year.id());
    for (const std::string& path : before) {
        const bool stays = std::find(paths.begin(), paths.end(), path) != paths.end();
        // A copied folder of results still remembers where the first one lay.
        const bool ours = is_inside(path, request_.out) || is_inside(path, annotated_folder());
        if (!stays && ours && disk_.exists(path)) disk_.remove(path);
    }
    if (before != paths) work_.save_annotated(job_.school.code, job_.year.id(), paths);
    // The cells were let go of long ago: a file at a time is read again, so that memory stays flat.
    parallel_for(order.size(), request_.workers, [&](std::size_t i) {
        const Letter& letter = *order[i];
        Findings said_already;
        FileContents contents;
        const SourceFile& source = *sources.at(letter.file);
        if (!source.sha256.empty()) {  // else it was too large to be read at all
            const std::string bytes = disk_.read(job_.folder / on_disk.at(letter.file));
            if (sha256_hex(bytes) != source.sha256) {
                throw EnvironmentError("tệp " + letter.file +
                                       " đã thay đổi trong khi hoso đang chạy");
            }
            contents = read_contents(bytes, letter.file, office_, said_already);
        }
        annotate(letter, contents, disk_, lines[i].path);
        lines[i].sha256 = digest_of(lines[i].path);
    });
    return lines;
}

}  // namespace hoso
