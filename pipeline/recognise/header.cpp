// SPDX-License-Identifier: Apache-2.0
#include "recognise/header.h"

#include <algorithm>
#include <tuple>

#include "vocabulary/text.h"

namespace hoso {

namespace {

struct RowKeys {
    std::vector<std::pair<std::string, std::uint32_t>> keys;  // heading_key, column; sorted

    [[nodiscard]] bool has(const Headings& headings) const {
        return std::any_of(headings.keys.begin(), headings.keys.end(), [&](const std::string& key) {
            const auto at = std::lower_bound(
                keys.begin(), keys.end(), key,
                [](const auto& entry, const std::string& wanted) { return entry.first < wanted; });
            return at != keys.end() && at->first == key;
        });
    }
};

RowKeys keys_of(const Grid& grid, std::uint32_t row) {
    RowKeys result;
    for (const Cell& cell : grid.row(row)) {
        std::string key = heading_key(cell.text);
        if (!key.empty()) result.keys.emplace_back(std::move(key), cell.column);
    }
    std::sort(result.keys.begin(), result.keys.end());
    return result;
}

bool contains(const std::vector<std::string>& keys, const std::string& key) {
    return !key.empty() && std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool matches(const Heading& heading, const std::vector<std::string>& keys) {
    return contains(keys, heading.key) || contains(keys, heading.top_key);
}

// A row of data has something in every key column.
bool is_data(const Grid& grid, const Layout& layout, std::uint32_t header_row, std::uint32_t row) {
    if (layout.tables.empty()) return false;
    const Dataset& dataset = *layout.tables[0].dataset;
    bool any = false;
    for (const Cell& cell : grid.row(header_row)) {
        const std::string key = heading_key(cell.text);
        for (const std::string& name : layout.row_key) {
            const auto index = static_cast<std::size_t>(dataset.find(name));
            if (!contains(layout.tables[0].columns[index].keys, key)) continue;
            if (!grid.at(row, cell.column)) return false;
            any = true;
        }
    }
    return any;
}

// Official forms number their columns below the headings: 1 2 3 … or (1) (2) (3) ….
bool numbers_columns(const Grid& grid, std::uint32_t header_row, std::uint32_t row) {
    const auto cells = grid.row(row);
    const auto heads = grid.row(header_row);
    if (cells.size() < 4 || heads.empty() || cells.front().column != heads.front().column) {
        return false;
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string number = std::to_string(i + 1), text = clean(cells[i].text);
        if (text != number && text != "(" + number + ")") return false;
    }
    return true;
}

std::size_t claimed(const Header& header) {
    const Binding binding = bind(header);
    std::size_t count = 0;
    for (const BoundTable& table : binding.tables) {
        count += table.takes.size();
        count += static_cast<std::size_t>(std::count_if(table.columns.begin(), table.columns.end(),
                                                        [](int i) { return i >= 0; }));
    }
    return count;
}

// How near a row comes to a layout: the share of its key headings, then how alike the missing ones
// are to what stands there ("Mã HS" for "Mã học sinh"), the system's own folder being the last
// hint.
struct Nearness {
    std::size_t found = 0, of = 1, alike = 0;
    [[nodiscard]] bool beats(const Nearness& other) const {
        const std::size_t mine = found * other.of, theirs = other.found * of;
        return std::tie(mine, found, alike) > std::tie(theirs, other.found, other.alike);
    }
};

std::size_t common_prefix(std::string_view a, std::string_view b) {
    return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
                                    a.begin());
}

std::size_t alikeness(const Grid& grid, const Layout& layout, const RowKeys& keys) {
    const std::string& file = grid.sheet().origin->file;
    std::size_t alike = ("/" + file).find("/" + layout.system + "/") == std::string::npos ? 0 : 100;
    for (const Headings& wanted : layout.keys) {
        if (keys.has(wanted)) continue;
        std::size_t best = 0;
        for (const auto& [key, column] : keys.keys) {
            best = std::max(best, common_prefix(key, wanted.keys.front()));
        }
        alike += best;
    }
    return alike;
}

// A sheet that looks the same from two systems (mail of two mailboxes) is told by where it lies.
bool lies_elsewhere(const Layout& layout, const std::string& path) {
    if (layout.paths.empty()) return false;
    const FoldedText folded = fold(path);
    return std::none_of(layout.paths.begin(), layout.paths.end(), [&](const Pattern& pattern) {
        return pattern.search(folded, path, Pattern::Where::Name).has_value();
    });
}

class HeaderFinder {
public:
    HeaderFinder(const Grid& grid, const Layout* only) : grid_(grid), only_(only) {}

