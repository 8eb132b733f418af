// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace hoso {

// Datasets of marks, results, particulars and duties: what is wrong in one touches pupils and
// classes wherever they are printed. An error in any other touches the forms that read it and no
// others (Scope::dataset, docs/adr/0006).
bool touches_pupils(std::string_view dataset);

}  // namespace hoso
