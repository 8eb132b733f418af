// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>

#include "rules.h"
#include "twins/twins.h"
#include "vocabulary/digest.h"
#include "vocabulary/errors.h"
#include "vocabulary/parallel.h"
#include "vocabulary/text.h"
#include "workshop.h"

namespace hoso {

struct Workshop::Made {
    std::optional<SealedDocument> document;  // empty: an error of fill or render
    std::vector<std::string> waiting;        // roles that have yet to sign
    Findings findings;
    int pages = 0;
};

// The bytes of a document while they change; the workbook is empty where the form has none.
struct Workshop::Twins {
    std::string pdf, workbook;
};

namespace {

RenderOptions options_for(const DocumentPlan& plan, const Job& job, bool draft) {
    RenderOptions options;
    options.title = plan.title;
    options.author = job.school.name;
    options.created = plan.period.closing;
    options.id_seed = plan.key;
    options.draft = draft || plan.working_copy;
    options.print_code = plan.key.substr(0, 12);
    return options;
}

std::string media_type_of(const std::string& path) {
    static const std::map<std::string, std::string> known = {
        {".pdf", "application/pdf"},
        {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
        {".doc", "application/msword"},
        {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
        {".xls", "application/vnd.ms-excel"},
        {".jpg", "image/jpeg"},
        {".jpeg", "image/jpeg"},
        {".png", "image/png"},
        {".tif", "image/tiff"},
        {".tiff", "image/tiff"}};
    const auto dot = path.rfind('.');
    const auto found = dot == std::string::npos ? known.end() : known.find(path.substr(dot));
    return found == known.end() ? "application/octet-stream" : found->second;
}

}  // namespace

const TemplateSet& Workshop::template_set(const DocumentPlan& plan) const {
    const std::string name = plan.record + "/" + plan.form;
    const auto found = sets_.find(name);
    if (found != sets_.end()) return found->second;
    return sets_.emplace(name, TemplateSet(templates_, plan.record, plan.form, template_findings_))
        .first->second;
}

// Signs with every key that is there, in the order of the plan; stops at the first that is not.
bool Workshop::sign_further(const DocumentPlan& plan, PreparedDocument& document,
                            Twins& twins) const {
    bool changed = false;
    for (std::size_t i = document.signatures.size(); i < plan.signers.size(); ++i) {
        const SignerPlan& who = plan.signers[i];
        const Signer* signer = keys_.find(who.person);
        if (signer == nullptr) break;
        const Appearance appearance{to_upper(who.title), who.name, clock_.now(),
                                    is_demonstration(*signer)};
        twins.pdf = sign_pdf(twins.pdf, who.role, *signer, appearance, fonts_);
        if (plan.has_workbook) {
            twins.workbook = sign_workbook(twins.workbook, *signer, appearance);
        }
        document.signatures.push_back(
            {who.role, who.name, sha256_hex(signer->chain().front()), to_iso(clock_.now())});
        changed = true;
    }
    return changed;
}

Workshop::Made Workshop::make_document(const DocumentPlan& light) const {
    Made made;
    const std::string key =
        sha256_hex(light.key + fonts_.digest() + kEngine + (request_.draft ? "D" : ""));
    const bool to_sign = job_.sign && !request_.draft && !light.working_copy;
    auto prepared = work_.load(key);
    Twins twins;
    bool changed = false;
    if (prepared && prepared->has_findings) {
        // What was said of it must be said by every run; its bytes stay as they are.
        const DocumentPlan plan = whole(light);
        const FilledDocument filled = fill(plan, template_set(plan), made.findings);
        render_pdf(filled.document, plan.lineage, fonts_, options_for(plan, job_, request_.draft),
                   made.findings);
    }
    if (prepared) {
        if (to_sign && prepared->signatures.size() < light.signers.size()) {
            const std::size_t signatures = prepared->signatures.size();
            twins.pdf = disk_.read(work_.pdf(key, signatures));
            if (light.has_workbook) twins.workbook = disk_.read(work_.workbook(key, signatures));
        }
    } else {
        const DocumentPlan plan = whole(light);
        const FilledDocument filled = fill(plan, template_set(plan), made.findings);
        const RenderOptions options = options_for(plan, job_, request_.draft);
        PdfRendition rendition =
            render_pdf(filled.document, plan.lineage, fonts_, options, made.findings);
        if (plan.has_workbook) {
            render_xlsx(filled.workbook, plan.lineage, options, disk_, work_.workbook(key, 0),
                        made.findings);
        }
        if (made.findings.has_errors()) return made;
        if (plan.has_workbook) {
            twins.workbook = disk_.read(work_.workbook(key, 0));
            check_twins(plan, filled, rendition.bytes, twins.workbook, made.findings);
            if (made.findings.has_errors()) return made;
        }
        prepared = PreparedDocument{rendition.pages,
                                    std::move(rendition.areas),
                                    std::move(rendition.printed),
                                    {},
                                    {},
                                    {},
                                    made.findings.size() > 0};
        twins.pdf = std::move(rendition.bytes);
        changed = true;
    }
    if (to_sign && !twins.pdf.empty()) changed = sign_further(light, *prepared, twins) || changed;
    if (changed) work_.save(key, *prepared, twins.pdf, twins.workbook);

    SealedDocument document;
    document.plan = &light;
    document.printed = prepared->printed;
    document.files.push_back({light.stem + ".pdf", work_.pdf(key, prepared->signatures.size()),
                              "application/pdf", prepared->pages});
    if (light.has_workbook) {
        document.files.push_back(
            {light.stem + ".xlsx", work_.workbook(key, prepared->signatures.size()),
             "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 0});
    }
    for (const Attachment& file : light.attachments) {
        if (!stands(job_.folder / file.source, file.sha256)) {
            throw EnvironmentError("tệp " + file.source + " đã thay đổi trong khi hoso đang chạy");
        }
        document.files.push_back(
            {file.path, job_.folder / file.source, media_type_of(file.path), 0, file.source});
        if (!file.copy) continue;
        document.files.push_back({file.copy_path, file.copy->on_disk, "application/pdf",
                                  file.copy->pages, "", file.path});
    }
    if (light.joined) {
        std::string parts;
        for (const Attachment& file : light.attachments) {
            if (file.first_page > 0) parts += (parts.empty() ? "" : " ") + file.path;
        }
        document.files.push_back({light.joined_path, light.joined->on_disk, "application/pdf",
                                  light.joined->pages, "", parts});
    }
    for (const auto& signature : prepared->signatures) {
        document.signatures.push_back({signature.role, signature.name, signature.certificate_sha256,
                                       "signed", signature.time});
    }
    for (std::size_t i = prepared->signatures.size(); i < light.signers.size(); ++i) {
        document.signatures.push_back(
            {light.signers[i].role, light.signers[i].name, "", "waiting", ""});
        if (to_sign) made.waiting.push_back(light.signers[i].role);
    }
    made.pages = prepared->pages;
    made.document = std::move(document);
    return made;
}

Production Workshop::produce(RecordBatch& record, Findings& findings) const {
    const std::size_t count = record.documents.size();
    for (const DocumentPlan& plan : record.documents)
        template_set(plan);  // parsed before the threads start
    std::vector<Made> made(count);
    std::atomic<std::size_t> done{0};
    std::mutex mutex;
    const std::string stage = record.record + " " + record.period.id;
    parallel_for(count, request_.workers, [&](std::size_t i) {
        made[i] = make_document(record.documents[i]);
        const std::size_t now = ++done;
        if (progress_) {
            const std::lock_guard lock(mutex);
            progress_(stage, now, count);
        }
    });

    Production production;
    std::set<std::string> without_key;
    for (std::size_t i = 0; i < count; ++i) {
        const DocumentPlan& plan = record.documents[i];
        if (made[i].document) {
            production.pages += made[i].pages;
            if (!made[i].waiting.empty()) {
                ++production.waiting[made[i].waiting.front()];
                const auto& signers = plan.signers;
                const auto next = std::find_if(
                    signers.begin(), signers.end(),
                    [&](const auto& who) { return who.role == made[i].waiting.front(); });
                if (next != signers.end() && without_key.insert(next->person).second) {
                    const Person* person = job_.person(next->person);
                    findings.add(pipeline_rules::key_missing, {},
                                 {{"name", next->name},
                                  {"role", next->title},
                                  {"file", person == nullptr ? "" : person->key}},
                                 {"", "", "", true});
                }
            }
            production.documents.push_back(*std::move(made[i].document));
        } else {
            record.held_back.push_back({plan.unit, plan.klass, made[i].findings.sorted()});
        }
        findings.append(std::move(made[i].findings));
    }
    // All have signed, but the bundle has no one to seal it.
    if (job_.sign && !request_.draft && production.waiting.empty() && seal_key() == nullptr &&
        !production.documents.empty() && !production.documents.front().plan->working_copy) {
        production.waiting["principal"] = production.documents.size();
    }
    return production;
}

}  // namespace hoso
