// SPDX-License-Identifier: Apache-2.0
#include "render/markup/document.h"

#include <algorithm>
#include <charconv>
#include <deque>
#include <pugixml.hpp>
#include <vector>

#include "render/markup/cascade.h"
#include "render/markup/frames.h"
#include "render/markup/node_store.h"
#include "render/rules.h"
#include "vocabulary/text.h"

namespace hoso::markup {

struct Document::Content {
    std::string bytes;
    NodeStore nodes;  // their texts look into `bytes`
    std::deque<Attributes> attributes;
    std::deque<std::string> strings;  // attribute values that had frames
    std::unique_ptr<Cascade> cascade;
};

Document::Document() : content_(std::make_unique<Content>()) {}
Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
const Node& Document::body() const { return content_->nodes.front(); }

namespace {

using namespace render_rules;

// Nesting of elements; a template is a dozen deep, a hostile file a million.
constexpr int max_depth = 64;

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// Not an XML entity, but what people who know HTML write. The replacement is as long, so that
// offsets into the text stay what they are.
void replace_nbsp(std::string& text) {
    constexpr std::string_view entity = "&nbsp;", number = "&#160;";
    for (std::size_t at = 0; (at = text.find(entity, at)) != std::string::npos;) {
        text.replace(at, entity.size(), number);
    }
}

class Builder {
public:
    Builder(Document::Content& content, const std::string& original, Findings& findings)
        : content_(content), original_(original), findings_(findings) {}

    // `use`: gets each section and needs no other; empty: all are kept.
    void build(const pugi::xml_node& html, const UseSection& use) {
        const pugi::xml_node head = html.child("head");
        const auto sheet = stylesheet(head.child("style").child_value());
        for (const std::string& bad : sheet->bad_selectors) {
            findings_.add(bad_selector, {}, {{"selector", clean(bad)}});
        }
        report(sheet->problems);
        content_.cascade = std::make_unique<Cascade>(sheet);
        Node& body = content_.nodes.add();
        body.tag = Tag::Body;
        const pugi::xml_node from = html.child("body");
        const StyledPlace* place = read_element(from, body, content_.cascade->root(), 1);
        const bool any =
            use ? use_sections(from, body, place, use) : add_children(from, body, place, 0);
        if (!any) findings_.add(no_section, {});
    }

    // Asked in the order of the text, so most answers are the one before.
    int line_of(std::ptrdiff_t offset) {
        if (offset < line_begin_) {
            line_begin_ = line_end_ = 0;
            line_ = 0;
        }
        const std::string_view text = original_;
        while (line_ == 0 || offset > line_end_) {
            line_begin_ = line_ == 0 ? 0 : line_end_ + 1;
            line_end_ = static_cast<std::ptrdiff_t>(
                std::min(text.find('\n', static_cast<std::size_t>(line_begin_)), text.size()));
            ++line_;
        }
        return line_;
    }

private:
    void report(const std::vector<Problem>& problems) {
        for (const Problem& problem : problems) {
            findings_.add(problem.unknown ? unknown_property : bad_value, {},
                          {{"name", problem.name}, {"value", problem.value}});
        }
    }
    void report(const Rule& rule, const Node& at, std::map<std::string, std::string> args) {
        args["line"] = std::to_string(at.line);
        findings_.add(rule, {}, std::move(args));
    }

    Node& append(Node& parent, Node*& last, Tag tag) {
        Node& node = content_.nodes.add();
        node.tag = tag;
        node.parent = &parent;
        node.style = parent.style;
        node.line = parent.line;
        (last == nullptr ? parent.first_child : last->next) = &node;
        last = &node;
        return node;
    }

    // false: it has none.
    bool add_children(const pugi::xml_node& from, Node& parent, const StyledPlace* place,
                      int depth) {
        Node* last = nullptr;
        int index = 0;
        add_own_text(from, parent, last);
        // Not from.children(): pugixml's iterators cost several calls a step.
        for (pugi::xml_node child = from.first_child(); child; child = child.next_sibling()) {
            add_child(child, parent, place, last, index, depth);
        }
        return last != nullptr;
    }

