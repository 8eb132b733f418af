// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "catalogue/catalogue.h"
#include "ingest/ingest.h"

namespace hoso {

// A profile for sheets that no layout fits, to be read and mended by a person (docs/ingest.md).
struct Draft {
    std::vector<std::string> layouts;  // ids of those it holds; none: there was nothing to propose
    std::string xml;
};

// One <source> file with a layout for each different header among `sheets`: the nearest layout of
// the templates with the headings of the sheet added where they are alike, else a new one over the
// dataset that shares most headings. What is only guessed stands below a comment "XEM LẠI".
Draft draft_profile(const std::vector<const Sheet*>& sheets, const TemplateFolder& templates);

}  // namespace hoso
