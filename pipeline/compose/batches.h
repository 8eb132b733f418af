// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "compose/compose.h"

namespace hoso {

// compose() over bare tables, for those who have no ValidBatch: tests and template previews.
std::vector<RecordBatch> compose_tables(const Job& job, const Catalogue& catalogue,
                                        const Tables& tables, const TemplateFolder& templates,
                                        const std::vector<std::string>& periods,
                                        const std::vector<std::string>& only,
                                        const std::vector<Finding>& findings, Findings& more,
                                        Detail detail = Detail::Whole,
                                        AttachedFiles* files = nullptr, const Tables& beside = {});

}  // namespace hoso
