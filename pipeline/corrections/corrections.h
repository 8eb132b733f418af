// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "assess/assess.h"
#include "catalogue/job.h"
#include "vocabulary/finding.h"

namespace hoso {

// Regulation, Điều 5: a mark that was entered wrongly may be entered again, but with its evidence
// in the register. What was sealed is what a mark is held against.

struct MarkKey {
    std::string pupil, subject, term, column;  // codes; column "tx1" … "ck", or a result: see below
    auto operator<=>(const MarkKey&) const = default;
};
struct SealedMark {
    std::string klass, name, subject_name;
    std::string value;              // as it is spoken: "8,5" "Đ"; never blank
    std::string file, sheet, cell;  // where it stood; empty for a result
};
// Blank marks are left out. Results stand beside the marks that they follow from: columns
// "average" (of a subject), "overall" "learning" "conduct" "title" (subject "").
using MarkBook = std::map<MarkKey, SealedMark>;

// The marks and results of these classes in this term.
MarkBook mark_book(const Tables& tables, const std::string& term,
                   const std::set<std::string>& classes);

// metadata/marks.json of a bundle: one mark a line. nullopt: not such a file.
inline constexpr char kMarksFile[] = "metadata/marks.json";
std::string to_json(const MarkBook& book);
std::optional<MarkBook> mark_book_from_json(std::string_view json);

// The marks of the last sealed version of one record and term.
struct SealedBook {
    std::string bundle;  // "I.03_THCSNP_2021-2022_HK1_v1"
    std::string sha256;
    std::string record, term;
    std::string sealed_at;  // ISO 8601, +07:00
    MarkBook marks;
};

struct RegisterEntry {
    Location where;
    Date date;
    std::string old_value, new_value, evidence;
    std::string agreed;  // "true" "false"; "": nobody has concluded yet
};

struct MarkChange {
    enum class Kind {
        Corrected,  // value → another value, or → blank: needs an entry of the register
        Entered,    // blank → value: entering is not correcting
        Result      // follows from marks, or from what is no mark
    };
    Kind kind = Kind::Corrected;
    MarkKey key;
    std::string klass, name, subject_name;
    std::string before, now;        // "": blank
    Location where;                 // in this export
    std::string file, sheet, cell;  // in the export that was sealed
    std::string bundle;
    std::vector<RegisterEntry> entries;  // those that explain it; empty: none does
};

// Every difference between the sealed marks and those of this export, by class, subject, pupil.
// Findings: a changed mark without an entry or with one that says something else, an entry that
// nobody has agreed to, that nobody carried out, or that cannot be understood. `refused`: cells
// that have an error already; nothing more is said of them. A class and subject that has no marks
// at all any more is the business of validate.
std::vector<MarkChange> compare_marks(const Job& job, const Tables& tables,
                                      const std::vector<SealedBook>& sealed,
                                      const std::set<Location>& refused, Findings& findings);

std::string column_title(const std::string& column);  // "ĐĐGtx (3)" "ĐTBmhk" "Học lực"

}  // namespace hoso
