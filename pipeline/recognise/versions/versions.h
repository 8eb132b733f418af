// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "recognise/sheet/sheet_reader.h"

namespace hoso {

// Takes out the blocks that came twice: the same file under two names, or two exports of the same
// class, term and subject.
void leave_out_repeated(std::vector<SheetReading>& readings, Findings& findings);

}  // namespace hoso
