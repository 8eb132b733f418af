// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/number.h"
#include "ingest/sheet_builder.h"
#include "ingest/xls/biff.h"

namespace hoso {

// What the sheets of a BIFF8 workbook share.
struct XlsWorkbook {
    struct SheetEntry {
        std::shared_ptr<const Origin> origin;
        std::size_t begin = 0, end = 0;  // its part of the Workbook stream
        bool hidden = false;
        bool table = true;  // else a chart or macros
    };
    struct Font {
        std::string name;
        bool old = false;  // its name tells an encoding (ingest/text/legacy.h)
    };
    struct CellFormat {
        std::uint16_t font = 0;
        NumberShape shape = NumberShape::Number;
        unsigned digits = 0;  // at least, with zeros in front: see code_digits
    };

    std::vector<SheetEntry> sheets;
    bool date1904 = false;
    bool recalculated = false;  // some build of Excel says that it calculated it
    std::vector<CellText> texts;
    std::vector<Font> fonts;
    std::vector<CellFormat> formats;  // by a cell's XF index

    [[nodiscard]] CellFormat format(std::uint16_t xf) const {
        return xf < formats.size() ? formats[xf] : CellFormat{};
    }
    // The name of a cell's font if it tells an encoding, else "".
    [[nodiscard]] std::string_view old_font(std::uint16_t xf) const;
    // A text with the fonts of its runs.
    [[nodiscard]] CellText cell_text(const BiffText& text) const;
};

// Why a file is refused: said once, by whoever knows best. All functions return false.
class XlsRefusal {
public:
    XlsRefusal(Findings& findings, Location place)
        : findings_(findings), place_(std::move(place)) {}

    bool because(const Rule& rule, std::map<std::string, std::string> args = {});
    // Damage at a byte of a part ("OLE2", "Workbook"), unless a reason was given already.
    bool damaged(std::string_view part, std::size_t offset);

private:
    Findings& findings_;
    Location place_;
    bool said_ = false;
};

// False, with a finding, if the file must be refused.
bool read_xls_globals(std::string_view stream, const std::string& path, XlsWorkbook& workbook,
                      Findings& findings);

}  // namespace hoso
