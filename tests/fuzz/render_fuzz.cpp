// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string>

#include "render/render.h"

namespace {

const hoso::FontSet& fonts() {
    static const hoso::FontSet loaded = [] {
        hoso::RealDisk disk;
        return hoso::FontSet(disk, HOSO_FONT_FOLDER, HOSO_FULL_FONT_FOLDER);
    }();
    return loaded;
}

}  // namespace

// A broken promise: no page and nobody is told.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string xhtml(reinterpret_cast<const char*>(bytes), size);
    hoso::Findings findings;
    const hoso::PdfRendition rendition =
        hoso::render_pdf(xhtml, {}, fonts(), hoso::RenderOptions{}, findings);
    if (rendition.bytes.empty() && findings.size() == 0) __builtin_trap();
    for (const hoso::Finding& finding : findings.items()) {
        message(finding, hoso::Language::Vietnamese);
        hint(finding, hoso::Language::English);
    }
    return 0;
}
