// SPDX-License-Identifier: Apache-2.0
#include "report.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "vocabulary/severity.h"

namespace hoso {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(TouchLine, klass, pupil, period, dataset)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(FindingLine, rule, severity, responsible, person, places, file,
                                   sheet, cell, row, column, value, expected, vi, en, hint_vi,
                                   hint_en, klass, pupil, period, touches)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(HeldBackLine, unit, klass, because)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ClassLine, made, held_back, not_applicable, waiting)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(RecordLine, record, title, period, access, due, classes,
                                   in_scope, made, held_back, not_applicable, state, waiting,
                                   bundle, sha256, bytes, documents, pages, files, complete, intact,
                                   trusted)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(PrintLine, path, heading, documents, pages, bytes, sha256)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(AnnotatedLine, path, source, sha256, errors, warnings, notes)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(StageTime, stage, seconds)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(RunReport, engine, school, year, as_of, input_digest, files,
                                   sheets, tables, rows, pupils, classes, findings, records,
                                   without_template, prints, annotated, page, times, unchanged)

bool RecordLine::balances() const {
    std::size_t elsewhere = held_back.size();
    for (const auto& [reason, units] : not_applicable) elsewhere += units.size();
    return in_scope == made + elsewhere;
}

std::size_t RunReport::count(Severity severity) const {
    const std::string_view name = severity_name(severity);
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [&](const FindingLine& line) { return line.severity == name; }));
}

int RunReport::exit_code() const {
    for (const RecordLine& line : records) {
        if (line.complete == "no" || line.intact == "no" || line.trusted == "no") return 4;
    }
    const bool held_back = std::any_of(records.begin(), records.end(), [](const RecordLine& line) {
        return !line.held_back.empty() || line.state == "waiting";
    });
    return held_back || count(Severity::Error) > 0 ? 1 : 0;
}

std::vector<PersonFindings> by_person(const std::vector<FindingLine>& findings) {
    std::map<std::pair<std::string, std::string>, PersonFindings> people;
    for (const FindingLine& line : findings) {
        // The same person in two roles mends it all at once; only the nameless keep theirs apart.
        PersonFindings& one = people[{line.person, line.person.empty() ? line.responsible : ""}];
        one.person = line.person;
        if (one.role.empty()) one.role = line.responsible;
        ++(line.severity == "error"     ? one.errors
           : line.severity == "warning" ? one.warnings
                                        : one.notes);
        const bool note = line.severity == "note";
        const auto part = std::find_if(one.parts.begin(), one.parts.end(), [&](const auto& other) {
            return other.klass == line.klass && other.file == line.file && other.notes == note;
        });
        if (part != one.parts.end()) {
            part->lines.push_back(&line);
        } else {
            one.parts.push_back({line.klass, line.file, note, {&line}});
        }
    }
    std::vector<PersonFindings> list;
    for (auto& [name, one] : people) {
        std::stable_sort(one.parts.begin(), one.parts.end(), [](const auto& a, const auto& b) {
            return std::tie(a.notes, a.klass, a.file) < std::tie(b.notes, b.klass, b.file);
        });
        list.push_back(std::move(one));
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const auto& a, const auto& b) { return a.errors > b.errors; });
    return list;
}

FindingLine to_line(const Finding& finding) {
    FindingLine line;
    line.rule = finding.rule->id;
    line.severity = severity_name(finding.severity());
    line.responsible = finding.rule->responsible;
    for (const Location& place : finding.places) line.places.push_back(describe(place));
    if (!finding.places.empty()) {
        const Location& first = finding.places.front();
        if (first.origin) {
            line.file = first.origin->file;
            line.sheet = first.origin->sheet;
        }
        line.cell = cell_name(first.row, first.column);
        line.row = first.row;
        line.column = first.column;
    }
    const auto said = [&](const char* name) {
        const auto found = finding.args.find(name);
        return found == finding.args.end() ? std::string() : found->second;
    };
    line.value = said("value");
    line.expected = said("expected");
    line.vi = message(finding, Language::Vietnamese);
    line.en = message(finding, Language::English);
    line.hint_vi = hint(finding, Language::Vietnamese);
    line.hint_en = hint(finding, Language::English);
    line.klass = finding.scopes.front().klass;
    line.pupil = finding.scopes.front().pupil;
    line.period = finding.scopes.front().period;
    for (const Scope& scope : finding.scopes) {
        if (scope.nothing) continue;
        line.touches.push_back({scope.klass, scope.pupil, scope.period, scope.dataset});
    }
    return line;
}

std::string to_json(const RunReport& report) {
    nlohmann::json json = report;
    json["schema"] = "hoso-report-1";
    json["exit_code"] = report.exit_code();
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

RunReport report_from_json(const std::string& json) {
    return nlohmann::json::parse(json).get<RunReport>();
}

}  // namespace hoso
