// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "render/markup/elements.h"
#include "render/markup/style.h"
#include "vocabulary/finding.h"

namespace hoso::markup {

// What only some elements have.
struct Attributes {
    std::string_view classes;
    std::string_view name;  // section: name; signature: role; header, footer: on
    Length width;           // dots
    bool operator==(const Attributes&) const = default;
};
inline constexpr Attributes no_attributes;

// An element or a piece of text of the filled template. Text that stood in a frame is a node of its
// own with the frame's lineage id. A class book has tens of thousands: keep it small.
struct Node {
    Tag tag = Tag::Text;
    bool checked = false;                             // box
    std::int16_t colspan = 1, rowspan = 1, span = 1;  // at most max_span
    int line = 0;
    int lineage = -1;              // Text: index into the document's lineage, -1 none
    const Style* style = nullptr;  // of the element; a text node has its parent's
    const Node* parent = nullptr;
    Node* first_child = nullptr;
    Node* next = nullptr;
    std::string_view text;  // Text
    const Attributes* attributes = &no_attributes;
};
inline constexpr int max_span = 1000;

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

using UseSection = std::function<void(const Node& section)>;

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

private:
    friend Document parse_document(const std::string&, Findings&);
    friend void for_each_section(const std::string&, const UseSection&, Findings&);
    void read(const std::string& xhtml, const UseSection& use, Findings& findings);

    std::unique_ptr<Content> content_;
};

// XHTML → styled tree. What the subset (docs/templates.md) does not know is a finding each and is
// left out of the tree.
Document parse_document(const std::string& xhtml, Findings& findings);

// The same for who needs one section at a time: each is gone when `use` returns.
void for_each_section(const std::string& xhtml, const UseSection& use, Findings& findings);

std::string describe(const Node& node);    // "td.name": the element, for messages
std::string text_below(const Node& node);  // its text, blanks folded, shortened to 60 characters

}  // namespace hoso::markup
