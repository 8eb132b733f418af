// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "verify/cms_check.h"
#include "verify/container.h"

namespace hoso {

// Holds the files of a bag against its manifests (RFC 8493) and checks the signature over the tag
// manifest and those in the PDFs and workbooks of the payload. Each file is read once.
void check_bag(const Container& container, const TrustStore* trust, VerificationReport& report,
               Findings& findings);

}  // namespace hoso
