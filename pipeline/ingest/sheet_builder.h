// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/ingest.h"

namespace hoso {

// Text on its way into a cell: NFC, and whether a cell may hold it.
struct CellText {
    std::string text;
    const Rule* fault = nullptr;
    std::string fault_value;
};
CellText make_cell_text(std::string_view utf8);

// Collects the cells of one sheet in any order; what cannot be taken becomes kUnreadableCell and a
// finding. Cells with the same fault share one finding, which names them all.
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
    bool refuse(std::uint32_t row, std::uint32_t column, const Rule& rule, std::string value);
    Sheet& sheet() { return sheet_; }

    // Sorts, counts and hands over. False, with a finding, if a cell was given twice.
    bool finish(Findings& findings, Sheet& result);

private:
    Sheet sheet_;
    std::size_t& cells_left_;
    std::map<std::pair<std::string_view, std::string>,
             std::pair<const Rule*, std::vector<Location>>>
        faults_;
};

}  // namespace hoso
