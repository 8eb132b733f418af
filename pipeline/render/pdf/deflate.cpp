// SPDX-License-Identifier: Apache-2.0
#include "render/pdf/deflate.h"

#include <libdeflate.h>

#include <map>
#include <memory>

#include "vocabulary/errors.h"

namespace hoso {

namespace {

struct Free {
    void operator()(libdeflate_compressor* compressor) const {
        libdeflate_free_compressor(compressor);
    }
};

// Kept per thread: allocating one costs more than deflating a page.
libdeflate_compressor* compressor(int level) {
    thread_local std::map<int, std::unique_ptr<libdeflate_compressor, Free>> kept;
    auto& slot = kept[level];
    if (!slot) slot.reset(libdeflate_alloc_compressor(level));
    if (!slot) throw LibraryError("libdeflate: out of memory");
    return slot.get();
}

}  // namespace

std::string deflate(std::string_view bytes, int level) {
    libdeflate_compressor* with = compressor(level);
    std::string result(libdeflate_zlib_compress_bound(with, bytes.size()), '\0');
    const std::size_t size =
        libdeflate_zlib_compress(with, bytes.data(), bytes.size(), result.data(), result.size());
    if (size == 0) throw LibraryError("libdeflate: output does not fit its own bound");
    result.resize(size);
    return result;
}

}  // namespace hoso
