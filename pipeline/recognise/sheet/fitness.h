// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "recognise/sheet/context.h"
#include "recognise/sheet/header.h"

namespace hoso {

// Whether a table can be used: no heading stands twice, every column that its datasets require is
// there or said by the title, and the title's term is not that of another one's column. Columns
// that nothing knows are noted.
bool is_fit(const Grid& grid, const Header& header, const Binding& binding, const Context& context,
            Findings& findings);

}  // namespace hoso
