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

struct School {
    std::string code;                      // "THCSNP", used in file names and document numbers
    std::string name;                      // "TRƯỜNG THCS XÃ NẬM PHẠ"
    std::string superior;                  // "PHÒNG GD&ĐT HUYỆN BẮC LƯƠNG"
    std::string department;                // "SỞ GIÁO DỤC VÀ ĐÀO TẠO SƠN LA"
    std::string ward, district, province;  // "Xã Nậm Phạ" …
    std::string place;                     // the place before a date: "Nậm Phạ"
};

struct Person {
    std::string id;  // "ht", "gvcn-6a"
    std::string name;
    std::string title;  // "Hiệu trưởng"; what is printed above the signature
    // PKCS#12 file, relative to the job or absolute; "<keys folder>/<id>.p12" where the job names
    // none. The file need not exist: then this person has not offered a key.
    std::string key;
};

// A class with its head-counts: scope comes before exports (DESIGN, decision 1).
struct ClassScope {
    std::string name;  // "6A"
    int grade = 6;
    std::string homeroom;                  // person id
    std::map<std::string, int> headcount;  // period id → pupils at its end
};

// Days without lessons, both ends included.
struct Holiday {
    Date from, to;
    std::string reason;
};

// Of two exports that differ, the one that counts: [[prefer]]. Paths as findings name them.
struct Preference {
    std::string file, over;
    std::string reason;  // kept with the records
};

struct Job {
    std::filesystem::path folder;
    School school;
    SchoolYear year;
    std::vector<Period> periods;           // all that the calendar names, in time order
    std::vector<std::string> run_periods;  // what a plain `hoso run` makes
    std::vector<ClassScope> classes;       // in class order
    std::vector<Person> people;
    std::map<std::string, std::string> duties;  // role → person id ("principal" → "ht")
    std::vector<Holiday> holidays;              // in time order
    std::filesystem::path keys;                 // folder of the signers' keys; relative to the job
    std::filesystem::path trust;                // CA file for verifying, may be empty; likewise
    // Rule id → reason; both go into the manifest.
    std::map<std::string, std::string> switched_off, made_warnings;
    std::vector<Preference> prefer;
    bool sign = true;
    std::string digest;  // SHA-256 of the job file

    // The job has switched the rule off, or has made a warning of it.
    [[nodiscard]] bool lenient(const Rule& rule) const;
    // Does the job let this rule hold back documents?
    [[nodiscard]] bool enforces(const Rule& rule) const {
        return rule.severity == Severity::Error && !lenient(rule);
    }
    [[nodiscard]] const Period* period(std::string_view id) const;
    [[nodiscard]] const ClassScope* find_class(std::string_view name) const;
    [[nodiscard]] const Person* person(std::string_view id) const;
    // The person behind a role, for a class: ("homeroom", "6A") → the class teacher.
    [[nodiscard]] const Person* signer(std::string_view role, std::string_view klass) const;
};

// Reads JOB/hoso.toml. UsageError with line and column, in Vietnamese, for anything it does not
// understand, an unknown key included.
Job load_job(Disk& disk, const std::filesystem::path& folder);

}  // namespace hoso
