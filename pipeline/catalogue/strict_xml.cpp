// SPDX-License-Identifier: Apache-2.0
#include "catalogue/strict_xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <pugixml.hpp>

#include "vocabulary/errors.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

struct Place {
    int line = 1, column = 1;
};

Place advance(Place place, std::string_view bytes) {
    for (const char c : bytes) {
        if (c == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
            ++place.column;
        }
    }
    return place;
}

Place place_of(std::string_view bytes, std::ptrdiff_t offset) {
    const auto end = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, offset));
    return advance({}, bytes.substr(0, std::min(end, bytes.size())));
}

[[noreturn]] void refuse_at(const std::string& file, Place place, const std::string& message) {
    throw UsageError(fmt::format("{}:{}:{}: {}", file, place.line, place.column, message));
}

bool contains(XmlFile::Names names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string joined(XmlFile::Names names) { return fmt::format("{}", fmt::join(names, ", ")); }

// The words that a person needs; pugixml's own descriptions are English.
std::string describe_status(const pugi::xml_parse_result& result) {
    switch (result.status) {
        case pugi::status_end_element_mismatch:
            return "thẻ đóng không khớp với thẻ mở";
        case pugi::status_no_document_element:
            return "tệp không có phần tử nào";
        case pugi::status_bad_attribute:
            return "thuộc tính viết sai";
        default:
            return fmt::format("XML viết sai ({})", result.description());
    }
}

// Builds in document order, so that lines are counted once.
class Builder {
public:
    Builder(const std::string& file, std::string_view bytes) : file_(file), bytes_(bytes) {}

    XmlElement build(const pugi::xml_node& node) {
        XmlElement element;
        element.name = node.name();
        // offset_debug points behind '<'.
        const auto offset = static_cast<std::size_t>(node.offset_debug() - 1);
        place_ = advance(place_, bytes_.substr(offset_, offset - offset_));
        offset_ = offset;
        const Place place = place_;
        element.line = place.line;
        element.column = place.column;
        for (const auto& attribute : node.attributes()) {
            if (element.find(attribute.name()) != nullptr) {
                refuse_at(file_, place,
                          fmt::format("<{}>: thuộc tính \"{}\" có hai lần", element.name,
                                      attribute.name()));
            }
            element.attributes.emplace_back(attribute.name(), to_nfc(attribute.value()));
        }
        for (const auto& child : node.children()) {
            if (child.type() == pugi::node_element) element.children.push_back(build(child));
            if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
                element.text += to_nfc(child.value());
            }
        }
        return element;
    }

private:
    const std::string& file_;
    std::string_view bytes_;
    std::size_t offset_ = 0;
    Place place_;
};

}  // namespace

const std::string* XmlElement::find(std::string_view attribute) const {
    for (const auto& [key, value] : attributes) {
        if (key == attribute) return &value;
    }
    return nullptr;
}

std::string XmlElement::get(std::string_view attribute) const {
    const std::string* value = find(attribute);
    return value == nullptr ? std::string() : *value;
}

XmlFile::XmlFile(std::string file, std::string_view bytes) : file_(std::move(file)) {
    pugi::xml_document document;
    const auto result = document.load_buffer(
        bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_doctype, pugi::encoding_utf8);
    if (!result) {
        refuse_at(file_, place_of(bytes, result.offset), describe_status(result));
    }
    for (const auto& node : document.children()) {
        if (node.type() == pugi::node_doctype) {
            refuse_at(file_, {}, "không dùng DOCTYPE trong tệp mẫu");
        }
    }
    if (document.document_element().next_sibling()) {
        refuse_at(file_,
                  place_of(bytes, document.document_element().next_sibling().offset_debug() - 1),
                  "tệp chỉ được có một phần tử gốc");
    }
    root_ = Builder(file_, bytes).build(document.document_element());
}

void XmlFile::check(const XmlElement& e, std::string_view name, Names required, Names optional,
                    Names children, bool with_text) const {
    if (e.name != name) refuse(e, fmt::format("có <{}> ở chỗ của <{}>", e.name, name));
    for (const auto& [key, value] : e.attributes) {
        if (!contains(required, key) && !contains(optional, key)) {
            refuse(e, fmt::format("<{}> không có thuộc tính \"{}\"; được dùng: {}", e.name, key,
                                  joined(required) +
                                      (required.size() != 0 && optional.size() != 0 ? ", " : "") +
                                      joined(optional)));
        }
    }
    for (const auto key : required) {
        const std::string* value = e.find(key);
        if (value == nullptr || value->empty()) {
            refuse(e, fmt::format("<{}> thiếu thuộc tính \"{}\"", e.name, key));
        }
    }
    for (const auto& child : e.children) {
        if (!contains(children, child.name)) {
            refuse(child,
                   children.size() == 0
                       ? fmt::format("<{}> không chứa phần tử nào, mà có <{}>", e.name, child.name)
                       : fmt::format("không biết <{}> trong <{}>; được dùng: {}", child.name,
                                     e.name, joined(children)));
        }
    }
    if (!with_text && !clean(e.text).empty()) {
        refuse(e, fmt::format("<{}> không chứa chữ, mà có \"{}\"", e.name, clean(e.text)));
    }
}

std::string XmlFile::choice(const XmlElement& e, std::string_view attribute, Names values,
                            std::string_view fallback) const {
    const std::string* value = e.find(attribute);
    if (value == nullptr) return std::string(fallback);
    if (!contains(values, *value)) {
        refuse(e, fmt::format("{}=\"{}\" không hợp lệ; được dùng: {}", attribute, *value,
                              joined(values)));
    }
    return *value;
}

bool XmlFile::yes_no(const XmlElement& e, std::string_view attribute, bool fallback) const {
    return choice(e, attribute, {"yes", "no"}, fallback ? "yes" : "no") == "yes";
}

int XmlFile::integer(const XmlElement& e, std::string_view attribute, int fallback) const {
    const std::string* value = e.find(attribute);
    if (value == nullptr) return fallback;
    int number = 0;
    const char* end = value->data() + value->size();
    const auto [stop, error] = std::from_chars(value->data(), end, number);
    if (error != std::errc() || stop != end || number < 0) {
        refuse(e, fmt::format("{}=\"{}\" phải là số nguyên không âm", attribute, *value));
    }
    return number;
}

void XmlFile::refuse(const XmlElement& e, const std::string& message) const {
    refuse_at(file_, {e.line, e.column}, message);
}

XmlFile read_xml(const TemplateFolder& templates, const std::string& relative) {
    return XmlFile("templates/" + relative, templates.read(relative));
}

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> result;
    for (std::string& word : split(text, ' ')) {
        if (!word.empty()) result.push_back(std::move(word));
    }
    return result;
}

}  // namespace hoso
