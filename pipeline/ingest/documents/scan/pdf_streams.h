// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hoso {

struct StreamLimits {
    std::uint64_t stream = 0;  // unpacked bytes of one stream; of all together four times that
    std::uint64_t total = 0;   // of all that are no images
};

// qpdf unpacks into memory whatever a PDF asks it to, without a bound. So before it sees a file,
// every stream in it is unpacked here into nothing, and counted. Returns what goes beyond the
// limits, "" if nothing does: streams that are too large, that are packed more than once, by a
// method nobody uses for what is to be archived (LZW, run length), or that hide their method.
std::string find_stream_too_large(std::string_view pdf, const StreamLimits& limits);

}  // namespace hoso
