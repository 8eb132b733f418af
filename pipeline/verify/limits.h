// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

// What a bundle may ask of this machine; beyond it verify/zip-damaged or verify/zip-refused-entry
// says so. A bundle of 20,000 documents stays far below.
namespace hoso::limits {

inline constexpr std::uint64_t kBundleFiles = 1'000'000;
inline constexpr std::uint64_t kPackageParts = 10'000;  // of a workbook
inline constexpr std::uint64_t kBundleDirectoryBytes = 512ull << 20;
inline constexpr std::uint64_t kBundleFileBytes = 1ull << 30;  // one file, unpacked
// RFC 1951 cannot do better than 1032 : 1, so more is a lie.
inline constexpr std::uint64_t kDeflateRatio = 1'032;

}  // namespace hoso::limits
