// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <kainjow/mustache.hpp>
#include <string>
#include <vector>

#include "compose/compose.h"
#include "fill/template_source.h"

namespace hoso {

// What a tag means at a place of the data: its first name is looked for from the innermost object
// outwards (a dotted one among objects only), the others in what was found. nullptr: nothing has
// that name.
const Node* look_up(const std::vector<const Node*>& stack, const std::vector<std::string>& path);

// kainjow's view of a Node tree. kainjow asks for a tag by its index (see TemplateSource) and
// wants basic_data back; nothing is converted beforehand:
//  - a printed value is put, escaped and framed, into one buffer that the next one overwrites
//    (kainjow copies it out at once);
//  - a list is a list of as many empty stand-ins, and push() learns from a stand-in's address
//    which row it stands for.
// One context fills one template once. It is not shared among threads; the template is.
class NodeContext final : public kainjow::mustache::basic_context<std::string> {
public:
    using Data = kainjow::mustache::data;

    NodeContext(const std::vector<Tag>& tags, const Node& root);

    void push(const Data* data) override;
    void pop() override { stack_.pop_back(); }
    const Data* get(const std::string& name) const override;
    const Data* get_partial(const std::string&) const override { return nullptr; }

    // Indices of tags that found nothing, or a list or object where a value was to be printed;
    // in order of first occurrence, each once.
    [[nodiscard]] const std::vector<std::size_t>& missing() const { return missing_; }
    [[nodiscard]] const std::vector<std::size_t>& unprintable() const { return unprintable_; }

private:
    struct OpenList {
        Data items;
        const Node::List* rows;
    };

    const Data* get_value(const Tag& tag, std::size_t index, const Node* node) const;
    const Data* get_section(const Node& node) const;

    const std::vector<Tag>& tags_;
    std::vector<const Node*> stack_;
    // kainjow's get() is const; what it hands out is made on the way.
    mutable Data value_, true_, false_;
    mutable const Node* pending_ = nullptr;  // what true_ stands for
    mutable std::deque<OpenList> lists_;     // innermost last
    mutable std::vector<std::size_t> missing_, unprintable_;
};

}  // namespace hoso
