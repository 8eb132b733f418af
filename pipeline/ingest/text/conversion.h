// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "ingest/sheet_builder.h"
#include "ingest/text/detect.h"

namespace hoso {

// Carries out over one sheet what decide_legacy decides, and tells it: a note for each encoding
// with what stood there and what was read, a warning for each text that is no Vietnamese after it,
// an error for each text that only a person can read, whose cells become kUnreadableCell.
class Conversion {
public:
    explicit Conversion(Sheet& sheet) : sheet_(sheet) {}

    // `font`: the cell's; runs with a font of their own have that. `certain`: no guess.
    void add(std::size_t cell, const std::vector<TextRun>& runs,
             const std::optional<LegacyFont>& font, bool certain);
    void run(const std::array<std::size_t, kLegacy.size()>& unicode_in_font, Findings& findings);
    // Whether this cell was converted or refused; any other is as it was.
    [[nodiscard]] bool decided(std::size_t cell) const { return decided_.contains(cell); }

private:
    void apply(const Decision& decision, Findings& findings);
    [[nodiscard]] std::vector<Location> places_of(const std::vector<std::size_t>& cells) const;

    // What is told of many cells at once.
    struct Told {
        std::vector<std::size_t> cells;
        std::vector<std::string> examples;
        void add(const std::vector<std::size_t>& more, std::string example);
        [[nodiscard]] std::string shown() const;
    };
    void report_all(const Rule& rule, const std::string& encoding, const Told& told,
                    Findings& findings) const;
    Sheet& sheet_;
    std::vector<Suspect> suspects_;
    std::map<std::string, std::size_t> known_;  // text and fonts → suspect
    std::map<Legacy, Told> converted_;
    Told small_;  // names that may lack a capital
    std::set<std::size_t> decided_;
};

// Đ for Ð in Vietnamese words of these cells, with one note.
void replace_eths(Sheet& sheet, const std::vector<std::size_t>& cells, Findings& findings);

}  // namespace hoso
