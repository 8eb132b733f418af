// SPDX-License-Identifier: Apache-2.0
#include "page.h"

#include <fmt/format.h>

#include <algorithm>
#include <kainjow/mustache.hpp>
#include <set>

#include "responsible.h"
#include "vocabulary/errors.h"
#include "vocabulary/period.h"

namespace hoso {

namespace {

using kainjow::mustache::data;
using List = kainjow::mustache::list;

// "2022-01-12" as "12/01/2022"; anything else as it is.
std::string day_text(const std::string& iso) {
    if (iso.size() < 10 || iso[4] != '-') return iso;
    return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

struct StateWord {
    const char *state, *kind, *text;
};
constexpr StateWord kStates[] = {
    {"sealed", "sealed", "đã niêm phong"},
    {"waiting", "waiting", "chờ ký"},
    {"draft", "draft", "bản nháp"},
    {"held back", "held", "giữ lại"},
    {"not verified", "held", "kiểm lại không đạt"},
    {"not due", "none", "không có gì phải lập"},
    {"printed", "sealed", "đã in, không lưu trữ"},
};

std::vector<std::string> classes_of(const RunReport& report) {
    std::set<std::string> names;
    for (const RecordLine& record : report.records) {
        for (const auto& [name, line] : record.classes) names.insert(name);
    }
    for (const FindingLine& finding : report.findings) names.insert(finding.klass);
    names.erase("");
    return {names.begin(), names.end()};
}

data cell_of(const RecordLine& record, const std::string& klass) {
    const auto found = record.classes.find(klass);
    data cell;
    if (found == record.classes.end()) {
        cell.set("kind", "none");
        cell.set("text", "");
        return cell;
    }
    const ClassLine& line = found->second;
    const std::size_t due = line.made + line.held_back;
    const bool sealed = record.state == "sealed";
    cell.set("kind", due == 0             ? "none"
                     : line.held_back > 0 ? "held"
                     : sealed             ? "sealed"
                                          : "waiting");
    cell.set("text",
             due == 0 ? std::string("không áp dụng")
                      : fmt::format("{}/{}{}", line.made, due, line.waiting > 0 ? " chờ ký" : ""));
    return cell;
}

data record_row(const RecordLine& record, const std::vector<std::string>& classes) {
    data row;
    row.set("record", record.record);
    row.set("title", record.title);
    row.set("period", period_title(record.period));
    row.set("due", day_text(record.due));
    for (const StateWord& word : kStates) {
        if (record.state != word.state) continue;
        row.set("state", word.text);
        row.set("state_class", word.kind);
    }
    data cells(data::type::list);
    cells.push_back(cell_of(record, ""));
    for (const std::string& klass : classes) cells.push_back(cell_of(record, klass));
    row.set("cells", cells);
    return row;
}

// A class and what keeps it back stand in one row, not in one a pupil.
data held_rows(const RunReport& report) {
    data rows(data::type::list);
    for (const RecordLine& record : report.records) {
        std::map<std::pair<std::string, std::vector<std::size_t>>, std::vector<std::string>> held;
        for (const HeldBackLine& line : record.held_back) {
            held[{line.klass, line.because}].push_back(line.unit);
        }
        for (const auto& [cause, units] : held) {
            data reasons(data::type::list);
            for (const std::size_t index : cause.second) {
                if (index >= report.findings.size()) continue;
                const FindingLine& finding = report.findings[index];
                const bool placed = !finding.places.empty() && !finding.places.front().empty();
                reasons.push_back((placed ? finding.places.front() + ": " : "") + finding.vi);
            }
            const bool of_class = !cause.first.empty() && units.front() != cause.first;
            data row;
            row.set("record", record.record);
            row.set("period", period_title(record.period));
            row.set("units", (of_class ? cause.first + ": " : "") +
                                 fmt::format("{}", fmt::join(units, ", ")));
            row.set("because", reasons);
            rows.push_back(row);
        }
    }
    return rows;
}

data finding_row(const FindingLine& finding) {
    data row;
    row.set("severity", finding.severity);
    row.set("klass", finding.klass);
    if (!finding.file.empty()) row.set("file", finding.file);
    row.set("at", finding.sheet + (finding.cell.empty() ? "" : " › " + finding.cell));
    row.set("mark", finding.severity == "error"     ? "Lỗi:"
                    : finding.severity == "warning" ? "Cảnh báo:"
                                                    : "Ghi chú:");
    row.set("message", finding.vi);
    if (!finding.hint_vi.empty()) row.set("hint", finding.hint_vi);
    row.set("rule", finding.rule);
    std::vector<std::string> more;
    for (std::size_t i = 1; i < finding.places.size(); ++i) more.push_back(finding.places[i]);
    // An empty text is still a value to Mustache.
    if (!more.empty()) row.set("more", fmt::format("{}", fmt::join(more, "; ")));
    return row;
}

data person_section(const PersonFindings& one) {
    data section;
    const std::string role = role_title(one.role, Language::Vietnamese);
    section.set("who", one.person.empty() ? "Chưa rõ người: " + role : one.person);
    section.set("role", one.person.empty() ? "" : role);
    section.set("errors", std::to_string(one.errors));
    section.set("warnings", std::to_string(one.warnings));
    section.set("notes", std::to_string(one.notes));
    data rows(data::type::list);
    for (const PersonFindings::Part& part : one.parts) {
        for (const FindingLine* line : part.lines) rows.push_back(finding_row(*line));
    }
    section.set("findings", rows);
    return section;
}

}  // namespace

std::string report_page(const RunReport& report, const TemplateFolder& templates) {
    const std::vector<std::string> classes = classes_of(report);
    data page, columns(data::type::list), records(data::type::list), people(data::type::list);
    page.set("school", report.school);
    page.set("year", report.year);
    page.set("engine", report.engine);
    page.set("as_of", day_text(report.as_of) +
                          (report.as_of.size() >= 16 ? " " + report.as_of.substr(11, 5) : ""));
    page.set("files", std::to_string(report.files));
    page.set("classes_count", std::to_string(report.classes));
    page.set("pupils", std::to_string(report.pupils));
    page.set("errors", std::to_string(report.count(Severity::Error)));
    page.set("warnings", std::to_string(report.count(Severity::Warning)));
    page.set("notes", std::to_string(report.count(Severity::Note)));
    for (const std::string& name : classes) {
        data column;
        column.set("name", name);
        columns.push_back(column);
    }
    for (const RecordLine& record : report.records) records.push_back(record_row(record, classes));
    for (const PersonFindings& one : by_person(report.findings)) {
        people.push_back(person_section(one));
    }
    data held = held_rows(report);
    page.set("has_records",
             report.records.empty() ? data::type::bool_false : data::type::bool_true);
    page.set("has_held",
             held.list_value().empty() ? data::type::bool_false : data::type::bool_true);
    page.set("has_people",
             report.findings.empty() ? data::type::bool_false : data::type::bool_true);
    page.set("columns", columns);
    page.set("records", records);
    page.set("held", held);
    page.set("people", people);

    kainjow::mustache::mustache source(templates.read("report/report.html"));
    if (!source.is_valid()) {
        throw UsageError("templates/report/report.html: " + source.error_message());
    }
    return source.render(page);
}

}  // namespace hoso
