// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "compose/compose.h"
#include "compose/data/dataset_store.h"
#include "compose/data/form_text.h"
#include "compose/data/form_uses.h"
#include "compose/data/record_file.h"

namespace hoso {

// Where the values of one row's object come from, in the order of their names. Worked out once
// per form; shared read-only.
struct MemberLayout {
    enum class Source { Column, Child, Index, First, Last, Fifth, Filler, Opens, Attached };
    struct Slot {
        std::string name;
        Source source;
        int index = 0;  // of the column or the child
    };
    std::vector<Slot> slots;
};

class FormLayout {
public:
    FormLayout(const DocumentForm& form, const std::vector<DatasetType>& datasets, FormText text);
    [[nodiscard]] const MemberLayout& of(const Member& member) const {
        return layouts_.at(&member);
    }
    [[nodiscard]] const MemberLayout& unit() const { return unit_; }
    [[nodiscard]] const FormText& text() const { return text_; }
    [[nodiscard]] const FormUses& uses() const { return uses_; }

private:
    void add(const Member& member, const DocumentForm& form,
             const std::vector<DatasetType>& datasets);

    FormText text_;
    FormUses uses_;
    MemberLayout unit_;
    std::unordered_map<const Member*, MemberLayout> layouts_;
};

// Values of a document that $names in conditions stand for.
struct DocumentNames {
    std::string unit, klass, grade, pack, period, term, year;
    std::string course, week, month;  // "2018-2022", "7" of W07, "2021-10"; of other periods ""
    std::string stem;                 // names the document in findings
    Scope scope;

    // Of every operand but a row's.
    [[nodiscard]] std::string_view value_of(const Operand& operand) const;
};

// A row that names a file of the document.
struct AttachedRow {
    int dataset;
    RowId row;
    Attachment file;
};

// Builds one document's data; not shared among threads.
class DataBuilder {
public:
    DataBuilder(const DatasetStore& store, const FormLayout& layout, const DocumentNames& names,
                Findings& findings);

    // The members of <data>, in no particular order. `class_row`: class, grade and pack of a
    // class document; `rows` and `unit_row`: the row that any other document but a school's is for.
    Node::Object build(const std::vector<Member>& members, const std::vector<Datum>& class_row,
                       const DatasetView* rows, RowId unit_row);
    // The document's files: their rows have `attached` in the data. Must outlive the builder.
    void with(const std::vector<AttachedRow>& attached) { attached_ = &attached; }
    // The rows that name this document's files, in order.
    std::vector<RowId> attached(const Attach& attach, const std::vector<Datum>& class_row,
                                const DatasetView* rows, RowId unit_row);
    // The unit's own row as an object.
    Node build_unit(const DatasetView& rows, RowId unit_row);
    std::vector<LineageEntry> take_lineage() { return std::move(lineage_); }

private:
    // A row around the place that is being built, and what has been made of it so far.
    struct Frame {
        const Frame* parent = nullptr;
        const DatasetView* view = nullptr;  // null: class_row
        const std::vector<Datum>* class_row = nullptr;
        RowId row = blank_row;
        const std::vector<Member>* members = nullptr;
        const std::vector<Node>* made = nullptr;
    };
    struct Position {
        std::size_t index = 0, count = 0;  // of the row among the list's rows
        bool filler = false;
        bool opens = false;  // the first one of its chunk
    };

    struct Chunk {
        std::size_t first = 0, count = 0;  // of the list's rows
        std::string key;
    };

    [[nodiscard]] std::vector<Chunk> chunks_of(const Member& member,
                                               const std::vector<RowId>& rows) const;
    Node build_member(const Member& member, const Frame& frame);
    Node build_list(const Member& member, const Frame& frame);
    Node build_chunks(const Member& member, const Frame& frame, const std::vector<RowId>& rows);
    Node build_one(const Member& member, const Frame& frame);
    Node build_pivot(const Member& member, const Frame& frame);
    Node build_aggregate(const Member& member, const Frame& frame);
    Node build_value(const Member& member, const Frame& frame);
    Node build_row(const Member& member, RowId row, const Position& position, const Frame& frame);
    std::vector<Node> build_children(const Member& member, bool per_chunk, Frame& frame);
    Node assemble(const MemberLayout& layout, const DatasetView& view, RowId row,
                  const Position& position, std::vector<Node>& made);

    std::vector<RowId> find_rows(const Member& member, const Frame& frame);
    [[nodiscard]] bool holds(const Condition& condition, const Datum& cell,
                             const Frame& frame) const;
    void operand_text(const Operand& operand, const Frame& frame, TextOf& text) const;
    [[nodiscard]] const Frame& frame_up(const Frame& frame, int up) const;
    [[nodiscard]] const Node* made_member(const Frame& frame,
                                          const std::vector<std::string>& path) const;

    Node attached_file(const DatasetView& view, RowId row);
    Node leaf(const Datum& datum, std::string_view format);
    Node computed_leaf(Scalar value, std::string_view format,
                       std::shared_ptr<const Derivation> derivation);
    void report(const Rule& rule, const Member& member, std::size_t count);

    // Appends a name or an index to path_ and takes it off again.
    class Step {
    public:
        Step(std::string& path, std::string_view name);
        Step(std::string& path, std::size_t index);
        ~Step() { path_.resize(before_); }
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;

    private:
        std::string& path_;
        std::size_t before_;
    };

    const DatasetStore& store_;
    const FormLayout& layout_;
    const DocumentNames& names_;
    Findings& findings_;
    std::vector<LineageEntry> lineage_;
    std::string path_;
    const std::vector<RowId>* chunk_ = nullptr;  // rows of the innermost chunk
    const std::vector<AttachedRow>* attached_ = nullptr;
};

}  // namespace hoso
