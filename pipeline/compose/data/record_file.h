// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "catalogue/catalogue.h"
#include "recognise/recognise.h"

namespace hoso {

// templates/records/<id>/record.xml (docs/templates.md §1), with every name looked up: a dataset
// is its index in the list of datasets, a column its index in the dataset.

// The right side of a condition.
struct Operand {
    enum class Kind {
        Literal,
        Unit,
        Class,
        Grade,
        Pack,
        Period,
        Term,
        Year,
        Course,
        Week,
        Month,
        Row
    };
    Kind kind = Kind::Literal;
    std::string text;               // Literal: the value
    int up = 0;                     // Row: 1 is the enclosing row (^), 2 the one around it (^^)
    int column = -1;                // Row: column of that row's dataset; -1: `path`
    std::vector<std::string> path;  // Row: a member made earlier, "result.average"
};

struct Condition {
    int column = 0;
    bool equal = true;
    Operand operand;
};

struct SortKey {
    int column = 0;
    bool descending = false;
    bool by_name = false;  // the order of Vietnamese class lists
};

struct Member {
    enum class Kind { List, One, Pivot, Value, Count, Sum, Min, Max, Flag, Text };
    Kind kind = Kind::List;
    std::string name;
    int dataset = -1;         // Value, Text: none
    bool from_items = false;  // the rows of the enclosing chunk
    std::vector<Condition> where;
    std::vector<SortKey> sort;
    int chunk = 0, fill_to = 0, fill_by = 0;  // List; 0: not asked for
    int chunk_by = -1;                        // List: a new chunk where this column's value changes
    std::string chunk_part;                   // of a date: "year" "month"; "": the whole value
    [[nodiscard]] bool chunked() const { return chunk > 0 || chunk_by >= 0; }
    int distinct = -1;              // List: only the first row of each value of this column
    bool per_chunk = false;         // a member of the chunk, not of each row
    bool required = false;          // One
    int key = -1, value = -1;       // Pivot
    std::vector<std::string> keys;  // Pivot: members that exist in any case
    int of = -1;                    // Sum, Min, Max; Count: only rows that have it
    Operand source;                 // Value
    std::string format;             // "": by the column's type
    std::string text;               // Text
    std::vector<Member> children;   // List, One
};

// Files of the job that travel with a document as they came: scanned books, Word plans.
struct Attach {
    Member rows;  // a list without children: which rows name the files, in which order
    int file = -1, sha256 = -1;            // columns
    bool to_pdfa = false;                  // its PDF/A as well
    bool join = false;                     // and all of them as one
    enum class Required { No, Yes, Any };  // Any: one file of all <attach> that say so is enough
    Required required = Required::Yes;     // no row: the document is held back …
    std::vector<int> unless;               // … unless one of these datasets has rows
    std::string title;  // what is missing then, in the user's words; "": the dataset's
};

// What one document is for.
enum class UnitKind {
    Class,   // a class of the job; the row around is class, grade, pack
    Pupil,   // a row of class_list
    School,  // one document a period; no row around
    Rows     // the rows of a dataset that agree in some columns (a teacher's marks in a subject)
};

struct DocumentForm {
    UnitKind unit = UnitKind::Class;
    int rows_of = -1;        // Pupil: class_list; Rows: the dataset
    std::vector<int> by;     // Rows: the columns whose values make a unit
    std::string unit_title;  // Rows: "{teacher} – {subject}", columns of the unit's first row
    std::vector<int> needs;  // datasets without which the document cannot be made
    std::string none;        // why there may be no unit at all; empty: then nothing is said
    std::string form;        // folder below records/<id>/
    std::vector<std::string> packs, periods;  // no packs: any
    std::vector<int> grades;                  // empty: all (grade 9 for a course)
    std::string title, stem;                  // with {class} {unit} {period} {year}
    std::vector<std::string> signers;
    std::string access;  // "restricted" …; empty: the catalogue's
    bool has_workbook = false, working_copy = false;
    bool despite_errors = false;   // tells how far the data is: errors do not hold it back
    std::vector<Condition> where;  // of the unit's row
    std::vector<Attach> attachments;
    std::vector<Member> data;
    int line = 0;

    // Rows of this dataset may be files that travel with the document.
    [[nodiscard]] bool attaches(int dataset) const;

    [[nodiscard]] bool covers(std::string_view period) const;
    [[nodiscard]] bool covers(std::string_view period, int grade) const;
    [[nodiscard]] bool covers_pack(std::string_view pack) const;
    // A class or its pupils: made for each class of the job.
    [[nodiscard]] bool by_class() const {
        return unit == UnitKind::Class || unit == UnitKind::Pupil;
    }
};

struct RecordFile {
    std::string id;
    std::vector<DocumentForm> documents;
};

// The row a class document stands for; it has no dataset.
inline constexpr const char* class_unit_columns[] = {"class", "grade", "pack"};

// What every row of a list tells of its place in it.
inline constexpr const char* row_position_names[] = {"index", "first",  "last",
                                                     "fifth", "filler", "opens"};

// What a row of an attached dataset tells of its file, as the object `attached`, and of the PDF/A
// that was made of it, as `attached.copy`.
inline constexpr const char* attached_name = "attached";
inline constexpr const char* attached_names[] = {"number", "file", "size", "copied"};
inline constexpr const char* attached_copy_names[] = {"file", "size", "pages", "sha256", "from"};

// UsageError "templates/records/<id>/record.xml:line:column: …" for whatever is not known:
// elements, attributes, datasets, columns, levels.
RecordFile load_record(const TemplateFolder& templates, const std::string& id,
                       const std::vector<DatasetType>& datasets);

int find_dataset(const std::vector<DatasetType>& datasets, std::string_view id);  // -1: none
int find_column(const DatasetType& dataset, std::string_view name);               // -1: none

}  // namespace hoso
