// SPDX-License-Identifier: Apache-2.0
#include "recognise/versions/differences.h"

#include <algorithm>
#include <map>
#include <set>

namespace hoso {

namespace {

using Row = std::vector<Datum>;

std::string key_of(const Table& table, const Row& row, const std::vector<std::string>& key) {
    std::string text;
    bool any = false;
    for (const std::string& name : key) {
        const int column = table.find_column(name);
        const std::string part =
            column < 0 ? "" : plain_text(row[static_cast<std::size_t>(column)].value);
        any = any || !part.empty();
        text += heading_key(part) + "\n";
    }
    return any ? text : "";
}

// The rows of a table by key. Of a key that comes twice the first is compared; that it comes twice
// is for others to say.
std::map<std::string, const Row*> by_key(const Table& table, const std::vector<std::string>& key) {
    std::map<std::string, const Row*> rows;
    for (const Row& row : table.rows) {
        std::string text = key_of(table, row, key);
        if (!text.empty()) rows.emplace(std::move(text), &row);
    }
    return rows;
}

// The name, else what the key says.
std::string who(const Table& table, const Row& row, const std::vector<std::string>& key) {
    const int name = table.find_column("name");
    if (name >= 0 && !row[static_cast<std::size_t>(name)].empty())
        return plain_text(row[static_cast<std::size_t>(name)].value);
    std::string text;
    for (const std::string& part : key) {
        const int column = table.find_column(part);
        if (column < 0 || row[static_cast<std::size_t>(column)].empty()) continue;
        text +=
            (text.empty() ? "" : ", ") + plain_text(row[static_cast<std::size_t>(column)].value);
    }
    return text;
}

// The cell that says whose row it is.
Location place_of(const Table& table, const Row& row, const std::vector<std::string>& key) {
    for (const std::string& part : key) {
        const int column = table.find_column(part);
        if (column < 0) continue;
        const Datum& datum = row[static_cast<std::size_t>(column)];
        if (!datum.empty() && datum.where.row > 0) return datum.where;
    }
    return {};
}

class Comparer {
public:
    void add(const SourceTable& first, const SourceTable& second,
             const std::vector<std::string>& key, bool count_rows) {
        const auto left = by_key(first.table, key), right = by_key(second.table, key);
        std::size_t shared = 0;
        for (const auto& [text, row] : left) {
            const auto other = right.find(text);
            if (other == right.end()) {
                lone(result_.only_first, first.table, *row, key);
            } else {
                ++shared;
                cells(first.table, *row, second.table, *other->second, key);
            }
        }
        for (const auto& [text, row] : right) {
            if (left.count(text) == 0) lone(result_.only_second, second.table, *row, key);
        }
        if (!count_rows) return;
        result_.shared = shared;
        result_.rows_first = left.size();
        result_.rows_second = right.size();
    }

    Comparison take() {
        for (auto* list : {&result_.cells, &result_.only_first, &result_.only_second}) {
            std::sort(list->begin(), list->end(),
                      [](const Difference& a, const Difference& b) { return a.first < b.first; });
        }
        return std::move(result_);
    }

private:
    // A cell that feeds two datasets differs once; a pupil with four marks is one row that is
    // missing.
    bool fresh(const Location& where) {
        return seen_.insert({where.origin.get(), where.row, where.column}).second;
    }

    void cells(const Table& first, const Row& left, const Table& second, const Row& right,
               const std::vector<std::string>& key) {
        for (std::size_t i = 0; i < first.columns.size(); ++i) {
            const int j = second.find_column(first.columns[i]);
            if (j < 0) continue;
            const Datum& a = left[i];
            const Datum& b = right[static_cast<std::size_t>(j)];
            // What the title says is compared by who the tables are.
            if (a.where.row == 0 || b.where.row == 0 || in_title(a, left) || in_title(b, right))
                continue;
            std::string mine = plain_text(a.value), other = plain_text(b.value);
            if (mine == other || !fresh(a.where)) continue;
            result_.cells.push_back(
                {who(first, left, key), a.where, b.where, std::move(mine), std::move(other)});
        }
    }

    // A value from above the rows: its cell is in no row of data.
    static bool in_title(const Datum& datum, const Row& row) {
        std::uint32_t own = 0;
        for (const Datum& cell : row) own = std::max(own, cell.where.row);
        return datum.where.row < own && !datum.empty();
    }

    void lone(std::vector<Difference>& list, const Table& table, const Row& row,
              const std::vector<std::string>& key) {
        const Location where = place_of(table, row, key);
        if (!where.origin || !fresh(where)) return;
        list.push_back({who(table, row, key), where, {}, "", ""});
    }

    Comparison result_;
    std::set<std::tuple<const Origin*, std::uint32_t, std::uint32_t>> seen_;
};

}  // namespace

Comparison compare(const ReadBlock& first, const ReadBlock& second) {
    Comparer comparer;
    bool main = true;
    for (const SourceTable& table : first.tables) {
        const auto other = std::find_if(second.tables.begin(), second.tables.end(),
                                        [&](const SourceTable& candidate) {
                                            return candidate.table.dataset == table.table.dataset;
                                        });
        if (other == second.tables.end()) continue;
        const auto shape =
            std::find_if(first.layout->tables.begin(), first.layout->tables.end(),
                         [&](const TableShape& candidate) {
                             return candidate.dataset->type.id == table.table.dataset;
                         });
        if (shape == first.layout->tables.end()) continue;
        comparer.add(table, *other, shape->dataset->type.key, main);
        main = false;
    }
    return comparer.take();
}

}  // namespace hoso
