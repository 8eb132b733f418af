// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ingest/limits.h"
#include "ingest/number.h"
#include "ingest/package/xml_part.h"
#include "ingest/sheet_builder.h"

namespace hoso {

// What the sheets of a workbook share.
struct Workbook {
    struct SheetEntry {
        std::shared_ptr<const Origin> origin;
        std::string part;  // empty: a sheet without cells (a chart)
        bool hidden = false;
    };
    std::vector<SheetEntry> sheets;
    bool date1904 = false;
    std::vector<CellText> shared_texts;
    struct Style {
        NumberShape shape = NumberShape::Number;
        unsigned digits = 0;  // at least, with zeros in front: see code_digits
        std::string font;     // only if it tells an encoding (ingest/text/legacy.h)
    };
    std::vector<Style> styles;  // by a cell's style index
};

// What is left for the sheets of a file. A text that stands in the file once may be that of every
// cell, so the file's size bounds nothing.
struct XlsxRoom {
    std::size_t cells = limits::kCells;
    std::size_t text_bytes = limits::kTextBytes;
};

// The name of the workbook part, "" if the archive is no workbook.
std::string find_workbook_part(const std::vector<ZipEntry>& entries);

// False, with a finding, if the file must be refused.
bool read_workbook(const ZipArchive& archive, const std::string& path, Workbook& workbook,
                   Findings& findings);
bool read_sheet(const ZipArchive& archive, const Workbook& workbook,
                const Workbook::SheetEntry& entry, XlsxRoom& room, Sheet& sheet,
                Findings& findings);

// The text of a string item or an inline string: all runs with their fonts, without phonetic
// guides, `_x000D_` (ST_Xstring, ECMA-376-1, 22.9.2.19) decoded.
CellText rich_text(pugi::xml_node item);
CellText plain_cell_text(std::string_view escaped);

}  // namespace hoso
