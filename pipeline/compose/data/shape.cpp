// SPDX-License-Identifier: Apache-2.0
#include "compose/data/shape.h"

#include <algorithm>

#include "compose/data/record_file.h"
#include "compose/standard.h"

namespace hoso {

namespace {

constexpr const char* any_name = "*";

Node blank() { return Node{}; }

// Two documents of one form (HK1 and HK2) may give a list different members: the shape has both.
void merge(Node& into, Node&& other);

Node sorted(Node::Object members) {
    std::stable_sort(members.begin(), members.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    Node::Object merged;
    for (auto& member : members) {
        if (!merged.empty() && merged.back().first == member.first) {
            merge(merged.back().second, std::move(member.second));
        } else {
            merged.push_back(std::move(member));
        }
    }
    return Node{std::move(merged)};
}

void merge(Node& into, Node&& other) {
    auto* list = std::get_if<Node::List>(&into.content);
    auto* other_list = std::get_if<Node::List>(&other.content);
    if (list != nullptr && other_list != nullptr) {
        return merge(list->front(), std::move(other_list->front()));
    }
    auto* object = std::get_if<Node::Object>(&into.content);
    auto* other_object = std::get_if<Node::Object>(&other.content);
    if (object == nullptr || other_object == nullptr) return;
    std::move(other_object->begin(), other_object->end(), std::back_inserter(*object));
    into = sorted(std::move(*object));
}

Node member_shape(const Member& member, const DocumentForm& form,
                  const std::vector<DatasetType>& datasets);

Node row_shape(int dataset, const std::vector<Member>& children, const DocumentForm& form,
               const std::vector<DatasetType>& datasets) {
    const DatasetType& type = datasets[static_cast<std::size_t>(dataset)];
    Node::Object row;
    for (const Member& child : children) {
        if (!child.per_chunk) row.emplace_back(child.name, member_shape(child, form, datasets));
    }
    for (const ColumnType& column : type.columns) row.emplace_back(column.name, blank());
    for (const char* name : row_position_names) {
        row.emplace_back(name, blank());
    }
    if (form.attaches(dataset)) row.emplace_back(attached_name, attached_shape());
    return sorted(std::move(row));
}

Node member_shape(const Member& member, const DocumentForm& form,
                  const std::vector<DatasetType>& datasets) {
    if (member.kind == Member::Kind::Pivot) {
        Node::Object object;
        for (const std::string& key : member.keys) object.emplace_back(key, blank());
        if (member.keys.empty()) object.emplace_back(any_name, blank());
        return sorted(std::move(object));
    }
    if (member.kind != Member::Kind::List && member.kind != Member::Kind::One) return blank();
    Node row = row_shape(member.dataset, member.children, form, datasets);
    if (member.kind == Member::Kind::One) return row;
    if (!member.chunked()) return Node{Node::List{std::move(row)}};
    Node::Object page = {{"first", blank()},
                         {"items", Node{Node::List{std::move(row)}}},
                         {"key", blank()},
                         {"last", blank()},
                         {"number", blank()}};
    for (const Member& child : member.children) {
        if (child.per_chunk) page.emplace_back(child.name, member_shape(child, form, datasets));
    }
    return Node{Node::List{sorted(std::move(page))}};
}

const Node* find_shape(const Node& node, const std::string& name) {
    const Node* found = node.find(name);
    return found == nullptr && node.find(any_name) != nullptr ? &any_shape() : found;
}

}  // namespace

Node attached_shape() {
    const auto object = [](const auto& names) {
        Node::Object members;
        for (const char* name : names) members.emplace_back(name, blank());
        return members;
    };
    Node::Object attached = object(attached_names);
    attached.emplace_back("copy", sorted(object(attached_copy_names)));
    return sorted(std::move(attached));
}

std::optional<Node> form_shape(const TemplateFolder& templates, const std::string& record,
                               const std::string& form) {
    if (!templates.exists("records/" + record + "/record.xml")) return std::nullopt;
    const std::vector<DatasetType> datasets = load_datasets(templates);
    const RecordFile file = load_record(templates, record, datasets);
    Node::Object shape;
    const DocumentForm* known = nullptr;
    for (const DocumentForm& document : file.documents) {
        if (document.form != form) continue;
        known = &document;
        for (const Member& member : document.data) {
            shape.emplace_back(member.name, member_shape(member, document, datasets));
        }
        if (document.unit == UnitKind::Class) {
            shape.emplace_back("unit", sorted({{"class", blank()}}));
        } else if (document.rows_of >= 0) {
            shape.emplace_back("unit", row_shape(document.rows_of, {}, {}, datasets));
        }
    }
    if (known == nullptr) return std::nullopt;
    for (auto& member : standard_names(*known)) {
        if (member.first == "people" || member.first == "signers") member.second = any_shape();
        shape.push_back(std::move(member));
    }
    return sorted(std::move(shape));
}

const Node* look_up_shape(const std::vector<const Node*>& stack,
                          const std::vector<std::string>& path) {
    if (path.empty()) return stack.back();
    const Node* found = nullptr;
    for (auto scope = stack.rbegin(); scope != stack.rend() && found == nullptr; ++scope) {
        found = find_shape(**scope, path.front());
        if (found != nullptr && path.size() > 1 &&
            std::holds_alternative<Node::Leaf>(found->content)) {
            found = nullptr;
        }
    }
    for (std::size_t i = 1; i < path.size() && found != nullptr; ++i) {
        found = find_shape(*found, path[i]);
    }
    return found;
}

const Node* shape_inside(const Node* node) {
    const Node::List* list = std::get_if<Node::List>(&node->content);
    return list == nullptr ? node : &list->front();
}

const Node& any_shape() {
    static const Node any{Node::Object{{any_name, Node{}}}};
    return any;
}

}  // namespace hoso
