// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace hoso {

// zlib format, as /FlateDecode wants it. Level 1–12; 6 for pages, 12 for what is made once.
std::string deflate(std::string_view bytes, int level);

}  // namespace hoso
