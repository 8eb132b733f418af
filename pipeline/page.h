// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "catalogue/catalogue.h"
#include "report.h"

namespace hoso {

// The report as one HTML page in Vietnamese (templates/report/report.html): records × classes, what
// is held back and why, findings by person with filters. It loads nothing and prints a sheet a
// person. The same report gives the same bytes.
std::string report_page(const RunReport& report, const TemplateFolder& templates);

}  // namespace hoso
