// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <xlsxwriter.h>

#include <map>
#include <string>

#include "annotate/looks.h"
#include "annotate/remarks.h"

namespace hoso::annotate_room {

// The first sheet: what file it was, how much there is to mend, and a line a finding with a link to
// its cell. `names`: a sheet's name in the file → in this workbook.
void write_summary(lxw_worksheet* sheet, const Letter& letter, const Remarks& remarks,
                   const std::map<std::string, std::string>& names, bool simplified, Looks& looks);

}  // namespace hoso::annotate_room
