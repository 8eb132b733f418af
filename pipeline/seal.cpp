// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "rules.h"
#include "verify/verify.h"
#include "vocabulary/digest.h"
#include "vocabulary/text.h"
#include "workshop.h"

namespace hoso {

namespace fs = std::filesystem;

namespace {

std::string verdict_name(Verdict verdict) {
    return verdict == Verdict::Yes ? "yes" : verdict == Verdict::No ? "no" : "unknown";
}

// Retention of papers that are printed and handed out: slips for parents, lists to sign by hand.
constexpr char kNotKept[] = "không lưu trữ";

// The year and the course stand on everything that was found in their terms.
bool touches(const Finding& finding, const Period& period) {
    return period.axis != Axis::Term ||
           std::any_of(finding.scopes.begin(), finding.scopes.end(), [&](const Scope& scope) {
               return scope.period.empty() || scope.period == period.id;
           });
}

}  // namespace

const Signer* Workshop::seal_key() const {
    if (!job_.sign) return nullptr;
    for (const char* duty : {"seal", "principal"}) {
        const auto who = job_.duties.find(duty);
        const Signer* key = who == job_.duties.end() ? nullptr : keys_.find(who->second);
        if (key != nullptr) return key;
    }
    return nullptr;
}

std::optional<Package> Workshop::seal(const RecordBatch& record, const Production& production,
                                      const Intake& intake, const std::vector<Finding>& findings,
                                      const Trace& trace, Findings& later) const {
    if (production.documents.empty() || !production.waiting.empty() || request_.draft) {
        return std::nullopt;
    }
    if (!record.held_back.empty() && !request_.partial) return std::nullopt;
    if (catalogue_.find(record.record)->retention.term == kNotKept) return std::nullopt;
    // A working copy is a print of a term that is not over; it is never an archive's original.
    if (production.documents.front().plan->working_copy) return std::nullopt;
    const std::string name = record.record + "_" + job_.school.code + "_" + job_.year.id() + "_" +
                             record.period.id + (record.access_differs ? "_" + record.access : "");
    const std::string content = content_digest(record, production);
    SealedVersion version;
    auto before = work_.sealed(name);
    if (!before) {
        // The note is lost, the bundle is not: it is superseded, never overwritten.
        const int last = last_version(period_folder(record.period), name);
        const std::string versioned = name + "_v" + std::to_string(last) + ".zip";
        if (last > 0) {
            before =
                SealedVersion{last, "", digest_of(period_folder(record.period) / versioned), ""};
        }
    }
    if (before && before->sha256.empty()) {
        // Killed between its note and its bundle, or between the bundle and the note's digest.
        const fs::path zip =
            period_folder(record.period) / (name + "_v" + std::to_string(before->version) + ".zip");
        if (disk_.exists(zip)) before->sha256 = digest_of(zip);
    }
    if (before && (before->content == content || before->sha256.empty())) {
        version = *before;
    } else if (before) {
        version.version = before->version + 1;
        version.supersedes = before->sha256;
    }
    version.content = content;
    const fs::path folder = period_folder(record.period);
    if (before && before->content == content && !before->sha256.empty()) {
        const fs::path zip = folder / (name + "_v" + std::to_string(before->version) + ".zip");
        if (disk_.exists(zip) && digest_of(zip) != before->sha256) {
            // Never overwritten, not even when it is broken: it is somebody's evidence.
            later.add(pipeline_rules::bundle_damaged, {}, {{"name", zip.filename().string()}},
                      {"", "", record.period.id, true});
            version.version = before->version + 1;
            version.supersedes = before->sha256;
        }
    }
    const std::string versioned = name + "_v" + std::to_string(version.version);
    const fs::path zip = folder / (versioned + ".zip");
    if (before && before->content == content && version.version == before->version &&
        stands(zip, before->sha256)) {
        return Package{zip, before->sha256, versioned, production.documents.size(),
                       disk_.size(zip)};
    }

    BundleInput input;
    input.job = &job_;
    input.record = catalogue_.find(record.record);
    input.batch = &record;
    input.documents = production.documents;
    input.sources = intake.files;
    for (const Finding& finding : findings) {
        if (touches(finding, record.period)) input.findings.push_back(finding);
    }
    for (const Finding& finding : later.sorted()) input.findings.push_back(finding);
    input.extra = trace_files(record, trace);
    input.certificates = keys_.certificates();
    input.seal = seal_key();
    input.sealed_at = clock_.now();
    input.engine = kEngine;
    input.partial = !record.held_back.empty();
    input.version = version.version;
    input.supersedes = version.supersedes;
    work_.save_sealed(name, version);
    Package package = write_bundle(input, disk_, folder);
    version.sha256 = package.sha256;
    work_.save_sealed(name, version);
    return package;
}

namespace {

std::map<std::string, ClassLine> by_class(const RecordBatch& record, const Production& production) {
    std::map<std::string, ClassLine> classes;
    for (const SealedDocument& document : production.documents) {
        ClassLine& line = classes[document.plan->klass];
        ++line.made;
        const auto& signatures = document.signatures;
        line.waiting += std::any_of(signatures.begin(), signatures.end(),
                                    [](const auto& one) { return one.state == "waiting"; })
                            ? 1
                            : 0;
    }
    for (const HeldBack& unit : record.held_back) ++classes[unit.klass].held_back;
    for (const NotApplicable& unit : record.not_applicable) ++classes[unit.klass].not_applicable;
    return classes;
}

}  // namespace

RecordOutcome Workshop::outcome(const RecordBatch& record, const Production& production,
                                const std::optional<Package>& package, Findings& findings) const {
    RecordOutcome outcome;
    RecordLine& line = outcome.line;
    line.record = record.record;
    line.period = record.period.id;
    line.access = record.access;
    if (const RecordType* type = catalogue_.find(record.record)) line.title = type->title;
    line.in_scope = record.in_scope;
    line.made = production.documents.size();
    line.documents = production.documents.size();
    line.pages = static_cast<std::size_t>(production.pages);
    line.waiting = production.waiting;
    line.due = to_iso(record.period.closing);
    for (const HeldBack& unit : record.held_back) {
        HeldBackUnit held{unit.unit, unit.klass, {}};
        for (const Finding& finding : unit.because) held.because.push_back(to_line(finding));
        outcome.held_back.push_back(std::move(held));
    }
    for (const NotApplicable& unit : record.not_applicable) {
        line.not_applicable[unit.reason].push_back(unit.unit);
    }
    line.classes = by_class(record, production);
    outcome.prints = production.prints;
    line.state = package                                                     ? "sealed"
                 : request_.draft                                            ? "draft"
                 : !production.waiting.empty()                               ? "waiting"
                 : record.in_scope == 0                                      ? "not due"
                 : record.held_back.empty() && !production.documents.empty() ? "printed"
                                                                             : "held back";
    if (!package) return outcome;

    line.bundle = package->path.generic_string();
    line.sha256 = package->sha256;
    line.bytes = package->bytes;
    const auto trust = job_.trust.empty() || !disk_.exists(job_.trust)
                           ? std::nullopt
                           : std::optional<fs::path>(job_.trust);
    const VerificationReport checked = verify(disk_, package->path, trust, findings);
    line.files = checked.files;
    line.complete = verdict_name(checked.complete);
    line.intact = verdict_name(checked.intact);
    line.trusted = verdict_name(checked.trusted);
    if (line.complete == "no" || line.intact == "no" || line.trusted == "no") {
        line.state = "not verified";
    }
    return outcome;
}

}  // namespace hoso
