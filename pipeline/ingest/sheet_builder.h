// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/ingest.h"
#include "ingest/text/legacy.h"

namespace hoso {

// A piece of text as the file has it, in its own font ("": that of its cell).
struct TextRun {
    std::string text;
    std::string font;
    bool operator==(const TextRun&) const = default;
};

// Text on its way into a cell: NFC, and whether a cell may hold it.
struct CellText {
    std::string text;
    const Rule* fault = nullptr;
    std::string fault_value;
    // The text before anything was done to it, if it may be in an encoding older than Unicode;
    // null for ASCII and for what can only be Unicode.
    std::shared_ptr<const std::vector<TextRun>> source;
    bool suspect = false;         // it is no Vietnamese as it stands
    bool in_legacy_font = false;  // a part of it, by a font of its own
    bool eth = false;             // Ð or ð stands in it
    bool odd = false;             // a letter may be other than it looks
};
CellText make_cell_text(std::string_view utf8);
// Runs of one text; those that differ in nothing but their looks need not be told apart.
CellText make_cell_text(std::vector<TextRun> runs);

// Collects the cells of one sheet in any order; what cannot be taken becomes kUnreadableCell and a
// finding. Cells with the same fault share one finding, which names them all. Texts in encodings
// older than Unicode are converted once the whole sheet is known; see ingest/text/detect.h.
class SheetBuilder {
public:
    // `cells_left` is shared by the sheets of a file.
    SheetBuilder(std::shared_ptr<const Origin> origin, std::string format, std::size_t& cells_left);

    [[nodiscard]] Location at(std::uint32_t row, std::uint32_t column) const {
        return {sheet_.origin, row, column};
    }
    // All return false once the file's cells are used up. Empty texts make no cell. `font` is the
    // cell's font where the format knows one: old Vietnamese encodings are told by it.
    bool add(Cell cell);
    bool add_text(std::uint32_t row, std::uint32_t column, bool formula, const CellText& text,
                  std::string_view font = {});
    // All of the file is in this encoding; texts come as windows-1252 reads them.
    void assume(Legacy encoding) { assumed_ = LegacyFont{encoding, false}; }
    bool refuse(std::uint32_t row, std::uint32_t column, const Rule& rule, std::string value);
    Sheet& sheet() { return sheet_; }

    // Converts, sorts, counts and hands over. False, with a finding, if a cell was given twice.
    bool finish(Findings& findings, Sheet& result);

private:
    // A cell whose text may be converted, and what is wrong with it if it is not.
    struct Pending {
        std::size_t cell;
        std::shared_ptr<const std::vector<TextRun>> source;
        std::optional<LegacyFont> font;
        const Rule* fault;
        std::string fault_value;
    };
    void convert(Findings& findings);
    void note_fault(const Rule& rule, const std::string& value, std::uint32_t row,
                    std::uint32_t column);

    Sheet sheet_;
    std::size_t& cells_left_;
    std::map<std::pair<std::string_view, std::string>,
             std::pair<const Rule*, std::vector<Location>>>
        faults_;
    std::vector<Pending> pending_;
    std::vector<std::size_t> eths_;  // cells with Ð
    std::vector<std::size_t> odd_;
    std::array<std::size_t, kLegacy.size()> unicode_in_font_{};
    std::optional<LegacyFont> assumed_;
};

}  // namespace hoso
