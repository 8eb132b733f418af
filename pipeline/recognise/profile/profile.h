// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "catalogue/strict_xml.h"
#include "recognise/profile/pattern.h"
#include "recognise/recognise.h"

// The profile language (README.md) as structs. Headings are kept as heading_key.

namespace hoso {

// "Đạt" in a cell is "Đ" in the dataset; "-" is a blank.
struct Token {
    std::string read;  // heading_key
    std::string as;
};

// Any one of these; `shown` is the first, as a person writes it.
struct Headings {
    std::vector<std::string> keys;
    std::string shown;
};

struct Dataset {
    DatasetType type;
    std::vector<Headings> headings;          // per column
    std::vector<std::vector<Token>> tokens;  // per column

    [[nodiscard]] int find(std::string_view column) const;  // -1: no such column
};

// One column of a group that becomes rows, or all columns that nothing else claims.
struct Take {
    Headings headings;
    bool others = false;
    Headings after, before, under;     // `others` only between these; whose second row says this
    std::string as;                    // value of the `into` column; empty: see Unpivot
    std::string split;                 // parts of one cell; `as` holds {n}
    std::vector<std::size_t> without;  // columns that this row leaves blank
    std::vector<std::pair<std::size_t, std::string>> sets;  // further columns and their values
};

// A group of columns becomes rows: `into` gets the take's `as` (for `others` the heading itself;
// else what the title says), `value` gets the cell.
struct Unpivot {
    std::size_t into = 0, value = 0;
    bool keep_blank = true;
    std::vector<Take> takes;
};

struct TableShape {
    const Dataset* dataset = nullptr;
    std::vector<Headings> columns;           // per dataset column; may be none
    std::vector<std::vector<Token>> tokens;  // per dataset column
    std::vector<Unpivot> unpivot;            // none or one
};

struct Layout {
    std::string id, title, system, system_title;
    std::vector<Headings> keys;  // all of them in one row: that row is the header
    std::uint32_t depth = 1;
    std::vector<std::string> ignored;  // headings known and not used
    std::vector<Pattern> titles, sheets, files, stops, refusals;
    std::vector<Pattern> paths;        // one of them in the file's path; none: anywhere
    std::vector<TableShape> tables;    // none: known, and not used by any record yet
    std::vector<std::string> row_key;  // dataset columns of the first table
    std::vector<std::string> carried;  // blank there: as in the row above
    bool may_be_empty = false;
    bool repeats = false;  // several blocks in one sheet, each with title, header, rows, stop
};

struct DocumentKind;  // document_kind.h

class Profiles {
public:
    explicit Profiles(const TemplateFolder& templates);
    ~Profiles();
    Profiles(const Profiles&) = delete;
    Profiles& operator=(const Profiles&) = delete;

    [[nodiscard]] const std::vector<Dataset>& datasets() const { return datasets_; }
    [[nodiscard]] const std::vector<Layout>& layouts() const { return layouts_; }
    [[nodiscard]] const std::vector<DocumentKind>& documents() const { return documents_; }
    [[nodiscard]] const Dataset* find(std::string_view dataset) const;

private:
    std::vector<Dataset> datasets_;  // layouts point into it
    std::vector<Layout> layouts_;
    std::vector<DocumentKind> documents_;
};

std::vector<Token> read_tokens(const XmlFile& file, const XmlElement& element);
std::vector<Dataset> read_datasets(const TemplateFolder& templates);
// "ĐĐGtx|Điểm thường xuyên" → both.
Headings headings_of(std::string_view choices);

}  // namespace hoso
