// SPDX-License-Identifier: Apache-2.0
#include "compose/data/build.h"

#include <fmt/format.h>

#include <algorithm>

#include "compose/rules.h"

namespace hoso {

DataBuilder::Step::Step(std::string& path, std::string_view name)
    : path_(path), before_(path.size()) {
    if (!path_.empty()) path_ += '.';
    path_ += name;
}

DataBuilder::Step::Step(std::string& path, std::size_t index) : path_(path), before_(path.size()) {
    path_ += '[';
    path_ += std::to_string(index);
    path_ += ']';
}

DataBuilder::DataBuilder(const DatasetStore& store, const FormLayout& layout,
                         const DocumentNames& names, Findings& findings)
    : store_(store), layout_(layout), names_(names), findings_(findings) {}

Node::Object DataBuilder::build(const std::vector<Member>& members,
                                const std::vector<Datum>& class_row, const DatasetView* rows,
                                RowId unit_row) {
    Frame frame;
    frame.class_row = &class_row;
    frame.view = rows;
    frame.row = unit_row;
    std::vector<Node> made;
    made.reserve(members.size());
    frame.members = &members;
    frame.made = &made;
    Node::Object object;
    for (const Member& member : members) {
        const Step step(path_, member.name);
        const bool used = member.required || layout_.uses().in_row(nullptr, member.name);
        made.push_back(used ? build_member(member, frame) : Node{});
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (layout_.uses().in_row(nullptr, members[i].name)) {
            object.emplace_back(members[i].name, std::move(made[i]));
        }
    }
    return object;
}

std::vector<RowId> DataBuilder::attached(const Attach& attach, const std::vector<Datum>& class_row,
                                         const DatasetView* rows, RowId unit_row) {
    Frame frame;
    frame.class_row = &class_row;
    frame.view = rows;
    frame.row = unit_row;
    return find_rows(attach.rows, frame);
}

Node DataBuilder::build_unit(const DatasetView& rows, RowId unit_row) {
    const Step step(path_, "unit");
    std::vector<Node> none;
    return assemble(layout_.unit(), rows, unit_row, {}, none);
}

Node DataBuilder::build_member(const Member& member, const Frame& frame) {
    switch (member.kind) {
        case Member::Kind::List:
            return build_list(member, frame);
        case Member::Kind::One:
            return build_one(member, frame);
        case Member::Kind::Pivot:
            return build_pivot(member, frame);
        case Member::Kind::Value:
            return build_value(member, frame);
        case Member::Kind::Text:
            return Node{Node::Leaf{member.text, -1}};
        case Member::Kind::Flag:
            return Node{Node::Leaf{find_rows(member, frame).empty() ? "false" : "true", -1}};
        case Member::Kind::Count:
        case Member::Kind::Sum:
        case Member::Kind::Min:
        case Member::Kind::Max:
            return build_aggregate(member, frame);
    }
    throw std::logic_error("compose: member of unknown kind");
}

Node DataBuilder::build_list(const Member& member, const Frame& frame) {
    std::vector<RowId> rows = find_rows(member, frame);
    if (rows.empty() && member.required) report(compose_rule::row_missing, member, 0);
    if (member.chunked()) return build_chunks(member, frame, rows);
    std::size_t count = std::max(rows.size(), static_cast<std::size_t>(member.fill_to));
    if (member.fill_by > 0) {
        const auto by = static_cast<std::size_t>(member.fill_by);
        count = (count + by - 1) / by * by;
    }
    const std::size_t real = rows.size();
    rows.resize(count, blank_row);
    Node::List list;
    list.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const Step step(path_, i);
        list.push_back(build_row(member, rows[i], {i, count, i >= real, i == 0}, frame));
    }
    return Node{std::move(list)};
}

