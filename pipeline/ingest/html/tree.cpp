// SPDX-License-Identifier: Apache-2.0
#include "ingest/html/tree.h"

#include <algorithm>
#include <array>
#include <map>

#include "ingest/html/entities.h"
#include "ingest/html/tokens.h"
#include "ingest/limits.h"
#include "ingest/report.h"
#include "ingest/rules.h"

namespace hoso {

namespace rule = ingest_rule;

namespace {

struct Element {
    std::string_view name;
    Tag tag;
    bool empty = false;  // never has content or an end tag
    bool raw = false;    // its content is no text of the page
};
constexpr std::array kElements{
    Element{"address", Tag::Division},
    Element{"area", Tag::Inline, true},
    Element{"article", Tag::Division},
    Element{"base", Tag::Inline, true},
    Element{"blockquote", Tag::Paragraph},
    Element{"br", Tag::Break, true},
    Element{"caption", Tag::Caption},
    Element{"center", Tag::Division},
    Element{"col", Tag::Column, true},
    Element{"colgroup", Tag::Section},
    Element{"dd", Tag::Paragraph},
    Element{"div", Tag::Division},
    Element{"dl", Tag::Paragraph},
    Element{"dt", Tag::Paragraph},
    Element{"embed", Tag::Inline, true},
    Element{"fieldset", Tag::Division},
    Element{"footer", Tag::Division},
    Element{"form", Tag::Division},
    Element{"frame", Tag::Inline, true},
    Element{"h1", Tag::Heading},
    Element{"h2", Tag::Heading},
    Element{"h3", Tag::Heading},
    Element{"h4", Tag::Heading},
    Element{"h5", Tag::Heading},
    Element{"h6", Tag::Heading},
    Element{"header", Tag::Division},
    Element{"hr", Tag::Paragraph, true},
    Element{"iframe", Tag::Inline, false, true},
    Element{"img", Tag::Inline, true},
    Element{"input", Tag::Input, true},
    Element{"legend", Tag::Division},
    Element{"li", Tag::Paragraph},
    Element{"link", Tag::Inline, true},
    Element{"main", Tag::Division},
    Element{"meta", Tag::Inline, true},
    Element{"nav", Tag::Division},
    Element{"noembed", Tag::Inline, false, true},
    Element{"noframes", Tag::Inline, false, true},
    Element{"noscript", Tag::Inline, false, true},
    Element{"ol", Tag::Paragraph},
    Element{"optgroup", Tag::Inline},
    Element{"option", Tag::Option},
    Element{"p", Tag::Paragraph},
    Element{"param", Tag::Inline, true},
    Element{"pre", Tag::Paragraph},
    Element{"script", Tag::Inline, false, true},
    Element{"section", Tag::Division},
    Element{"select", Tag::Select},
    Element{"source", Tag::Inline, true},
    Element{"style", Tag::Inline, false, true},
    Element{"table", Tag::Table},
    Element{"tbody", Tag::Section},
    Element{"td", Tag::Cell},
    Element{"template", Tag::Inline, false, true},
    Element{"tfoot", Tag::Section},
    Element{"th", Tag::Cell},
    Element{"thead", Tag::Section},
    Element{"title", Tag::Inline, false, true},
    Element{"tr", Tag::Row},
    Element{"ul", Tag::Paragraph},
    Element{"wbr", Tag::Inline, true},
    Element{"xml", Tag::Inline, false, true},  // Excel's settings
};

constexpr std::array<std::pair<std::string_view, Attr>, 18> kAttributes{{
    {"checked", Attr::Checked},
    {"class", Attr::Class},
    {"colspan", Attr::ColSpan},
    {"face", Attr::Face},
    {"hidden", Attr::Hidden},
    {"rowspan", Attr::RowSpan},
    {"sdnum", Attr::SdNum},
    {"sdval", Attr::SdVal},
    {"selected", Attr::Selected},
    {"span", Attr::Span},
    {"style", Attr::Style},
    {"type", Attr::Type},
    {"value", Attr::Value},
    {"x:bool", Attr::XBool},
    {"x:err", Attr::XErr},
    {"x:fmla", Attr::XFormula},
    {"x:num", Attr::XNum},
    {"x:str", Attr::XStr},
}};

static_assert(std::is_sorted(kElements.begin(), kElements.end(),
                             [](const Element& a, const Element& b) { return a.name < b.name; }));
static_assert(std::is_sorted(kAttributes.begin(), kAttributes.end()));

Element element_named(std::string_view name) {
    const auto found = std::lower_bound(
        kElements.begin(), kElements.end(), name,
        [](const Element& element, std::string_view wanted) { return element.name < wanted; });
    return found != kElements.end() && found->name == name ? *found : Element{name, Tag::Inline};
}

bool is_structure(Tag tag) { return tag == Tag::Table || tag == Tag::Section || tag == Tag::Row; }
bool is_block(Tag tag) {
    return tag == Tag::Paragraph || tag == Tag::Heading || tag == Tag::Division;
}

}  // namespace

// What browsers do with tags that are missing, superfluous or in the wrong place (HTML, 13.2.6), as
// far as it moves a cell: an end tag never closes the cell or the table around it, and a row or
// cell closes whatever is open within the table.
class HtmlParser {
public:
    HtmlParser(HtmlTree& tree, std::string_view text) : tree_(tree), tokens_(text) {}

