// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace hoso {

std::string sha256_hex(std::string_view bytes);
std::string sha512_hex(std::string_view bytes);
std::string sha256_raw(std::string_view bytes);  // 32 bytes

}  // namespace hoso
