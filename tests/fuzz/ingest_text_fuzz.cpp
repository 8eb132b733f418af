// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "ingest/limits.h"
#include "ingest/sheet_builder.h"
#include "ingest/unicode.h"
#include "vocabulary/text.h"

namespace {

using namespace hoso;

constexpr const char* kFonts[] = {"",          "Times New Roman", ".VnTime",  ".VnTimeH",
                                  "VNI-Times", "VPS Times",       "VI Times", "VI Times H"};

// A line is a cell; its first byte says in which column and font it stands, and with bit 7 in two
// runs, the second of them in a font of its own.
void add(SheetBuilder& builder, std::uint32_t row, std::string_view line,
         std::map<std::pair<std::uint32_t, std::uint32_t>, std::string>& given) {
    const auto first = static_cast<unsigned char>(line.front());
    const std::uint32_t column = 1 + (first >> 3 & 3);
    const char* font = kFonts[first & 7];
    line.remove_prefix(1);
    std::vector<TextRun> runs{{std::string(line), ""}};
    if ((first & 0x80) != 0 && line.size() > 1) {
        runs = {{std::string(line.substr(0, line.size() / 2)), ""},
                {std::string(line.substr(line.size() / 2)), kFonts[(first + 3) & 7]}};
    }
    const CellText text = make_cell_text(std::move(runs));
    given[{row, column}] = text.text;
    builder.add_text(row, column, false, text, font);
}

}  // namespace

// Texts of a sheet in old encodings or not. What is changed or refused is named by a finding, what
// comes out can be printed, and ASCII stays as it is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string input(reinterpret_cast<const char*>(bytes), size);
    std::size_t left = limits::kCells;
    SheetBuilder builder(std::make_shared<const Origin>(Origin{"a", ""}), "xlsx", left);
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> given;
    std::uint32_t row = 0;
    for (const std::string& line : split(input, '\n')) {
        ++row;
        if (!line.empty()) add(builder, row, line, given);
    }
    Findings findings;
    Sheet sheet;
    if (!builder.finish(findings, sheet)) __builtin_trap();
    std::set<std::pair<std::uint32_t, std::uint32_t>> named;
    for (const Finding& finding : findings.items()) {
        for (const Location& place : finding.places) named.insert({place.row, place.column});
        message(finding, Language::Vietnamese);
        hint(finding, Language::English);
    }
    for (const Cell& cell : sheet.cells) {
        const std::string& text = given.at({cell.row, cell.column});
        if (find_refused_character(cell.text)) __builtin_trap();
        const bool ascii =
            std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
        if (cell.text == text) continue;
        if (ascii || !named.contains({cell.row, cell.column})) __builtin_trap();
    }
    return 0;
}
