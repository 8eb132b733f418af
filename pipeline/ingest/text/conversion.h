// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "ingest/sheet_builder.h"
#include "ingest/text/detect.h"

namespace hoso {

// Carries out over one sheet what decide_legacy decides, and tells it: a note for each encoding
// with what stood there and what was read, a warning for each text that is no Vietnamese after it,
// an error for each text that only a person can read, whose cells become kUnreadableCell.
class Conversion {
public:
    Conversion(Sheet& sheet, std::size_t texts) : sheet_(sheet), decided_(sheet.cells.size()) {
        suspects_.reserve(texts);
    }

    // `font`: the cell's; runs with a font of their own have that. `certain`: no guess.
    void add(std::size_t cell, std::shared_ptr<const std::vector<TextRun>> source,
             const std::optional<LegacyFont>& font, bool certain);
    void run(const std::array<std::size_t, kLegacy.size()>& unicode_in_font, Findings& findings);
    // Whether this cell was converted or refused; any other is as it was.
    [[nodiscard]] bool decided(std::size_t cell) const { return decided_[cell]; }

private:
    void apply(const Decision& decision, Findings& findings);
    [[nodiscard]] std::vector<Location> places_of(const std::vector<std::size_t>& cells) const;

    // What is told of many cells at once.
    struct Told {
        std::vector<std::size_t> cells;
        std::vector<std::string> examples;
        void add(const std::vector<std::size_t>& more, const std::function<std::string()>& example);
        [[nodiscard]] std::string shown() const;
    };
    // "C, D, F"; those of a Word document's paragraphs have none.
    [[nodiscard]] std::string columns_of(const std::vector<std::size_t>& cells) const;
    void report_all(const Rule& rule, const std::string& encoding, const Told& told,
                    Findings& findings) const;
    Sheet& sheet_;
    std::vector<Suspect> suspects_;

    // The same text in the same fonts is decided once; asked for and never walked through.
    struct Hash {
        const std::vector<Suspect>* suspects;
        std::size_t operator()(std::size_t suspect) const;
    };
    struct Same {
        const std::vector<Suspect>* suspects;
        bool operator()(std::size_t a, std::size_t b) const;
    };
    std::unordered_set<std::size_t, Hash, Same> known_{0, Hash{&suspects_}, Same{&suspects_}};
    std::map<Legacy, Told> converted_;
    Told small_;  // names that may lack a capital
    std::vector<bool> decided_;
};

// Đ for Ð in Vietnamese words of these cells, with one note.
void replace_eths(Sheet& sheet, const std::vector<std::size_t>& cells, Findings& findings);

}  // namespace hoso
