// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "ingest/ingest.h"

// One line a cell, for judge-openpyxl: file, sheet, cell, kind, text, separated by U+001F.
int main(int count, char** arguments) {
    if (count != 2) return 2;
    hoso::RealDisk disk;
    hoso::Findings findings;
    const hoso::Ingested ingested = hoso::ingest(disk, arguments[1], 2, findings);
    for (const hoso::Sheet& sheet : ingested.sheets) {
        if (sheet.format != "xlsx") continue;
        for (const hoso::Cell& cell : sheet.cells) {
            std::printf("%s\x1F%s\x1F%s\x1F%d\x1F%s\x1E", sheet.origin->file.c_str(),
                        sheet.origin->sheet.c_str(), hoso::cell_name(cell.row, cell.column).c_str(),
                        static_cast<int>(cell.kind), cell.text.c_str());
        }
    }
    return 0;
}
