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
    std::string source_digest;  // SHA-256 of the file
    bool hidden = false;
    std::vector<Cell> cells;  // by row, then column; blank cells are left out
    std::vector<CellRange> merges;
    std::vector<std::uint32_t> hidden_rows, hidden_columns;
    std::uint32_t last_row = 0, last_column = 0;

    [[nodiscard]] const Cell* find(std::uint32_t row, std::uint32_t column) const;
};

struct SourceFile {
    std::string path;  // relative to the job folder, NFC
    std::uint64_t size = 0;
    std::string sha256;
    std::string format;  // "xlsx" "csv" "unknown" …, from the bytes, never from the extension
};

struct Ingested {
    std::vector<SourceFile> files;  // every file of the folder, by path
    std::vector<Sheet> sheets;      // by path, then sheet order
};

// Reads every file below `folder` except the job file, `templates/`, `keys/` and dot files.
// A file that cannot be read gives findings and no sheets; nothing is ever skipped silently.
// Limits (size, ratio, entries, cells, nesting) are constants in ingest/limits.h, each with a rule.
Ingested ingest(Disk& disk, const std::filesystem::path& folder, unsigned workers,
                Findings& findings);

// One file's bytes; `path` only names it in findings.
std::vector<Sheet> read_sheets(std::string_view bytes, const std::string& path, Findings& findings);

}  // namespace hoso
