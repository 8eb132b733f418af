// SPDX-License-Identifier: Apache-2.0
#include "ingest/package/xml_part.h"

#include <algorithm>

#include "ingest/limits.h"
#include "ingest/report.h"
#include "ingest/rules.h"
#include "ingest/unicode.h"

namespace hoso {

namespace rule = ingest_rule;

namespace {

enum class Shape { Fine, Doctype, TooDeep, TooMany };

// A value may hold a bare '>': <c f="IF(A1>5,1,0)"/>.
std::size_t past_tag(std::string_view xml, std::size_t at) {
    char quote = '\0';
    for (; at < xml.size(); ++at) {
        const char c = xml[at];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return at + 1;
        }
    }
    return at;
}

// pugixml expands no entities and needs no stack, but what it builds grows with what it is given:
// so nesting and DOCTYPE are looked at before it sees the bytes.
Shape look_at(std::string_view xml) {
    std::size_t depth = 0, elements = 0;
    const auto past = [&](std::string_view end, std::size_t from) {
        const std::size_t at = xml.find(end, from);
        return at == xml.npos ? xml.size() : at + end.size();
    };
    for (std::size_t at = xml.find('<'); at < xml.size(); at = xml.find('<', at)) {
        const std::string_view rest = xml.substr(at);
        if (rest.starts_with("<!--")) {
            at = past("-->", at + 4);
        } else if (rest.starts_with("<![CDATA[")) {
            at = past("]]>", at + 9);
        } else if (rest.starts_with("<!")) {
            return Shape::Doctype;
        } else if (rest.starts_with("<?")) {
            at = past("?>", at + 2);
        } else if (rest.starts_with("</")) {
            depth -= depth > 0 ? 1 : 0;
            at = past(">", at + 2);
        } else {
            if (++elements > limits::kXmlElements) return Shape::TooMany;
            at = past_tag(xml, at + 1);
            if (xml[at - 1] == '>' && xml[at - 2] != '/' && ++depth > limits::kXmlDepth) {
                return Shape::TooDeep;
            }
        }
    }
    return Shape::Fine;
}

// ECMA-376-2: parts are UTF-8 or UTF-16.
bool make_utf8(std::string& bytes, std::size_t& bad) {
    bad = 0;
    const bool little = bytes.starts_with("\xFF\xFE"), big = bytes.starts_with("\xFE\xFF");
    if (little || big) {
        const auto text = utf16_to_utf8(std::string_view(bytes).substr(2), big);
        if (!text) return false;
        bytes = *text;
    }
    const auto invalid = find_invalid_utf8(bytes);
    bad = invalid.value_or(0);
    return !invalid;
}

}  // namespace

bool XmlPart::load(const ZipArchive& archive, const std::string& name, const Location& place,
                   Findings& findings, XmlBlanks blanks) {
    if (!archive.contains(name)) {
        report(findings, rule::part_missing, {place}, {{"part", name}});
        return false;
    }
    std::string bytes;
    return archive.read(name, bytes, findings) &&
           parse(std::move(bytes), name, place, findings, blanks);
}

bool XmlPart::parse(std::string bytes, const std::string& name, const Location& place,
                    Findings& findings, XmlBlanks blanks) {
    const auto refuse = [&](const Rule& r, std::map<std::string, std::string> args) {
        args.emplace("part", name);
        report(findings, r, {place}, std::move(args));
        return false;
    };
    bytes_ = std::move(bytes);
    std::size_t bad = 0;
    if (!make_utf8(bytes_, bad))
        return refuse(rule::xml_malformed, {{"offset", std::to_string(bad)}});
    switch (look_at(bytes_)) {
        case Shape::Doctype:
            return refuse(rule::xml_doctype, {});
        case Shape::TooDeep:
            return refuse(rule::xml_too_deep, {{"limit", std::to_string(limits::kXmlDepth)}});
        case Shape::TooMany:
            return refuse(rule::xml_too_many_elements,
                          {{"limit", std::to_string(limits::kXmlElements)}});
        case Shape::Fine:
            break;
    }
    const unsigned options =
        pugi::parse_escapes | pugi::parse_cdata | pugi::parse_eol | pugi::parse_embed_pcdata |
        (blanks == XmlBlanks::Keep ? pugi::parse_ws_pcdata : pugi::parse_ws_pcdata_single);
    const pugi::xml_parse_result result =
        document_.load_buffer_inplace(bytes_.data(), bytes_.size(), options, pugi::encoding_utf8);
    if (!result || !root()) {
        return refuse(rule::xml_malformed, {{"offset", std::to_string(result.offset)}});
    }
    return true;
}

std::string characters(pugi::xml_node element) {
    std::string text = element.value();
    for (const pugi::xml_node node : element.children()) {
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
            text += node.value();
        }
    }
    return text;
}

}  // namespace hoso
