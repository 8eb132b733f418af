// SPDX-License-Identifier: Apache-2.0
#include "ingest/package/relations.h"

#include <vector>

#include "ingest/limits.h"
#include "ingest/report.h"
#include "ingest/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

// "xl/workbook.xml" + "worksheets/sheet1.xml" → "xl/worksheets/sheet1.xml"
std::string resolve(const std::string& from, std::string_view target) {
    std::string joined(target);
    if (!target.starts_with('/')) joined = from.substr(0, from.rfind('/') + 1) + joined;
    std::vector<std::string> parts;
    for (std::string& part : split(joined, '/')) {
        if (part == "..") {
            if (!parts.empty()) parts.pop_back();
        } else if (!part.empty() && part != ".") {
            parts.push_back(std::move(part));
        }
    }
    std::string name;
    for (const std::string& part : parts) name += (name.empty() ? "" : "/") + part;
    return name;
}

}  // namespace

std::string relations_part(const std::string& part) {
    const std::size_t slash = part.rfind('/') + 1;
    return part.substr(0, slash) + "_rels/" + part.substr(slash) + ".rels";
}

bool read_relations(const ZipArchive& archive, const std::string& part, const Location& place,
                    std::map<std::string, Relation>& relations, Findings& findings) {
    XmlPart xml;
    if (!xml.load(archive, relations_part(part), place, findings)) return false;
    for (const pugi::xml_node node : xml.root().children()) {
        if (relations.size() >= limits::kRelations) {
            report(findings, ingest_rule::xml_too_many_elements, {place},
                   {{"part", relations_part(part)}, {"limit", std::to_string(limits::kRelations)}});
            return false;
        }
        const std::string_view type = attribute(node, "Type");
        if (attribute(node, "TargetMode") == "External") continue;
        relations[std::string(attribute(node, "Id"))] = {
            resolve(part, attribute(node, "Target")),
            std::string(type.substr(type.rfind('/') + 1))};
    }
    return true;
}

}  // namespace hoso
