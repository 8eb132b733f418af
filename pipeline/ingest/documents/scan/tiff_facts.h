// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "ingest/documents/scan/image_facts.h"

namespace hoso {

// The pages of a TIFF 6.0 file. False if it is damaged: a directory or the data of a page lie
// outside of the file, or the directories run in a circle.
bool read_tiff(std::string_view bytes, std::size_t max_pages, std::vector<ImagePage>& pages);

// The resolution in an Exif block, which is a TIFF without data (JEITA CP-3451, 4.6). Left alone if
// there is none.
void read_exif_resolution(std::string_view tiff, ImagePage& page);

}  // namespace hoso
