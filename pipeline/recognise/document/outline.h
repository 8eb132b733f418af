// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "recognise/document/flow.h"
#include "recognise/facts.h"
#include "recognise/profile/document_kind.h"

namespace hoso {

// A section of a kind of document, looked for in one document.
struct PlacedSection {
    const OutlineSection* shape = nullptr;
    const OutlineSection* parent = nullptr;
    unsigned depth = 0;
    SectionState state = SectionState::Missing;
    std::size_t line = 0;  // of its heading; of a missing one the line that it should stand below
    bool below_nothing = false;  // missing, and it should have been the first of all
    bool lacks_table = false;
    int table = -1;                    // the one that is checked
    std::vector<std::string> columns;  // that the table lacks
};

struct Outline {
    std::vector<PlacedSection> sections;  // in the kind's order
    std::size_t first = 0;  // line of the first heading; the number of lines where there is none
    std::size_t demanded = 0, found = 0;  // of the sections that must be there
};

// Which lines are the headings of the sections. Sections of one level are matched so that as many
// as possible stand in the kind's order; one that stands elsewhere is misplaced. What is missing in
// a section that is itself missing is not looked for.
Outline outline_of(const std::vector<FlowLine>& flow, const TextDocument& document,
                   const std::vector<OutlineSection>& sections);

}  // namespace hoso
