// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <vector>

#include "ingest/documents/word/format.h"
#include "ingest/documents/word/numbering.h"
#include "ingest/sheet_builder.h"

namespace hoso {

// What was met in a document besides its text, to be told once.
struct WordTraces {
    std::size_t changes = 0;  // tracked and neither accepted nor rejected
    std::size_t hidden = 0;   // runs of hidden text, which are left out
};

// One paragraph as its reader sees it: deleted and hidden text left out, inserted text kept, its
// number before it; tabs and line breaks are blanks.
struct WordParagraph {
    std::vector<TextRun> runs;
    int level = 0;
    bool bold = false;
    std::vector<pugi::xml_node> boxes;  // text boxes (w:txbxContent) anchored in it
};

// Reads paragraphs in the order of the document, because numbers count on.
class WordText {
public:
    WordText(const WordStyles& styles, WordNumbering& numbering, WordTraces& traces)
        : styles_(styles), numbering_(numbering), traces_(traces) {}

    WordParagraph paragraph(pugi::xml_node p);
    // The text of a table cell: a line for each paragraph; a table in it becomes such lines, too.
    std::vector<TextRun> cell(pugi::xml_node tc);
    void count_change() { ++traces_.changes; }

private:
    struct Context {
        const WordStyle& style;
        WordParagraph& paragraph;
        bool plain = false;  // a run that is not bold was met
        bool any = false;
    };
    void collect(pugi::xml_node parent, Context& context);
    void run(pugi::xml_node r, Context& context);
    void lines(pugi::xml_node block, std::vector<std::vector<TextRun>>& lines);

    const WordStyles& styles_;
    WordNumbering& numbering_;
    WordTraces& traces_;
};

// The font of a whole text; runs that have different ones speak for themselves.
inline std::string_view common_font(const std::vector<TextRun>& runs) {
    return runs.size() == 1 ? std::string_view(runs.front().font) : std::string_view();
}

// The element whose children count: the first choice of a mc:AlternateContent, the content of a
// content control, else the element itself.
pugi::xml_node content_of(pugi::xml_node node);

}  // namespace hoso
