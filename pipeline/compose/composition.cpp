// SPDX-License-Identifier: Apache-2.0
#include "compose/composition.h"

#include <fmt/format.h>

#include <algorithm>

#include "compose/rules.h"
#include "compose/slice.h"
#include "compose/standard.h"
#include "vocabulary/digest.h"

namespace hoso {

namespace {

bool wanted(const RecordType& record, const Catalogue& catalogue,
            const std::vector<std::string>& only) {
    return only.empty() || std::any_of(only.begin(), only.end(), [&](const std::string& id) {
               return catalogue.find(id) == &record;
           });
}

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

Node unit_member(DataBuilder& builder, const Unit& unit) {
    if (unit.row != blank_row) return builder.build_unit(unit.row);
    return Node{Node::Object{{"class", Node{Node::Leaf{unit.id, -1}}}}};
}

std::vector<SignerPlan> signers_of(const Job& job, const Record& record, const DocumentForm& form,
                                   const DocumentNames& names, Findings& findings) {
    std::vector<SignerPlan> signers;
    for (const std::string& role : form.signers.empty() ? record.type->signers : form.signers) {
        const Person* person = job.signer(role, names.klass);
        if (person == nullptr) {
            findings.add(compose_rule::no_signer, {}, {{"document", names.stem}, {"role", role}},
                         names.scope);
            continue;
        }
        signers.push_back({role, person->id, person->name, person->title});
    }
    return signers;
}

// Everything that decides the document's bytes but fonts and engine; who renders adds those.
std::string key_of(const DocumentPlan& plan, const std::string& templates) {
    std::string all = plan.slice + '\n' + templates + '\n' + plan.record + '\n' + plan.form + '\n' +
                      plan.stem + '\n' + plan.title + '\n' + plan.period.id + '\n' +
                      to_iso(plan.period.closing) + '\n' + plan.access +
                      (plan.has_workbook ? "W" : "") + (plan.working_copy ? "C" : "") + '\n';
    for (const SignerPlan& signer : plan.signers) {
        all += signer.role + '\t' + signer.person + '\t' + signer.name + '\t' + signer.title + '\n';
    }
    return sha256_hex(all);
}

}  // namespace

Composition::Composition(const Job& the_job, const Catalogue& catalogue, const Tables& tables,
                         const TemplateFolder& templates, const std::vector<std::string>& only,
                         const std::vector<Finding>& findings)
    : job(the_job),
      datasets(load_datasets(templates)),
      store(tables, datasets),
      finder(job, templates, store) {
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
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(errors),
                 [](const auto& f) { return f.rule->severity == Severity::Error; });
}

DocumentPlan Composition::plan(const Record& record, const Unit& unit, const Period& period,
                               Findings& findings) const {
    const DocumentForm& form = *unit.form;
    const bool pupil = unit.row != blank_row;
    DocumentNames names = document_names(job, unit, period);
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
    if (!form.working_copy) plan.signers = signers_of(job, record, form, names, findings);

    const FormLayout& layout = record.layouts.at(&form);
    DataBuilder builder(store, layout, names, findings);
    std::vector<Datum> class_row;
    if (!pupil) {
        class_row = {{names.klass, {}, nullptr},
                     {static_cast<std::int64_t>(unit.klass->grade), {}, nullptr},
                     {unit.pack, {}, nullptr}};
    }
    Node::Object members = builder.build(form.data, class_row, unit.row);
    for (auto& member : standard_members(job, period, *unit.klass, unit.pack, plan.title,
                                         plan.record, plan.form, layout.text())) {
        members.push_back(std::move(member));
    }
    if (layout.text().wants("unit")) members.emplace_back("unit", unit_member(builder, unit));
    std::sort(members.begin(), members.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    plan.data = Node{std::move(members)};
    plan.lineage = builder.take_lineage();
    plan.lineage.shrink_to_fit();
    plan.slice = canonical_json(plan.data);
    plan.key = key_of(plan, layout.text().digest);
    return plan;
}

DocumentPlan whole(const DocumentPlan& plan) {
    if (!plan.origin) return plan;
    Findings said;  // when the plan was made first
    const PlanOrigin& origin = *plan.origin;
    DocumentPlan made = origin.composition->plan(*origin.record, origin.unit, plan.period, said);
    made.origin = plan.origin;
    return made;
}

}  // namespace hoso
