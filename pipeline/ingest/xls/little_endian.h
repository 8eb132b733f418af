// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace hoso {

// Numbers as OLE2 and BIFF store them. The caller has made sure that `bytes` reaches far enough.
template <typename Number>
Number little_endian(std::string_view bytes, std::size_t at) {
    static_assert(std::endian::native == std::endian::little);
    Number value;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}
inline std::uint16_t le16(std::string_view bytes, std::size_t at) {
    return little_endian<std::uint16_t>(bytes, at);
}
inline std::uint32_t le32(std::string_view bytes, std::size_t at) {
    return little_endian<std::uint32_t>(bytes, at);
}

}  // namespace hoso
