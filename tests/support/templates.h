// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/catalogue.h"

namespace hoso {

// The templates of the source tree.
struct ShippedTemplates {
    RealDisk disk;
    TemplateFolder folder{disk, HOSO_SOURCE_DIR "/templates"};
};

}  // namespace hoso
