// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace hoso {

// The numbers that Word sets before paragraphs and does not store with them (ECMA-376-1, 17.9):
// "I.", "1.2.", "a)". Signs of bulleted lists say nothing and are left out.
class WordNumbering {
public:
    void read(pugi::xml_node numbering);
    // The level of `list` that belongs to a paragraph style; 0 if none does.
    [[nodiscard]] unsigned level_of_style(unsigned list, std::string_view style) const;
    // Counts one more paragraph and gives its number, "" if it has none.
    std::string next(unsigned list, unsigned level);

private:
    static constexpr std::size_t kLevels = 9;
    struct Level {
        unsigned start = 1;
        std::string format = "decimal", text, style;
        bool arabic = false;  // w:isLgl: all its numbers in Arabic figures
    };
    struct Definition {
        std::array<Level, kLevels> levels;
        std::string made_by_style, uses_style;
    };
    struct List {
        std::string definition;
        std::map<std::size_t, unsigned> starts;  // overrides, by level
    };
    // What has been counted for a definition; its lists go on with each other's numbers.
    struct Count {
        std::array<std::optional<unsigned>, kLevels> levels;
    };
    void read_definition(pugi::xml_node node);
    [[nodiscard]] const Definition* definition_of(unsigned list) const;

    std::map<std::string, Definition> definitions_;
    std::map<std::string, std::string> by_style_;  // style of a list → definition
    std::map<unsigned, List> lists_;
    std::map<const Definition*, Count> counts_;
    std::set<std::pair<unsigned, std::size_t>> overridden_;
};

}  // namespace hoso