    const Rule* parse(std::uint64_t& limit) {
        tree_.nodes_.push_back({});
        open_.push_back({"", Tag::Root, 0});
        for (auto kind = tokens_.next(); kind != HtmlTokens::Kind::Finished;
             kind = tokens_.next()) {
            if (kind == HtmlTokens::Kind::Text) add_text();
            if (kind == HtmlTokens::Kind::Start) start();
            if (kind == HtmlTokens::Kind::End) end();
            if (open_.size() > (limit = limits::kHtmlDepth)) return &rule::html_too_deep;
            if (tree_.nodes_.size() > (limit = limits::kHtmlNodes)) return &rule::html_too_large;
        }
        return nullptr;
    }

private:
    struct Open {
        std::string name;
        Tag tag;
        std::uint32_t node;
    };

    void add_text() {
        const bool blank = tokens_.text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
        if (blank && is_structure(open_.back().tag)) return;
        const std::uint32_t parent = open_.back().node;
        std::uint32_t node = tree_.nodes_[parent].last_child;
        const auto before = static_cast<std::uint32_t>(tree_.strings_.size());
        const bool joins = node != 0 && tree_.nodes_[node].tag == Tag::Text &&
                           tree_.nodes_[node].text + tree_.nodes_[node].length == before;
        if (!joins) {
            node = append(Tag::Text);
            tree_.nodes_[node].text = before;
        }
        append_decoded(tree_.strings_, tokens_.text, false);
        tree_.nodes_[node].length =
            static_cast<std::uint32_t>(tree_.strings_.size()) - tree_.nodes_[node].text;
    }

    std::uint32_t append(Tag tag) {
        const auto node = static_cast<std::uint32_t>(tree_.nodes_.size());
        const std::uint32_t parent = open_.back().node;
        HtmlTree::Node made;
        made.tag = tag;
        made.parent = parent;
        tree_.nodes_.push_back(made);
        HtmlTree::Node& above = tree_.nodes_[parent];
        (above.last_child == 0 ? above.first_child : tree_.nodes_[above.last_child].next) = node;
        above.last_child = node;
        return node;
    }

    std::uint32_t push(std::string name, Tag tag) {
        const std::uint32_t node = append(tag);
        const auto [known, is_new] =
            names_.try_emplace(name, static_cast<std::uint32_t>(tree_.strings_.size()));
        if (is_new) tree_.strings_ += name;
        tree_.nodes_[node].text = known->second;
        tree_.nodes_[node].length = static_cast<std::uint32_t>(name.size());
        open_.push_back({std::move(name), tag, node});
        return node;
    }

    void start() {
        const Element element = element_named(tokens_.name);
        const std::string name = tokens_.name;
        make_room(element);
        const std::uint32_t node = push(name, element.tag);
        read_attributes(node);
        if (element.raw) {
            const std::string_view content = tokens_.take_raw();
            if (name == "style") (tree_.style_sheets_ += content) += '\n';
        }
        if (element.empty || element.raw) open_.pop_back();
    }

    // Closes what the element cannot stand in, opens what it must stand in.
    void make_room(const Element& element) {
        switch (element.tag) {
            case Tag::Table:
                // Not in a cell: the end tag of the table before is missing.
                if (const std::size_t at = innermost({Tag::Table, Tag::Cell, Tag::Caption});
                    at > 0 && open_[at].tag == Tag::Table) {
                    close(at);
                }
                break;
            case Tag::Caption:
            case Tag::Section:
                enter_table();
                break;
            case Tag::Column:
                if (open_.back().name != "colgroup") enter_table();
                break;
            case Tag::Row:
                enter_rows();
                break;
            case Tag::Cell:
                enter_row();
                break;
            case Tag::Option:
                if (open_.back().tag == Tag::Option) open_.pop_back();
                break;
            default:
                if (is_block(element.tag)) close_paragraph(element.name);
        }
    }

