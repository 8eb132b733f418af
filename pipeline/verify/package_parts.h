// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "verify/container.h"

namespace hoso {

// The parts of a workbook (ECMA-376, Part 2, 9 and 10), read once. What no signature covers byte by
// byte, content types and relationships, is read strictly: whoever could make us and Excel read it
// differently could change what Excel shows.
class PackageParts {
public:
    struct Relationship {
        std::string id, type, target, mode;
    };

    // False, with findings, if it is no package.
    bool open(std::string_view bytes, const std::string& name, Findings& findings);

    // "/xl/workbook.xml"; the content types are no part.
    [[nodiscard]] const std::map<std::string, std::string>& parts() const { return parts_; }
    [[nodiscard]] std::string content_type(const std::string& part) const;
    // nullopt: not in the form that 9.3 gives.
    [[nodiscard]] static std::optional<std::vector<Relationship>> relationships(
        std::string_view xml);
    [[nodiscard]] static bool is_relationships(std::string_view part);

    // The signatures that can be reached from the package, and all that belongs to them.
    [[nodiscard]] const std::vector<std::string>& signatures() const { return signatures_; }
    [[nodiscard]] bool belongs_to_signatures(const std::string& part) const {
        return own_.count(part) != 0;
    }
    // For a person: "trang tính "TOÁN"" for a sheet, else the part's name.
    [[nodiscard]] std::string describe(const std::string& part) const;

    static constexpr std::string_view kOriginType =
        "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin";

private:
    bool read_types(std::string_view xml);
    void find_signatures();
    void find_sheets();
    [[nodiscard]] std::vector<std::string> targets(const std::string& part,
                                                   std::string_view type) const;

    std::map<std::string, std::string> parts_;
    std::map<std::string, std::string> by_extension_, by_part_, sheets_;
    std::vector<std::string> signatures_;
    std::set<std::string> own_;
};

}  // namespace hoso