// Where the chunks of these rows begin and end.
std::vector<DataBuilder::Chunk> DataBuilder::chunks_of(const Member& member,
                                                       const std::vector<RowId>& rows) const {
    const DatasetView& view = store_.view(member.dataset);
    const auto key = [&](RowId row) -> std::string {
        if (member.chunk_by < 0 || row == blank_row) return "";
        const Scalar& value = view.at(row, member.chunk_by).value;
        const Date* date = std::get_if<Date>(&value);
        if (date == nullptr) return plain_text(value);
        if (member.chunk_part == "year") return std::to_string(date->year);
        if (member.chunk_part == "month") return fmt::format("{:02}/{}", date->month, date->year);
        return print_value(value, "date");
    };
    std::vector<Chunk> chunks;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::string own = key(rows[i]);
        const bool full = member.chunk > 0 && !chunks.empty() &&
                          chunks.back().count == static_cast<std::size_t>(member.chunk);
        if (chunks.empty() || full || chunks.back().key != own) {
            chunks.push_back({i, 0, std::move(own)});
        }
        ++chunks.back().count;
    }
    if (chunks.empty() && member.fill_to > 0) chunks.emplace_back();
    return chunks;
}

Node DataBuilder::build_chunks(const Member& member, const Frame& frame,
                               const std::vector<RowId>& rows) {
    const std::vector<Chunk> chunks = chunks_of(member, rows);
    const std::vector<RowId>* outer = chunk_;
    Node::List pages;
    for (std::size_t c = 0; c < chunks.size(); ++c) {
        const Step step(path_, c);
        const auto [first, real, key] = chunks[c];
        std::size_t count = std::max(real, static_cast<std::size_t>(member.fill_to));
        if (member.fill_by > 0) {
            const auto by = static_cast<std::size_t>(member.fill_by);
            count = (count + by - 1) / by * by;
        }
        std::vector<RowId> own(rows.begin() + static_cast<std::ptrdiff_t>(first),
                               rows.begin() + static_cast<std::ptrdiff_t>(first + real));
        own.resize(count, blank_row);
        chunk_ = &own;
        Node::Object page;
        Node::List items;
        {
            const Step inside(path_, "items");
            for (std::size_t i = 0; i < count; ++i) {
                const Step row_step(path_, i);
                const Position position{first + i, first + count, i >= real, i == 0};
                items.push_back(build_row(member, own[i], position, frame));
            }
        }
        const auto add = [&](const char* name, Node value) {
            if (layout_.uses().in_chunk(member, name)) page.emplace_back(name, std::move(value));
        };
        add("items", Node{std::move(items)});
        add("key", Node{Node::Leaf{key, -1}});
        add("number", Node{Node::Leaf{std::to_string(c + 1), -1}});
        add("first", Node{Node::Leaf{c == 0 ? "true" : "false", -1}});
        add("last", Node{Node::Leaf{c + 1 == chunks.size() ? "true" : "false", -1}});
        for (const Member& child : member.children) {
            if (!child.per_chunk || !layout_.uses().in_chunk(member, child.name)) continue;
            const Step child_step(path_, child.name);
            page.emplace_back(child.name, build_member(child, frame));
        }
        chunk_ = outer;
        std::sort(page.begin(), page.end(),
                  [](const auto& x, const auto& y) { return x.first < y.first; });
        pages.push_back(Node{std::move(page)});
    }
    return Node{std::move(pages)};
}

Node DataBuilder::build_one(const Member& member, const Frame& frame) {
    const std::vector<RowId> rows = find_rows(member, frame);
    if (rows.size() > 1) report(compose_rule::two_rows, member, rows.size());
    if (rows.empty() && member.required) report(compose_rule::row_missing, member, 0);
    return build_row(member, rows.empty() ? blank_row : rows.front(), {0, 1, false, true}, frame);
}

