// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "recognise/sheet/header.h"

namespace hoso {

namespace {

bool contains(const std::vector<std::string>& keys, const std::string& key) {
    return !key.empty() && std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool matches(const Heading& heading, const std::vector<std::string>& keys) {
    return contains(keys, heading.key) || contains(keys, heading.top_key);
}

class Binder {
public:
    explicit Binder(const Header& header)
        : header_(header), claimed_(header.headings.size(), false) {}

    Binding bind() {
        for (const TableShape& shape : header_.layout->tables) {
            binding_.tables.push_back(by_name(shape));
        }
        // The others are what no column of any table has claimed.
        for (BoundTable& table : binding_.tables) {
            for (const Unpivot& unpivot : table.shape->unpivot) others(unpivot, table);
        }
        for (std::size_t i = 0; i < header_.headings.size(); ++i) {
            if (!claimed_[i] && !is_ignored(i)) binding_.unknown.push_back(i);
        }
        return std::move(binding_);
    }

private:
    // The first heading with one of these keys; later ones are duplicates.
    int claim(const Headings& wanted) {
        int first = -1;
        for (std::size_t i = 0; i < header_.headings.size(); ++i) {
            if (!matches(header_.headings[i], wanted.keys)) continue;
            claimed_[i] = true;
            if (first >= 0) binding_.duplicates.push_back(i);
            if (first < 0) first = static_cast<int>(i);
        }
        return first;
    }

    BoundTable by_name(const TableShape& shape) {
        BoundTable table{&shape, {}, {}};
        for (const Headings& wanted : shape.columns) table.columns.push_back(claim(wanted));
        for (const Unpivot& unpivot : shape.unpivot) {
            for (const Take& take : unpivot.takes) {
                if (take.others) continue;
                const int heading = claim(take.headings);
                if (heading >= 0) table.takes.push_back({&take, static_cast<std::size_t>(heading)});
            }
        }
        return table;
    }

    void others(const Unpivot& unpivot, BoundTable& table) {
        for (const Take& take : unpivot.takes) {
            if (!take.others) continue;
            const std::uint32_t after = border(take.after, 0);
            const std::uint32_t before = border(take.before, UINT32_MAX);
            std::vector<std::string> seen;
            for (std::size_t i = 0; i < header_.headings.size(); ++i) {
                const Heading& heading = header_.headings[i];
                if (claimed_[i] || is_ignored(i) || heading.column <= after ||
                    heading.column >= before || !stands_under(heading, take)) {
                    continue;
                }
                claimed_[i] = true;
                const std::string top = heading_key(heading.top);
                if (contains(seen, top)) binding_.duplicates.push_back(i);
                seen.push_back(top);
                table.takes.push_back({&take, i});
            }
        }
    }

    static bool stands_under(const Heading& heading, const Take& take) {
        if (take.under.keys.empty()) return !heading.top_key.empty();
        return contains(take.under.keys, heading.sub_key) && !heading.top.empty();
    }

    // The column of the first of `limits` that stands in the sheet.
    [[nodiscard]] std::uint32_t border(const Headings& limits, std::uint32_t otherwise) const {
        for (const std::string& key : limits.keys) {
            for (const Heading& heading : header_.headings) {
                if (heading.key == key || heading.top_key == key) return heading.column;
            }
        }
        return otherwise;
    }

    [[nodiscard]] bool is_ignored(std::size_t i) const {
        return matches(header_.headings[i], header_.layout->ignored);
    }

    const Header& header_;
    std::vector<bool> claimed_;
    Binding binding_;
};

}  // namespace

Binding bind(const Header& header) { return Binder(header).bind(); }

}  // namespace hoso