    bool use_sections(const pugi::xml_node& from, Node& body, const StyledPlace* place,
                      const UseSection& use) {
        bool any = false;
        int index = 0;
        Node* last = nullptr;
        add_own_text(from, body, last);
        for (pugi::xml_node child = from.first_child(); child; child = child.next_sibling()) {
            add_child(child, body, place, last, index, 0);
            if (last == nullptr) continue;
            use(*last);
            any = true;
            body.first_child = last = nullptr;
            content_.nodes.keep_front();
        }
        return any;
    }

    // parse_embed_pcdata: text that comes before all else is the element's own value.
    void add_own_text(const pugi::xml_node& from, Node& parent, Node*& last) {
        const char* text = from.value();
        if (*text != '\0') add_text(text, parent, last);
    }

    void add_child(const pugi::xml_node& child, Node& parent, const StyledPlace* place, Node*& last,
                   int& index, int depth) {
        const pugi::xml_node_type type = child.type();
        if (type == pugi::node_element) {
            add_element(child, parent, place, last, ++index, depth + 1);
        } else if (type == pugi::node_pcdata || type == pugi::node_cdata) {
            add_text(child.value(), parent, last);
        }
    }

    void add_text(std::string_view text, Node& parent, Node*& last) {
        if (!may_hold(parent.tag, Tag::Text)) {
            std::string bare = without_frames(text);
            if (!is_blank(bare)) {
                report(misplaced, parent,
                       {{"name", "\"" + clean(bare) + "\""}, {"parent", describe(parent)}});
            }
            return;
        }
        const bool whole = for_each_framed(text, [&](std::string_view piece, int lineage) {
            Node& node = append(parent, last, Tag::Text);
            node.text = piece;
            node.lineage = lineage;
        });
        if (!whole) report(broken_frame, parent, {});
    }

    void add_element(const pugi::xml_node& xml, Node& parent, const StyledPlace* place, Node*& last,
                     int index, int depth) {
        const int line = line_of(xml.name() - content_.bytes.data());
        const auto tag = find_tag(xml.name());
        if (!tag || depth > max_depth) {
            findings_.add(unknown_element, {},
                          {{"name", xml.name()}, {"line", std::to_string(line)}});
            return;
        }
        if (!may_hold(parent.tag, *tag)) {
            findings_.add(misplaced, {},
                          {{"name", "<" + std::string(tag_name(*tag)) + ">"},
                           {"parent", std::string(tag_name(parent.tag))},
                           {"line", std::to_string(line)}});
            return;
        }
        Node& node = append(parent, last, *tag);
        node.line = line;
        add_children(xml, node, read_element(xml, node, place, index), depth);
    }

    // Attributes and style.
    const StyledPlace* read_element(const pugi::xml_node& xml, Node& node,
                                    const StyledPlace* parent, int index) {
        Attributes attributes;
        std::string_view own_style;
        if (pugi::xml_attribute attribute = xml.first_attribute(); attribute) {
            node.attributes = &attributes;  // messages describe the node
            for (; attribute; attribute = attribute.next_attribute()) {
                read_attribute(attribute.name(), attribute.value(), node, attributes, own_style);
            }
            node.attributes = kept(attributes);
        }
        std::vector<Problem> problems;
        const StyledPlace* place = content_.cascade->resolve(parent, node.tag, attributes.classes,
                                                             own_style, index, problems);
        if (!problems.empty()) report(problems);
        node.style = &place->style;
        return place;
    }

    // Neighbours mostly have the same.
    const Attributes* kept(const Attributes& attributes) {
        if (attributes == no_attributes) return &no_attributes;
        auto& all = content_.attributes;
        if (all.empty() || all.back() != attributes) all.push_back(attributes);
        return &all.back();
    }

    std::string_view kept(std::string_view value) {
        if (!has_frame(value)) return value;
        return content_.strings.emplace_back(without_frames(value));
    }

