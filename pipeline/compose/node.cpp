// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "compose/compose.h"

namespace hoso {

const Node* Node::find(std::string_view key) const {
    const Object* members = std::get_if<Object>(&content);
    if (members == nullptr) return nullptr;
    const auto member =
        std::lower_bound(members->begin(), members->end(), key,
                         [](const auto& pair, std::string_view name) { return pair.first < name; });
    return member != members->end() && member->first == key ? &member->second : nullptr;
}

bool Node::truthy() const {
    if (const Leaf* leaf = std::get_if<Leaf>(&content)) {
        return !leaf->text.empty() && leaf->text != "false";
    }
    if (const List* list = std::get_if<List>(&content)) return !list->empty();
    return true;
}

}  // namespace hoso
