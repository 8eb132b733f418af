// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "recognise/facts.h"
#include "recognise/profile/profile.h"
#include "recognise/sheet/sheet_reader.h"

namespace hoso {

struct DocumentReading {
    const TextDocument* document = nullptr;
    std::optional<SourceTable> table;  // one row, where its kind is known
    std::vector<SheetReading> tables;  // those in it that are like a declared export
    bool unused = false;
    Findings findings;
    DocumentFacts facts;  // empty unless asked for
};

// One Word document by itself: which <document> of the profiles it is, what its fields say, and
// whether its outline is that of the official form.
DocumentReading read_document(const TextDocument& document, const Profiles& profiles,
                              bool with_facts);

// Takes out files that are the same byte for byte; one of them stays.
void leave_out_repeated(std::vector<DocumentReading>& readings, Findings& findings);

}  // namespace hoso