    void try_row(const std::vector<Layout>& layouts, std::uint32_t row) {
        const RowKeys keys = keys_of(grid_, row);
        std::vector<Header> fitting;
        for (const Layout& layout : layouts) {
            if (only_ && only_ != &layout) continue;
            const auto found = static_cast<std::size_t>(
                std::count_if(layout.keys.begin(), layout.keys.end(),
                              [&](const Headings& key) { return keys.has(key); }));
            if (found < layout.keys.size()) {
                near(layout, row, keys, found);
                continue;
            }
            if (lies_elsewhere(layout, grid_.sheet().origin->file)) continue;
            const std::size_t most = fitting.empty() ? 0 : fitting.front().layout->keys.size();
            if (found < most) continue;
            if (found > most) fitting.clear();
            fitting.push_back(read_header(grid_, layout, row));
        }
        if (fitting.empty()) return;
        search.found =
            *std::max_element(fitting.begin(), fitting.end(), [](const Header& a, const Header& b) {
                return std::make_pair(claimed(a), !a.layout->paths.empty()) <
                       std::make_pair(claimed(b), !b.layout->paths.empty());
            });
    }

    HeaderSearch search;

private:
    void near(const Layout& layout, std::uint32_t row, const RowKeys& keys, std::size_t found) {
        if (found < 2 || 2 * found < layout.keys.size()) return;
        const Nearness here{found, layout.keys.size(), alikeness(grid_, layout, keys)};
        if (!here.beats(best_)) return;
        best_ = here;
        search.nearest = NearMiss{&layout, row, {}};
        for (const Headings& key : layout.keys) {
            if (!keys.has(key)) search.nearest->missing.push_back(key.shown);
        }
    }

    const Grid& grid_;
    const Layout* only_;
    Nearness best_;
};

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

HeaderSearch find_header(const Grid& grid, const std::vector<Layout>& layouts, std::uint32_t first,
                         const Layout* only) {
    HeaderFinder finder(grid, only);
    const std::uint32_t end = std::min(grid.last_row(), first + header_search_rows - 1);
    for (std::uint32_t row = first; row <= end && !finder.search.found; ++row) {
        if (grid.row(row).size() >= 2) finder.try_row(layouts, row);
    }
    return std::move(finder.search);
}

Header read_header(const Grid& grid, const Layout& layout, std::uint32_t row) {
    Header header{&layout, row, layout.depth, {}};
    if (header.depth == 2 && is_data(grid, layout, row, row + 1)) header.depth = 1;
    std::uint32_t last = 0;
    for (std::uint32_t r = row; r < row + header.depth; ++r) {
        if (!grid.row(r).empty()) last = std::max(last, grid.row(r).back().column);
    }
    const Cell* top = nullptr;
    for (std::uint32_t column = 1; column <= last; ++column) {
        const Cell* own = grid.at(row, column);
        const Cell* sub = header.depth == 2 ? grid.at(row + 1, column) : nullptr;
        if (!own && !sub) continue;
        if (own) top = own;
        Heading heading;
        heading.column = column;
        heading.top = top ? clean(top->text) : "";
        heading.shown = sub ? clean(heading.top + " " + sub->text) : heading.top;
        heading.key = heading_key(heading.shown);
        if (own) heading.top_key = heading_key(own->text);
        if (sub) heading.sub_key = heading_key(sub->text);
        heading.where = grid.where(own ? row : row + 1, column);
        header.headings.push_back(std::move(heading));
    }
    if (numbers_columns(grid, row, row + header.depth)) ++header.depth;
    return header;
}

Binding bind(const Header& header) { return Binder(header).bind(); }

}  // namespace hoso
