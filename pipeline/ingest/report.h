// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "vocabulary/finding.h"

namespace hoso {

// A finding of this room; see ingest/rules.h for why it holds back nothing by itself.
inline void report(Findings& findings, const Rule& rule, std::vector<Location> places,
                   std::map<std::string, std::string> args = {}) {
    Scope scope;
    scope.nothing = true;
    findings.add(rule, std::move(places), std::move(args), std::move(scope));
}

inline Location whole_file(const std::string& path) {
    return {std::make_shared<const Origin>(Origin{path, ""}), 0, 0};
}

}  // namespace hoso
