// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <xlsxwriter.h>

#include "annotate/looks.h"
#include "annotate/remarks.h"

namespace hoso::annotate_room {

// One sheet as it was read, its marks in it. False: something of its look could not be kept
// (merged cells beyond what a workbook should hold).
bool copy_sheet(lxw_worksheet* target, const Sheet& sheet, const Marks& marks, Looks& looks);

}  // namespace hoso::annotate_room
