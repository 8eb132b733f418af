// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "ingest/html/style.h"
#include "ingest/html/tree.h"

namespace hoso {

// Text as it is seen: blanks folded to one and dropped at the ends of lines; NBSP is no blank.
class HtmlLines {
public:
    void add(std::string_view text, std::string_view font);
    void end_line();  // if anything stands in it
    void break_line() { ++breaks_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    // Nothing but blanks of any kind.
    [[nodiscard]] bool blank() const;
    // Hands over, and begins anew; "" if it is blank.
    std::string take();
    // Of the first characters that are no blank.
    [[nodiscard]] const std::string& font() const { return font_; }

private:
    std::string text_, font_;
    int breaks_ = 0;      // before the next character
    bool space_ = false;  // likewise
    bool soft_ = false;   // likewise: a block ends here
};

// The text of a cell: blocks, rows of a table in it and <br> give lines. What is not displayed is
// left out; of a form field, its value counts.
void add_cell_text(const HtmlTree& tree, const HtmlStyles& styles, std::uint32_t node,
                   std::string_view font, HtmlLines& lines);
// What a person sees in a field: what was typed, the choice of a list, x for a tick.
std::string field_text(const HtmlTree& tree, std::uint32_t node);

}  // namespace hoso
