// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "validate/people/roll.h"

namespace hoso {

// One table under one constraint: how a message speaks of its rows and whom a row touches.
class Checker {
public:
    Checker(const Roll& roll, const DatasetType& type, const Table& table, const Faults& faults,
            Findings& findings)
        : roll_(roll), type_(type), table_(table), faults_(faults), findings_(findings) {}

    [[nodiscard]] const Table& table() const { return table_; }
    [[nodiscard]] const Datum& cell(std::size_t row, const std::string& column) const {
        return table_.at(row, column);
    }
    [[nodiscard]] std::string heading(const std::string& column) const;
    [[nodiscard]] const DatasetType& type() const { return type_; }
    // What has been said already of a cell, or of a number that two pupils bear.
    [[nodiscard]] bool refused(const Datum& cell) const { return is_refused(faults_, cell); }
    [[nodiscard]] bool shared(const Datum& cell) const {
        return faults_.has({"shared", plain_text(cell.value)});
    }
    // Does a finding point at this cell?
    [[nodiscard]] bool told(const Datum& cell) const;
    // Completed years at the row's `date`; nullopt: unknown.
    [[nodiscard]] std::optional<int> age(std::size_t row) const;
    // Adds {table}, {column}, {value} and {who} to `args`.
    void report(const Rule& rule, Severity severity, std::size_t row, const std::string& column,
                std::map<std::string, std::string> args,
                const std::vector<Location>& more = {}) const;

private:
    [[nodiscard]] std::string text(std::size_t row, const char* column) const;
    [[nodiscard]] Scope scope(std::size_t row) const;

    const Roll& roll_;
    const DatasetType& type_;
    const Table& table_;
    const Faults& faults_;
    Findings& findings_;
};

// Numbers as thousandths, so that "152,5", 152 and "35,25" compare exactly; nullopt: no number.
std::optional<std::int64_t> thousandths(const Datum& cell);
std::optional<std::int64_t> thousandths(const std::string& text);
// As a person writes it: "152,5", 05/09/2021.
std::string spoken(const Datum& cell);
std::string spoken(std::int64_t thousandths);

// Constraints on one row alone: Required, Pattern, Range, Enum, Equal with a sum.
void check_rows(const Checker& checker, const Constraint& constraint);
// Unique and Sequential.
void check_order(const Checker& checker, const Constraint& constraint);
// Reference and Equal; `other` has rows.
void check_reference(const Checker& checker, const Constraint& constraint, const Table& other,
                     const DatasetType& other_type);

}  // namespace hoso
