// SPDX-License-Identifier: Apache-2.0
#include "verify/package_parts.h"

#include <algorithm>

#include "verify/rules.h"
#include "verify/xml_tree.h"
#include "vocabulary/text.h"

namespace hoso {

namespace rule = verify_rule;

namespace {

constexpr std::string_view kTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
constexpr std::string_view kLinks = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view kSignatureType =
    "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/signature";

bool has_only(const pugi::xml_node& node, std::initializer_list<std::string_view> names) {
    std::set<std::string_view> seen;
    for (const pugi::xml_attribute& attribute : node.attributes()) {
        const std::string_view name = attribute.name();
        if (std::find(names.begin(), names.end(), name) == names.end()) return false;
        if (!seen.insert(name).second) return false;
    }
    return !node.first_child();
}

// The root of a document that holds flat elements of one namespace and nothing else.
pugi::xml_node flat_root(const pugi::xml_document& document, std::string_view space,
                         std::string_view name) {
    pugi::xml_node root;
    for (const pugi::xml_node& child : document.children()) {
        if (child.type() != pugi::node_element) continue;
        if (root || !xml::is(child, space, name)) return {};
        root = child;
    }
    std::size_t declared = 0;
    for (const pugi::xml_attribute& attribute : root.attributes()) {
        if (attribute.name() != std::string_view("xmlns")) return {};
        ++declared;
    }
    return declared == 1 ? root : pugi::xml_node();
}

bool is_text(const pugi::xml_node& node) {
    return node.type() != pugi::node_element &&
           std::string_view(node.value()).find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// 9.3.4: a target is relative to the part that it leads away from.
std::string resolve(const std::string& part, const std::string& target) {
    std::string path =
        target.starts_with('/') ? target : part.substr(0, part.rfind('/') + 1) + target;
    std::vector<std::string> steps;
    for (std::size_t at = 1; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string step = path.substr(at, end - at);
        if (step == ".." && !steps.empty()) {
            steps.pop_back();
        } else if (step != "." && step != "..") {
            steps.push_back(step);
        }
        at = end + 1;
    }
    std::string resolved;
    for (const std::string& step : steps) resolved += "/" + step;
    return resolved;
}

std::string links_of(const std::string& part) {
    const auto slash = part.rfind('/');
    return part.substr(0, slash + 1) + "_rels/" + part.substr(slash + 1) + ".rels";
}

}  // namespace

bool PackageParts::open(std::string_view bytes, const std::string& name, Findings& findings) {
    const auto container = open_package(bytes, name, findings);
    if (!container) return false;
    std::optional<std::string> types;
    for (std::size_t i = 0; i < container->files().size(); ++i) {
        auto part = container->read(i, findings);
        if (!part) continue;
        const std::string& file = container->files()[i].name;
        if (file == "[Content_Types].xml") {
            types = std::move(part);
        } else {
            parts_["/" + file] = *std::move(part);
        }
    }
    if (!types || !read_types(*types)) {
        findings.add(rule::zip_damaged, {place_of(name)}, {{"what", "[Content_Types].xml"}});
        return false;
    }
    find_signatures();
    find_sheets();
    return true;
}

bool PackageParts::read_types(std::string_view text) {
    const auto document = xml::parse(text);
    const pugi::xml_node root = document ? flat_root(*document, kTypes, "Types") : pugi::xml_node();
    for (const pugi::xml_node& node : root.children()) {
        if (is_text(node)) continue;
        const std::string type = node.attribute("ContentType").value();
        bool good = false;
        if (xml::is(node, kTypes, "Default") && has_only(node, {"Extension", "ContentType"})) {
            const std::string extension = to_lower(node.attribute("Extension").value());
            good = by_extension_.emplace(extension, type).second;
        } else if (xml::is(node, kTypes, "Override") &&
                   has_only(node, {"PartName", "ContentType"})) {
            good = by_part_.emplace(node.attribute("PartName").value(), type).second;
        }
        if (!good) return false;
    }
    return static_cast<bool>(root);
}

std::string PackageParts::content_type(const std::string& part) const {
    const auto own = by_part_.find(part);
    if (own != by_part_.end()) return own->second;
    const auto dot = part.rfind('.');
    const auto extension =
        by_extension_.find(dot == std::string::npos ? "" : to_lower(part.substr(dot + 1)));
    return extension == by_extension_.end() ? "" : extension->second;
}

std::optional<std::vector<PackageParts::Relationship>> PackageParts::relationships(
    std::string_view text) {
    const auto document = xml::parse(text);
    const pugi::xml_node root =
        document ? flat_root(*document, kLinks, "Relationships") : pugi::xml_node();
    if (!root) return std::nullopt;
    std::vector<Relationship> all;
    for (const pugi::xml_node& node : root.children()) {
        if (is_text(node)) continue;
        if (!xml::is(node, kLinks, "Relationship") ||
            !has_only(node, {"Id", "Type", "Target", "TargetMode"})) {
            return std::nullopt;
        }
        const std::string mode = node.attribute("TargetMode").value();
        all.push_back({node.attribute("Id").value(), node.attribute("Type").value(),
                       node.attribute("Target").value(), mode.empty() ? "Internal" : mode});
    }
    std::sort(all.begin(), all.end(),
              [](const Relationship& a, const Relationship& b) { return a.id < b.id; });
    const auto twice = std::adjacent_find(
        all.begin(), all.end(),
        [](const Relationship& a, const Relationship& b) { return a.id == b.id; });
    if (twice != all.end()) return std::nullopt;
    return all;
}

bool PackageParts::is_relationships(std::string_view part) {
    return part.ends_with(".rels") && part.find("/_rels/") != std::string_view::npos;
}

std::vector<std::string> PackageParts::targets(const std::string& part,
                                               std::string_view type) const {
    std::vector<std::string> found;
    const auto links = parts_.find(links_of(part));
    const auto all = links == parts_.end() ? std::nullopt : relationships(links->second);
    if (!all) return found;
    for (const Relationship& one : *all) {
        if (one.type == type && one.mode == "Internal") found.push_back(resolve(part, one.target));
    }
    return found;
}

void PackageParts::find_signatures() {
    for (const std::string& origin : targets("/", kOriginType)) {
        // Content in the place of the empty origin would be covered by nothing.
        const auto part = parts_.find(origin);
        if (part == parts_.end() || !part->second.empty()) continue;
        own_.insert(origin);
        own_.insert(links_of(origin));
        for (const std::string& signature : targets(origin, kSignatureType)) {
            if (own_.insert(signature).second) signatures_.push_back(signature);
        }
    }
}

void PackageParts::find_sheets() {
    constexpr std::string_view kDocument =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    for (const std::string& book : targets("/", kDocument)) {
        const auto part = parts_.find(book), links = parts_.find(links_of(book));
        if (part == parts_.end() || links == parts_.end()) continue;
        const auto document = xml::parse(part->second);
        const auto all = relationships(links->second);
        if (!document || !all) continue;
        const pugi::xml_node root = document->document_element();
        for (const pugi::xml_node& sheets : xml::children(root, "", "sheets")) {
            for (const pugi::xml_node& sheet : xml::children(sheets, "", "sheet")) {
                for (const Relationship& one : *all) {
                    if (one.id != sheet.attribute("r:id").value()) continue;
                    sheets_[resolve(book, one.target)] = sheet.attribute("name").value();
                }
            }
        }
    }
}

std::string PackageParts::describe(const std::string& part) const {
    const auto sheet = sheets_.find(part);
    return sheet == sheets_.end() ? to_nfc(part) : "trang tính \"" + to_nfc(sheet->second) + "\"";
}

}  // namespace hoso
