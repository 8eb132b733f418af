// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <string>

#include "ingest/ingest.h"

// One line a cell, for the judges: file, sheet, cell, kind, text, separated by U+001F. With a
// second argument, of every format and not of workbooks only, and what is merged and hidden as
// well; of a Word document its properties, its paragraphs (sheet "", number, level + 10 if bold)
// and its tables.
namespace {

void print(const hoso::Sheet& sheet, const std::string& cell, int kind, const std::string& text) {
    std::printf("%s\x1F%s\x1F%s\x1F%d\x1F%s\x1E", sheet.origin->file.c_str(),
                sheet.origin->sheet.c_str(), cell.c_str(), kind, text.c_str());
}

void print_layout(const hoso::Sheet& sheet) {
    constexpr int kNoCell = 9;
    for (const hoso::CellRange& merge : sheet.merges) {
        print(sheet, hoso::cell_name(merge.first_row, merge.first_column), kNoCell,
              "merged to " + hoso::cell_name(merge.last_row, merge.last_column));
    }
    for (const auto row : sheet.hidden_rows)
        print(sheet, "row " + std::to_string(row), kNoCell, "hidden");
    for (const auto column : sheet.hidden_columns) {
        print(sheet, "column " + std::to_string(column), kNoCell, "hidden");
    }
    if (sheet.hidden) print(sheet, "sheet", kNoCell, "hidden");
}

void print_cells(const hoso::Sheet& sheet) {
    for (const hoso::Cell& cell : sheet.cells) {
        print(sheet, hoso::cell_name(cell.row, cell.column), static_cast<int>(cell.kind),
              cell.text);
    }
}

void print_document(const hoso::TextDocument& document) {
    constexpr int kBold = 10, kProperty = 20;
    hoso::Sheet body;
    body.origin = document.origin;
    for (const auto& [name, value] : document.properties) print(body, name, kProperty, value);
    for (const hoso::Paragraph& paragraph : document.paragraphs) {
        print(body, std::to_string(paragraph.where.row),
              paragraph.level + (paragraph.bold ? kBold : 0), paragraph.text);
    }
    for (const hoso::Sheet& table : document.tables) {
        print_cells(table);
        print_layout(table);
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2 && count != 3) return 2;
    hoso::RealDisk disk;
    hoso::NoOffice office;
    hoso::Findings findings;
    const hoso::Ingested ingested = hoso::ingest(disk, office, arguments[1], 2, findings);
    for (const hoso::Sheet& sheet : ingested.sheets) {
        if (count == 2 && sheet.format != "xlsx") continue;
        print_cells(sheet);
        if (count == 3) print_layout(sheet);
    }
    if (count == 3) {
        for (const hoso::TextDocument& document : ingested.documents) print_document(document);
        for (const hoso::Finding& finding : findings.sorted()) {
            std::fprintf(stderr, "%s: %s\n", describe(finding.places.front()).c_str(),
                         message(finding, hoso::Language::Vietnamese).c_str());
        }
    }
    return 0;
}
