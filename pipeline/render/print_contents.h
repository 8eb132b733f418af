// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "render/render.h"

namespace hoso {

// The contents page of a print bundle as markup: a row per group with its number of documents and
// the page it starts on, and the total; for a single group a row per document. `starts`: page index
// of each part after `before` pages of contents.
std::string contents_markup(const std::vector<PrintPart>& parts, const std::vector<int>& starts,
                            int before, const std::string& heading);

}  // namespace hoso
