// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "catalogue/strict_xml.h"

namespace hoso {

// An element of this name is a comment; its text is what it says.
inline constexpr std::string_view xml_comment = "!--";

XmlElement make_comment(const std::string& text);
XmlElement make_element(std::string name,
                        std::vector<std::pair<std::string, std::string>> attributes,
                        std::string text = "");
void set_attribute(XmlElement& element, const std::string& name, const std::string& value);

// A whole file, indented by two blanks a level.
std::string to_xml(const XmlElement& root);

}  // namespace hoso
