// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "verify/cms_check.h"

namespace hoso {

// Checks every signature of a PDF: that it fits the bytes it covers, that these are the whole
// document as it was then, and that nothing but the next signature was added afterwards.
std::vector<SignatureCheck> check_pdf(std::string_view pdf, const std::string& name,
                                      const TrustStore* trust, Findings& findings);

}  // namespace hoso
