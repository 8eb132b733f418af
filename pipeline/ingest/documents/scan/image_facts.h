// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hoso {

// What the headers of an image file say; its pixels are not unpacked.
struct ImagePage {
    double columns = 0, rows = 0;  // pixels
    double dpi_x = 0, dpi_y = 0;   // 0: not said
};
struct ImageFacts {
    std::string format;  // "JPEG" "PNG" "TIFF" "GIF" "BMP", else what it seems to be
    bool supported = true;
    bool whole = false;  // its headers fit and nothing is cut off
    std::vector<ImagePage> pages;
};

// At most `max_pages` pages of a TIFF; one that has more is not whole.
ImageFacts read_image_facts(std::string_view bytes, std::size_t max_pages);

}  // namespace hoso
