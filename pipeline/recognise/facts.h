// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "vocabulary/location.h"

// What recognise understood and why, for `hoso inspect`: collected only when asked for, because a
// run has no use for it.

namespace hoso {

// Where a class, term, year … was read.
enum class ReadFrom { Title, SheetName, FileName, Column };
struct ContextFact {
    std::string name;   // "class" "term" "year" "subject" "teacher" "month" …
    std::string value;  // of a column: its values, joined with ", "
    Location where;     // row 0 for the name of the sheet or file
    ReadFrom from = ReadFrom::Title;
};

// What a column was taken for. Known: the profile names it and leaves it.
enum class ColumnUse { Read, Known, Unknown, Twice };
struct ColumnFeed {
    std::string dataset, column;
    std::string as;  // of a column that becomes rows: "tx1", "HK1", the subject
};
struct ColumnFact {
    Location where;
    std::string heading;
    ColumnUse use = ColumnUse::Unknown;
    std::vector<ColumnFeed> feeds;
    bool hidden = false;
};

// What became of a row. From Stop on: rows that were left, each for this reason.
enum class RowUse : std::uint8_t {
    Blank,
    Title,
    Header,
    HeaderAgain,  // a page's repeated header
    Read,
    Stop,        // the line that ends the table: a total, a date, a signature
    AfterStop,   // below it
    Text,        // no cell of it looks like data
    WithoutKey,  // data without a code and a name; a finding says so
    NotUsed,     // of a sheet or table that is not used; a finding says why
};
struct RowsFact {  // consecutive rows of the same use
    std::uint32_t first = 0, last = 0;
    RowUse use = RowUse::Blank;
    std::string text;  // of the first row that was left, to know it again by
};

// A table of a sheet: most sheets have one.
struct BlockFacts {
    std::string system, system_title, layout, layout_title;
    std::vector<std::string> datasets;
    std::vector<ContextFact> context;
    std::uint32_t header_row = 0, header_depth = 1;
    std::vector<ColumnFact> columns;
    std::size_t rows_read = 0;
    bool used = false;  // false: a finding says why
};

// The profile that comes nearest where none fits.
struct MissingKey {
    std::string heading;              // what the profile looks for
    std::optional<Location> perhaps;  // the cell that may stand for it
    std::string perhaps_heading;
};
struct NearestFacts {
    std::string system, system_title, layout, layout_title;
    std::uint32_t header_row = 0;
    std::vector<std::pair<std::string, Location>> found;
    std::vector<MissingKey> missing;
};

struct SheetFacts {
    std::shared_ptr<const Origin> origin;
    std::string format, encoding, source_digest;
    std::uint32_t last_row = 0, last_column = 0;
    std::size_t cells = 0, merges = 0;
    bool hidden = false;
    std::vector<std::uint32_t> hidden_rows, hidden_columns;  // those that hold something
    std::vector<BlockFacts> blocks;
    std::vector<RowsFact> rows;  // all of them, in order
    std::optional<NearestFacts> nearest;
};

// What a Word document was taken for.
struct FieldFact {
    std::string column, heading;
    std::string value;  // empty: the document does not say it
    bool required = false;
    Location where;
    ReadFrom from = ReadFrom::Title;  // Title: the text; Column: the file's properties
};
enum class SectionState { Found, Empty, Misplaced, Missing };
struct SectionFact {
    std::string label;
    unsigned depth = 0;
    bool required = false;
    SectionState state = SectionState::Missing;
    Location where;                    // its heading; of a missing one, the text it belongs below
    std::vector<std::string> columns;  // that its table lacks
};
struct DocumentFacts {
    std::shared_ptr<const Origin> origin;
    std::string format, source_digest;
    std::size_t paragraphs = 0, tables = 0;
    std::string system, system_title, kind, kind_title;  // kind empty: nobody knows it
    std::vector<FieldFact> fields;
    std::vector<SectionFact> sections;  // of its kind, in the kind's order
    // Where nobody knows it: the kind that comes nearest, and the lines it lacks for it.
    std::string nearest, nearest_title;
    std::vector<std::string> lacks;
};

}  // namespace hoso
