// SPDX-License-Identifier: Apache-2.0
#include "validate/limits.h"

#include <algorithm>

#include "catalogue/strict_xml.h"

namespace hoso {

namespace {

const XmlElement& only(const XmlFile& file, std::string_view name) {
    const auto& children = file.root().children;
    const auto is_named = [&](const XmlElement& e) { return e.name == name; };
    if (std::count_if(children.begin(), children.end(), is_named) != 1) {
        file.refuse(file.root(), "cần đúng một <" + std::string(name) + ">");
    }
    return *std::find_if(children.begin(), children.end(), is_named);
}

}  // namespace

Limits load_limits(const TemplateFolder& templates) {
    const XmlFile file = read_xml(templates, "checks.xml");
    file.check(file.root(), "checks", {}, {}, {"equal-remarks", "posts", "arrivals"});
    const XmlElement& remarks = only(file, "equal-remarks");
    const XmlElement& posts = only(file, "posts");
    const XmlElement& arrivals = only(file, "arrivals");
    file.check(remarks, "equal-remarks", {"from", "percent"});
    file.check(posts, "posts", {"a-month"});
    file.check(arrivals, "arrivals", {"grace-days"});
    Limits limits;
    limits.equal_remarks_from = file.integer(remarks, "from", 0);
    limits.equal_remarks_percent = file.integer(remarks, "percent", 0);
    limits.posts_a_month = file.integer(posts, "a-month", 0);
    limits.arrival_grace_days = file.integer(arrivals, "grace-days", 0);
    return limits;
}

}  // namespace hoso
