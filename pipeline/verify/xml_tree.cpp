// SPDX-License-Identifier: Apache-2.0
#include "verify/xml_tree.h"

#include <algorithm>
#include <map>

namespace hoso::xml {

namespace {

using Spaces = std::map<std::string, std::string>;  // prefix → name; "" the default

std::string_view prefix_of(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

// The prefix that an attribute declares; nothing if it declares none.
std::optional<std::string_view> declared_prefix(const pugi::xml_attribute& attribute) {
    const std::string_view name = attribute.name();
    if (name == "xmlns") return std::string_view();
    if (name.starts_with("xmlns:")) return name.substr(6);
    return std::nullopt;
}

std::string find_namespace(pugi::xml_node node, std::string_view prefix) {
    if (prefix == "xml") return "http://www.w3.org/XML/1998/namespace";
    for (; node.type() == pugi::node_element; node = node.parent()) {
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            if (declared_prefix(attribute) == prefix) return attribute.value();
        }
    }
    return "";
}

constexpr int kDeepest = 64;  // elements in elements; what walks the tree calls itself

bool plain(const pugi::xml_node& node, int depth = 0) {
    if (depth > kDeepest) return false;
    for (const pugi::xml_node& child : node.children()) {
        if (child.type() == pugi::node_pi || child.type() == pugi::node_doctype) return false;
        if (!plain(child, depth + 1)) return false;
    }
    return true;
}

// Clause 2.3: text nodes, attribute nodes.
void append_escaped(std::string& out, std::string_view text, bool attribute) {
    for (const char c : text) {
        if (c == '&') {
            out += "&amp;";
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '\r') {
            out += "&#xD;";
        } else if (!attribute && c == '>') {
            out += "&gt;";
        } else if (attribute && c == '"') {
            out += "&quot;";
        } else if (attribute && c == '\t') {
            out += "&#x9;";
        } else if (attribute && c == '\n') {
            out += "&#xA;";
        } else {
            out += c;
        }
    }
}

Spaces in_scope(const pugi::xml_node& element) {
    Spaces spaces;
    for (pugi::xml_node node = element; node.type() == pugi::node_element; node = node.parent()) {
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            const auto prefix = declared_prefix(attribute);
            if (prefix) spaces.emplace(*prefix, attribute.value());  // the nearest one wins
        }
    }
    return spaces;
}

void append_attributes(std::string& out, const pugi::xml_node& element) {
    struct One {
        std::string space;
        std::string_view local, name, value;
    };
    std::vector<One> all;
    for (const pugi::xml_attribute& attribute : element.attributes()) {
        if (declared_prefix(attribute)) continue;
        const std::string_view name = attribute.name(), prefix = prefix_of(name);
        all.push_back({prefix.empty() ? "" : find_namespace(element, prefix),
                       prefix.empty() ? name : name.substr(prefix.size() + 1), name,
                       attribute.value()});
    }
    std::sort(all.begin(), all.end(), [](const One& a, const One& b) {
        return std::tie(a.space, a.local) < std::tie(b.space, b.local);
    });
    for (const One& one : all) {
        out.append(" ").append(one.name).append("=\"");
        append_escaped(out, one.value, true);
        out += '"';
    }
}

// `written`: what the elements around it in the output have declared.
void append_canonical(std::string& out, const pugi::xml_node& element, const Spaces& spaces,
                      Spaces written) {
    out.append("<").append(element.name());
    for (const auto& [prefix, space] : spaces) {
        const auto before = written.find(prefix);
        if (before == written.end() ? space.empty() : before->second == space) continue;
        out.append(prefix.empty() ? " xmlns" : " xmlns:" + prefix).append("=\"");
        append_escaped(out, space, true);
        out += '"';
        written[prefix] = space;
    }
    append_attributes(out, element);
    out += '>';
    for (const pugi::xml_node& child : element.children()) {
        if (child.type() == pugi::node_element) {
            Spaces inner;
            for (const pugi::xml_attribute& attribute : child.attributes()) {
                if (const auto prefix = declared_prefix(attribute)) {
                    inner.emplace(*prefix, attribute.value());
                }
            }
            append_canonical(out, child, inner, written);
        } else if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
            append_escaped(out, child.value(), false);
        }
    }
    out.append("</").append(element.name()).append(">");
}

}  // namespace

std::optional<pugi::xml_document> parse(std::string_view bytes) {
    constexpr unsigned kHow = pugi::parse_cdata | pugi::parse_escapes |
                              pugi::parse_wconv_attribute | pugi::parse_eol |
                              pugi::parse_ws_pcdata | pugi::parse_pi | pugi::parse_doctype;
    pugi::xml_document document;
    if (!document.load_buffer(bytes.data(), bytes.size(), kHow, pugi::encoding_utf8)) {
        return std::nullopt;
    }
    if (!plain(document)) return std::nullopt;
    return document;
}

std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name(), prefix = prefix_of(name);
    return prefix.empty() ? name : name.substr(prefix.size() + 1);
}

std::string namespace_of(const pugi::xml_node& node) {
    return find_namespace(node, prefix_of(node.name()));
}

bool is(const pugi::xml_node& node, std::string_view space, std::string_view name) {
    return node.type() == pugi::node_element && local_name(node) == name &&
           (space.empty() || namespace_of(node) == space);
}

std::vector<pugi::xml_node> children(const pugi::xml_node& node, std::string_view space,
                                     std::string_view name) {
    std::vector<pugi::xml_node> found;
    for (const pugi::xml_node& child : node.children()) {
        if (is(child, space, name)) found.push_back(child);
    }
    return found;
}

pugi::xml_node only_child(const pugi::xml_node& node, std::string_view space,
                          std::string_view name) {
    const auto found = children(node, space, name);
    return found.size() == 1 ? found.front() : pugi::xml_node();
}

std::string text(const pugi::xml_node& node) {
    std::string all;
    for (const pugi::xml_node& child : node.children()) all += child.value();
    return all;
}

std::string canonical(const pugi::xml_node& element) {
    std::string out;
    append_canonical(out, element, in_scope(element), {});
    return out;
}

std::optional<std::string> base64(std::string_view text) {
    constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    unsigned held = 0, bits = 0, padding = 0;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
        if (c == '=') {
            ++padding;
            continue;
        }
        const auto digit = kDigits.find(c);
        if (digit == std::string_view::npos || padding > 0) return std::nullopt;
        held = (held << 6 | static_cast<unsigned>(digit)) & 0xFFFF;
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(held >> bits & 0xFF);
    }
    if (padding > 2 || bits >= 6) return std::nullopt;
    return bytes;
}

}  // namespace hoso::xml
