// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "catalogue/job.h"
#include "recognise/sheet/sheet_reader.h"

namespace hoso {

// Takes out the tables that came twice: the same file under two names, the same content in two
// files, an older export beside a newer one. Two exports that differ are an error that names both
// and where they differ; which one counts is for the job to say, never for a date.
void leave_out_repeated(std::vector<SheetReading>& readings, const std::vector<Preference>& prefer,
                        Findings& findings);

}  // namespace hoso
