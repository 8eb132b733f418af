// SPDX-License-Identifier: Apache-2.0
#include "recognise/draft/xml_writer.h"

#include <algorithm>

#include "vocabulary/text.h"

namespace hoso {

namespace {

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '&') {
            result += "&amp;";
        } else if (c == '<') {
            result += "&lt;";
        } else if (c == '>') {
            result += "&gt;";
        } else if (c == '"') {
            result += "&quot;";
        } else {
            // XML has no other control characters; a cell may hold a line break.
            result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
    }
    return result;
}

// A comment may not hold "--" nor end with "-".
std::string comment_text(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '-' && !result.empty() && result.back() == '-') result += ' ';
        result += static_cast<unsigned char>(c) < 0x20 && c != '\n' ? ' ' : c;
    }
    return result;
}

void write(const XmlElement& element, std::size_t depth, std::string& out) {
    const std::string indent(2 * depth, ' ');
    if (element.name == xml_comment) {
        out += indent + "<!-- " + comment_text(element.text) + " -->\n";
        return;
    }
    out += indent + "<" + element.name;
    for (const auto& [name, value] : element.attributes)
        out += " " + name + "=\"" + escaped(value) + "\"";
    const std::string text = clean(element.text);
    if (element.children.empty()) {
        out += text.empty() ? "/>\n" : ">" + escaped(text) + "</" + element.name + ">\n";
        return;
    }
    out += ">\n";
    for (const XmlElement& child : element.children) write(child, depth + 1, out);
    out += indent + "</" + element.name + ">\n";
}

}  // namespace

XmlElement make_comment(const std::string& text) {
    return make_element(std::string(xml_comment), {}, text);
}

XmlElement make_element(std::string name,
                        std::vector<std::pair<std::string, std::string>> attributes,
                        std::string text) {
    XmlElement element;
    element.name = std::move(name);
    element.attributes = std::move(attributes);
    element.text = std::move(text);
    return element;
}

void set_attribute(XmlElement& element, const std::string& name, const std::string& value) {
    for (auto& [known, old] : element.attributes) {
        if (known != name) continue;
        old = value;
        return;
    }
    element.attributes.emplace_back(name, value);
}

std::string to_xml(const XmlElement& root) {
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    write(root, 0, out);
    return out;
}

}  // namespace hoso
