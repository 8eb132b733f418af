// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace hoso::opc {

// [Content_Types].xml (ECMA-376, Part 2, 10.1.2.2).
struct ContentTypes {
    std::map<std::string, std::string> by_extension;  // "xml"
    std::map<std::string, std::string> by_part;       // "/xl/workbook.xml"
};
ContentTypes read_content_types(const std::string& xml);
std::string write_content_types(const ContentTypes& types);

// Text and attribute values as Canonical XML 1.0, 2.3 writes them.
std::string escaped_text(std::string_view text);
std::string escaped_attribute(std::string_view value);

}  // namespace hoso::opc
