// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ingest/ingest.h"
#include "recognise/profile/fold.h"
#include "recognise/profile/numbering.h"

namespace hoso {

// A line of a Word document as its reader meets it, paragraphs and tables in one order.
struct FlowLine {
    enum class Kind {
        Paragraph,
        CellLine,  // a line of a table's cell
        // What stands in lines above once more, so that a label and its value are one text: a cell
        // of several lines, two cells side by side, a paragraph "Tên bài dạy:" with the next one.
        Joined
    };
    Kind kind = Kind::Paragraph;
    bool heading = false;  // by its style, or wholly bold
    int table = -1;        // index into TextDocument::tables
    std::string text;
    FoldedText folded;
    LineNumber number;
    std::vector<std::pair<std::size_t, Location>> starts;  // byte of the text → its cell

    [[nodiscard]] const Location& where(std::size_t byte = 0) const;
    [[nodiscard]] bool says_something() const;  // more than leader dots
};

// Rows of a table from here on are content and nothing else.
inline constexpr std::uint32_t flow_rows = 400;

std::vector<FlowLine> flow_of(const TextDocument& document);

// Not blank, and more than dots and dashes to write upon.
bool says_something(std::string_view folded);

}  // namespace hoso
