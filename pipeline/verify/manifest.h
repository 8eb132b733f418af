// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "vocabulary/finding.h"

namespace hoso {

// manifest-<algorithm>.txt or tagmanifest-<algorithm>.txt (RFC 8493, 2.1.3, 2.2.1).
struct Manifest {
    std::string name;
    std::string algorithm;  // "sha256" "sha512"
    bool payload = true;
    std::map<std::string, std::string> digests;  // file → lower-case hexadecimal
};

// Wrong lines are findings and left out.
Manifest parse_manifest(const std::string& name, std::string_view text, Findings& findings);

// "Label: value" lines of bag-info.txt (2.2.2), continued lines joined.
std::map<std::string, std::string> parse_bag_info(std::string_view text);

// Why a file of this name must not be in an archive: programs would read it differently. Empty: it
// may. A "%" is escaped by some readers of manifests and not by others; NFD and NFC look the same.
std::string why_bad_name(const std::string& name);

}  // namespace hoso
