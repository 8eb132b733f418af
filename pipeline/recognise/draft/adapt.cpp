// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "recognise/draft/adapt.h"
#include "recognise/draft/xml_writer.h"
#include "recognise/profile/likeness.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

bool shares(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& key) {
        return std::find(b.begin(), b.end(), key) != b.end();
    });
}

std::string joined(const std::vector<std::string>& headings) {
    std::string text;
    for (const std::string& heading : headings) text += (text.empty() ? "" : "|") + heading;
    return text;
}

// '|' parts choices; a heading with one cannot be written.
std::string writable(std::string heading) {
    std::replace(heading.begin(), heading.end(), '|', ' ');
    return clean(heading);
}

class Adapter {
public:
    Adapter(XmlElement layout, const Header& header, const Profiles& profiles)
        : layout_(std::move(layout)), header_(header), profiles_(profiles) {
        const Binding binding = bind(header);
        unknown_.insert(binding.unknown.begin(), binding.unknown.end());
    }

    XmlElement adapt(const std::string& id) {
        set_attribute(layout_, "id", id);
        set_attribute(layout_, "title", layout_.get("title") + " – mẫu của trường");
        for (XmlElement& child : layout_.children) {
            if (child.name == "header") keys(child);
        }
        for (XmlElement& child : layout_.children) {
            if (child.name == "table") columns(child);
        }
        std::string left;
        for (const std::size_t i : unknown_)
            left += (left.empty() ? "\"" : ", \"") + header_.headings[i].shown + "\"";
        if (!left.empty()) {
            layout_.children.insert(
                layout_.children.begin(),
                make_comment("XEM LẠI: chưa dùng các cột " + left +
                             ". Cột không cần thì ghi vào <ignore>Tên cột|Tên cột</ignore>."));
        }
        return std::move(layout_);
    }

private:
    void keys(XmlElement& header) {
        std::vector<XmlElement> changed;
        for (XmlElement& key : header.children) {
            const Headings wanted = headings_of(key.text);
            if (!stands(wanted)) key_is_missing(key, wanted, changed);
            changed.push_back(std::move(key));
        }
        header.children = std::move(changed);
    }

    [[nodiscard]] bool stands(const Headings& wanted) const {
        return std::any_of(
            header_.headings.begin(), header_.headings.end(), [&](const Heading& heading) {
                return shares({heading.top_key}, wanted.keys) && heading.where.row == header_.row;
            });
    }

    void key_is_missing(XmlElement& key, const Headings& wanted, std::vector<XmlElement>& out) {
        const auto found = most_alike(wanted, true);
        if (!found) {
            out.push_back(make_comment("XEM LẠI: tệp không có cột \"" + wanted.shown +
                                       "\". Ghi thêm tên cột trong tệp sau dấu |, hoặc xóa dòng "
                                       "dưới nếu bảng này vốn không có cột đó."));
            return;
        }
        const Heading& heading = header_.headings[*found];
        out.push_back(make_comment("XEM LẠI: \"" + heading.top + "\" (ô " +
                                   cell_name(heading.where.row, heading.where.column) +
                                   ") có phải là \"" + wanted.shown + "\" không?"));
        key.text = clean(key.text) + "|" + writable(heading.top);
        for (XmlElement& child : layout_.children) {
            if (child.name == "table") add_to_table(child, wanted, writable(heading.top));
        }
        unknown_.erase(*found);
    }

    std::optional<std::size_t> most_alike(const Headings& wanted, bool top_only) const {
        std::optional<std::size_t> best;
        int most = likely - 1;
        for (const std::size_t i : unknown_) {
            const Heading& heading = header_.headings[i];
            if (top_only && (heading.top_key.empty() || heading.where.row != header_.row)) continue;
            for (const std::string& key : wanted.keys) {
                const int alike = likeness(top_only ? heading.top_key : heading.key, key);
                if (alike <= most) continue;
                most = alike;
                best = i;
            }
        }
        return best;
    }

