// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "render/pages/canvas.h"
#include "render/render.h"

namespace hoso {

// What stands on each page whatever the template says: BẢN NHÁP across it, the print code at its
// foot.
void put_marks(layout::Canvas& canvas, layout::DocumentFonts& fonts, const RenderOptions& options);

}  // namespace hoso
