// SPDX-License-Identifier: Apache-2.0
#include "verify/manifest.h"

#include <algorithm>

#include "verify/container.h"
#include "verify/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

// Text lines without their ends; the last line may lack one.
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines = split(text, '\n');
    if (!lines.empty() && lines.back().empty()) lines.pop_back();
    for (std::string& line : lines) {
        if (line.ends_with('\r')) line.pop_back();
    }
    return lines;
}

std::size_t digits_of(const std::string& algorithm) { return algorithm == "sha512" ? 128 : 64; }

}  // namespace

Manifest parse_manifest(const std::string& name, std::string_view text, Findings& findings) {
    Manifest manifest;
    manifest.name = name;
    manifest.payload = name.starts_with("manifest-");
    const std::size_t dash = name.find('-') + 1;
    manifest.algorithm = name.substr(dash, name.rfind('.') - dash);
    const std::size_t digits = digits_of(manifest.algorithm);
    std::size_t number = 0;
    for (const std::string& line : lines_of(text)) {
        ++number;
        const std::string digest = to_lower(line.substr(0, line.find_first_of(" \t")));
        // sha256sum writes two blanks, or a blank and "*" for a file read as binary.
        const std::size_t path = line.find_first_not_of(" \t", digest.size());
        std::string file = path == line.npos ? "" : line.substr(path);
        if (file.starts_with('*')) file.erase(0, 1);
        const bool right = digest.size() == digits && !file.empty() &&
                           digest.find_first_not_of("0123456789abcdef") == digest.npos &&
                           file.starts_with("data/") == manifest.payload;
        if (!right || !manifest.digests.emplace(file, digest).second) {
            findings.add(verify_rule::manifest_line, {place_of(name)},
                         {{"line", std::to_string(number)}, {"text", to_nfc(line.substr(0, 200))}});
        }
    }
    return manifest;
}

std::map<std::string, std::string> parse_bag_info(std::string_view text) {
    std::map<std::string, std::string> info;
    std::string label;
    for (const std::string& line : lines_of(text)) {
        if (!label.empty() && (line.starts_with(' ') || line.starts_with('\t'))) {
            info[label] += " " + clean(line);
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == line.npos) continue;
        label = line.substr(0, colon);
        info[label] = clean(line.substr(colon + 1));
    }
    return info;
}

std::string why_bad_name(const std::string& name) {
    if (to_nfc(name) != name) return "NFC";
    if (name.starts_with('/')) return "/";
    for (const char c : name) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return "CR, LF …";
        if (std::string_view("%\\<>:\"|?*").find(c) != std::string_view::npos) return {c};
    }
    const std::vector<std::string> parts = split(name, '/');
    const auto odd = std::find_if(parts.begin(), parts.end(), [](const std::string& part) {
        return part.empty() || part == "." || part == ".." || part.ends_with(' ') ||
               (part.ends_with('.'));
    });
    return odd == parts.end() ? "" : "\"" + to_nfc(*odd) + "\"";
}

}  // namespace hoso
