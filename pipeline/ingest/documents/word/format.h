// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace hoso {

// What an element of a Word document says of its text; what it leaves open comes from a style.
struct RunFormat {
    std::optional<bool> bold, hidden;
    std::string font;
};
struct ParagraphFormat {
    std::optional<int> heading;           // 1–9, 0 for body text
    std::optional<unsigned> list, level;  // of numbering.xml; list 0: none
};
struct WordStyle {
    std::string based_on;
    RunFormat run;
    ParagraphFormat paragraph;
};

// Of a w:rPr and a w:pPr.
RunFormat run_format(pugi::xml_node properties);
ParagraphFormat paragraph_format(pugi::xml_node properties);

// The styles of a document (ECMA-376-1, 17.7) with what they take from those they are based on.
class WordStyles {
public:
    void read(pugi::xml_node styles);
    // "": the default paragraph style. An unknown style says nothing.
    [[nodiscard]] const WordStyle& find(std::string_view id) const;

private:
    std::map<std::string, WordStyle, std::less<>> styles_;
    std::string default_paragraph_;
    WordStyle none_;  // what the document's defaults say
};

}  // namespace hoso
