// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "vocabulary/disk.h"
#include "vocabulary/finding.h"
#include "vocabulary/location.h"
#include "vocabulary/office.h"

namespace hoso {

enum class CellKind : std::uint8_t { Text, Number, Boolean, Error, Date };

// `text` is what a person would read, in NFC: numbers in shortest form with a dot ("8.5",
// "140500101", never an exponent), dates ISO "2010-03-12", booleans "TRUE"/"FALSE".
struct Cell {
    std::uint32_t row = 0, column = 0;  // 1-based
    CellKind kind = CellKind::Text;
    bool formula = false;  // the value is a formula's cached result
    std::string text;
};

// The text of a cell that was refused (its finding names the cell). Such a cell has kind Error: it
// is no value, but it is no blank either, so that nobody fills in or leaves out what stood there.
inline constexpr std::string_view kUnreadableCell = "#KHÔNG-ĐỌC-ĐƯỢC!";

struct CellRange {
    std::uint32_t first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};

struct Sheet {
    std::shared_ptr<const Origin> origin;
    std::string format;         // "xlsx" "csv"
    std::string encoding;       // of its text as the file has it: "UTF-8" "UTF-16LE" "TCVN3" …
    std::string source_digest;  // SHA-256 of the file
    std::string modified;       // ISO 8601, as the file's own properties say; empty: they do not
    bool hidden = false;
    std::vector<Cell> cells;  // by row, then column; blank cells are left out
    std::vector<CellRange> merges;
    std::vector<std::uint32_t> hidden_rows, hidden_columns;
    std::uint32_t last_row = 0, last_column = 0;

    [[nodiscard]] const Cell* find(std::uint32_t row, std::uint32_t column) const;
};

// A paragraph of a text document. `level` is 1–9 for a heading, 0 for any other paragraph.
struct Paragraph {
    int level = 0;
    bool bold = false;  // the whole paragraph: schools set headings in bold and not as headings
    std::string text;   // NFC, one line
    Location where;     // row = paragraph number, 1-based; column 0
};

// A Word document: what a plan or a lesson plan is checked by.
struct TextDocument {
    std::shared_ptr<const Origin> origin;
    std::string format;         // "docx" "doc"
    std::string source_digest;  // SHA-256 of the file
    // "title" "creator" "lastModifiedBy" "created" "modified" (ISO 8601) as docProps says them.
    std::map<std::string, std::string> properties;
    std::vector<Paragraph> paragraphs;  // of the body, in order; those in tables are left to these:
    std::vector<Sheet> tables;          // origin->sheet "bảng 1", "bảng 2" …
    // The number of the paragraph that each table stands below; 0: above all of them.
    std::vector<std::uint32_t> table_after;
};

struct SourceFile {
    std::string path;  // relative to the job folder, NFC
    std::uint64_t size = 0;
    std::string sha256;
    std::string format;  // "xlsx" "csv" "unknown" …, from the bytes, never from the extension
};

struct Ingested {
    std::vector<SourceFile> files;        // every file of the folder, by path
    std::vector<Sheet> sheets;            // by path, then sheet order
    std::vector<TextDocument> documents;  // by path
};

// Reads every file below `folder` except the job file, `templates/`, `keys/` and dot files.
// A file that cannot be read gives findings and no sheets; nothing is ever skipped silently.
// Limits (size, ratio, entries, cells, nesting) are constants in ingest/limits.h, each with a rule.
// `office` reads what only LibreOffice can (.doc, old .xls).
Ingested ingest(Disk& disk, Office& office, const std::filesystem::path& folder, unsigned workers,
                Findings& findings);

// What one file holds. A mailbox becomes a sheet with a row a message, a scanned book (PDF, image)
// a sheet with one row that says pages and resolution: what they are is for profiles to say.
struct FileContents {
    std::vector<Sheet> sheets;
    std::vector<TextDocument> documents;
};

// One file's bytes; `path` only names it in findings.
FileContents read_contents(std::string_view bytes, const std::string& path, Office& office,
                           Findings& findings);
// Its sheets, without LibreOffice.
std::vector<Sheet> read_sheets(std::string_view bytes, const std::string& path, Findings& findings);

}  // namespace hoso
