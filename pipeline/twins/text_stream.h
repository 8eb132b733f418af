// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hoso::twins {

// All text of a file in the order in which it stands there, without blanks. Remembers where pieces
// (a run of a PDF, a cell of a sheet) and pages begin.
class TextStream {
public:
    void add(std::string_view piece);
    void begin_page() { pages_.push_back(text_.size()); }

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] const std::vector<std::size_t>& pages() const { return pages_; }
    // Does a number end or begin at `at`, where digits stand on both sides? "8" is not in "18".
    [[nodiscard]] bool cuts_number(std::size_t at) const;

private:
    std::string text_;
    std::vector<bool> begins_;  // by byte: a piece, or what follows a blank
    std::vector<std::size_t> pages_;
};

std::string without_blanks(std::string_view text);

// The pages of a PDF that render wrote. EnvironmentError where it shows text in a way that render
// does not: then nothing is known of the page.
TextStream pdf_text(const std::string& pdf);
// The cells of a workbook, sheet by sheet, row by row, as ingest reads them.
TextStream workbook_text(std::string_view xlsx);

}  // namespace hoso::twins
