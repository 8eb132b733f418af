// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "render/pages/pages.h"

namespace hoso::layout {

// The part of each page that a section's flow may fill.
struct Frame {
    markup::PageSize size;
    double left = 0, top = 0, bottom = 0;
};

// Cuts a section's flow into pages, appended to `pages`. A section begins on a new page.
void paginate(Context& context, const Node& section, const Flow& flow, const Frame& frame,
              Pages& pages);

}  // namespace hoso::layout
