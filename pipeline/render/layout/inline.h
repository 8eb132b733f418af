// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "render/layout/context.h"

namespace hoso::layout {

// Inline content from `first` up to (not with) `end` → Line pieces of `width`, appended to `flow`
// at `x`. `block` is the element whose alignment, indent and line height count. `marker`: of a list
// item, set left of the first line. Nothing is appended for blank content.
void lay_out_inline(Context& context, const Node& block, const Node* first, const Node* end,
                    double x, double width, const std::string& marker, Flow& flow);

}  // namespace hoso::layout
