// SPDX-License-Identifier: Apache-2.0
#include "render/pages/paginator.h"

#include "render/rules.h"

namespace hoso::layout {

namespace {

using Glue = Piece::Glue;

constexpr double slack = 0.02;  // sums of heights against heights

// A chunk is what stands between two places where a page may end.
class Paginator {
public:
    Paginator(Context& context, const Node& section, const Frame& frame, Pages& pages)
        : context_(context),
          section_(section),
          frame_(frame),
          pages_(pages),
          painter_(context, pages.printed) {}

    void run(const Flow& flow) {
        if (section_.style->break_before == markup::Break::Odd) make_next_odd();
        new_page(true);
        place_chunks(flow, 0, flow.size(), Glue::None);
        painter_.end_page();
    }

private:
    // Pieces that are joined more weakly than `weakest` allow a page to end between them.
    void place_chunks(const Flow& flow, std::size_t begin, std::size_t end, Glue weakest) {
        for (std::size_t at = begin; at < end && pages_.pages.size() <= max_pages;) {
            std::size_t stop = at + 1;
            while (stop < end && flow[stop].glue > weakest) ++stop;
            place_chunk(flow, at, stop, weakest);
            at = stop;
        }
    }

    static double height_of(const Flow& flow, std::size_t begin, std::size_t end) {
        double sum = 0;
        for (std::size_t i = begin; i < end; ++i) sum += flow[i].height;
        return sum;
    }

    [[nodiscard]] bool fits(double height) const {
        return painter_.y() + height <= frame_.bottom + slack;
    }

    void place_chunk(const Flow& flow, std::size_t begin, std::size_t end, Glue weakest) {
        double height = height_of(flow, begin, end);
        if (!fits(height) && !fresh_) {
            painter_.end_page();
            new_page(false);
            if (flow[begin].kind == Piece::Kind::Margin) height -= flow[begin].height;
        }
        if (!fits(height)) {
            if (weakest < Glue::Soft && has_soft(flow, begin, end)) {
                if (const Node* kept = kept_together(flow, begin, end)) {
                    context_.report(render_rules::keep_too_tall, *kept, {});
                }
                place_chunks(flow, begin, end, Glue::Soft);
                return;
            }
            context_.report_text(render_rules::too_tall, *first_node(flow, begin, end), {});
        }
        for (std::size_t i = begin; i < end; ++i) put(flow[i]);
    }

    static bool has_soft(const Flow& flow, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin + 1; i < end; ++i) {
            if (flow[i].glue == Glue::Soft) return true;
        }
        return false;
    }

    // The element that the template wants on one page; null if the chunk is only due to the rule
    // about stray lines.
    static const Node* kept_together(const Flow& flow, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            for (const Node* node = flow[i].node; node != nullptr; node = node->parent) {
                if (node->style->keep_together) return node;
            }
        }
        return nullptr;
    }

    const Node* first_node(const Flow& flow, std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i < end; ++i) {
            if (flow[i].node != nullptr && flow[i].height > 0) return flow[i].node;
        }
        return &section_;
    }

    void put(const Piece& piece) {
        if (piece.kind == Piece::Kind::Break) {
            put_break(piece.node->style->break_before == markup::Break::Odd);
            return;
        }
        // After a page break that layout made, a margin would only push the text down.
        if (piece.kind == Piece::Kind::Margin && fresh_ && !by_template_) return;
        painter_.put(piece);
        if (piece.height > 0 && piece.kind != Piece::Kind::Margin) fresh_ = false;
    }

    void put_break(bool odd) {
        const bool on_even = pages_.pages.size() % 2 == 0;
        if (!fresh_ || (odd && on_even)) {
            painter_.end_page();
            if (odd) make_next_odd();
            new_page(true);
        }
        by_template_ = true;
    }

    void new_page(bool by_template) {
        painter_.begin_page(pages_.pages.emplace_back(frame_.size), frame_.left, frame_.top);
        fresh_ = true;
        by_template_ = by_template;
    }

    // The next page will be on the front of a sheet.
    void make_next_odd() {
        if (pages_.pages.size() % 2 == 1) pages_.pages.emplace_back(frame_.size);
    }

    Context& context_;
    const Node& section_;
    const Frame& frame_;
    Pages& pages_;
    Painter painter_;
    bool fresh_ = true;        // nothing of the flow stands on the page yet
    bool by_template_ = true;  // the page was begun by the template, not for want of room
};

}  // namespace

void paginate(Context& context, const Node& section, const Flow& flow, const Frame& frame,
              Pages& pages) {
    Paginator(context, section, frame, pages).run(flow);
}

}  // namespace hoso::layout
