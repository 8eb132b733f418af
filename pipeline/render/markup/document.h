// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "render/markup/elements.h"
#include "render/markup/style.h"
#include "vocabulary/finding.h"

namespace hoso::markup {

// An element or a piece of text of the filled template. Text that stood in a frame is a node of its
// own with the frame's lineage id.
struct Node {
    Tag tag = Tag::Text;
    bool checked = false;  // box
    int line = 0;
    const Style* style = nullptr;  // of the element; a text node has its parent's
    const Node* parent = nullptr;
    Node* first_child = nullptr;
    Node* next = nullptr;

    std::string_view text;  // Text
    int lineage = -1;       // Text: index into the document's lineage, -1 none
    std::string_view classes;
    std::string_view name;  // section: name; signature: role; header, footer: on
    int colspan = 1, rowspan = 1, span = 1;
    Length width;  // dots
};

// for (const Node& child : children(node))
class Children {
public:
    explicit Children(const Node& parent) : first_(parent.first_child) {}
    class Iterator {
    public:
        explicit Iterator(const Node* at) : at_(at) {}
        const Node& operator*() const { return *at_; }
        Iterator& operator++() {
            at_ = at_->next;
            return *this;
        }
        bool operator!=(const Iterator& other) const { return at_ != other.at_; }

    private:
        const Node* at_;
    };
    [[nodiscard]] Iterator begin() const { return Iterator(first_); }
    [[nodiscard]] static Iterator end() { return Iterator(nullptr); }

private:
    const Node* first_;
};
inline Children children(const Node& node) { return Children(node); }

// A filled template with computed styles; PDF layout and the workbook writer both start here.
// Owns the bytes that its nodes look into.
class Document {
public:
    Document();
    ~Document();
    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    [[nodiscard]] const Node& body() const;  // its children are the sections

    struct Content;
    Content& content() { return *content_; }

private:
    std::unique_ptr<Content> content_;
};

// XHTML → styled tree. What the subset (docs/templates.md) does not know is a finding each and is
// left out of the tree.
Document parse_document(const std::string& xhtml, Findings& findings);

std::string describe(const Node& node);    // "td.name": the element, for messages
std::string text_below(const Node& node);  // its text, blanks folded, shortened to 60 characters

}  // namespace hoso::markup
