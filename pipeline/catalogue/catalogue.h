// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "vocabulary/disk.h"
#include "vocabulary/finding.h"
#include "vocabulary/period.h"

namespace hoso {

// How long a record is kept, and how sure we are (regulation, Điều 3, says nothing of it).
struct Retention {
    std::string term;        // "vĩnh viễn", "5 năm", "trả học sinh"
    std::string basis;       // circular and item
    std::string confidence;  // "verified" "high" "medium" "low"
};

// One of the 21 rows of Điều 3 of the school's regulation.
struct RecordType {
    std::string id;        // "I.03"
    std::string group;     // "Hồ sơ sổ sách của nhà trường"
    std::string title;     // as the regulation writes it
    std::string slug;      // "so-theo-doi-va-danh-gia", for file names
    std::string form;      // "Online" "Sổ WORD" …
    std::string when;      // "Sau khi kết thúc học kỳ"
    std::string software;  // "SMAS", may be empty
    std::string people;    // "HT-VT"
    std::string unit;      // "class" "pupil" "school" "intake" "team" "teacher" "teacher-subject"
    // When it is due, and when an interim print or a working copy is usual without being due.
    // Ids or axes: "HK1" "HK2" "CN" "HE" "KHOA" "W" "YC".
    std::vector<std::string> periods, interim;
    std::string access;  // "internal" "restricted" "sensitive"
    Retention retention;
    std::vector<std::string> signers;  // roles in order of signing
    bool has_templates = false;        // templates/records/<id>/record.xml exists
    std::string note;                  // an oddity of the regulation's row, for a reader

    [[nodiscard]] bool due_in(std::string_view period_id) const;  // interim prints included
};

// True if `due` ("HK1", "KHOA", "W") names this period ("HK1", "KHOA-2018-2022", "W07").
bool names_period(std::string_view due, std::string_view period_id);

// One of the 14 systems of Điều 1.2 (and those beyond the regulation, such as vnEdu).
struct SourceSystem {
    std::string id;      // "smas"
    std::string clause;  // "2.1", empty for systems the regulation does not name
    std::string title;
};

struct Catalogue {
    std::vector<RecordType> records;                                  // in the order of Điều 3
    std::vector<SourceSystem> systems;                                // in the order of Điều 1.2
    [[nodiscard]] const RecordType* find(std::string_view id) const;  // accepts "I.3" and "I.03"
};

// Shipped templates, overlaid file by file with JOB/templates where that exists.
class TemplateFolder {
public:
    TemplateFolder(Disk& disk, std::filesystem::path shipped,
                   std::optional<std::filesystem::path> overlay = std::nullopt);
    [[nodiscard]] bool exists(const std::string& relative) const;
    [[nodiscard]] std::string read(
        const std::string& relative) const;  // EnvironmentError if absent
    // Files below `folder` with this extension, relative to the root, sorted; overlay and shipped
    // together.
    [[nodiscard]] std::vector<std::string> list(const std::string& folder,
                                                const std::string& extension) const;

private:
    Disk* disk_;
    std::filesystem::path shipped_;
    std::optional<std::filesystem::path> overlay_;
};

// Reads catalogue.xml and sources/*.xml. Throws UsageError naming file, line and column for an
// unknown element or attribute: templates are part of the program's set-up, not of the data.
Catalogue load_catalogue(const TemplateFolder& templates);

}  // namespace hoso
