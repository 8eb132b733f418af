// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "ingest/ingest.h"
#include "unit/ingest/zip_builder.h"

namespace hoso::test {

struct TestSheet {
    std::string name = "6A";
    std::string xml;         // what stands between <worksheet> and </worksheet>
    std::string state = "";  // " state=\"hidden\""
};

inline std::vector<ZipItem> workbook_parts(const std::vector<TestSheet>& sheets,
                                           const std::string& shared = "",
                                           const std::string& styles = "",
                                           const std::string& properties = "") {
    const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    std::string list, relations;
    std::vector<ZipItem> parts;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string n = std::to_string(i + 1);
        list += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + n + "\"" + sheets[i].state +
                " r:id=\"rId" + n + "\"/>";
        relations += "<Relationship Id=\"rId" + n + "\" Type=\"" + type +
                     "worksheet\" Target=\"worksheets/sheet" + n + ".xml\"/>";
        parts.push_back(
            {"xl/worksheets/sheet" + n + ".xml", "<worksheet>" + sheets[i].xml + "</worksheet>"});
    }
    relations += "<Relationship Id=\"t\" Type=\"" + type +
                 "sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>" +
                 "<Relationship Id=\"s\" Type=\"" + type + "styles\" Target=\"styles.xml\"/>";
    parts.insert(
        parts.begin(),
        {{"xl/workbook.xml", "<?xml version=\"1.0\"?><workbook xmlns:r=\"r\">" + properties +
                                 "<sheets>" + list + "</sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>"},
         {"xl/sharedStrings.xml", "<sst>" + shared + "</sst>"},
         {"xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>"}});
    return parts;
}

inline std::string workbook_of(const std::string& rows, const std::string& shared = "",
                               const std::string& styles = "", const std::string& properties = "") {
    return zip_of(workbook_parts({{"6A", "<sheetData>" + rows + "</sheetData>"}}, shared, styles,
                                 properties));
}

// "a.xlsx › 6A › B2: message", sorted as a person gets them.
inline std::vector<std::string> told(const Findings& findings,
                                     Language language = Language::Vietnamese) {
    std::vector<std::string> lines;
    for (const Finding& finding : findings.sorted()) {
        lines.push_back(describe(finding.places.front()) + ": " + message(finding, language));
    }
    return lines;
}

// "A1=Toán B1=8.5(number)": the cells of a sheet on one line.
inline std::string shown(const Sheet& sheet) {
    static constexpr const char* kKinds[] = {"", "(number)", "(boolean)", "(error)", "(date)"};
    std::string line;
    for (const Cell& cell : sheet.cells) {
        line += (line.empty() ? "" : " ") + cell_name(cell.row, cell.column) + "=" + cell.text +
                kKinds[static_cast<int>(cell.kind)] + (cell.formula ? "(formula)" : "");
    }
    return line;
}

struct Outcome {
    std::vector<Sheet> sheets;
    std::vector<std::string> messages;
};
inline Outcome read(const std::string& bytes, const std::string& path = "a.xlsx") {
    Findings findings;
    Outcome outcome{read_sheets(bytes, path, findings), {}};
    outcome.messages = told(findings);
    return outcome;
}

}  // namespace hoso::test
