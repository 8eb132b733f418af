// SPDX-License-Identifier: Apache-2.0
#include "twins/text_stream.h"

#include "ingest/ingest.h"
#include "vocabulary/errors.h"

namespace hoso::twins {

namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

// The length of the blank that `text` begins with; 0: none.
std::size_t blank_at(std::string_view text) {
    if (text[0] == ' ' || text[0] == '\t' || text[0] == '\r' || text[0] == '\n') return 1;
    return text.starts_with(kNoBreakSpace) ? kNoBreakSpace.size() : 0;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

void TextStream::add(std::string_view piece) {
    bool begins = true;
    while (!piece.empty()) {
        if (const std::size_t blank = blank_at(piece)) {
            piece.remove_prefix(blank);
            begins = true;
            continue;
        }
        text_ += piece[0];
        begins_.push_back(begins);
        begins = false;
        piece.remove_prefix(1);
    }
}

bool TextStream::cuts_number(std::size_t at) const {
    if (at == 0 || at >= text_.size() || begins_[at]) return false;
    const auto joins = [](char c) { return c == ',' || c == '.'; };
    if (is_digit(text_[at - 1])) {
        return is_digit(text_[at]) || (joins(text_[at]) && at + 1 < text_.size() &&
                                       !begins_[at + 1] && is_digit(text_[at + 1]));
    }
    return at > 1 && joins(text_[at - 1]) && !begins_[at - 1] && is_digit(text_[at - 2]) &&
           is_digit(text_[at]);
}

std::string without_blanks(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t blank = blank_at(text);
        if (blank == 0) out += text[0];
        text.remove_prefix(blank == 0 ? 1 : blank);
    }
    return out;
}

TextStream workbook_text(std::string_view xlsx) {
    Findings said;
    TextStream stream;
    const std::vector<Sheet> sheets = read_sheets(xlsx, "workbook.xlsx", said);
    if (sheets.empty()) throw LibraryError("the workbook just written cannot be read back");
    for (const Sheet& sheet : sheets) {
        stream.begin_page();
        for (const Cell& cell : sheet.cells) stream.add(cell.text);
    }
    return stream;
}

}  // namespace hoso::twins
