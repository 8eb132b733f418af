// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "render/layout/context.h"

namespace hoso::layout {

// Rows, cells and column edges of a table, before anything in it is laid out. `width`: the room.
// What does not add up (cells, columns, width) is a finding.
Table make_grid(Context& context, const Node& table, double width);

}  // namespace hoso::layout
