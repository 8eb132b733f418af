// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace hoso {

// Where a sheet came from. One Origin is shared by all cells of a sheet.
struct Origin {
    std::string file;   // relative to the job folder, '/' between parts, NFC
    std::string sheet;  // empty where the format has no sheets (CSV)
};

// A cell, 1-based as a person counts. row 0: the sheet as a whole; column 0: the row as a whole;
// origin null: the job as a whole.
struct Location {
    std::shared_ptr<const Origin> origin;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
};

// "A1" notation; "" for a whole sheet, "12" (the row) for a whole row.
std::string cell_name(std::uint32_t row, std::uint32_t column);

// By file, sheet, row, column.
bool operator<(const Location& a, const Location& b);
bool operator==(const Location& a, const Location& b);

}  // namespace hoso