Node DataBuilder::build_row(const Member& member, RowId row, const Position& position,
                            const Frame& frame) {
    const DatasetView& view = store_.view(member.dataset);
    Frame own;
    own.parent = &frame;
    own.view = &view;
    own.row = row;
    own.members = &member.children;
    std::vector<Node> made;
    made.reserve(member.children.size());
    own.made = &made;
    for (const Member& child : member.children) {
        if (child.per_chunk || !(child.required || layout_.uses().in_row(&member, child.name))) {
            made.emplace_back();
            continue;
        }
        const Step step(path_, child.name);
        made.push_back(build_member(child, own));
    }
    return assemble(layout_.of(member), view, row, position, made);
}

Node DataBuilder::assemble(const MemberLayout& layout, const DatasetView& view, RowId row,
                           const Position& position, std::vector<Node>& made) {
    const auto flag = [](bool value) { return Node{Node::Leaf{value ? "true" : "false", -1}}; };
    Node::Object object;
    object.reserve(layout.slots.size());
    for (const MemberLayout::Slot& slot : layout.slots) {
        const auto index = static_cast<std::size_t>(slot.index);
        switch (slot.source) {
            case MemberLayout::Source::Column: {
                const Step step(path_, slot.name);
                object.emplace_back(
                    slot.name, leaf(view.at(row, slot.index), view.type().columns[index].type));
                break;
            }
            case MemberLayout::Source::Child:
                object.emplace_back(slot.name, std::move(made[index]));
                break;
            case MemberLayout::Source::Index: {
                const Step step(path_, slot.name);
                object.emplace_back(
                    slot.name,
                    computed_leaf(static_cast<std::int64_t>(position.index + 1), "int", nullptr));
                break;
            }
            case MemberLayout::Source::First:
                object.emplace_back(slot.name, flag(position.index == 0));
                break;
            case MemberLayout::Source::Last:
                object.emplace_back(slot.name, flag(position.index + 1 == position.count));
                break;
            case MemberLayout::Source::Fifth:
                object.emplace_back(slot.name, flag((position.index + 1) % 5 == 0));
                break;
            case MemberLayout::Source::Filler:
                object.emplace_back(slot.name, flag(position.filler));
                break;
            case MemberLayout::Source::Attached:
                object.emplace_back(slot.name, attached_file(view, row));
                break;
            case MemberLayout::Source::Opens:
                object.emplace_back(slot.name, flag(position.opens));
                break;
        }
    }
    return Node{std::move(object)};
}

Node DataBuilder::build_pivot(const Member& member, const Frame& frame) {
    const DatasetView& view = store_.view(member.dataset);
    const std::string& format = view.type().columns[static_cast<std::size_t>(member.value)].type;
    Node::Object object;
    const auto find = [&](std::string_view name) {
        return std::lower_bound(object.begin(), object.end(), name,
                                [](const auto& a, std::string_view b) { return a.first < b; });
    };
    for (const std::string& key : member.keys) {
        if (!layout_.uses().in_row(&member, key)) continue;
        const auto at = find(key);
        if (at == object.end() || at->first != key) object.insert(at, {key, Node{}});
    }
    std::vector<std::string_view> filled;
    TextOf text;
    for (const RowId row : find_rows(member, frame)) {
        text.reset(view.at(row, member.key).value);
        if (text.view().empty() || !layout_.uses().in_row(&member, text.view())) continue;
        auto at = find(text.view());
        if (at == object.end() || at->first != text.view()) {
            at = object.insert(at, {std::string(text.view()), Node{}});
        } else if (std::get<Node::Leaf>(at->second.content).id >= 0) {
            report(compose_rule::two_rows, member, 2);
        }
        const Step step(path_, at->first);
        at->second = leaf(view.at(row, member.value), format);
    }
    return Node{std::move(object)};
}

