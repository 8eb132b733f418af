// SPDX-License-Identifier: Apache-2.0
#include "fill/node_context.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "fill/fill.h"

namespace hoso {

namespace {

// The frame characters are all U+E0xx: three bytes, the first of them EE 80.
void append_frame(std::string& out, char32_t c) {
    out += '\xEE';
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
}

void append_id(std::string& out, int id) {
    char digits[12];
    const auto end = std::to_chars(digits, digits + sizeof digits, id).ptr;
    for (const char* digit = digits; digit != end; ++digit) {
        append_frame(out, frame::DigitZero + static_cast<char32_t>(*digit - '0'));
    }
}

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&apos;";
                break;
            default:
                out += c;
        }
    }
}

void note_once(std::vector<std::size_t>& list, std::size_t index) {
    if (std::find(list.begin(), list.end(), index) == list.end()) list.push_back(index);
}

}  // namespace

const Node* look_up(const std::vector<const Node*>& stack, const std::vector<std::string>& path) {
    if (path.empty()) return stack.back();
    const Node* found = nullptr;
    for (auto scope = stack.rbegin(); scope != stack.rend() && found == nullptr; ++scope) {
        found = (*scope)->find(path.front());
        // A row's column "class" does not hide the class itself from "class.name".
        if (found != nullptr && path.size() > 1 &&
            std::holds_alternative<Node::Leaf>(found->content)) {
            found = nullptr;
        }
    }
    for (std::size_t i = 1; i < path.size() && found != nullptr; ++i) found = found->find(path[i]);
    return found;
}

NodeContext::NodeContext(const std::vector<Tag>& tags, const Node& root)
    : tags_(tags), stack_{&root}, value_(Data::type::string), true_(true), false_(false) {}

const NodeContext::Data* NodeContext::get(const std::string& name) const {
    std::size_t index = 0;
    std::from_chars(name.data(), name.data() + name.size(), index);
    const Tag& tag = tags_[index];
    const Node* node = look_up(stack_, tag.path);
    if (tag.kind == Tag::Kind::Value) return get_value(tag, index, node);
    if (node == nullptr) {
        note_once(missing_, index);
        return nullptr;
    }
    return get_section(*node);
}

const NodeContext::Data* NodeContext::get_value(const Tag& tag, std::size_t index,
                                                const Node* node) const {
    if (node == nullptr) {
        note_once(missing_, index);
        return nullptr;
    }
    const Node::Leaf* leaf = std::get_if<Node::Leaf>(&node->content);
    if (leaf == nullptr) {
        note_once(unprintable_, index);
        return nullptr;
    }
    // kainjow offers no way to give a string's storage back, hence the cast: value_ is ours and
    // was not made const.
    std::string& text = const_cast<std::string&>(value_.string_value());
    text.clear();
    const bool framed = tag.framed && leaf->id >= 0 && !leaf->text.empty();
    if (framed) {
        append_frame(text, frame::Open);
        append_id(text, leaf->id);
        append_frame(text, frame::Split);
    }
    append_escaped(text, leaf->text);
    if (framed) append_frame(text, frame::Close);
    return &value_;
}

const NodeContext::Data* NodeContext::get_section(const Node& node) const {
    if (!node.truthy()) return &false_;
    const Node::List* rows = std::get_if<Node::List>(&node.content);
    if (rows == nullptr) {
        pending_ = &node;
        return &true_;
    }
    lists_.push_back({Data(Data::type::list), rows});
    Data& items = lists_.back().items;
    for (std::size_t i = 0; i < rows->size(); ++i) items.push_back(true_);
    return &items;
}

void NodeContext::push(const Data* data) {
    // An inverted section over something false: its names are those around it.
    if (data == &false_) return stack_.push_back(stack_.back());
    if (data == &true_) return stack_.push_back(pending_);
    while (!lists_.empty()) {
        const auto& items = lists_.back().items.list_value();
        if (std::less_equal<>()(items.data(), data) &&
            std::less<>()(data, items.data() + items.size())) {
            return stack_.push_back(
                &(*lists_.back().rows)[static_cast<std::size_t>(data - items.data())]);
        }
        // Sections nest: a list further in than the one this row belongs to is done with.
        lists_.pop_back();
    }
    throw std::logic_error("fill: kainjow entered a section that was not handed out");
}

}  // namespace hoso
