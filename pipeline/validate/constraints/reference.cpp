// SPDX-License-Identifier: Apache-2.0
#include "validate/constraints/checker.h"
#include "validate/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

using Index = std::unordered_map<std::string, std::size_t>;

Index index_of(const Table& table, const std::string& column) {
    Index index;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const Datum& cell = table.at(row, column);
        if (!cell.empty()) index.emplace(plain_text(cell.value), row);
    }
    return index;
}

void reference(const Checker& checker, const Constraint& constraint, const Table& other,
               const DatasetType& other_type) {
    const Index index = index_of(other, constraint.key);
    for (std::size_t row = 0; row < checker.table().rows.size(); ++row) {
        const Datum& cell = checker.cell(row, constraint.column);
        if (cell.empty() || index.count(plain_text(cell.value)) != 0) continue;
        checker.report(flaw::not_registered, constraint.severity, row, constraint.column,
                       {{"other", other_type.title}});
    }
}

// Spellings of one name are no difference.
bool agree(const ColumnType* type, const Datum& a, const Datum& b) {
    if (a.value == b.value) return true;
    if (type && type->type == "name") {
        return name_key(plain_text(a.value)) == name_key(plain_text(b.value));
    }
    return match_key(plain_text(a.value)) == match_key(plain_text(b.value));
}

void equal(const Checker& checker, const Constraint& constraint, const Table& other,
           const DatasetType& other_type) {
    const Index index = index_of(other, constraint.key);
    const ColumnType* type = nullptr;
    for (const ColumnType& column : checker.type().columns) {
        if (column.name == constraint.column) type = &column;
    }
    for (std::size_t row = 0; row < checker.table().rows.size(); ++row) {
        const Datum& cell = checker.cell(row, constraint.column);
        const Datum& by = checker.cell(row, constraint.by);
        const auto found = by.empty() ? index.end() : index.find(plain_text(by.value));
        if (cell.empty() || found == index.end() || checker.shared(by)) continue;
        const Datum& expected = other.at(found->second, constraint.other);
        if (expected.empty() || agree(type, cell, expected)) continue;
        checker.report(flaw::tables_differ, constraint.severity, row, constraint.column,
                       {{"other", other_type.title}, {"expected", spoken(expected)}},
                       {expected.where});
    }
}

}  // namespace

void check_reference(const Checker& checker, const Constraint& constraint, const Table& other,
                     const DatasetType& other_type) {
    if (constraint.kind == Constraint::Kind::Reference) {
        reference(checker, constraint, other, other_type);
    } else {
        equal(checker, constraint, other, other_type);
    }
}

}  // namespace hoso
