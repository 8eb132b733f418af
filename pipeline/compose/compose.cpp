// SPDX-License-Identifier: Apache-2.0
#include "compose/compose.h"

#include "compose/batches.h"

namespace hoso {

std::vector<RecordBatch> compose(const Job& job, const Catalogue& catalogue,
                                 const ValidBatch& batch, const TemplateFolder& templates,
                                 const std::vector<std::string>& periods,
                                 const std::vector<std::string>& only,
                                 const std::vector<Finding>& findings, Findings& more,
                                 Detail detail, AttachedFiles* files, const Tables& beside) {
    return compose_tables(job, catalogue, batch.tables(), templates, periods, only, findings, more,
                          detail, files, beside);
}

}  // namespace hoso
