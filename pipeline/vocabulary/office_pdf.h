// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace hoso {

// A PDF of LibreOffice without what tells one run from the next: its moment of creation (Info, XMP,
// ICC profile), its random ID and its checksum. When it was made is for the bundle's manifest to
// say; a moment made up here would be a false statement. nullopt: this is no such PDF.
std::optional<std::string> without_moments(const std::string& pdf);

// Several such PDFs as one, in order: still a PDF/A-2b. The same bytes for the same PDFs. nullopt:
// one of them cannot be read, or there are none.
std::optional<std::string> joined_pages(const std::vector<std::string>& pdfs);

// 0: this is no PDF.
int page_count(const std::string& pdf);

}  // namespace hoso
