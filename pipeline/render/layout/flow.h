// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "render/layout/context.h"

namespace hoso::layout {

// The children of a section, header, footer or cell → pieces from top to bottom. `in_cell`: no
// page can be broken here.
Flow lay_out_flow(Context& context, const Node& container, double width, bool in_cell);

// A table → OpenTable, its rows, CloseTable. Defined in table.cpp.
void lay_out_table(Context& context, const Node& table, double x, double width, Flow& flow);

}  // namespace hoso::layout
