// SPDX-License-Identifier: Apache-2.0
#include "render/layout/atoms.h"

#include <algorithm>

#include "render/fonts/utf8.h"
#include "render/rules.h"
#include "vocabulary/text.h"

namespace hoso::layout {

namespace {

using markup::Tag;

// The blanks that fold; the no-break space (U+00A0) is a letter to layout.
bool is_blank(char32_t c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool is_combining(char32_t c) { return c >= 0x0300 && c <= 0x036F; }

class AtomMaker {
public:
    explicit AtomMaker(Context& context) : context_(context) {}

    void walk(const Node& node) {
        switch (node.tag) {
            case Tag::Text:
                add_text(node, node.text);
                break;
            case Tag::Br:
                add(Atom::Kind::Break, node);
                break;
            case Tag::Dots:
                add_dots(node);
                break;
            case Tag::Box: {
                Atom& box = add(Atom::Kind::Box, node);
                box.width = 0.8 * box.size;
                break;
            }
            case Tag::Page:
                add_page_number(node);
                break;
            case Tag::Pages:
                if (context_.page == 0) context_.asked_for_pages = true;
                add_text(node, std::to_string(context_.pages));
                break;
            default:
                for (const Node& child : children(node)) walk(child);
        }
    }

    void add_text(const Node& node, std::string_view text) {
        const Style& style = *node.style;
        const std::string upper = style.uppercase ? to_upper(text) : std::string();
        if (style.uppercase) text = upper;
        const Face face = face_of(style);
        Atom* word = nullptr;
        // A printed value that is blank on purpose still stands on its line.
        if (text.empty() && node.lineage >= 0) add(Atom::Kind::Word, node);
        for (std::size_t at = 0; at < text.size();) {
            const char32_t c = next_code_point(text, at);
            if (is_blank(c)) {
                add_space(node, face);
                word = nullptr;
                continue;
            }
            const FoundGlyph found = context_.fonts.find(face, c);
            if (found.glyph.id == 0 || is_combining(c)) {
                report_glyph(node, c);
                continue;
            }
            if (word == nullptr || word->slot != found.slot) {
                word = &add(Atom::Kind::Word, node);
                word->slot = found.slot;
            }
            append(*word, found.glyph);
        }
    }

    std::vector<Atom> take() { return std::move(atoms_); }

private:
    Atom& add(Atom::Kind kind, const Node& node) {
        Atom& atom = atoms_.emplace_back();
        atom.kind = kind;
        atom.node = &node;
        atom.style = node.style;
        atom.size = node.style->font_size;
        atom.lineage = node.lineage;
        const auto at = static_cast<std::uint32_t>(context_.store.glyphs.size());
        atom.glyphs = {at, at};
        return atom;
    }

    void append(Atom& atom, Glyph glyph) {
        context_.store.glyphs.push_back(glyph.id);
        ++atom.glyphs.end;
        atom.width += glyph.advance * atom.size / 1000;
    }

    void add_space(const Node& node, Face face) {
        if (atoms_.empty()) return;
        const Atom::Kind before = atoms_.back().kind;
        if (before == Atom::Kind::Space || before == Atom::Kind::Break) return;
        const FoundGlyph space = context_.fonts.find(face, ' ');
        Atom& atom = add(Atom::Kind::Space, node);
        atom.slot = space.slot;
        append(atom, space.glyph);
    }

    void add_dots(const Node& node) {
        Atom& atom = add(Atom::Kind::Dots, node);
        atom.elastic = node.attributes->width.is_auto();
        atom.width = node.attributes->width.of(0);
    }

    void add_page_number(const Node& node) {
        if (context_.page == 0) {
            context_.report(render_rules::misplaced, node,
                            {{"name", "<page/>"}, {"parent", describe(*node.parent)}});
            return;
        }
        add_text(node, std::to_string(context_.page));
    }

    void report_glyph(const Node& node, char32_t c) {
        context_.report_text(
            is_combining(c) ? render_rules::not_composed : render_rules::missing_glyph, node,
            {{"code", code_point_name(c)}});
    }

    Context& context_;
    std::vector<Atom> atoms_;
};

}  // namespace

std::vector<Atom> make_atoms(Context& context, const Node* first, const Node* end) {
    AtomMaker maker(context);
    for (const Node* node = first; node != end; node = node->next) maker.walk(*node);
    return maker.take();
}

std::vector<Atom> make_atoms(Context& context, const Node& node, const std::string& text) {
    AtomMaker maker(context);
    maker.add_text(node, text);
    return maker.take();
}

void split_at_hyphens(Context& context, std::vector<Atom>& atoms, std::size_t begin,
                      std::size_t end) {
    std::vector<Atom> split;
    for (std::size_t i = begin; i < end; ++i) {
        Atom rest = atoms[i];
        const EmbeddedFont& font = context.fonts.font(rest.slot);
        const std::uint16_t stops[] = {font.find('-').id, font.find('/').id, font.find(U'–').id};
        double head_width = 0;
        for (std::uint32_t at = rest.glyphs.begin;
             rest.kind == Atom::Kind::Word && at + 1 < rest.glyphs.end; ++at) {
            const std::uint16_t id = context.store.glyphs[at];
            head_width += font.advance(id) * rest.size / 1000;
            if (id == 0 || std::find(std::begin(stops), std::end(stops), id) == std::end(stops))
                continue;
            Atom head = rest;
            head.glyphs.end = at + 1;
            head.width = head_width;
            split.push_back(head);
            rest.glyphs.begin = at + 1;
            rest.width -= head_width;
            rest.soft = true;
            head_width = 0;
        }
        split.push_back(rest);
    }
    const auto first = atoms.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto at = atoms.erase(first, atoms.begin() + static_cast<std::ptrdiff_t>(end));
    atoms.insert(at, split.begin(), split.end());
}

}  // namespace hoso::layout
