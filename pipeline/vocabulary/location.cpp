// SPDX-License-Identifier: Apache-2.0
#include "vocabulary/location.h"

#include <algorithm>
#include <tuple>

namespace hoso {

namespace {

std::tuple<std::string_view, std::string_view, std::uint32_t, std::uint32_t> key(
    const Location& l) {
    if (!l.origin) return {"", "", l.row, l.column};
    return {l.origin->file, l.origin->sheet, l.row, l.column};
}

}  // namespace

std::string cell_name(std::uint32_t row, std::uint32_t column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26) {
        letters += static_cast<char>('A' + (column - 1) % 26);
    }
    std::reverse(letters.begin(), letters.end());
    return row == 0 ? letters : letters + std::to_string(row);
}

bool operator<(const Location& a, const Location& b) { return key(a) < key(b); }
bool operator==(const Location& a, const Location& b) { return key(a) == key(b); }

}  // namespace hoso
