// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "verify/cms_check.h"

namespace hoso {

// Checks every package signature of a workbook (ECMA-376, Part 2, 13): that it fits the parts and
// relationships it names, and that nothing else is in the workbook but signatures.
std::vector<SignatureCheck> check_workbook(std::string_view xlsx, const std::string& name,
                                           const TrustStore* trust, Findings& findings);

}  // namespace hoso
