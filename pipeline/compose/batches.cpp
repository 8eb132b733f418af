// SPDX-License-Identifier: Apache-2.0
#include "compose/batches.h"

#include <fmt/format.h>

#include <algorithm>
#include <list>
#include <set>

#include "compose/data/build.h"
#include "compose/data/dataset_store.h"
#include "compose/data/record_file.h"
#include "compose/rules.h"
#include "compose/slice.h"
#include "compose/standard.h"
#include "compose/units.h"
#include "vocabulary/digest.h"
#include "vocabulary/errors.h"
#include "vocabulary/parallel.h"

namespace hoso {

namespace {

// A record with all that its documents share.
struct Record {
    const RecordType* type;
    RecordFile file;
    std::map<const DocumentForm*, FormLayout> layouts;
};

// {class} {unit} {period} {year} put in. What is not plain ASCII becomes _uXXXX_: names of files
// must survive every system, and two units must not share one.
std::string put_in(const std::string& pattern, const DocumentNames& names, bool plain) {
    std::string text = pattern;
    const std::pair<const char*, const std::string&> values[] = {{"{class}", names.klass},
                                                                 {"{unit}", names.unit},
                                                                 {"{period}", names.period},
                                                                 {"{year}", names.year}};
    for (const auto& [name, value] : values) {
        for (std::size_t at; (at = text.find(name)) != std::string::npos;) {
            text.replace(at, std::string_view(name).size(), value);
        }
    }
    if (!plain) return text;
    std::string safe;
    for (const char c : text) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-' || c == '/';
        safe += kept ? std::string(1, c) : fmt::format("_{:02x}_", static_cast<unsigned char>(c));
    }
    return safe;
}

class BatchMaker {
public:
    BatchMaker(const Job& job, const DatasetStore& store, const UnitFinder& finder,
               const std::vector<Finding>& findings)
        : job_(job), store_(store), finder_(finder), findings_(findings) {}

    RecordBatch make(const Record& record, const Period& period, Findings& more) const {
        RecordBatch batch;
        batch.record = record.type->id;
        batch.period = period;
        const std::vector<Unit> units = finder_.units(record.file, period, more);
        batch.in_scope = units.size();
        std::vector<Slot> slots(units.size());
        parallel_for(units.size(), hardware_workers(), [&](std::size_t i) {
            slots[i].because = errors_of(units[i], period);
            if (!units[i].not_applicable.empty() || !slots[i].because.empty()) return;
            slots[i].plan = plan(record, units[i], period, slots[i].own);
        });
        collect(units, slots, batch, more);
        return batch;
    }

private:
    struct Slot {
        DocumentPlan plan;
        std::vector<Finding> because;
        Findings own;
    };

    std::vector<Finding> errors_of(const Unit& unit, const Period& period) const {
        std::vector<Finding> errors = unit.because;
        for (const Finding& finding : findings_) {
            if (finder_.touches(finding, unit, period)) errors.push_back(finding);
        }
        return errors;
    }

    static void collect(const std::vector<Unit>& units, std::vector<Slot>& slots,
                        RecordBatch& batch, Findings& more) {
        std::set<std::string> stems;
        for (std::size_t i = 0; i < units.size(); ++i) {
            const Unit& unit = units[i];
            Slot& slot = slots[i];
            if (!unit.not_applicable.empty()) {
                batch.not_applicable.push_back({unit.id, unit.klass->name, unit.not_applicable});
                continue;
            }
            if (slot.own.has_errors()) {
                for (const Finding& finding : slot.own.sorted()) slot.because.push_back(finding);
            }
            more.append(std::move(slot.own));
            if (!slot.because.empty()) {
                batch.held_back.push_back({unit.id, unit.klass->name, std::move(slot.because)});
                continue;
            }
            if (!stems.insert(slot.plan.stem).second) {
                throw UsageError(
                    fmt::format("templates/records/{}/record.xml:{}: hai hồ sơ cùng "
                                "tên {}; stem phải có {{unit}} hoặc {{class}}",
                                batch.record, unit.form->line, slot.plan.stem));
            }
            batch.documents.push_back(std::move(slot.plan));
        }
    }

