// SPDX-License-Identifier: Apache-2.0
#include "diff.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "corrections/rules.h"
#include "responsible.h"
#include "rules.h"
#include "switches.h"
#include "workshop.h"

namespace hoso {

namespace {

using nlohmann::json;

bool is_ours(const Finding& finding) {
    const Rule* rule = finding.rule;
    return rule == &pipeline_rules::baseline_damaged ||
           std::find(std::begin(corrections_rules), std::end(corrections_rules), rule) !=
               std::end(corrections_rules);
}

const char* kind_name(MarkChange::Kind kind) {
    return kind == MarkChange::Kind::Corrected ? "corrected"
           : kind == MarkChange::Kind::Entered ? "entered"
                                               : "result";
}

json change_json(const MarkChange& change) {
    json entries = json::array();
    for (const RegisterEntry& entry : change.entries) {
        entries.push_back({{"place", describe(entry.where)},
                           {"date", to_iso(entry.date)},
                           {"old", entry.old_value},
                           {"new", entry.new_value},
                           {"evidence", entry.evidence},
                           {"agreed", entry.agreed}});
    }
    const Origin* origin = change.where.origin.get();
    return {{"kind", kind_name(change.kind)},
            {"bundle", change.bundle},
            {"class", change.klass},
            {"pupil", change.key.pupil},
            {"name", change.name},
            {"subject", change.key.subject},
            {"subject_name", change.subject_name},
            {"term", change.key.term},
            {"column", change.key.column},
            {"old", change.before},
            {"new", change.now},
            {"file", origin == nullptr ? "" : origin->file},
            {"sheet", origin == nullptr ? "" : origin->sheet},
            {"cell", origin == nullptr ? "" : cell_name(change.where.row, change.where.column)},
            {"sealed_file", change.file},
            {"sealed_sheet", change.sheet},
            {"sealed_cell", change.cell},
            {"register", std::move(entries)}};
}

json finding_json(const FindingLine& finding) {
    return {{"rule", finding.rule},       {"severity", finding.severity},
            {"places", finding.places},   {"responsible", finding.responsible},
            {"person", finding.person},   {"file", finding.file},
            {"sheet", finding.sheet},     {"cell", finding.cell},
            {"vi", finding.vi},           {"en", finding.en},
            {"hint_vi", finding.hint_vi}, {"hint_en", finding.hint_en},
            {"class", finding.klass},     {"pupil", finding.pupil},
            {"period", finding.period}};
}

}  // namespace

int DiffReport::exit_code() const {
    return std::any_of(findings.begin(), findings.end(),
                       [](const FindingLine& line) { return line.severity == "error"; })
               ? 1
               : 0;
}

DiffReport run_diff(const RunRequest& request, Disk& disk, Office& office, const Clock& clock,
                    const Progress& progress) {
    const Workshop workshop(request, disk, office, clock, progress);
    Stopwatch watch(progress);
    Findings found, ours;
    watch.start("Đọc và kiểm tra");
    Ingested ingested = ingest(disk, office, workshop.job().folder, request.workers, found);
    const Recognised recognised = recognise(ingested, workshop.templates(), found,
                                            {request.workers, false, workshop.job().prefer});
    const ValidBatch batch = validate(workshop.job(), recognised, workshop.templates(), found);
    watch.start("So với bản đã niêm phong");
    DiffReport report;
    report.school = workshop.job().school.name;
    report.year = workshop.job().year.id();
    report.as_of = to_iso(clock.now());
    Findings told_below;
    for (const SealedBook& book : workshop.sealed_books(told_below)) {
        report.books.push_back(
            {book.bundle, book.record, book.term, book.sealed_at, book.sha256, book.marks.size()});
    }
    report.changes = workshop.compare_with_sealed(batch, found);
    for (const Finding& finding : found.items()) {
        if (is_ours(finding)) ours.add(finding);
    }
    const Responsible responsible(workshop.job(), recognised, batch);
    for (const Finding& finding : judged(workshop.job(), ours)) {
        report.findings.push_back(to_line(finding));
        report.findings.back().person = responsible.person(finding);
    }
    return report;
}

std::string to_json(const DiffReport& report) {
    json books = json::array(), changes = json::array(), findings = json::array();
    for (const SealedBookLine& book : report.books) {
        books.push_back({{"bundle", book.bundle},
                         {"record", book.record},
                         {"period", book.period},
                         {"sealed_at", book.sealed_at},
                         {"sha256", book.sha256},
                         {"marks", book.marks}});
    }
    for (const MarkChange& change : report.changes) changes.push_back(change_json(change));
    for (const FindingLine& line : report.findings) findings.push_back(finding_json(line));
    const json all{{"schema", "hoso-diff-1"},       {"exit_code", report.exit_code()},
                   {"school", report.school},       {"year", report.year},
                   {"as_of", report.as_of},         {"sealed", std::move(books)},
                   {"changes", std::move(changes)}, {"findings", std::move(findings)}};
    return all.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace hoso
