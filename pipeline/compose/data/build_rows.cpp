// SPDX-License-Identifier: Apache-2.0
//
// Which rows a member is about: conditions, and what their right sides stand for; which file a row
// names.
#include <algorithm>
#include <set>

#include "compose/data/build.h"

namespace hoso {

std::string_view DocumentNames::value_of(const Operand& operand) const {
    switch (operand.kind) {
        case Operand::Kind::Unit:
            return unit;
        case Operand::Kind::Class:
            return klass;
        case Operand::Kind::Grade:
            return grade;
        case Operand::Kind::Pack:
            return pack;
        case Operand::Kind::Period:
            return period;
        case Operand::Kind::Term:
            return term;
        case Operand::Kind::Week:
            return week;
        case Operand::Kind::Year:
            return year;
        case Operand::Kind::Course:
            return course;
        case Operand::Kind::Month:
            return month;
        case Operand::Kind::Literal:
        case Operand::Kind::Row:
            break;
    }
    return operand.text;
}

std::vector<RowId> DataBuilder::find_rows(const Member& member, const Frame& frame) {
    std::vector<RowId> rows;
    const DatasetView& view = store_.view(member.dataset);
    if (member.from_items) {
        if (chunk_ != nullptr) rows = *chunk_;
    } else {
        std::vector<TextOf> keys(member.where.size());
        std::size_t count = 0;
        for (const Condition& condition : member.where) {
            if (DatasetStore::is_key(condition))
                operand_text(condition.operand, frame, keys[count++]);
        }
        store_.rows(member, keys, rows);
    }
    for (const Condition& condition : member.where) {
        if (!member.from_items && DatasetStore::is_key(condition)) continue;
        rows.erase(std::remove_if(rows.begin(), rows.end(),
                                  [&](RowId row) {
                                      return row != blank_row &&
                                             !holds(condition, view.at(row, condition.column),
                                                    frame);
                                  }),
                   rows.end());
    }
    store_.sort(member, rows);
    if (member.distinct >= 0) {
        std::set<std::string> seen;
        std::erase_if(rows, [&](RowId row) {
            return !seen.insert(plain_text(view.at(row, member.distinct).value)).second;
        });
    }
    return rows;
}

bool DataBuilder::holds(const Condition& condition, const Datum& cell, const Frame& frame) const {
    TextOf left(cell.value), right;
    operand_text(condition.operand, frame, right);
    // A blank row around has no value to be equal to; only '' asks for a blank cell.
    if (condition.equal && right.view().empty() &&
        condition.operand.kind != Operand::Kind::Literal) {
        return false;
    }
    return (left.view() == right.view()) == condition.equal;
}

void DataBuilder::operand_text(const Operand& operand, const Frame& frame, TextOf& text) const {
    if (operand.kind != Operand::Kind::Row) return text.reset(names_.value_of(operand));
    const Frame& from = frame_up(frame, operand.up);
    if (operand.column >= 0) {
        return text.reset(from.view == nullptr
                              ? (*from.class_row)[static_cast<std::size_t>(operand.column)].value
                              : from.view->at(from.row, operand.column).value);
    }
    const Node* made = made_member(from, operand.path);
    const Node::Leaf* leaf = made == nullptr ? nullptr : std::get_if<Node::Leaf>(&made->content);
    if (leaf == nullptr) return text.reset(std::string_view());
    if (leaf->id < 0) return text.reset(std::string_view(leaf->text));
    text.reset(lineage_[static_cast<std::size_t>(leaf->id)].value);
}

const DataBuilder::Frame& DataBuilder::frame_up(const Frame& frame, int up) const {
    const Frame* found = &frame;
    for (int i = 1; i < up; ++i) found = found->parent;
    return *found;
}

const Node* DataBuilder::made_member(const Frame& frame,
                                     const std::vector<std::string>& path) const {
    const Node* node = nullptr;
    for (std::size_t i = 0; i < frame.made->size(); ++i) {
        if ((*frame.members)[i].name == path.front()) node = &(*frame.made)[i];
    }
    for (std::size_t i = 1; i < path.size() && node != nullptr; ++i) node = node->find(path[i]);
    return node;
}

// Blank members for a row that names no file of this document.
Node DataBuilder::attached_file(const DatasetView& view, RowId row) {
    const Step step(path_, attached_name);
    const Attachment* file = nullptr;
    std::size_t number = 0;
    for (std::size_t i = 0; attached_ != nullptr && i < attached_->size(); ++i) {
        const AttachedRow& other = (*attached_)[i];
        if (other.row != row || &store_.view(other.dataset) != &view) continue;
        file = &other.file;
        number = i + 1;
    }
    const auto text = [](std::string value) { return Node{Node::Leaf{std::move(value), -1}}; };
    const auto name = [](const std::string& path) { return path.substr(path.rfind('/') + 1); };
    const auto count = [&](const char* member, std::uint64_t value, std::string_view format) {
        const Step own(path_, member);
        return computed_leaf(static_cast<std::int64_t>(value), format, nullptr);
    };
    const ArchiveCopy* made = file != nullptr && file->copy ? &*file->copy : nullptr;
    Node::Object copy;
    {
        const Step own(path_, "copy");
        const bool part = made != nullptr && file->first_page > 0;
        copy = {
            {"file", made == nullptr ? Node{} : text(name(file->copy_path))},
            {"from",
             !part ? Node{} : count("from", static_cast<std::uint64_t>(file->first_page), "int")},
            {"pages", made == nullptr
                          ? Node{}
                          : count("pages", static_cast<std::uint64_t>(made->pages), "int")},
            {"sha256", made == nullptr ? Node{} : text(made->sha256)},
            {"size", made == nullptr ? Node{} : count("size", made->size, "money")}};
    }
    return Node{
        Node::Object{{"copied", text(made == nullptr ? "false" : "true")},
                     {"copy", Node{std::move(copy)}},
                     {"file", file == nullptr ? Node{} : text(name(file->path))},
                     {"number", file == nullptr ? Node{} : count("number", number, "int")},
                     {"size", file == nullptr ? Node{} : count("size", file->size, "money")}}};
}

}  // namespace hoso
