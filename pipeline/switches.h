// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "catalogue/job.h"

namespace hoso {

// [rules.off] and [rules.warning] of hoso.toml. UsageError for a rule that does not exist, that no
// job may switch (a document that cannot be made or checked), or that is no error to be softened.
void check_switches(const Job& job);

// The findings as the job wants them judged, sorted: those of rules that are off are left out,
// those of rules made warnings hold back nothing; each such rule is told in a note of its own.
std::vector<Finding> judged(const Job& job, const Findings& findings);

}  // namespace hoso
