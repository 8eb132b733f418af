// SPDX-License-Identifier: Apache-2.0
#include "ingest/xlsx/workbook.h"

#include <charconv>
#include <map>
#include <set>

#include "ingest/limits.h"
#include "ingest/package/relations.h"
#include "ingest/report.h"
#include "ingest/rules.h"
#include "ingest/unicode.h"
#include "vocabulary/text.h"

namespace hoso {

namespace rule = ingest_rule;

namespace {

bool read_shared_texts(const ZipArchive& archive, const std::string& part, const Location& place,
                       std::vector<CellText>& texts, Findings& findings) {
    XmlPart xml;
    if (!xml.load(archive, part, place, findings)) return false;
    for (const pugi::xml_node item : xml.root().children()) {
        if (!is_named(item.name(), "si")) continue;
        if (texts.size() >= limits::kSharedTexts) {
            report(findings, rule::xml_too_many_elements, {place},
                   {{"part", part}, {"limit", std::to_string(limits::kSharedTexts)}});
            return false;
        }
        texts.push_back(rich_text(item));
    }
    return true;
}

unsigned number_in(std::string_view text) {
    unsigned value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// 18.8.10: the number format and the font of each cell format.
bool read_styles(const ZipArchive& archive, const std::string& part, const Location& place,
                 std::vector<Workbook::Style>& styles, Findings& findings) {
    XmlPart xml;
    if (!xml.load(archive, part, place, findings)) return false;
    std::map<unsigned, Workbook::Style> own;
    for (const pugi::xml_node node : child(xml.root(), "numFmts").children()) {
        const std::string_view code = attribute(node, "formatCode");
        own[number_in(attribute(node, "numFmtId"))] = {shape_of_format(code), code_digits(code),
                                                       ""};
    }
    std::vector<std::string> fonts;
    for (const pugi::xml_node node : child(xml.root(), "fonts").children()) {
        const std::string_view name = attribute(child(node, "name"), "val");
        fonts.emplace_back(legacy_font(name) ? name : "");
    }
    for (const pugi::xml_node node : child(xml.root(), "cellXfs").children()) {
        if (styles.size() >= limits::kStyles) {
            report(findings, rule::xml_too_many_elements, {place},
                   {{"part", part}, {"limit", std::to_string(limits::kStyles)}});
            return false;
        }
        const unsigned id = number_in(attribute(node, "numFmtId"));
        const auto found = own.find(id);
        Workbook::Style style =
            found == own.end() ? Workbook::Style{builtin_shape(id), 0, ""} : found->second;
        const unsigned font = number_in(attribute(node, "fontId"));
        if (font < fonts.size()) style.font = fonts[font];
        styles.push_back(std::move(style));
    }
    return true;
}

// The list of sheets. Names must differ: a place in a message is file › sheet › cell.
bool read_sheet_list(pugi::xml_node list, const std::string& path,
                     const std::map<std::string, Relation>& relations, Workbook& workbook,
                     Findings& findings) {
    const Location file = whole_file(path);
    std::set<std::string> names;
    for (const pugi::xml_node node : list.children()) {
        if (!is_named(node.name(), "sheet")) continue;
        const CellText name = plain_cell_text(attribute(node, "name"));
        const auto origin = std::make_shared<const Origin>(Origin{path, name.text});
        if (name.fault) {
            report(findings, *name.fault, {{origin, 0, 0}},
                   {{"value", name.fault_value}, {"count", "1"}});
            return false;
        }
        if (!names.insert(to_lower(name.text)).second) {
            report(findings, rule::duplicate_sheet_name, {file}, {{"sheet", name.text}});
            return false;
        }
        std::string id;
        for (const pugi::xml_attribute& a : node.attributes()) {
            if (std::string_view(a.name()).ends_with(":id")) id = a.value();
        }
        const auto relation = relations.find(id);
        if (relation == relations.end()) {
            report(findings, rule::part_missing, {{origin, 0, 0}}, {{"part", name.text}});
            return false;
        }
        const std::string_view state = attribute(node, "state");
        workbook.sheets.push_back(
            {origin, relation->second.type == "worksheet" ? relation->second.target : "",
             state == "hidden" || state == "veryHidden"});
    }
    if (workbook.sheets.empty()) report(findings, rule::no_sheets, {file});
    if (workbook.sheets.size() <= limits::kSheets) return true;
    report(findings, rule::too_many_sheets, {file},
           {{"count", std::to_string(workbook.sheets.size())},
            {"limit", std::to_string(limits::kSheets)}});
    return false;
}

}  // namespace

std::string find_workbook_part(const std::vector<ZipEntry>& entries) {
    for (const ZipEntry& entry : entries) {
        const std::string name = to_lower(entry.name);
        // Excel on the web writes xl/workbook22.xml.
        if (name.starts_with("xl/workbook") && name.ends_with(".xml")) return entry.name;
    }
    return "";
}

bool read_workbook(const ZipArchive& archive, const std::string& path, Workbook& workbook,
                   Findings& findings) {
    const Location place = whole_file(path);
    const std::string part = find_workbook_part(archive.entries());
    XmlPart xml;
    if (!xml.load(archive, part.empty() ? "xl/workbook.xml" : part, place, findings)) return false;
    workbook.date1904 = is_true(attribute(child(xml.root(), "workbookPr"), "date1904"));
    std::map<std::string, Relation> relations;
    if (!read_relations(archive, part, place, relations, findings)) return false;
    for (const auto& [id, relation] : relations) {
        if (relation.type == "sharedStrings" &&
            !read_shared_texts(archive, relation.target, place, workbook.shared_texts, findings)) {
            return false;
        }
        if (relation.type == "styles" &&
            !read_styles(archive, relation.target, place, workbook.styles, findings)) {
            return false;
        }
    }
    return read_sheet_list(child(xml.root(), "sheets"), path, relations, workbook, findings);
}

}  // namespace hoso
