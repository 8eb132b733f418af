// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compose/compose.h"
#include "render/fonts/document_fonts.h"
#include "render/layout/boxes.h"
#include "vocabulary/finding.h"

namespace hoso::layout {

// What every part of a document's layout needs.
struct Context {
    DocumentFonts& fonts;
    const std::vector<LineageEntry>& lineage;
    Findings& findings;
    Store& store;
    int page = 0;                  // in headers and footers: the page's number, from 1; 0 elsewhere
    int pages = 0;                 // as far as known
    bool asked_for_pages = false;  // <pages/> stands outside of headers and footers

    void report(const Rule& rule, const Node& node, std::map<std::string, std::string> args);
    // With the source cells of the printed values below the node.
    void report_text(const Rule& rule, const Node& node, std::map<std::string, std::string> args);
};

}  // namespace hoso::layout
