// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/html/style.h"
#include "ingest/html/tree.h"
#include "ingest/sheet_builder.h"

namespace hoso {

// Text as it is seen: blanks folded to one and dropped at the ends of lines; NBSP is no blank.
class HtmlLines {
public:
    void add(std::string_view text, std::string_view font);
    // A block ends here, so what follows begins a line.
    void end_line() { soft_ = !runs_.empty(); }
    void break_line() { ++breaks_; }
    [[nodiscard]] bool empty() const { return runs_.empty(); }
    // Hands over, and begins anew. Nothing if it is all blanks of any kind.
    std::vector<TextRun> take();

private:
    std::vector<TextRun> runs_;  // with their fonts; none is empty
    int breaks_ = 0;             // before the next character
    bool space_ = false;         // likewise
    bool soft_ = false;          // likewise: a block ends here
};

// The text of a cell: blocks, rows of a table in it and <br> give lines. What is not displayed is
// left out; of a form field, its value counts.
void add_cell_text(const HtmlTree& tree, const HtmlStyles& styles, std::uint32_t node,
                   std::string_view font, HtmlLines& lines);
// What a person sees in a field: what was typed, the choice of a list, x for a tick.
std::string field_text(const HtmlTree& tree, std::uint32_t node);

}  // namespace hoso
