// SPDX-License-Identifier: Apache-2.0
#include "compose/composition.h"

#include <fmt/format.h>

#include <algorithm>

#include "compose/rules.h"
#include "compose/slice.h"
#include "compose/standard.h"
#include "vocabulary/digest.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

bool wanted(const RecordType& record, const Catalogue& catalogue,
            const std::vector<std::string>& only) {
    return only.empty() || std::any_of(only.begin(), only.end(), [&](const std::string& id) {
               return catalogue.find(id) == &record;
           });
}

// "Nguyễn Thị Yến_TOAN" → "nguyen-thi-yen_toan"; a code stays as it is.
std::string in_file_name(const std::string& unit) {
    const bool code = std::none_of(unit.begin(), unit.end(), [](char c) {
        return c == ' ' || static_cast<unsigned char>(c) >= 0x80;
    });
    if (code) return unit;
    std::string name = match_key(unit);
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
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
            text.replace(at, std::string_view(name).size(), plain ? in_file_name(value) : value);
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
    if (unit.rows != nullptr) return builder.build_unit(*unit.rows, unit.row);
    return Node{Node::Object{{"class", Node{Node::Leaf{unit.id, -1}}}}};
}

// Who signs in a role: the class teacher of the class; the teacher whom the unit's row names; the
// leader of the team that it names ("team_leader:Khoa học tự nhiên" of [duties]); else the duty.
std::optional<SignerPlan> signer_of(const Job& job, const std::string& role, const Unit& unit,
                                    const std::string& klass) {
    const auto cell = [&](const char* name) -> std::string {
        const int column = unit.rows == nullptr ? -1 : find_column(unit.rows->type(), name);
        return column < 0 ? "" : plain_text(unit.rows->at(unit.row, column).value);
    };
    const std::string teacher = cell("teacher");
    if (role == "subject_teacher" && !teacher.empty()) {
        for (const Person& person : job.people) {
            // He may be known by another duty; in this book he is the teacher of the subject.
            if (person.name == teacher) return {{role, person.id, person.name, "Giáo viên"}};
        }
        return std::nullopt;
    }
    const Person* person = nullptr;
    for (const char* column : {"team", "group"}) {
        const std::string name = cell(column);
        if (person == nullptr && !name.empty()) person = job.signer(role + ":" + name, klass);
    }
    if (person == nullptr) person = job.signer(role, klass);
    if (person == nullptr) return std::nullopt;
    // A leader is a teacher by his post.
    return {{role, person->id, person->name, role == "team_leader" ? "Tổ trưởng" : person->title}};
}

std::vector<SignerPlan> signers_of(const Job& job, const Record& record, const DocumentForm& form,
                                   const Unit& unit, const DocumentNames& names,
                                   Findings& findings) {
    std::vector<SignerPlan> signers;
    for (const std::string& role : form.signers.empty() ? record.type->signers : form.signers) {
        const auto signer = signer_of(job, role, unit, names.klass);
        if (!signer) {
            findings.add(compose_rule::no_signer, {}, {{"document", names.stem}, {"role", role}},
                         names.scope);
            continue;
        }
        signers.push_back(*signer);
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
    for (const Attachment& file : plan.attachments) {
        all += file.path + '\t' + file.sha256 + (file.copy ? "P" + file.copy->sha256 : "") + '\n';
    }
    if (plan.joined) all += plan.joined_path + '\t' + plan.joined->sha256 + '\n';
    return sha256_hex(all);
}

}  // namespace

Composition::Composition(const Job& the_job, const Catalogue& catalogue, const Tables& tables,
                         const Tables& beside, const TemplateFolder& templates,
                         const std::vector<std::string>& only, const std::vector<Finding>& findings,
                         AttachedFiles* the_files)
    : job(the_job),
      datasets(load_datasets(templates)),
      store(tables, beside, datasets),
      finder(job, templates, store),
      files(the_files) {
    for (const RecordType& type : catalogue.records) {
        if (!type.has_templates || !wanted(type, catalogue, only)) continue;
        Record& record =
            records.emplace_back(Record{&type, load_record(templates, type.id, datasets), {}});
        for (const DocumentForm& form : record.file.documents) {
            record.layouts.emplace(
                &form, FormLayout(form, datasets, read_form_text(templates, type.id, form.form)));
            store.prepare(form.data);
            for (const Attach& attach : form.attachments) store.prepare(attach.rows);
        }
    }
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(errors),
                 [](const auto& f) { return f.severity() == Severity::Error; });
}

DocumentPlan Composition::plan(const Record& record, const Unit& unit, const Period& period,
                               Findings& findings) const {
    const DocumentForm& form = *unit.form;
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
    plan.access = form.access.empty() ? record.type->access : form.access;
    plan.has_workbook = form.has_workbook;
    plan.working_copy = form.working_copy;
    if (!form.working_copy) plan.signers = signers_of(job, record, form, unit, names, findings);

    const FormLayout& layout = record.layouts.at(&form);
    DataBuilder builder(store, layout, names, findings);
    const std::vector<Datum> class_row = class_row_of(unit, names);
    std::vector<AttachedRow> attached = attach(form, unit, class_row, builder, names, findings);
    builder.with(attached);
    std::vector<ArchiveCopy> parts;
    for (const AttachedRow& row : attached) {
        if (row.file.first_page > 0) parts.push_back(*row.file.copy);
    }
    if (!parts.empty()) {
        plan.joined = files->joined(parts);
        plan.joined_path = plan.stem + "_gop.pdf";
    }
    Node::Object members = builder.build(form.data, class_row, unit.rows, unit.row);
    for (auto& member : standard_members(job, period, unit.klass, unit.pack, plan.title,
                                         plan.record, plan.form, layout.text())) {
        members.push_back(std::move(member));
    }
    if (layout.text().wants("signers"))
        members.emplace_back("signers", signers_member(plan.signers, layout.text()));
    if (layout.text().wants("joined"))
        members.emplace_back("joined", joined_member(plan, layout.text()));
    if (form.unit != UnitKind::School && layout.text().wants("unit"))
        members.emplace_back("unit", unit_member(builder, unit));
    std::sort(members.begin(), members.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    plan.data = Node{std::move(members)};
    for (AttachedRow& row : attached) plan.attachments.push_back(std::move(row.file));
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
