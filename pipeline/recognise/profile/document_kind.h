// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalogue/strict_xml.h"
#include "recognise/profile/profile.h"

// <document> of templates/sources/ (docs/templates.md §7) as structs.

namespace hoso {

// What it means that something is not there; nullopt: nothing.
using Demand = std::optional<Severity>;

// The number before a heading: I. or A. · 1. or 1.2 · a) or a dash.
enum class Numbering { None, Upper, Arabic, Lower };

struct OutlineSection {
    std::string label;                   // as the official form has it: "I. Mục tiêu"
    std::vector<Pattern> headings;       // without the number
    std::optional<Numbering> numbering;  // nullopt: any, or none
    bool repeats = false;
    Demand missing, empty;
    Demand table;  // where the table or a column of it is missing
    std::vector<Headings> columns;
    std::vector<OutlineSection> sections;
};

struct TextField {
    enum class Case { AsWritten, Sentence, Name };
    std::size_t column = 0;
    Demand missing;
    Case letters = Case::AsWritten;
    std::string property;                 // of the file, where the text says nothing
    std::optional<std::size_t> month_of;  // the column whose month it is
};

struct DocumentKind {
    std::string id, title, system, system_title;
    const Dataset* dataset = nullptr;
    std::vector<Pattern> keys;  // each begins a line near the top
    // What is read from the lines above the first section, from any line, from the file's name.
    std::vector<Pattern> top_lines, lines, files;
    std::vector<TextField> fields;  // by column; what no <field> speaks of has none
    Demand order;                   // sections that stand elsewhere
    std::vector<OutlineSection> sections;
};

DocumentKind read_document_kind(const XmlFile& file, const XmlElement& element,
                                const Profiles& profiles);

// A column's heading, of a form or of a table: without the "(1)" of official forms.
std::string column_key(std::string_view text);

}  // namespace hoso