    void enter_table() {
        const std::size_t at = innermost({Tag::Table});
        if (at == 0) {
            push("table", Tag::Table);
        } else {
            close(at + 1);
        }
    }
    void enter_rows() {
        std::size_t at = innermost({Tag::Table, Tag::Section});
        if (at == 0) return void(push("table", Tag::Table));
        close(at + 1);
        if (open_.back().name == "colgroup") open_.pop_back();
    }
    void enter_row() {
        const std::size_t at = innermost({Tag::Table, Tag::Section, Tag::Row});
        if (at > 0) close(at + 1);
        if (at == 0 || open_[at].tag != Tag::Row) {
            enter_rows();
            push("tr", Tag::Row);
        }
    }

    // The start of a block ends a paragraph, of a list's item the item before it.
    void close_paragraph(std::string_view name) {
        const bool item = name == "li" || name == "dt" || name == "dd";
        for (std::size_t at = open_.size() - 1; at > 0 && !is_boundary(open_[at].tag); --at) {
            const std::string& open = open_[at].name;
            if (open == "ul" || open == "ol" || open == "dl") return;
            const bool same_item = item && (open == "li" || open == "dt" || open == "dd");
            if (open == "p" || same_item) return close(at);
        }
    }

    static bool is_boundary(Tag tag) {
        return is_structure(tag) || tag == Tag::Cell || tag == Tag::Caption;
    }

    void end() {
        const Tag tag = element_named(tokens_.name).tag;
        for (std::size_t at = open_.size() - 1; at > 0; --at) {
            if (open_[at].name == tokens_.name) return close(at);
            if (open_[at].tag == Tag::Table) return;
            if (is_boundary(open_[at].tag) && !is_boundary(tag)) return;
        }
    }

    // The place of the innermost open element of these kinds; 0: none.
    [[nodiscard]] std::size_t innermost(std::initializer_list<Tag> tags) const {
        for (std::size_t at = open_.size() - 1; at > 0; --at) {
            if (std::find(tags.begin(), tags.end(), open_[at].tag) != tags.end()) return at;
        }
        return 0;
    }
    void close(std::size_t from) { open_.resize(from); }

    void read_attributes(std::uint32_t node) {
        tree_.nodes_[node].first_attribute = static_cast<std::uint32_t>(tree_.attributes_.size());
        for (std::string_view value; tokens_.next_attribute(attribute_, value);) {
            const auto known = std::lower_bound(
                kAttributes.begin(), kAttributes.end(), attribute_,
                [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
            if (known == kAttributes.end() || known->first != attribute_) continue;
            const auto at = static_cast<std::uint32_t>(tree_.strings_.size());
            append_decoded(tree_.strings_, value, true);
            tree_.attributes_.push_back(
                {known->second, at, static_cast<std::uint32_t>(tree_.strings_.size()) - at});
        }
        tree_.nodes_[node].attributes = static_cast<std::uint32_t>(tree_.attributes_.size()) -
                                        tree_.nodes_[node].first_attribute;
    }

    HtmlTree& tree_;
    HtmlTokens tokens_;
    std::string attribute_;
    std::vector<Open> open_;
    std::map<std::string, std::uint32_t> names_;  // where each stands in the tree's strings
};

bool HtmlTree::parse(std::string_view utf8, const Location& place, Findings& findings) {
    std::uint64_t limit = 0;
    const Rule* fault = HtmlParser(*this, utf8).parse(limit);
    if (fault) report(findings, *fault, {place}, {{"limit", std::to_string(limit)}});
    return !fault;
}

bool HtmlTree::has(std::uint32_t node, Attr attribute) const {
    const auto first = attributes_.begin() + nodes_[node].first_attribute;
    return std::any_of(first, first + nodes_[node].attributes,
                       [&](const Attribute& a) { return a.attribute == attribute; });
}

std::string_view HtmlTree::value(std::uint32_t node, Attr attribute) const {
    const auto first = attributes_.begin() + nodes_[node].first_attribute;
    const auto last = first + nodes_[node].attributes;
    const auto found =
        std::find_if(first, last, [&](const Attribute& a) { return a.attribute == attribute; });
    if (found == last) return {};
    return std::string_view(strings_).substr(found->text, found->length);
}

}  // namespace hoso