Node DataBuilder::build_aggregate(const Member& member, const Frame& frame) {
    const DatasetView& view = store_.view(member.dataset);
    auto derivation = std::make_shared<Derivation>();
    std::int64_t count = 0, sum = 0;
    bool tenths = false;
    const Datum* extreme = nullptr;
    for (const RowId row : find_rows(member, frame)) {
        if (row == blank_row) continue;
        const Datum& datum = view.at(row, std::max(member.of, 0));
        if (member.of >= 0) {
            if (datum.empty()) continue;
            if (const auto* number = std::get_if<std::int64_t>(&datum.value)) sum += *number;
            if (const auto* mark = std::get_if<Tenths>(&datum.value)) {
                tenths = true;
                sum += mark->count;
            }
            const int order = extreme == nullptr ? 0 : compare_scalars(datum.value, extreme->value);
            const bool better = member.kind == Member::Kind::Min ? order < 0 : order > 0;
            if (extreme == nullptr || better) extreme = &datum;
        }
        ++count;
        if (datum.where.origin) derivation->inputs.push_back(datum.where);
    }
    const std::string format = !member.format.empty() ? member.format
                               : member.of >= 0
                                   ? view.type().columns[static_cast<std::size_t>(member.of)].type
                                   : "int";
    if (member.kind == Member::Kind::Min || member.kind == Member::Kind::Max) {
        return extreme == nullptr ? Node{} : leaf(*extreme, format);
    }
    const bool counting = member.kind == Member::Kind::Count;
    derivation->rule = counting ? "compose/count" : "compose/sum";
    derivation->formula = counting ? fmt::format("đếm được {} dòng", count)
                                   : fmt::format("tổng của {} giá trị", count);
    if (counting) return computed_leaf(count, format, std::move(derivation));
    if (tenths) {
        return computed_leaf(Tenths{static_cast<std::int32_t>(sum)}, format, std::move(derivation));
    }
    return computed_leaf(sum, format, std::move(derivation));
}

Node DataBuilder::build_value(const Member& member, const Frame& frame) {
    const Operand& source = member.source;
    if (source.kind == Operand::Kind::Row) {
        const Frame& from = frame_up(frame, source.up);
        if (source.column >= 0) {
            const auto column = static_cast<std::size_t>(source.column);
            if (from.view == nullptr) return leaf((*from.class_row)[column], member.format);
            return leaf(from.view->at(from.row, source.column),
                        member.format.empty() ? from.view->type().columns[column].type
                                              : std::string_view(member.format));
        }
        const Node* made = made_member(from, source.path);
        const Node::Leaf* old = made == nullptr ? nullptr : std::get_if<Node::Leaf>(&made->content);
        if (old == nullptr) return Node{};
        if (old->id < 0) return Node{Node::Leaf{print_value(old->text, member.format), -1}};
        const LineageEntry entry = lineage_[static_cast<std::size_t>(old->id)];
        return leaf({entry.value, entry.where, entry.derivation}, member.format);
    }
    TextOf text;
    operand_text(source, frame, text);
    return Node{Node::Leaf{print_value(std::string(text.view()), member.format), -1}};
}

Node DataBuilder::leaf(const Datum& datum, std::string_view format) {
    if (datum.empty()) return Node{};
    std::string printed = print_value(datum.value, format);
    // A text that came from nowhere (a subject's name) is a constant; a number or a date keeps its
    // type for the workbook in any case.
    if (!datum.where.origin && !datum.derivation &&
        (std::holds_alternative<std::string>(datum.value) ||
         std::holds_alternative<bool>(datum.value))) {
        return Node{Node::Leaf{std::move(printed), -1}};
    }
    const int id = static_cast<int>(lineage_.size());
    lineage_.push_back({path_, printed, datum.value, datum.where, datum.derivation});
    return Node{Node::Leaf{std::move(printed), id}};
}

Node DataBuilder::computed_leaf(Scalar value, std::string_view format,
                                std::shared_ptr<const Derivation> derivation) {
    return leaf({std::move(value), {}, std::move(derivation)}, format);
}

void DataBuilder::report(const Rule& rule, const Member& member, std::size_t count) {
    findings_.add(rule, {},
                  {{"document", names_.stem},
                   {"dataset", store_.view(member.dataset).type().title},
                   {"field", path_},
                   {"count", std::to_string(count)}},
                  names_.scope);
}

}  // namespace hoso
