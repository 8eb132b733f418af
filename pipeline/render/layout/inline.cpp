// SPDX-License-Identifier: Apache-2.0
#include "render/layout/inline.h"

#include <algorithm>
#include <cmath>

#include "render/layout/atoms.h"
#include "render/rules.h"

namespace hoso::layout {

namespace {

using markup::Align;

// Sums of widths are compared with widths: room for rounding, a hundredth of a point.
constexpr double slack = 0.01;
constexpr double least_shrink = 0.6;
constexpr double marker_gap = 4;

std::string percent(double factor) { return std::to_string(std::lround(factor * 100)); }

class LineBuilder {
public:
    LineBuilder(Context& context, const Node& block, double x, double width, Flow& flow)
        : context_(context),
          block_(block),
          style_(*block.style),
          x_(x),
          width_(width),
          flow_(flow) {}

    void lay_out(std::vector<Atom> atoms, std::vector<Atom> marker) {
        atoms_ = std::move(atoms);
        marker_ = std::move(marker);
        if (style_.shrink) shrink();
        std::size_t at = 0;
        first_piece_ = flow_.size();
        while (at < atoms_.size()) at = next_line(at);
        avoid_stray_lines();
    }

private:
    [[nodiscard]] double room() const {
        return width_ - (flow_.size() == first_piece_ ? style_.indent : 0);
    }

    [[nodiscard]] bool never_breaks() const { return style_.nowrap || style_.shrink; }

    // One past the last atom that cannot be parted from `begin` by the end of a line.
    [[nodiscard]] std::size_t group_end(std::size_t begin) const {
        std::size_t end = begin;
        while (end < atoms_.size()) {
            const Atom& atom = atoms_[end];
            if (atom.kind == Atom::Kind::Space || atom.kind == Atom::Kind::Break) break;
            if (end > begin && atom.soft) break;
            ++end;
        }
        return end;
    }

    [[nodiscard]] double width_of(std::size_t begin, std::size_t end) const {
        double sum = 0;
        for (std::size_t i = begin; i < end; ++i) sum += atoms_[i].width;
        return sum;
    }

    // Sets the line that begins at `at`; gives the atom that the next line begins with.
    std::size_t next_line(std::size_t at) {
        while (at < atoms_.size() && atoms_[at].kind == Atom::Kind::Space) ++at;
        if (at == atoms_.size()) return at;
        const std::size_t begin = at;
        std::size_t end = at;  // of what stands on the line, without blanks after it
        double width = 0;
        while (at < atoms_.size()) {
            if (atoms_[at].kind == Atom::Kind::Break) {
                set_line(begin, end, true);
                return at + 1;
            }
            if (atoms_[at].kind == Atom::Kind::Space) {
                ++at;
                continue;
            }
            std::size_t group = group_end(at);
            double with_group = width + width_of(end, group);
            if (!never_breaks() && with_group > room() + slack) {
                if (end > begin) {
                    set_line(begin, end, false);
                    return at;
                }
                split_at_hyphens(context_, atoms_, at, group);
                group = group_end(at);
                with_group = width_of(at, group);
            }
            width = with_group;
            at = end = group;
        }
        set_line(begin, end, true);
        return at;
    }

    void set_line(std::size_t begin, std::size_t end, bool last) {
        double width = width_of(begin, end);
        if (width > room() + slack) report_too_wide(begin, end);
        const double spare = std::max(0.0, room() - width);
        const auto is_elastic = [](const Atom& atom) { return atom.elastic; };
        const auto first = atoms_.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto stop = atoms_.begin() + static_cast<std::ptrdiff_t>(end);
        const auto elastic = std::count_if(first, stop, is_elastic);
        Line line;
        double x = width_ - room();
        if (elastic > 0) {
            for (auto atom = first; atom != stop; ++atom) {
                if (atom->elastic) atom->width = spare / static_cast<double>(elastic);
            }
            width += spare;
        } else if (style_.align == Align::Center) {
            x += spare / 2;
        } else if (style_.align == Align::Right) {
            x += spare;
        } else if (style_.align == Align::Justify && !last) {
            const auto blanks = std::count_if(
                first, stop, [](const Atom& atom) { return atom.kind == Atom::Kind::Space; });
            if (blanks > 0) line.stretch = spare / static_cast<double>(blanks);
        }
        line.width = width;
        emit(line, begin, end, x);
    }

    void emit(Line& line, std::size_t begin, std::size_t end, double x) {
        Store& store = context_.store;
        const auto size = [](const auto& list) { return static_cast<std::uint32_t>(list.size()); };
        line.segments.begin = size(store.segments);
        line.marks.begin = size(store.marks);
        line.lineage.begin = size(store.lineage);
        if (!marker_.empty()) {
            double back = x - width_of_all(marker_) - marker_gap;
            for (const Atom& atom : marker_) add_atom(line, atom, back);
            marker_.clear();
        }
        for (std::size_t i = begin; i < end; ++i) add_atom(line, atoms_[i], x);
        line.segments.end = size(store.segments);
        line.marks.end = size(store.marks);
        line.lineage.end = size(store.lineage);
        double above = 0, below = 0;
        measure(style_.line_height, style_.font_size, above, below);
        for (std::size_t i = begin; i < end; ++i) {
            if (atoms_[i].style != &style_) {
                measure(atoms_[i].style->line_height, atoms_[i].size, above, below);
            }
        }
        line.baseline = above;
        Piece piece;
        piece.kind = Piece::Kind::Line;
        piece.x = x_;
        piece.width = width_;
        piece.height = above + below;
        piece.index = size(store.lines);
        piece.node = &block_;
        store.lines.push_back(line);
        flow_.push_back(piece);
    }

