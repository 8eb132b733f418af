// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "vocabulary/finding.h"

namespace hoso {

// What a run came to, as plain values: printed by console.cpp, kept in outputs/.work for the next
// run, and given out as JSON (docs/report-schema.json).
struct TouchLine {
    std::string klass, pupil, period, dataset;  // empty: not narrowed by this
};

struct FindingLine {
    std::string rule, severity;
    std::string responsible, person;  // role; name, empty where the job names nobody
    std::vector<std::string> places;
    std::string file, sheet, cell;
    std::uint32_t row = 0, column = 0;  // of the cell; 0: the sheet, the row as a whole
    std::string value, expected;        // as the message shows them; empty: it shows none
    std::string vi, en, hint_vi, hint_en;
    std::string klass, pupil, period;  // the first of what it touches
    std::vector<TouchLine> touches;
};

struct HeldBackLine {
    std::string unit, klass;
    std::vector<std::size_t> because;  // indices into RunReport::findings
};

// What came of a record in a class; the school's own documents have the class "".
struct ClassLine {
    std::size_t made = 0, held_back = 0, not_applicable = 0;
    std::size_t waiting = 0;  // of those made: somebody has yet to sign
};

struct RecordLine {
    std::string record, title, period, access;
    std::string due;  // ISO date: the period's closing
    std::map<std::string, ClassLine> classes;
    std::size_t in_scope = 0, made = 0;
    std::vector<HeldBackLine> held_back;
    std::map<std::string, std::vector<std::string>> not_applicable;  // reason → units
    std::string state;  // "sealed" "waiting" "draft" "held back" "not verified" "printed"
    std::map<std::string, std::size_t> waiting;  // role → documents
    std::string bundle;                          // path, empty unless sealed
    std::string sha256;
    std::uint64_t bytes = 0;
    std::size_t documents = 0, pages = 0, files = 0;
    std::string complete, intact, trusted;  // "yes" "no" "unknown"
    [[nodiscard]] bool balances() const;
};

struct PrintLine {
    std::string path, heading;
    std::size_t documents = 0;
    int pages = 0;
    std::uint64_t bytes = 0;
    std::string sha256;
};

// An export with what is wrong marked in it, for the person who mends it.
struct AnnotatedLine {
    std::string path, source, sha256;
    std::size_t errors = 0, warnings = 0, notes = 0;
};

struct StageTime {
    std::string stage;
    double seconds = 0;
};

struct RunReport {
    std::string engine, school, year, as_of, input_digest;
    std::size_t files = 0, sheets = 0, tables = 0, rows = 0, pupils = 0, classes = 0;
    std::vector<FindingLine> findings;
    std::vector<RecordLine> records;
    std::vector<std::string> without_template;  // record ids of the catalogue
    std::vector<PrintLine> prints;
    std::vector<AnnotatedLine> annotated;
    std::string page;  // path of the HTML page of all this
    std::vector<StageTime> times;
    bool unchanged = false;  // given back from an earlier run

    [[nodiscard]] std::size_t count(Severity severity) const;
    [[nodiscard]] int exit_code() const;  // 0, 1 or 4
};

// What one person has to mend, by class and file, notes last. Who has most errors comes first.
struct PersonFindings {
    struct Part {
        std::string klass, file;
        bool notes = false;                     // nothing else in it
        std::vector<const FindingLine*> lines;  // in the report's order
    };
    std::string person, role;  // person empty: the job names nobody for this role
    std::size_t errors = 0, warnings = 0, notes = 0;
    std::vector<Part> parts;
};
std::vector<PersonFindings> by_person(const std::vector<FindingLine>& findings);

FindingLine to_line(const Finding& finding);

std::string to_json(const RunReport& report);
RunReport report_from_json(const std::string& json);

}  // namespace hoso
