// SPDX-License-Identifier: Apache-2.0
#include "render/layout/flow.h"

#include <algorithm>

#include "render/layout/inline.h"
#include "render/pdf/syntax.h"
#include "render/rules.h"

namespace hoso::layout {

namespace {

using namespace markup;

bool has_box(const Style& style) {
    const auto drawn = [](const Border& border) { return border.kind != BorderKind::None; };
    return style.has_background || std::any_of(style.border.begin(), style.border.end(), drawn);
}

std::string millimetres(double points) { return pdf::number(std::round(points * 254 / 72) / 10); }

class FlowBuilder {
public:
    FlowBuilder(Context& context, bool in_cell) : context_(context), in_cell_(in_cell) {}

    Flow build(const Node& container, double width) {
        add_children(container, 0, width);
        if (in_cell_) flush_margin();
        return std::move(flow_);
    }

private:
    using Glue = Piece::Glue;

    void push(Piece piece) {
        flush_margin();
        if (glue_next_ != Glue::None) piece.glue = std::max(piece.glue, glue_next_);
        glue_next_ = Glue::None;
        flow_.push_back(piece);
    }
    Piece piece_of(Piece::Kind kind, const Node& node, double x, double width, double height) {
        Piece piece;
        piece.kind = kind;
        piece.node = &node;
        piece.x = x;
        piece.width = width;
        piece.height = height;
        return piece;
    }

    // Margins that touch become the larger one; a page never begins with one after a page break.
    void add_margin(double height) { margin_ = std::max(margin_, height); }
    void flush_margin() {
        if (margin_ <= 0) return;
        Piece piece;
        piece.kind = Piece::Kind::Margin;
        piece.height = margin_;
        piece.glue = glue_next_;
        margin_ = 0;
        flow_.push_back(piece);
    }
    void add_space(const Node& node, double height, Glue glue) {
        if (height <= 0) return;
        Piece piece = piece_of(Piece::Kind::Space, node, 0, 0, height);
        piece.glue = glue;
        push(piece);
    }

    void add_children(const Node& container, double x, double width) {
        for (const Node* child = container.first_child; child != nullptr;) {
            if (child->tag == Tag::Header || child->tag == Tag::Footer) {
                child = child->next;
            } else if (is_inline(child->tag)) {
                const Node* end = child;
                while (end != nullptr && is_inline(end->tag)) end = end->next;
                add_lines(container, child, end, x, width);
                child = end;
            } else {
                add_block(*child, x, width);
                child = child->next;
            }
        }
    }

    void add_lines(const Node& block, const Node* first, const Node* end, double x, double width) {
        Flow lines;
        lay_out_inline(context_, block, first, end, x, width, marker_, lines);
        if (!lines.empty()) marker_.clear();
        for (const Piece& line : lines) push(line);
    }

    void add_block(const Node& node, double x, double outer) {
        const Style& style = *node.style;
        if (style.break_before != Break::Auto && !in_cell_) {
            margin_ = 0;
            glue_next_ = Glue::None;
            push(piece_of(Piece::Kind::Break, node, 0, 0, 0));
        }
        add_margin(style.margin_at(Top));
        const std::size_t before = flow_.size();
        double width = outer - style.margin_at(Left) - style.margin_at(Right);
        x += style.margin_at(Left);
        if (!style.width.is_auto() && node.tag != Tag::Signature && node.tag != Tag::Table) {
            const double spare = width - style.width.of(outer);
            width = style.width.of(outer);
            x += shift(style, spare);
        }
        add_content(node, x, width);
        if (style.keep_together) {
            for (std::size_t i = before + 1; i < flow_.size(); ++i) {
                flow_[i].glue = std::max(flow_[i].glue, Glue::Soft);
            }
        }
        add_margin(style.margin_at(Bottom));
        if (style.keep_with_next && flow_.size() > before) glue_next_ = Glue::Soft;
    }

    // Where a block that is narrower than its container stands: margins "auto" push it.
    static double shift(const Style& style, double spare) {
        if (!style.margin[Left].is_auto()) return 0;
        return style.margin[Right].is_auto() ? spare / 2 : spare;
    }

    void add_content(const Node& node, double x, double width) {
        switch (node.tag) {
            case Tag::Hr: {
                const Piece rule =
                    piece_of(Piece::Kind::Rule, node, x, width, node.style->border[Top].width);
                push(rule);
                return;
            }
            case Tag::Signature:
                add_signature(node, x, width);
                return;
            case Tag::Table: {
                Flow rows;
                lay_out_table(context_, node, x, width, rows);
                for (const Piece& piece : rows) push(piece);
                return;
            }
            default:
                add_box(node, x, width);
        }
    }

    void add_signature(const Node& node, double x, double outer) {
        const Style& style = *node.style;
        const double width = std::min(outer, style.width.of(outer));
        const double spare = outer - width;
        if (style.margin[Left].is_auto() || style.margin[Right].is_auto()) {
            x += shift(style, spare);
        } else if (style.align == Align::Center) {
            x += spare / 2;
        } else if (style.align == Align::Right) {
            x += spare;
        }
        push(piece_of(Piece::Kind::Area, node, x, width, style.height.of(0)));
    }

    // p h1 div ul ol li: padding, border and background around children.
    void add_box(const Node& node, double x, double width) {
        const Style& style = *node.style;
        const bool drawn = has_box(style);
        if (drawn) push(piece_of(Piece::Kind::OpenBox, node, x, width, 0));
        const std::size_t inside = flow_.size();
        const Glue after_open = drawn ? Glue::Hard : Glue::None;
        add_space(node, style.padding[Top], after_open);
        if (drawn) glue_next_ = Glue::Hard;
        const double left = x + style.padding[Left];
        const double inner = width - style.padding[Left] - style.padding[Right];
        if (node.tag == Tag::Ul || node.tag == Tag::Ol) {
            add_items(node, left, inner);
        } else {
            add_children(node, left, inner);
        }
        if (drawn || style.padding[Bottom] > 0) flush_margin();
        fill_height(node, inside);
        add_space(node, style.padding[Bottom], Glue::Hard);
        if (drawn) {
            Piece close = piece_of(Piece::Kind::CloseBox, node, x, width, 0);
            close.glue = Glue::Hard;
            glue_next_ = Glue::None;
            push(close);
        }
    }

    void add_items(const Node& list, double x, double width) {
        int number = 0;
        for (const Node& item : children(list)) {
            if (item.tag != Tag::Li) continue;
            marker_ = list.tag == Tag::Ol ? std::to_string(++number) + "." : "–";
            add_block(item, x, width);
            marker_.clear();
        }
    }

    // height and min-height of a block: blank space after what it holds.
    void fill_height(const Node& node, std::size_t first) {
        const Style& style = *node.style;
        double height = 0;
        for (std::size_t i = first; i < flow_.size(); ++i) height += flow_[i].height;
        const double wanted = std::max(style.height.of(0), style.min_height.of(0));
        if (!style.height.is_auto() && height > style.height.of(0) + 0.01) {
            context_.report_text(render_rules::overfull, node,
                                 {{"height", millimetres(style.height.of(0))}});
        }
        if (wanted > height) {
            flush_margin();
            add_space(node, wanted - height, flow_.size() > first ? Glue::Hard : Glue::None);
        }
    }

    Context& context_;
    bool in_cell_;
    Flow flow_;
    double margin_ = 0;
    Glue glue_next_ = Glue::None;
    std::string marker_;
};

}  // namespace

Flow lay_out_flow(Context& context, const Node& container, double width, bool in_cell) {
    return FlowBuilder(context, in_cell).build(container, width);
}

}  // namespace hoso::layout
