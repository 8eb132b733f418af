// SPDX-License-Identifier: Apache-2.0
#include "sign/opc_xml.h"

#include <algorithm>
#include <pugixml.hpp>

#include "sign/opc_package.h"
#include "vocabulary/errors.h"

namespace hoso::opc {

namespace {

constexpr char kHead[] = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

pugi::xml_document parse(const std::string& xml) {
    pugi::xml_document document;
    const pugi::xml_parse_result result = document.load_buffer(xml.data(), xml.size());
    if (!result) {
        throw EnvironmentError(std::string("không ký được tệp Excel: ") + result.description());
    }
    return document;
}

std::string escaped(std::string_view text, bool attribute) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += attribute ? ">" : "&gt;";
                break;
            case '"':
                out += attribute ? "&quot;" : "\"";
                break;
            case '\t':
                out += attribute ? "&#x9;" : "\t";
                break;
            case '\n':
                out += attribute ? "&#xA;" : "\n";
                break;
            case '\r':
                out += "&#xD;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

}  // namespace

std::string escaped_text(std::string_view text) { return escaped(text, false); }
std::string escaped_attribute(std::string_view value) { return escaped(value, true); }

ContentTypes read_content_types(const std::string& xml) {
    ContentTypes types;
    const pugi::xml_document document = parse(xml);
    for (const pugi::xml_node& node : document.child("Types").children()) {
        const std::string type = node.attribute("ContentType").value();
        if (std::string_view(node.name()) == "Default") {
            types.by_extension[node.attribute("Extension").value()] = type;
        } else {
            types.by_part[node.attribute("PartName").value()] = type;
        }
    }
    return types;
}

std::string write_content_types(const ContentTypes& types) {
    std::string xml = kHead;
    xml += "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">";
    for (const auto& [extension, type] : types.by_extension) {
        xml += "<Default Extension=\"" + escaped_attribute(extension) + "\" ContentType=\"" +
               escaped_attribute(type) + "\"/>";
    }
    for (const auto& [part, type] : types.by_part) {
        xml += "<Override PartName=\"" + escaped_attribute(part) + "\" ContentType=\"" +
               escaped_attribute(type) + "\"/>";
    }
    return xml + "</Types>";
}

std::string relationships_name(const std::string& part) {
    const auto slash = part.rfind('/');
    if (slash == std::string::npos) return "_rels/" + part + ".rels";
    return part.substr(0, slash) + "/_rels/" + part.substr(slash + 1) + ".rels";
}

bool is_relationships(std::string_view name) {
    return name.ends_with(".rels") &&
           (name.starts_with("_rels/") || name.find("/_rels/") != std::string_view::npos);
}

std::vector<Relationship> read_relationships(const std::string& xml) {
    std::vector<Relationship> all;
    const pugi::xml_document document = parse(xml);
    for (const pugi::xml_node& node : document.child("Relationships").children("Relationship")) {
        const std::string mode = node.attribute("TargetMode").value();
        all.push_back({node.attribute("Id").value(), node.attribute("Type").value(),
                       node.attribute("Target").value(), mode.empty() ? "Internal" : mode});
    }
    std::sort(all.begin(), all.end(),
              [](const Relationship& a, const Relationship& b) { return a.id < b.id; });
    return all;
}

std::string write_relationships(const std::vector<Relationship>& relationships) {
    std::string xml = kHead;
    xml += "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    for (const Relationship& one : relationships) {
        xml += "<Relationship Id=\"" + escaped_attribute(one.id) + "\" Type=\"" +
               escaped_attribute(one.type) + "\" Target=\"" + escaped_attribute(one.target) + "\"";
        if (one.mode != "Internal") xml += " TargetMode=\"" + escaped_attribute(one.mode) + "\"";
        xml += "/>";
    }
    return xml + "</Relationships>";
}

}  // namespace hoso::opc
