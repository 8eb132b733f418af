// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

namespace hoso {

// A PDF of LibreOffice without what tells one run from the next: its moment of creation (Info, XMP,
// ICC profile), its random ID and its checksum. When it was made is for the bundle's manifest to
// say; a moment made up here would be a false statement. nullopt: this is no such PDF.
std::optional<std::string> without_moments(const std::string& pdf);

// 0: this is no PDF.
int page_count(const std::string& pdf);

}  // namespace hoso
