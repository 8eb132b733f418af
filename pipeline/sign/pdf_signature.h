// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sign/appearance.h"
#include "sign/sign.h"

namespace hoso {

// prepare_signature() with the fonts already in the shape that the appearance needs.
PreparedSignature prepare_with(const std::string& pdf, const std::string& role,
                               const std::vector<std::string>& chain, const std::string& algorithm,
                               std::size_t signature_size, const Appearance& appearance,
                               const AppearanceFonts& fonts);

}  // namespace hoso
