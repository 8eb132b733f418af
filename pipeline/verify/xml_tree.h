// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

// XML as a signature sees it: names with their namespaces, and the canonical form.
namespace hoso::xml {

// Nothing if it is not well-formed UTF-8 XML, or has a document type, processing instructions or
// elements nested beyond reason: none of these occur in signatures, and programs disagree about
// what they mean.
std::optional<pugi::xml_document> parse(std::string_view bytes);

std::string_view local_name(const pugi::xml_node& node);
std::string namespace_of(const pugi::xml_node& node);
bool is(const pugi::xml_node& node, std::string_view space, std::string_view name);
// Elements below `node`, directly; of any namespace if `space` is empty.
std::vector<pugi::xml_node> children(const pugi::xml_node& node, std::string_view space,
                                     std::string_view name);
// The only one; an empty node if there is none or more than one.
pugi::xml_node only_child(const pugi::xml_node& node, std::string_view space,
                          std::string_view name);
std::string text(const pugi::xml_node& node);

// Canonical XML 1.0 without comments of the element and what is in it, with the namespaces that it
// inherits (clause 2.4: a document subset).
std::string canonical(const pugi::xml_node& element);

std::optional<std::string> base64(std::string_view text);  // blanks are skipped

}  // namespace hoso::xml
