// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace hoso {

// Appends HTML text with its character references resolved; what is none stays as it stands.
void append_decoded(std::string& out, std::string_view text, bool in_attribute);

}  // namespace hoso
