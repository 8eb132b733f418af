// SPDX-License-Identifier: Apache-2.0
#include "bundle/metadata.h"

#include <nlohmann/json.hpp>
#include <set>

#include "vocabulary/digest.h"
#include "vocabulary/severity.h"

namespace hoso {

namespace {

using nlohmann::json;  // objects keep their keys sorted

std::string write(const json& value) { return value.dump(1, ' ', false) + "\n"; }

// Names of Axis as they stand in files.
const char* axis_name(Axis axis) {
    switch (axis) {
        case Axis::Week:
            return "week";
        case Axis::Month:
            return "month";
        case Axis::Term:
            return "term";
        case Axis::Year:
            return "year";
        case Axis::Summer:
            return "summer";
        case Axis::Course:
            return "course";
        case Axis::OnDemand:
            return "on-demand";
    }
    return "";
}

json place_json(const Location& place) {
    if (!place.origin) return json::object();
    json value{{"file", place.origin->file}};
    if (!place.origin->sheet.empty()) value["sheet"] = place.origin->sheet;
    if (place.row != 0) value["cell"] = cell_name(place.row, place.column);
    return value;
}

json scope_json(const Scope& scope) {
    json value = json::object();
    if (!scope.klass.empty()) value["class"] = scope.klass;
    if (!scope.pupil.empty()) value["pupil"] = scope.pupil;
    if (!scope.period.empty()) value["period"] = scope.period;
    if (!scope.dataset.empty()) value["dataset"] = scope.dataset;
    return value;
}

json finding_json(const Finding& finding) {
    json places = json::array();
    for (const Location& place : finding.places) places.push_back(place_json(place));
    json scopes = json::array();
    for (const Scope& scope : finding.scopes) scopes.push_back(scope_json(scope));
    return {{"rule", finding.rule->id},
            {"severity", severity_name(finding.severity())},
            {"responsible", finding.rule->responsible},
            {"message", message(finding, Language::Vietnamese)},
            {"hint", hint(finding, Language::Vietnamese)},
            {"places", std::move(places)},
            {"scopes", std::move(scopes)}};
}

using Payload = std::map<std::string, const BagFile*>;

json document_json(const SealedDocument& document, const Payload& payload) {
    json files = json::array();
    for (const SealedDocument::File& file : document.files) {
        const BagFile& stored = *payload.at(file.path);
        json entry{{"path", file.path},
                   {"media_type", file.media_type},
                   {"size", stored.size},
                   {"sha256", stored.sha256}};
        if (file.pages > 0) entry["pages"] = file.pages;
        if (!file.as_came.empty()) entry["as_came"] = file.as_came;
        if (!file.pdfa_of.empty()) entry["pdfa_of"] = file.pdfa_of;
        files.push_back(std::move(entry));
    }
    json signatures = json::array();
    for (const SignatureState& signature : document.signatures) {
        signatures.push_back({{"role", signature.role},
                              {"name", signature.name},
                              {"certificate_sha256", signature.certificate_sha256},
                              {"state", signature.state},
                              {"claimed_time", signature.time}});
    }
    const DocumentPlan& plan = *document.plan;
    return {{"unit", plan.unit},
            {"class", plan.klass},
            {"form", plan.form},
            {"access", plan.access},
            {"key", plan.key},
            {"working_copy", plan.working_copy},
            {"files", std::move(files)},
            {"signatures", std::move(signatures)},
            {"lineage", lineage_path(plan)},
            {"slice", slice_path(plan)}};
}

json seal_json(const BundleInput& input) {
    if (input.seal == nullptr) return nullptr;
    json chain = json::array();
    for (const std::string& certificate : input.seal->chain())
        chain.push_back(sha256_hex(certificate));
    return {{"name", input.seal->common_name()}, {"chain_sha256", std::move(chain)}};
}

// Versions are numbered without a gap, so that the one before is known by its number.
json superseded_name(const BundleInput& input, const std::string& name) {
    if (input.supersedes.empty()) return nullptr;
    return name.substr(0, name.rfind("_v") + 2) + std::to_string(input.version - 1);
}

std::string mirrored(const DocumentPlan& plan, const std::string& folder) {
    const std::string below = plan.stem.starts_with("data/") ? plan.stem.substr(5) : plan.stem;
    return "metadata/" + folder + "/" + below + ".json";
}

}  // namespace

std::string lineage_path(const DocumentPlan& plan) { return mirrored(plan, "lineage"); }
std::string slice_path(const DocumentPlan& plan) { return mirrored(plan, "records"); }

std::size_t units_made(const BundleInput& input) {
    std::set<std::pair<std::string, std::string>> units;
    for (const SealedDocument& document : input.documents) {
        units.emplace(document.plan->klass, document.plan->unit);
    }
    return units.size();
}

std::string manifest_json(const BundleInput& input, const std::string& name,
                          const std::vector<BagFile>& files) {
    Payload payload;
    for (const BagFile& file : files) payload.emplace(file.path, &file);
    const RecordType& record = *input.record;
    const Period& period = input.batch->period;
    json documents = json::array();
    std::set<std::string> forms;
    for (const SealedDocument& document : input.documents) {
        documents.push_back(document_json(document, payload));
        forms.insert(document.plan->form);
    }
    json sources = json::array();
    for (const SourceFile& source : input.sources) {
        sources.push_back({{"path", source.path},
                           {"size", source.size},
                           {"sha256", source.sha256},
                           {"format", source.format}});
    }
    return write({{"schema", "hoso-manifest-1"},
                  {"bundle",
                   {{"name", name},
                    {"version", input.version},
                    {"partial", input.partial},
                    {"supersedes", input.supersedes.empty() ? json() : json(input.supersedes)},
                    {"supersedes_name", superseded_name(input, name)}}},
                  {"school", {{"code", input.job->school.code}, {"name", input.job->school.name}}},
                  {"record",
                   {{"id", record.id},
                    {"title", record.title},
                    {"unit", record.unit},
                    {"form", record.form}}},
                  {"period",
                   {{"id", period.id},
                    {"title", period_title(period.id)},
                    {"axis", axis_name(period.axis)},
                    {"from", to_iso(period.from)},
                    {"to", to_iso(period.to)},
                    {"closing", to_iso(period.closing)}}},
                  {"year", period.year.id()},
                  {"created", to_iso(input.sealed_at)},
                  {"engine", input.engine},
                  {"job_sha256", input.job->digest},
                  {"rule_packs", forms},
                  {"rules_switched_off", input.job->switched_off},
                  {"rules_made_warnings", input.job->made_warnings},
                  {"documents", std::move(documents)},
                  {"sources", std::move(sources)},
                  {"access", input.batch->access.empty() ? record.access : input.batch->access},
                  {"retention",
                   {{"term", record.retention.term},
                    {"basis", record.retention.basis},
                    {"confidence", record.retention.confidence}}},
                  {"seal", seal_json(input)}});
}

std::string balance_json(const BundleInput& input) {
    json held_back = json::array();
    for (const HeldBack& unit : input.batch->held_back) {
        std::set<std::string> rules;
        for (const Finding& finding : unit.because) rules.emplace(finding.rule->id);
        held_back.push_back({{"unit", unit.unit}, {"class", unit.klass}, {"because", rules}});
    }
    json not_applicable = json::array();
    for (const NotApplicable& unit : input.batch->not_applicable) {
        not_applicable.push_back(
            {{"unit", unit.unit}, {"class", unit.klass}, {"reason", unit.reason}});
    }
    return write({{"in_scope", input.batch->in_scope},
                  {"made", units_made(input)},
                  {"held_back", std::move(held_back)},
                  {"not_applicable", std::move(not_applicable)}});
}

std::string findings_json(const BundleInput& input) {
    json findings = json::array();
    for (const Finding& finding : input.findings) findings.push_back(finding_json(finding));
    return write(findings);
}

}  // namespace hoso
