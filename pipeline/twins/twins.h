// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "compose/compose.h"
#include "fill/fill.h"
#include "vocabulary/finding.h"

namespace hoso {

// Reads the PDF and the workbook of a document back from their bytes and holds each value that its
// template places against the composed data: it must stand in the file, in the template's order,
// with nothing between it and the value before but the template's own words. Both twins being held
// against the same entries, they say the same. An empty `pdf` or `workbook` is not looked at.
// A difference is our fault or the form's, never the data's: twins/twins-differ, one per file,
// which holds the document back.
void check_twins(const DocumentPlan& plan, const FilledDocument& filled, const std::string& pdf,
                 std::string_view workbook, Findings& findings);

}  // namespace hoso
