// SPDX-License-Identifier: Apache-2.0
#include "annotate/names.h"

#include "annotate/annotate.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

constexpr std::size_t kSheetNameUnits = 31;

// The beginning of a text that fits into `room` UTF-16 units, by which Excel counts.
std::string beginning(const std::string& text, std::size_t room) {
    std::size_t end = 0;
    while (end < text.size()) {
        const auto lead = static_cast<unsigned char>(text[end]);
        const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        const std::size_t units = bytes == 4 ? 2 : 1;
        if (units > room) break;
        room -= units;
        end += bytes;
    }
    return text.substr(0, end);
}

}  // namespace

std::string annotated_name(const std::string& file, std::set<std::string>& taken) {
    const bool workbook = to_lower(file).ends_with(".xlsx");
    const std::string stem = workbook ? file.substr(0, file.size() - 5) : file;
    std::string name = workbook ? file : file + ".xlsx";
    for (int i = 2; !taken.insert(to_lower(name)).second; ++i) {
        name = stem + " (" + std::to_string(i) + ").xlsx";
    }
    return name;
}

namespace annotate_room {

std::string sheet_name(const std::string& wanted, std::set<std::string>& taken) {
    std::string clean;
    for (const char c : wanted)
        clean += std::string_view("[]:*?/\\").find(c) == std::string_view::npos ? c : '-';
    if (clean.starts_with('\'')) clean.front() = '-';
    if (clean.empty()) clean = "Bảng";
    std::string name = beginning(clean, kSheetNameUnits);
    if (name.ends_with('\'')) name.back() = '-';
    for (int i = 2; !taken.insert(to_lower(name)).second; ++i) {
        const std::string number = " (" + std::to_string(i) + ")";
        name = beginning(clean, kSheetNameUnits - number.size()) + number;
    }
    return name;
}

}  // namespace annotate_room

}  // namespace hoso
