// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/catalogue.h"

namespace hoso {

// The XML files of templates/ are part of the program's set-up: what a reader does not know is
// refused by name and place, never ignored. All errors are UsageError
// "templates/<file>:<line>:<column>: …", in Vietnamese.
struct XmlElement {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;  // as written
    std::vector<XmlElement> children;                             // elements only
    std::string text;          // character data directly inside, joined, in NFC; not trimmed
    int line = 0, column = 0;  // 1-based; the column counts characters

    // nullptr: no such attribute.
    [[nodiscard]] const std::string* find(std::string_view attribute) const;
    // The attribute's value; empty where it is absent.
    [[nodiscard]] std::string get(std::string_view attribute) const;
};

class XmlFile {
public:
    // `file` only names it in messages. Refuses what is not well-formed, a DOCTYPE and an
    // attribute given twice; attribute values and text are brought to NFC.
    XmlFile(std::string file, std::string_view bytes);

    [[nodiscard]] const XmlElement& root() const { return root_; }
    [[nodiscard]] const std::string& file() const { return file_; }

    using Names = std::initializer_list<std::string_view>;
    // Element `e` must be called `name`, have all `required` attributes (non-empty), no others
    // than those and `optional`, no children outside `children`, and no text unless `with_text`.
    void check(const XmlElement& e, std::string_view name, Names required, Names optional = {},
               Names children = {}, bool with_text = false) const;
    // The attribute (or `fallback` if absent) must be one of `values`.
    std::string choice(const XmlElement& e, std::string_view attribute, Names values,
                       std::string_view fallback = {}) const;
    bool yes_no(const XmlElement& e, std::string_view attribute, bool fallback) const;
    int integer(const XmlElement& e, std::string_view attribute, int fallback) const;

    [[noreturn]] void refuse(const XmlElement& e, const std::string& message) const;

private:
    std::string file_;
    XmlElement root_;
};

// templates/<relative>, or JOB/templates/<relative> where that exists.
XmlFile read_xml(const TemplateFolder& templates, const std::string& relative);

// "a b  c" → a, b, c: lists in attributes are separated by blanks.
std::vector<std::string> words(std::string_view text);

}  // namespace hoso