    static double width_of_all(const std::vector<Atom>& atoms) {
        double sum = 0;
        for (const Atom& atom : atoms) sum += atom.width;
        return sum;
    }

    // Half of the leading above, half below, as in CSS.
    void measure(double line_height, double size, double& above, double& below) const {
        const FontSet::Faces& faces = context_.fonts.faces();
        const double leading = (line_height - faces.ascent - faces.descent) * size;
        above = std::max(above, leading / 2 + faces.ascent * size);
        below = std::max(below, leading / 2 + faces.descent * size);
    }

    void add_atom(Line& line, const Atom& atom, double& x) {
        Store& store = context_.store;
        if (atom.lineage >= 0) {
            auto& ids = store.lineage;
            if (ids.size() == line.lineage.begin || ids.back() != atom.lineage)
                ids.push_back(atom.lineage);
        }
        const double width = atom.width + (atom.kind == Atom::Kind::Space ? line.stretch : 0);
        const bool drawn = atom.kind == Atom::Kind::Dots || atom.kind == Atom::Kind::Box;
        if (atom.kind == Atom::Kind::Dots) {
            store.marks.push_back({Mark::Kind::Dots, x, width, atom.size});
        } else if (atom.kind == Atom::Kind::Box) {
            const auto kind = atom.node->checked ? Mark::Kind::CheckedBox : Mark::Kind::Box;
            store.marks.push_back({kind, x, width, atom.size});
        } else if (atom.glyphs.end > atom.glyphs.begin) {
            add_glyphs(line, atom, x, width);
        }
        if (drawn) after_mark_ = true;
        x += width;
    }

    void add_glyphs(const Line& line, const Atom& atom, double x, double width) {
        std::vector<Segment>& segments = context_.store.segments;
        context_.fonts.mark_used(atom.slot);
        const bool joins = segments.size() > line.segments.begin && !after_mark_;
        after_mark_ = false;
        if (joins) {
            Segment& last = segments.back();
            if (last.style == atom.style && last.slot == atom.slot &&
                last.glyphs.end == atom.glyphs.begin) {
                last.glyphs.end = atom.glyphs.end;
                last.width += width;
                return;
            }
        }
        segments.push_back({atom.style, x, width, atom.size, atom.glyphs, atom.slot});
    }

    // fit: shrink. All lines of the block get the size that the widest needs.
    void shrink() {
        double widest = 0, width = 0, blank = 0;
        for (const Atom& atom : atoms_) {
            if (atom.kind == Atom::Kind::Break) {
                width = blank = 0;
            } else if (atom.kind == Atom::Kind::Space) {
                blank = atom.width;
            } else {
                width += blank + atom.width;
                blank = 0;
            }
            widest = std::max(widest, width);
        }
        if (widest <= width_ + slack) return;
        double factor = width_ / widest;
        if (factor < least_shrink) {
            context_.report_text(render_rules::shrunk_too_small, block_,
                                 {{"percent", percent(factor)}});
            factor = least_shrink;
        }
        for (Atom& atom : atoms_) {
            atom.size *= factor;
            atom.width *= factor;
        }
    }

    void report_too_wide(std::size_t begin, std::size_t end) {
        if (style_.shrink) return;  // already told
        const Node& node = end - begin == 1 ? *atoms_[begin].node : block_;
        context_.report_text(render_rules::too_wide, node, {{"element", describe(block_)}});
    }

    // A page neither begins with the last line of a paragraph nor ends with its first.
    void avoid_stray_lines() {
        const std::size_t count = flow_.size() - first_piece_;
        if (count < 2) return;
        flow_[first_piece_ + 1].glue = Piece::Glue::Soft;
        flow_.back().glue = Piece::Glue::Soft;
    }

    Context& context_;
    const Node& block_;
    const Style& style_;
    double x_, width_;
    Flow& flow_;
    std::vector<Atom> atoms_, marker_;
    std::size_t first_piece_ = 0;
    bool after_mark_ = false;  // the next glyphs do not touch the last segment
};

}  // namespace

void lay_out_inline(Context& context, const Node& block, const Node* first, const Node* end,
                    double x, double width, const std::string& marker, Flow& flow) {
    std::vector<Atom> atoms = make_atoms(context, first, end);
    while (!atoms.empty() && atoms.back().kind == Atom::Kind::Space) atoms.pop_back();
    if (atoms.empty()) return;
    std::vector<Atom> marker_atoms;
    if (!marker.empty()) marker_atoms = make_atoms(context, block, marker);
    LineBuilder(context, block, x, width, flow).lay_out(std::move(atoms), std::move(marker_atoms));
}

}  // namespace hoso::layout
