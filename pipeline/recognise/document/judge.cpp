// SPDX-License-Identifier: Apache-2.0
#include "recognise/document/judge.h"

#include <algorithm>

#include "recognise/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

constexpr std::size_t shown_characters = 60;

// The beginning of a line, by whole words.
std::string beginning(const std::string& text) {
    if (code_point_count(text) <= shown_characters) return text;
    std::string result;
    for (const std::string& word : split(text, ' ')) {
        if (code_point_count(result) + code_point_count(word) >= shown_characters) break;
        result += (result.empty() ? "" : " ") + word;
    }
    return result + "…";
}

std::string quoted(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "\"" : ", \"") + name + "\"";
    return text;
}

}  // namespace

void Judge::fields(const std::map<std::size_t, FieldValue>& values) {
    const int pupil = kind_.dataset->find("pupil_code");
    if (pupil >= 0) {
        const auto code = values.find(static_cast<std::size_t>(pupil));
        if (code != values.end()) pupil_ = code->second.value;
    }
    const auto heading = [&](std::size_t column) {
        const std::string& shown = kind_.dataset->headings[column].shown;
        return to_lower(shown.empty() ? kind_.dataset->type.columns[column].name : shown);
    };
    for (const TextField& field : kind_.fields) {
        if (!field.missing || values.count(field.column) != 0) continue;
        add(rules::document_field_missing, *field.missing, {document_.origin, 0, 0},
            {{"field", heading(field.column)}});
    }
    for (const auto& [column, value] : values) {
        if (value.name_says.empty()) continue;
        add(rules::name_differs, Severity::Warning, value.where,
            {{"field", heading(column)}, {"name", value.name_says}, {"value", value.value}});
    }
}

void Judge::outline(const Outline& outline) {
    for (const PlacedSection& placed : outline.sections) section(placed);
}

void Judge::section(const PlacedSection& section) {
    std::map<std::string, std::string> args{
        {"section", section.shape->label}, {"parent_vi", ""}, {"parent_en", ""}};
    if (section.parent) {
        args["parent_vi"] = " (thuộc mục \"" + section.parent->label + "\")";
        args["parent_en"] = " (part of \"" + section.parent->label + "\")";
    }
    if (section.state == SectionState::Missing) {
        if (section.shape->missing) missing(section, std::move(args));
        return;
    }
    const Location where = flow_[section.line].where();
    if (section.state == SectionState::Misplaced && kind_.order) {
        add(rules::section_misplaced, *kind_.order, where, args);
    }
    if (section.state == SectionState::Empty && section.shape->empty) {
        add(rules::section_empty, *section.shape->empty, where, args);
    }
    if (section.shape->table) table(section, std::move(args));
}

void Judge::missing(const PlacedSection& section, std::map<std::string, std::string> args) {
    Location where{document_.origin, 0, 0};
    args["place_vi"] = "ở đầu văn bản";
    args["place_en"] = "at the top of the document";
    if (!section.below_nothing && !flow_.empty()) {
        const FlowLine& line = flow_[section.line];
        where = line.where();
        const std::string text = "\"" + beginning(line.text) + "\"";
        const std::string number = std::to_string(where.row);
        const bool in_table = line.table >= 0;
        const std::string table = std::to_string(line.table + 1);
        args["place_vi"] = "sau " + (in_table ? "bảng " + table : "đoạn " + number) + " " + text;
        args["place_en"] =
            "below " + (in_table ? "table " + table : "paragraph " + number) + " " + text;
    }
    add(rules::section_missing, *section.shape->missing, where, std::move(args));
}

void Judge::table(const PlacedSection& section, std::map<std::string, std::string> args) {
    if (section.lacks_table) {
        std::vector<std::string> columns;
        for (const Headings& column : section.shape->columns) columns.push_back(column.shown);
        args["columns"] = quoted(columns);
        add(rules::section_without_table, *section.shape->table, flow_[section.line].where(),
            std::move(args));
    } else if (!section.columns.empty()) {
        args["columns"] = quoted(section.columns);
        const Sheet& sheet = document_.tables[static_cast<std::size_t>(section.table)];
        add(rules::section_without_column, *section.shape->table, {sheet.origin, 0, 0},
            std::move(args));
    }
}

void Judge::add(const Rule& rule, Severity severity, Location where,
                std::map<std::string, std::string> args) {
    args["kind"] = kind_.title;
    Scope scope;
    scope.pupil = pupil_;
    scope.dataset = kind_.dataset->type.id;
    Finding finding{&rule, {std::move(where)}, std::move(args), {scope}};
    if (severity != rule.severity) finding.softened = severity;
    findings_.add(std::move(finding));
}

}  // namespace hoso
