// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compose/data/print_value.h"
#include "compose/data/record_file.h"
#include "vocabulary/value.h"

namespace hoso {

// Row of a view; blank_row stands for a row that is not there (a filler, no match).
using RowId = std::int32_t;
inline constexpr RowId blank_row = -1;

// A dataset as record.xml knows it, over the table that the batch has (or has not) of it.
class DatasetView {
public:
    DatasetView(const DatasetType& type, const Table* table);
    [[nodiscard]] const DatasetType& type() const { return *type_; }
    [[nodiscard]] RowId row_count() const;
    // Some file gave it, be it without rows.
    [[nodiscard]] bool present() const { return table_ != nullptr; }
    // An empty Datum for blank_row and for a column that the table lacks.
    [[nodiscard]] const Datum& at(RowId row, int column) const;

private:
    const DatasetType* type_;
    const Table* table_;
    std::vector<int> columns_;  // of the type → of the table, -1: lacking
};

// All datasets, with the indexes that the records' conditions and orders need. prepare() before
// threads start; afterwards everything is read only and shared.
class DatasetStore {
public:
    // `beside`: further tables; of both by one name the first counts.
    DatasetStore(const std::map<std::string, Table>& tables,
                 const std::map<std::string, Table>& beside, const std::vector<DatasetType>& types);

    [[nodiscard]] const DatasetView& view(int dataset) const {
        return views_[static_cast<std::size_t>(dataset)];
    }
    [[nodiscard]] const DatasetView* find(std::string_view dataset) const;

    // Builds what `members` (and their children) look rows up by.
    void prepare(const std::vector<Member>& members);
    void prepare(const Member& member);

    // Rows of the member's dataset whose columns equal `keys` (of the conditions for which
    // is_key() holds, in order), in the table's order. An empty key matches nothing.
    void rows(const Member& member, const std::vector<TextOf>& keys,
              std::vector<RowId>& result) const;
    void sort(const Member& member, std::vector<RowId>& rows) const;

    // column=something is looked up; column!=x and column='' are tested row by row.
    static bool is_key(const Condition& condition);

private:
    struct Index {
        std::vector<int> columns;
        std::vector<std::pair<std::uint64_t, RowId>> entries;  // sorted
    };
    void build_index(int dataset, std::vector<int> columns);
    void build_name_keys(int dataset, int column);

    std::vector<DatasetView> views_;
    std::map<std::pair<int, std::vector<int>>, Index> indexes_;
    std::map<std::pair<int, int>, std::vector<std::string>> name_keys_;
    std::unordered_map<const Member*, const Index*> index_of_;
};

}  // namespace hoso
