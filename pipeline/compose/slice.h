// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "compose/compose.h"

namespace hoso {

// The tree as JSON: members by name, leaves as the text they print, no white space. Equal data
// gives equal bytes.
std::string canonical_json(const Node& node);

}  // namespace hoso