    DocumentPlan plan(const Record& record, const Unit& unit, const Period& period,
                      Findings& findings) const {
        const DocumentForm& form = *unit.form;
        const bool pupil = unit.row != blank_row;
        DocumentNames names = document_names(job_, unit, period);
        names.stem = put_in(form.stem, names, true);

        DocumentPlan plan;
        plan.record = record.type->id;
        plan.form = form.form;
        plan.unit = unit.id;
        plan.klass = names.klass;
        plan.unit_title = unit.title;
        plan.period = period;
        plan.title = put_in(form.title, names, false);
        plan.stem = names.stem;
        plan.access = record.type->access;
        plan.has_workbook = form.has_workbook;
        plan.working_copy = form.working_copy;
        if (!form.working_copy) plan.signers = signers(record, form, names, findings);

        const FormLayout& layout = record.layouts.at(&form);
        DataBuilder builder(store_, layout, names, findings);
        std::vector<Datum> class_row;
        if (!pupil) {
            class_row = {{names.klass, {}, nullptr},
                         {static_cast<std::int64_t>(unit.klass->grade), {}, nullptr},
                         {unit.pack, {}, nullptr}};
        }
        Node::Object members = builder.build(form.data, class_row, unit.row);
        for (auto& member : standard_members(job_, period, *unit.klass, unit.pack, plan.title,
                                             plan.record, plan.form, layout.text())) {
            members.push_back(std::move(member));
        }
        if (layout.text().wants("unit")) members.emplace_back("unit", unit_member(builder, unit));
        std::sort(members.begin(), members.end(),
                  [](const auto& a, const auto& b) { return a.first < b.first; });
        plan.data = Node{std::move(members)};
        plan.lineage = builder.take_lineage();
        plan.slice = canonical_json(plan.data);
        plan.key = key_of(plan, layout.text().digest);
        return plan;
    }

    static Node unit_member(DataBuilder& builder, const Unit& unit) {
        if (unit.row != blank_row) return builder.build_unit(unit.row);
        return Node{Node::Object{{"class", Node{Node::Leaf{unit.id, -1}}}}};
    }

    std::vector<SignerPlan> signers(const Record& record, const DocumentForm& form,
                                    const DocumentNames& names, Findings& findings) const {
        std::vector<SignerPlan> signers;
        for (const std::string& role : form.signers.empty() ? record.type->signers : form.signers) {
            const Person* person = job_.signer(role, names.klass);
            if (person == nullptr) {
                findings.add(compose_rule::no_signer, {},
                             {{"document", names.stem}, {"role", role}}, names.scope);
                continue;
            }
            signers.push_back({role, person->id, person->name, person->title});
        }
        return signers;
    }

    // Everything that decides the document's bytes but fonts and engine; who renders adds those.
    static std::string key_of(const DocumentPlan& plan, const std::string& templates) {
        std::string all = plan.slice + '\n' + templates + '\n' + plan.record + '\n' + plan.form +
                          '\n' + plan.stem + '\n' + plan.title + '\n' + plan.period.id + '\n' +
                          to_iso(plan.period.closing) + '\n' + plan.access +
                          (plan.has_workbook ? "W" : "") + (plan.working_copy ? "C" : "") + '\n';
        for (const SignerPlan& signer : plan.signers) {
            all += signer.role + '\t' + signer.person + '\t' + signer.name + '\t' + signer.title +
                   '\n';
        }
        return sha256_hex(all);
    }

    const Job& job_;
    const DatasetStore& store_;
    const UnitFinder& finder_;
    const std::vector<Finding>& findings_;
};

bool wanted(const RecordType& record, const Catalogue& catalogue,
            const std::vector<std::string>& only) {
    return only.empty() || std::any_of(only.begin(), only.end(), [&](const std::string& id) {
               return catalogue.find(id) == &record;
           });
}

}  // namespace

std::vector<RecordBatch> compose_tables(const Job& job, const Catalogue& catalogue,
                                        const Tables& tables, const TemplateFolder& templates,
                                        const std::vector<std::string>& periods,
                                        const std::vector<std::string>& only,
                                        const std::vector<Finding>& findings, Findings& more) {
    const std::vector<DatasetType> datasets = load_datasets(templates);
    DatasetStore store(tables, datasets);
    std::list<Record> records;  // a list: the store remembers members by address
    for (const RecordType& type : catalogue.records) {
        if (!type.has_templates || !wanted(type, catalogue, only)) continue;
        Record& record =
            records.emplace_back(Record{&type, load_record(templates, type.id, datasets), {}});
        for (const DocumentForm& form : record.file.documents) {
            record.layouts.emplace(
                &form, FormLayout(form, datasets, read_form_text(templates, type.id, form.form)));
            store.prepare(form.data);
        }
    }
    std::vector<Finding> errors;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(errors),
                 [](const auto& f) { return f.rule->severity == Severity::Error; });
    const UnitFinder finder(job, templates, store);
    const BatchMaker maker(job, store, finder, errors);
    std::vector<RecordBatch> batches;
    for (const Record& record : records) {
        for (const std::string& id : periods) {
            const Period* period = job.period(id);
            if (period == nullptr) throw UsageError("hoso.toml không có kỳ \"" + id + "\"");
            if (!record.type->due_in(id)) continue;
            RecordBatch batch = maker.make(record, *period, more);
            if (batch.in_scope != 0) batches.push_back(std::move(batch));
        }
    }
    return batches;
}

}  // namespace hoso