    // Wherever the table reads a column by one of the key's names, it reads it by this one too.
    void add_to_table(XmlElement& table, const Headings& wanted, const std::string& heading) {
        const Dataset* dataset = profiles_.find(table.get("dataset"));
        if (!dataset) return;
        std::set<std::string> own;
        for (XmlElement& child : table.children) {
            if (child.name == "column") {
                own.insert(child.get("name"));
                append_choice(child, wanted, heading);
            }
            if (child.name != "unpivot") continue;
            own.insert(child.get("into"));
            own.insert(child.get("value"));
            for (XmlElement& take : child.children) append_choice(take, wanted, heading);
        }
        for (std::size_t i = 0; i < dataset->type.columns.size(); ++i) {
            const ColumnType& column = dataset->type.columns[i];
            if (own.count(column.name) != 0 || !shares(dataset->headings[i].keys, wanted.keys))
                continue;
            add_column(table, column, heading);
        }
    }

    static void append_choice(XmlElement& element, const Headings& wanted,
                              const std::string& heading) {
        const std::string known = element.get("heading");
        if (known.empty() || !shares(headings_of(known).keys, wanted.keys)) return;
        set_attribute(element, "heading", known + "|" + heading);
    }

    static void add_column(XmlElement& table, const ColumnType& column,
                           const std::string& heading) {
        table.children.insert(
            table.children.begin(),
            make_element("column", {{"name", column.name},
                                    {"heading", joined(column.headings) + "|" + heading}}));
    }

    // Columns of the dataset that the sheet has under another name.
    void columns(XmlElement& table) {
        const Dataset* dataset = profiles_.find(table.get("dataset"));
        const auto& tables = header_.layout->tables;
        const auto shape =
            std::find_if(tables.begin(), tables.end(),
                         [&](const TableShape& candidate) { return candidate.dataset == dataset; });
        if (!dataset || shape == tables.end()) return;
        const Binding binding = bind(header_);
        const BoundTable& bound = binding.tables[static_cast<std::size_t>(shape - tables.begin())];
        for (std::size_t i = 0; i < dataset->type.columns.size(); ++i) {
            const ColumnType& column = dataset->type.columns[i];
            const Headings& wanted = shape->columns[i];
            if (bound.columns[i] >= 0 || wanted.keys.empty() || declared(table, column.name))
                continue;
            if (const auto found = most_alike(wanted, false)) {
                const Heading& heading = header_.headings[*found];
                add_column(table, column, writable(heading.shown));
                table.children.insert(
                    table.children.begin(),
                    make_comment("XEM LẠI: \"" + heading.shown + "\" (ô " +
                                 cell_name(heading.where.row, heading.where.column) +
                                 ") có phải là \"" + wanted.shown + "\" không?"));
                unknown_.erase(*found);
            } else if (column.required && !from_title(column.name)) {
                table.children.insert(table.children.begin(),
                                      make_comment("XEM LẠI: cần cột \"" + wanted.shown +
                                                   "\"; nếu tệp gọi bằng tên "
                                                   "khác thì thêm <column name=\"" +
                                                   column.name + "\" heading=\"" +
                                                   joined(column.headings) + "|tên trong tệp\"/>"));
            }
        }
    }

    static bool declared(const XmlElement& table, const std::string& column) {
        return std::any_of(table.children.begin(), table.children.end(),
                           [&](const XmlElement& child) {
                               return child.name == "column" && child.get("name") == column;
                           });
    }

    static bool from_title(const std::string& column) {
        constexpr std::string_view names[] = {"class",   "term",  "year",  "subject",
                                              "teacher", "month", "week",  "visit",
                                              "from",    "to",    "record"};
        return std::find(std::begin(names), std::end(names), column) != std::end(names);
    }

    XmlElement layout_;
    const Header& header_;
    const Profiles& profiles_;
    std::set<std::size_t> unknown_;  // headings that nothing claims
};

}  // namespace

XmlElement adapt_layout(XmlElement layout, const std::string& id, const Header& header,
                        const Profiles& profiles) {
    return Adapter(std::move(layout), header, profiles).adapt(id);
}

}  // namespace hoso
