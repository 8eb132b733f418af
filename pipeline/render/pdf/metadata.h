// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "render/pdf/pdf_document.h"
#include "render/render.h"

namespace hoso::pdf {

// The same facts twice, as PDF/A wants them to agree (ISO 19005-2, 6.6.2, 6.6.4).
std::string xmp_packet(const RenderOptions& options);
PdfDocument::Entries info_entries(const RenderOptions& options);

std::string file_id(const RenderOptions& options);  // 16 bytes

}  // namespace hoso::pdf
