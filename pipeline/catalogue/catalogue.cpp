// SPDX-License-Identifier: Apache-2.0
#include "catalogue/catalogue.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue/strict_xml.h"

namespace hoso {

namespace {

// "I.3" → "I.03"; what is not of that shape stays.
std::string full_id(std::string_view id) {
    const auto dot = id.rfind('.');
    if (dot == std::string_view::npos || id.size() - dot != 2) return std::string(id);
    return std::string(id.substr(0, dot + 1)) + "0" + std::string(id.substr(dot + 1));
}

RecordType read_record(const XmlFile& file, const XmlElement& e, const std::string& group) {
    file.check(e, "record", {"id", "title", "slug", "unit", "periods", "access"},
               {"signers", "form", "when", "software", "people", "interim", "note"}, {"retention"});
    if (e.children.size() != 1) file.refuse(e, "<record> phải có đúng một <retention>");
    const XmlElement& kept = e.children.front();
    file.check(kept, "retention", {"term", "basis", "confidence"});

    RecordType record;
    record.id = e.get("id");
    record.group = group;
    record.title = e.get("title");
    record.slug = e.get("slug");
    record.form = e.get("form");
    record.when = e.get("when");
    record.software = e.get("software");
    record.people = e.get("people");
    record.unit = file.choice(
        e, "unit", {"class", "pupil", "school", "intake", "team", "teacher", "teacher-subject"});
    record.periods = words(e.get("periods"));
    record.interim = words(e.get("interim"));
    record.access = file.choice(e, "access", {"internal", "restricted", "sensitive"});
    record.retention = {kept.get("term"), kept.get("basis"),
                        file.choice(kept, "confidence", {"verified", "high", "medium", "low"})};
    record.signers = words(e.get("signers"));
    record.note = e.get("note");
    if (full_id(record.id) != record.id) {
        file.refuse(e, fmt::format("id=\"{}\" phải viết \"{}\"", record.id, full_id(record.id)));
    }
    return record;
}

// "2.10" comes after "2.9"; systems without a clause come last, by id.
bool clause_less(const SourceSystem& a, const SourceSystem& b) {
    if (a.clause.empty() != b.clause.empty()) return b.clause.empty();
    if (a.clause.size() != b.clause.size()) return a.clause.size() < b.clause.size();
    return std::tie(a.clause, a.id) < std::tie(b.clause, b.id);
}

std::vector<SourceSystem> load_systems(const TemplateFolder& templates) {
    std::vector<SourceSystem> systems;
    for (const std::string& path : templates.list("sources", ".xml")) {
        const XmlFile file = read_xml(templates, path);
        // How its exports are recognised is recognise's business, which checks the rest.
        const XmlElement& root = file.root();
        if (root.name != "source") file.refuse(root, "phần tử gốc phải là <source>");
        for (const char* attribute : {"id", "title"}) {
            if (root.get(attribute).empty()) {
                file.refuse(root, fmt::format("<source> thiếu thuộc tính \"{}\"", attribute));
            }
        }
        systems.push_back({root.get("id"), root.get("clause"), root.get("title")});
    }
    std::sort(systems.begin(), systems.end(), clause_less);
    return systems;
}

}  // namespace

bool names_period(std::string_view due, std::string_view period_id) {
    if (due == period_id) return true;
    if (period_id.substr(0, due.size()) != due) return false;
    if (due == "KHOA" || due == "YC" || due == "NAM") return period_id.substr(due.size(), 1) == "-";
    return (due == "W" || due == "M") && period_id.size() == 3;
}

bool RecordType::due_in(std::string_view period_id) const {
    const auto named = [&](const std::string& due) { return names_period(due, period_id); };
    return std::any_of(periods.begin(), periods.end(), named) ||
           std::any_of(interim.begin(), interim.end(), named);
}

const RecordType* Catalogue::find(std::string_view id) const {
    const std::string wanted = full_id(id);
    for (const RecordType& record : records) {
        if (record.id == wanted) return &record;
    }
    return nullptr;
}

Catalogue load_catalogue(const TemplateFolder& templates) {
    const XmlFile file = read_xml(templates, "catalogue.xml");
    file.check(file.root(), "catalogue", {"regulation"}, {}, {"group"});
    Catalogue catalogue;
    for (const XmlElement& group : file.root().children) {
        file.check(group, "group", {"id", "title"}, {}, {"record"});
        for (const XmlElement& e : group.children) {
            RecordType record = read_record(file, e, group.get("title"));
            if (catalogue.find(record.id) != nullptr) {
                file.refuse(e, fmt::format("id=\"{}\" có hai lần", record.id));
            }
            if (record.id.substr(0, record.id.find('.')) != group.get("id")) {
                file.refuse(
                    e, fmt::format("id=\"{}\" không thuộc mục {}", record.id, group.get("id")));
            }
            record.has_templates = templates.exists("records/" + record.id + "/record.xml");
            catalogue.records.push_back(std::move(record));
        }
    }
    catalogue.systems = load_systems(templates);
    return catalogue;
}

}  // namespace hoso
