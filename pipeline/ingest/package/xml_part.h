// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstring>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "ingest/package/zip_archive.h"

namespace hoso {

// Blanks between two elements: layout of the file, or a blank between two words.
enum class XmlBlanks { Drop, Keep };

// One XML part of a workbook. Parsed in place: the part owns its bytes.
class XmlPart {
public:
    // Both add a finding at `place` and return false if the part is missing, damaged, not Unicode,
    // declares a DOCTYPE or is nested too deeply.
    bool load(const ZipArchive& archive, const std::string& name, const Location& place,
              Findings& findings, XmlBlanks blanks = XmlBlanks::Drop);
    // A whole file; `name` only names it.
    bool parse(std::string bytes, const std::string& name, const Location& place,
               Findings& findings, XmlBlanks blanks);
    [[nodiscard]] pugi::xml_node root() const { return document_.document_element(); }

private:
    std::string bytes_;
    pugi::xml_document document_;
};

// Some programs write <x:row> for <row>; the prefix says nothing here.
inline bool is_named(const char* qualified, const char* name) {
    if (std::strcmp(qualified, name) == 0) return true;
    const char* colon = std::strchr(qualified, ':');
    return colon && std::strcmp(colon + 1, name) == 0;
}
inline pugi::xml_node child(pugi::xml_node parent, const char* name) {
    for (pugi::xml_node node : parent.children()) {
        if (is_named(node.name(), name)) return node;
    }
    return {};
}
inline std::string_view attribute(pugi::xml_node node, const char* name) {
    for (const pugi::xml_attribute& a : node.attributes()) {
        if (is_named(a.name(), name)) return a.value();
    }
    return {};
}
// The characters of an element, CDATA included.
std::string characters(pugi::xml_node element);
inline bool is_true(std::string_view xsd_boolean) {
    return xsd_boolean == "1" || xsd_boolean == "true";
}

}  // namespace hoso
