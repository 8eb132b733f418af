// SPDX-License-Identifier: Apache-2.0
#include "render/print_contents.h"

#include "render/markup/escape.h"

namespace hoso {

namespace {

using markup::escape;

constexpr const char* style = R"(
section { size: A4; margin: 12mm 20mm 12mm 30mm }
h3 { text-align: center }
table { border: 1pt solid; margin-top: 3mm }
td, th { border: 0.5pt solid; padding: 1mm 1.5mm; font-size: 12pt }
.number { text-align: center }
.name { fit: shrink }
.titles td { padding: 0.2mm 1.5mm; font-size: 11pt }
.total { font-weight: bold }
)";

struct Group {
    std::string name;
    std::size_t first, count;
};

std::vector<Group> groups_of(const std::vector<PrintPart>& parts) {
    std::vector<Group> groups;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i == 0 || parts[i].group != parts[i - 1].group)
            groups.push_back({parts[i].group, i, 0});
        ++groups.back().count;
    }
    return groups;
}

std::string cell(const std::string& text, const char* name) {
    return std::string("<td class=\"") + name + "\">" + text + "</td>";
}

std::string row(std::size_t number, const std::string& name, const std::string& middle, int page) {
    return "<tr>" + cell(std::to_string(number), "number") + cell(escape(name), "name") + middle +
           cell(std::to_string(page), "number") + "</tr>\n";
}

std::string head(const char* names) {
    return std::string("<thead><tr>") + names + "</tr></thead><tbody>\n";
}

std::string group_table(const std::vector<Group>& groups, const std::vector<int>& starts,
                        std::size_t total, int before) {
    std::string table =
        "<table><colgroup><col style=\"width: 14mm\"/><col/><col style=\"width: 32mm\"/>"
        "<col style=\"width: 30mm\"/></colgroup>" +
        head("<th>STT</th><th>Lớp</th><th>Số học sinh</th><th>Từ trang</th>");
    for (std::size_t i = 0; i < groups.size(); ++i) {
        table += row(i + 1, groups[i].name, cell(std::to_string(groups[i].count), "number"),
                     before + starts[groups[i].first] + 1);
    }
    table += "<tr class=\"total\"><td></td><td>Cộng</td>" + cell(std::to_string(total), "number") +
             "<td></td></tr></tbody></table>\n";
    return table;
}

std::string title_table(const std::vector<PrintPart>& parts, const std::vector<int>& starts,
                        int before) {
    std::string table =
        "<h3>" + escape(parts.front().group) + ": " + std::to_string(parts.size()) +
        " học sinh</h3>\n<table class=\"titles\"><colgroup><col style=\"width: 14mm\"/><col/>"
        "<col style=\"width: 30mm\"/></colgroup>" +
        head("<th>STT</th><th>Họ và tên</th><th>Từ trang</th>");
    for (std::size_t i = 0; i < parts.size(); ++i) {
        table += row(i + 1, parts[i].title, "", before + starts[i] + 1);
    }
    return table + "</tbody></table>\n";
}

}  // namespace

std::string contents_markup(const std::vector<PrintPart>& parts, const std::vector<int>& starts,
                            int before, const std::string& heading) {
    const std::vector<Group> groups = groups_of(parts);
    std::string markup = std::string("<html><head><style>") + style +
                         "</style></head><body><section>\n<h1>MỤC LỤC</h1>\n<h2>" +
                         escape(heading) + "</h2>\n";
    markup += groups.size() == 1 ? title_table(parts, starts, before)
                                 : group_table(groups, starts, parts.size(), before);
    return markup + "</section></body></html>\n";
}

}  // namespace hoso
