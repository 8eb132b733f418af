// SPDX-License-Identifier: Apache-2.0
#include "compose/data/dataset_store.h"

#include <algorithm>
#include <numeric>

#include "vocabulary/text.h"

namespace hoso {

namespace {

// FNV-1a; every hit is compared in full, so that a collision only costs time.
class Hash {
public:
    void add(std::string_view text) {
        for (const char c : text) mix(static_cast<unsigned char>(c));
        mix(0x1F);  // so that ("a", "bc") differs from ("ab", "c")
    }
    [[nodiscard]] std::uint64_t value() const { return value_; }

private:
    void mix(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001B3ULL; }
    std::uint64_t value_ = 0xCBF29CE484222325ULL;
};

std::vector<int> key_columns(const Member& member) {
    std::vector<int> columns;
    for (const Condition& condition : member.where) {
        if (DatasetStore::is_key(condition)) columns.push_back(condition.column);
    }
    return columns;
}

}  // namespace

DatasetView::DatasetView(const DatasetType& type, const Table* table)
    : type_(&type), table_(table) {
    for (const ColumnType& column : type.columns) {
        columns_.push_back(table == nullptr ? -1 : table->find_column(column.name));
    }
}

RowId DatasetView::row_count() const {
    return table_ == nullptr ? 0 : static_cast<RowId>(table_->rows.size());
}

const Datum& DatasetView::at(RowId row, int column) const {
    static const Datum empty;
    const int there = columns_[static_cast<std::size_t>(column)];
    if (row == blank_row || there < 0) return empty;
    return table_->rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(there)];
}

DatasetStore::DatasetStore(const std::map<std::string, Table>& tables,
                           const std::map<std::string, Table>& beside,
                           const std::vector<DatasetType>& types) {
    const auto found = [](const std::map<std::string, Table>& in, const std::string& id) {
        const auto table = in.find(id);
        return table == in.end() ? nullptr : &table->second;
    };
    for (const DatasetType& type : types) {
        const Table* table = found(tables, type.id);
        views_.emplace_back(type, table != nullptr ? table : found(beside, type.id));
    }
}

const DatasetView* DatasetStore::find(std::string_view dataset) const {
    for (const DatasetView& view : views_) {
        if (view.type().id == dataset) return &view;
    }
    return nullptr;
}

bool DatasetStore::is_key(const Condition& condition) {
    const Operand& operand = condition.operand;
    return condition.equal && (operand.kind != Operand::Kind::Literal || !operand.text.empty());
}

void DatasetStore::prepare(const std::vector<Member>& members) {
    for (const Member& member : members) prepare(member);
}

void DatasetStore::prepare(const Member& member) {
    if (member.dataset >= 0) {
        std::vector<int> columns = key_columns(member);
        if (!columns.empty() && !member.from_items) {
            build_index(member.dataset, columns);
            index_of_[&member] = &indexes_.at({member.dataset, columns});
        }
        for (const SortKey& key : member.sort) {
            if (key.by_name) build_name_keys(member.dataset, key.column);
        }
    }
    prepare(member.children);
}

void DatasetStore::build_index(int dataset, std::vector<int> columns) {
    const auto [at, made] = indexes_.try_emplace({dataset, columns});
    if (!made) return;
    Index& index = at->second;
    index.columns = std::move(columns);
    const DatasetView& data = view(dataset);
    index.entries.reserve(static_cast<std::size_t>(data.row_count()));
    TextOf text;
    for (RowId row = 0; row < data.row_count(); ++row) {
        Hash hash;
        for (const int column : index.columns) {
            text.reset(data.at(row, column).value);
            hash.add(text.view());
        }
        index.entries.emplace_back(hash.value(), row);
    }
    std::sort(index.entries.begin(), index.entries.end());
}

void DatasetStore::build_name_keys(int dataset, int column) {
    const auto [at, made] = name_keys_.try_emplace({dataset, column});
    if (!made) return;
    const DatasetView& data = view(dataset);
    for (RowId row = 0; row < data.row_count(); ++row) {
        at->second.push_back(name_sort_key(plain_text(data.at(row, column).value)));
    }
}

void DatasetStore::rows(const Member& member, const std::vector<TextOf>& keys,
                        std::vector<RowId>& result) const {
    const DatasetView& data = view(member.dataset);
    const auto found = index_of_.find(&member);
    if (found == index_of_.end()) {
        result.resize(static_cast<std::size_t>(data.row_count()));
        std::iota(result.begin(), result.end(), 0);
        return;
    }
    const Index& index = *found->second;
    Hash hash;
    for (std::size_t i = 0; i < index.columns.size(); ++i) {
        if (keys[i].view().empty()) return;
        hash.add(keys[i].view());
    }
    TextOf text;
    auto entry = std::lower_bound(index.entries.begin(), index.entries.end(),
                                  std::make_pair(hash.value(), RowId{0}));
    for (; entry != index.entries.end() && entry->first == hash.value(); ++entry) {
        bool equal = true;
        for (std::size_t i = 0; i < index.columns.size() && equal; ++i) {
            text.reset(data.at(entry->second, index.columns[i]).value);
            equal = text.view() == keys[i].view();
        }
        if (equal) result.push_back(entry->second);
    }
}

void DatasetStore::sort(const Member& member, std::vector<RowId>& rows) const {
    if (member.sort.empty()) return;
    const DatasetView& data = view(member.dataset);
    const auto compare = [&](const SortKey& key, RowId a, RowId b) {
        if (key.by_name) {
            const auto& keys = name_keys_.at({member.dataset, key.column});
            return keys[static_cast<std::size_t>(a)].compare(keys[static_cast<std::size_t>(b)]);
        }
        return compare_scalars(data.at(a, key.column).value, data.at(b, key.column).value);
    };
    std::stable_sort(rows.begin(), rows.end(), [&](RowId a, RowId b) {
        for (const SortKey& key : member.sort) {
            const int order = compare(key, a, b);
            if (order != 0) return key.descending ? order > 0 : order < 0;
        }
        return false;
    });
}

}  // namespace hoso
