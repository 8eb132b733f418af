// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "vocabulary/finding.h"

namespace hoso {

// As it stands in files that programs read: reports, manifests.
constexpr std::string_view severity_name(Severity severity) {
    switch (severity) {
        case Severity::Error:
            return "error";
        case Severity::Warning:
            return "warning";
        case Severity::Note:
            return "note";
    }
    return "";
}

}  // namespace hoso
