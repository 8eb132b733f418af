// SPDX-License-Identifier: Apache-2.0
#include "compose/data/form_uses.h"

#include <algorithm>

#include "compose/data/shape.h"
#include "compose/standard.h"

namespace hoso {

FormUses::FormUses(const DocumentForm& form, const std::vector<DatasetType>& datasets,
                   const FormText& text)
    : form_(form),
      datasets_(datasets),
      everything_(!text.has_templates),
      standard_{standard_names(form)},
      person_{Node::Object{{"name", Node{}}, {"title", Node{}}}},
      attached_(attached_shape()) {
    for (const auto& tags : text.tags) follow(tags);
    mark_paths(form.data);
}

bool FormUses::in_row(const Member* row, std::string_view name) const {
    return uses(rows_, row, name);
}

bool FormUses::in_chunk(const Member& list, std::string_view name) const {
    return uses(chunks_, &list, name);
}

bool FormUses::in_unit(std::string_view name) const {
    return everything_ || unit_.find(name) != unit_.end();
}

bool FormUses::uses(const std::map<const Member*, Names>& map, const Member* key,
                    std::string_view name) const {
    if (everything_ || paths_.find(name) != paths_.end()) return true;
    const auto names = map.find(key);
    return names != map.end() && names->second.find(name) != names->second.end();
}

// The same walk that Mustache makes over the data, but over record.xml and into every section.
void FormUses::follow(const std::vector<TagName>& tags) {
    std::vector<Scope> stack = {{Scope::Kind::Root, nullptr, nullptr}};
    for (const TagName& tag : tags) {
        if (tag.sigil == '/') {
            if (stack.size() > 1) stack.pop_back();
            continue;
        }
        const auto found = look_up(stack, tag.path);
        if (tag.sigil == '#') stack.push_back(found ? inside(*found) : Scope{});
        if (tag.sigil == '^') stack.push_back(Scope{});
    }
}

std::optional<FormUses::Scope> FormUses::look_up(const std::vector<Scope>& stack,
                                                 const std::vector<std::string>& path) {
    if (path.empty()) return stack.back();
    for (auto scope = stack.rbegin(); scope != stack.rend(); ++scope) {
        std::optional<Scope> found = find(*scope, path.front());
        if (!found || (path.size() > 1 && found->kind == Scope::Kind::Leaf)) continue;
        mark(*scope, path.front());
        for (std::size_t i = 1; i < path.size() && found; ++i) {
            const Scope outer = *found;
            found = find(outer, path[i]);
            if (found) mark(outer, path[i]);
        }
        return found;
    }
    return std::nullopt;
}

std::optional<FormUses::Scope> FormUses::find(const Scope& scope, const std::string& name) const {
    switch (scope.kind) {
        case Scope::Kind::Root:
            return find_in_root(name);
        case Scope::Kind::Row:
            return find_in_row(*scope.member, name);
        case Scope::Kind::Chunk:
            if (name == "items") return Scope{Scope::Kind::Items, scope.member, nullptr};
            if (name == "number" || name == "first" || name == "last" || name == "key")
                return Scope{};
            for (const Member& child : scope.member->children) {
                if (child.per_chunk && child.name == name) return scope_of(child);
            }
            return std::nullopt;
        case Scope::Kind::Pivot:
            return Scope{};
        case Scope::Kind::Unit: {
            if (form_.unit == UnitKind::Class)
                return name == "class" ? std::optional(Scope{}) : std::nullopt;
            const auto rows_of = static_cast<std::size_t>(form_.rows_of);
            const bool known = form_.rows_of >= 0 && find_column(datasets_[rows_of], name) >= 0;
            return known ? std::optional(Scope{}) : std::nullopt;
        }
        case Scope::Kind::Standard: {
            const Node* node =
                scope.node == standard_.find("people") || scope.node == standard_.find("signers")
                    ? &person_
                    : scope.node->find(name);
            if (node == nullptr) return std::nullopt;
            const bool leaf = std::holds_alternative<Node::Leaf>(node->content);
            return leaf ? Scope{} : Scope{Scope::Kind::Standard, nullptr, node};
        }
        case Scope::Kind::List:
        case Scope::Kind::Items:
        case Scope::Kind::Leaf:
            break;
    }
    return std::nullopt;
}

std::optional<FormUses::Scope> FormUses::find_in_root(const std::string& name) const {
    for (const Member& member : form_.data) {
        if (member.name == name) return scope_of(member);
    }
    if (name == "unit") return Scope{Scope::Kind::Unit, nullptr, nullptr};
    const Node* node = standard_.find(name);
    if (node == nullptr) return std::nullopt;
    return Scope{Scope::Kind::Standard, nullptr, node};
}

std::optional<FormUses::Scope> FormUses::find_in_row(const Member& row,
                                                     const std::string& name) const {
    for (const Member& child : row.children) {
        if (!child.per_chunk && child.name == name) return scope_of(child);
    }
    if (find_column(datasets_[static_cast<std::size_t>(row.dataset)], name) >= 0) return Scope{};
    if (name == attached_name && form_.attaches(row.dataset)) {
        return Scope{Scope::Kind::Standard, nullptr, &attached_};
    }
    const auto& own = row_position_names;
    if (std::find(std::begin(own), std::end(own), name) != std::end(own)) return Scope{};
    return std::nullopt;
}

void FormUses::mark(const Scope& scope, const std::string& name) {
    if (scope.kind == Scope::Kind::Chunk) {
        chunks_[scope.member].insert(name);
    } else if (scope.kind == Scope::Kind::Unit) {
        unit_.insert(name);
    } else if (scope.kind != Scope::Kind::Standard) {
        rows_[scope.member].insert(name);
    }
}

void FormUses::mark_paths(const std::vector<Member>& members) {
    for (const Member& member : members) {
        paths_.insert(member.source.path.begin(), member.source.path.end());
        for (const Condition& condition : member.where) {
            paths_.insert(condition.operand.path.begin(), condition.operand.path.end());
        }
        mark_paths(member.children);
    }
}

FormUses::Scope FormUses::scope_of(const Member& member) {
    switch (member.kind) {
        case Member::Kind::List:
            return {Scope::Kind::List, &member, nullptr};
        case Member::Kind::One:
            return {Scope::Kind::Row, &member, nullptr};
        case Member::Kind::Pivot:
            return {Scope::Kind::Pivot, &member, nullptr};
        default:
            return {};
    }
}

FormUses::Scope FormUses::inside(const Scope& scope) {
    if (scope.kind == Scope::Kind::Items) return {Scope::Kind::Row, scope.member, nullptr};
    if (scope.kind != Scope::Kind::List) return scope;
    return {scope.member->chunked() ? Scope::Kind::Chunk : Scope::Kind::Row, scope.member, nullptr};
}

}  // namespace hoso
