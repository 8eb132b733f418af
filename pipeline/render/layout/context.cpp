// SPDX-License-Identifier: Apache-2.0
#include "render/layout/context.h"

namespace hoso::layout {

namespace {

void collect_places(const Node& node, const std::vector<LineageEntry>& lineage,
                    std::vector<Location>& places) {
    const auto id = static_cast<std::size_t>(node.lineage);
    if (node.lineage >= 0 && id < lineage.size() && lineage[id].where.origin) {
        places.push_back(lineage[id].where);
    }
    for (const Node& child : children(node)) collect_places(child, lineage, places);
}

}  // namespace

void Context::report(const Rule& rule, const Node& node, std::map<std::string, std::string> args) {
    args["line"] = std::to_string(node.line);
    args.try_emplace("element", describe(node));
    findings.add(rule, {}, std::move(args));
}

void Context::report_text(const Rule& rule, const Node& node,
                          std::map<std::string, std::string> args) {
    args["line"] = std::to_string(node.line);
    args.try_emplace("element", describe(node));
    args.try_emplace("text", text_below(node));
    std::vector<Location> places;
    collect_places(node, lineage, places);
    findings.add(rule, std::move(places), std::move(args));
}

}  // namespace hoso::layout
