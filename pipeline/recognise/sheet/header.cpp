// SPDX-License-Identifier: Apache-2.0
#include "recognise/sheet/header.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "recognise/profile/likeness.h"
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

// Headings merged over both rows: what stands in the second row beside one is not below it.
std::set<std::uint32_t> closed_headings(const Grid& grid, std::uint32_t row) {
    std::set<std::uint32_t> columns;
    for (const CellRange& merge : grid.sheet().merges) {
        if (merge.first_row <= row && merge.last_row > row) columns.insert(merge.first_column);
    }
    return columns;
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

// How near a row comes to a layout: its key headings, those that are only alike ("Mã HS" for "Mã
// học sinh") counting less, and how much of the row the layout would read. The system's own folder
// is the last hint.
struct Nearness {
    std::size_t found = 0, of = 1;
    std::size_t alike = 0;  // of 100 each key
    std::size_t read = 0;   // of 100 all headings
    bool own_folder = false;

    [[nodiscard]] bool convincing() const { return found >= 2 && 2 * alike >= 100 * of; }
    [[nodiscard]] bool beats(const Nearness& other) const {
        const auto rank = [](const Nearness& n) {
            return std::tuple(n.convincing(), 2 * n.alike / n.of + n.read, n.own_folder);
        };
        return rank(*this) > rank(other);
    }
};

Nearness nearness(const Grid& grid, const Layout& layout, std::uint32_t row, const RowKeys& keys,
                  std::size_t found) {
    Nearness result{found, layout.keys.size(), 0, 0, false};
    for (const Headings& wanted : layout.keys) {
        int best = keys.has(wanted) ? 100 : 0;
        for (const auto& [key, column] : keys.keys) {
            if (best == 100) break;
            best = std::max(best, likeness(key, wanted.keys.front()));
        }
        if (best >= likely) result.alike += static_cast<std::size_t>(best);
    }
    const Header header = read_header(grid, layout, row);
    if (!header.headings.empty()) result.read = 100 * claimed(header) / header.headings.size();
    const std::string& file = grid.sheet().origin->file;
    result.own_folder = ("/" + file).find("/" + layout.system + "/") != std::string::npos;
    return result;
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
        if (found == 0 || (best_.convincing() && found < 2)) return;
        const Nearness here = nearness(grid_, layout, row, keys, found);
        if (!here.beats(best_)) return;
        best_ = here;
        search.nearest = NearMiss{&layout, row, {}, here.convincing()};
        for (const Headings& key : layout.keys) {
            if (!keys.has(key)) search.nearest->missing.push_back(key.shown);
        }
    }

    const Grid& grid_;
    const Layout* only_;
    Nearness best_;
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
    const auto closed = closed_headings(grid, row);
    for (std::uint32_t column = 1; column <= last; ++column) {
        const Cell* own = grid.at(row, column);
        const Cell* sub = header.depth == 2 ? grid.at(row + 1, column) : nullptr;
        if (!own && !sub) continue;
        if (own) top = own;
        if (!own && top && closed.count(top->column) != 0) top = nullptr;
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

bool stands_again(const Grid& grid, const Header& header, std::uint32_t row) {
    const auto texts = grid.row(header.row);
    std::size_t same = 0;
    for (const Cell& wanted : texts) {
        if (is_blank(wanted.text)) continue;
        const Cell* cell = grid.at(row, wanted.column);
        // Most rows differ in their first cell.
        if (!cell || cell->text != wanted.text) return false;
        ++same;
    }
    return same >= 2;
}

}  // namespace hoso
