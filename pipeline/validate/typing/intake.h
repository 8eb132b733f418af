// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "validate/setting.h"

namespace hoso {

// A recognised sheet that belongs to this job, with typed values. Rows without a use (a class that
// is not in the job, a subject that its circular does not have) are left out, each with a finding.
struct TypedSheet {
    const SourceTable* source = nullptr;
    const ClassSetting* klass = nullptr;  // nullptr where the rows name their classes
    const Subject* subject = nullptr;     // nullptr where the rows name their subjects
    std::string term;                     // may be empty
    Table table;

    [[nodiscard]] Location here() const { return {source->origin, 0, 0}; }
};

// Refuses sheets of another year, term or class, then types every value. A blank cell that is due
// is not judged here; the sign that stood in it ("V") travels in Datum::derivation, rule "gap".
std::vector<TypedSheet> take_in(const Setting& setting, const Recognised& recognised,
                                const TemplateFolder& templates, Faults& faults,
                                Findings& findings);

// Types the rows of one sheet in place (typing.cpp).
class Typist {
public:
    Typist(const Setting& setting, Faults& faults, Findings& findings)
        : setting_(setting), faults_(faults), findings_(findings) {}
    void type(TypedSheet& sheet, const DatasetType& dataset);

private:
    struct Row;  // what the messages about a row need
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
    const ClassSetting* class_of(const Datum& cell);
    std::map<std::string, std::string> mark_args(const Row& row, const std::string& value) const;

    const Setting& setting_;
    Faults& faults_;
    Findings& findings_;
    std::map<std::string, const ClassSetting*> classes_;
    std::map<std::pair<const SubjectList*, std::string>, const Subject*> subjects_;
    std::map<std::pair<std::string, std::string>, const SubjectList*> earlier_;
};

}  // namespace hoso