    void read_attribute(std::string_view name, std::string_view raw, Node& node,
                        Attributes& attributes, std::string_view& own_style) {
        const std::string_view value = kept(raw);
        if (!has_attribute(node.tag, name)) {
            report(unknown_attribute, node,
                   {{"element", describe(node)}, {"name", std::string(name)}});
            return;
        }
        bool good = true;
        if (name == "class") {
            attributes.classes = value;
        } else if (name == "style") {
            own_style = value;
        } else if (name == "name" || name == "role") {
            attributes.name = value;
            good = !value.empty();
        } else if (name == "on") {
            attributes.name = value;
            constexpr std::string_view known[] = {"all", "first", "rest", "odd", "even"};
            good = std::find(std::begin(known), std::end(known), value) != std::end(known);
        } else if (name == "checked") {
            node.checked = value == "yes" || value == "true";
        } else if (name == "width") {
            const auto width = parse_length(value);
            good = width.has_value();
            if (width) attributes.width = *width;
        } else {
            std::int16_t& count = name == "colspan"   ? node.colspan
                                  : name == "rowspan" ? node.rowspan
                                                      : node.span;
            good = read_count(value, count);
        }
        if (!good) {
            report(bad_attribute, node,
                   {{"element", describe(node)},
                    {"name", std::string(name)},
                    {"value", std::string(value)}});
        }
    }

    static bool read_count(std::string_view text, std::int16_t& count) {
        std::int16_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || end != text.data() + text.size() || value < 1 ||
            value > max_span) {
            return false;
        }
        count = value;
        return true;
    }

    Document::Content& content_;
    const std::string& original_;
    Findings& findings_;
    std::ptrdiff_t line_begin_ = 0, line_end_ = 0;  // of the last line asked for
    int line_ = 0;                                  // its number; 0: none was asked for
};

}  // namespace

void Document::read(const std::string& xhtml, const UseSection& use, Findings& findings) {
    content_->bytes = xhtml;
    replace_nbsp(content_->bytes);
    Builder builder(*content_, xhtml, findings);
    pugi::xml_document xml;
    const pugi::xml_parse_result result = xml.load_buffer_inplace(
        content_->bytes.data(), content_->bytes.size(),
        pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_embed_pcdata,
        pugi::encoding_utf8);
    const pugi::xml_node html = xml.child("html");
    if (!result || !html) {
        const auto offset =
            std::min<std::ptrdiff_t>(result.offset, static_cast<std::ptrdiff_t>(xhtml.size()));
        findings.add(malformed, {},
                     {{"line", std::to_string(builder.line_of(offset))},
                      {"problem", result ? "no <html>" : result.description()}});
        content_->nodes.add().tag = Tag::Body;
        return;
    }
    builder.build(html, use);
}

Document parse_document(const std::string& xhtml, Findings& findings) {
    Document document;
    document.read(xhtml, {}, findings);
    return document;
}

void for_each_section(const std::string& xhtml, const UseSection& use, Findings& findings) {
    Document().read(xhtml, use, findings);
}

std::string describe(const Node& node) {
    std::string name(tag_name(node.tag));
    if (!node.attributes->classes.empty()) {
        name += '.';
        name += node.attributes->classes;
        std::replace(name.begin(), name.end(), ' ', '.');
    }
    return name;
}

namespace {

void collect(const Node& node, std::string& text) {
    constexpr std::size_t enough = 400;
    if (text.size() > enough) return;
    text += node.tag == Tag::Text ? node.text : " ";
    for (const Node& child : children(node)) collect(child, text);
}

}  // namespace

std::string text_below(const Node& node) {
    std::string text;
    collect(node, text);
    text = clean(text);
    constexpr std::size_t longest = 60;
    if (code_point_count(text) <= longest) return text;
    std::size_t end = 0;
    for (std::size_t count = 0; count < longest; ++end) {
        if ((static_cast<unsigned char>(text[end]) & 0xC0) != 0x80) ++count;
    }
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    return text.substr(0, end) + "…";
}

}  // namespace hoso::markup
