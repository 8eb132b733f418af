// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>

#include "validate/people/codes.h"
#include "validate/typing/intake.h"

namespace hoso {

// Types the rows of one sheet in place (typing.cpp), cell by cell (cells.cpp).
class Typist {
public:
    Typist(const Setting& setting, const CodeBook& codes, Faults& faults, Findings& findings)
        : setting_(setting), codes_(codes), faults_(faults), findings_(findings) {}
    void type(TypedSheet& sheet, const DatasetType& dataset);

private:
    // What the messages about a row need.
    struct Row {
        const TypedSheet* sheet = nullptr;
        const ClassSetting* klass = nullptr;
        std::string class_name, name, term, year, column;
        std::string pupil, written;  // his code in SMAS, and as it stands in the cell
        const Subject* subject = nullptr;
        std::string pack;

        [[nodiscard]] Scope scope() const {
            return {klass ? klass->name : "", pupil, term, false, sheet->form()};
        }
        // " (em Lò Thị Ánh, lớp 6A)"
        [[nodiscard]] std::string who() const {
            if (name.empty()) return "";
            return " (em " + name + (class_name.empty() ? "" : ", lớp " + class_name) + ")";
        }
    };
    // Where the columns of a sheet lie that decide about a row.
    struct Shape {
        int klass = -1, subject = -1;
        bool subject_is_key = false;
        std::vector<const ColumnType*> types;  // nullptr: the dataset has no such column
    };
    static Shape shape_of(const Table& raw, const DatasetType& dataset);
    bool find_place(const Shape& shape, const std::vector<Datum>& cells, Row& row);
    std::vector<Datum> cells_of(const Shape& shape, const Table& raw, std::size_t at,
                                const std::vector<Datum>* last, const Row& row);
    Datum typed(const Row& row, const ColumnType& column, const Datum& raw);
    bool has_key(const Row& row, const ColumnType& column, const Datum& cell);
    Datum typed_error(const Row& row, const ColumnType& column, const Datum& raw);
    Datum typed_name(const Row& row, const Datum& raw, const std::string& text);
    Datum typed_code(const Row& row, const ColumnType& column, const Datum& raw,
                     const std::string& text);
    Datum typed_date(const Row& row, const ColumnType& column, const Datum& raw,
                     const std::string& text);
    Datum typed_count(const Row& row, const ColumnType& column, const Datum& raw,
                      const std::string& text);
    Datum typed_decimal(const Row& row, const ColumnType& column, const Datum& raw,
                        const std::string& text);
    Datum typed_absences(const Row& row, const ColumnType& column, const Datum& raw,
                         const std::string& text);
    Datum typed_mark(const Row& row, const Datum& raw, const std::string& text);
    Datum typed_average(const Row& row, const Datum& raw, const std::string& text);
    Datum typed_level(const Row& row, const ColumnType& column, const Datum& raw,
                      const std::string& text);
    Datum typed_token(const Row& row, const ColumnType& column, const Datum& raw,
                      const std::string& text);
    const Subject* subject_of(const TypedSheet& sheet, const Row& row, const Datum& raw);
    const SubjectList* list_of(const Row& row);
    void fill_in(const TypedSheet& sheet, const Table& raw, std::size_t at, Row& row);
    const ClassSetting* class_of(const Datum& cell, const std::string& form);
    std::map<std::string, std::string> mark_args(const Row& row, const std::string& value) const;

    const Setting& setting_;
    const CodeBook& codes_;
    Faults& faults_;
    Findings& findings_;
    std::map<std::string, const ClassSetting*> classes_;
    std::map<std::pair<const SubjectList*, std::string>, const Subject*> subjects_;
    std::map<std::pair<std::string, std::string>, const SubjectList*> earlier_;
};

}  // namespace hoso
