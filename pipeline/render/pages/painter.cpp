// SPDX-License-Identifier: Apache-2.0
#include "render/pages/painter.h"

#include <algorithm>

#include "render/rules.h"

namespace hoso::layout {

namespace {

using namespace markup;

// Whether text (v) stands at the top, in the middle or at the bottom of its room.
double shift(VerticalAlign align, double spare) {
    if (align == VerticalAlign::Middle) return spare / 2;
    return align == VerticalAlign::Bottom ? spare : 0;
}

}  // namespace

void Painter::begin_page(PageBox& page, double x, double y) {
    page_ = &page;
    x_ = x;
    y_ = y;
    for (OpenBox& box : boxes_) {
        box.top = y_;
        box.begun_here = false;
    }
    for (std::size_t open = 0; open < tables_.size(); ++open) {
        tables_[open].rows.clear();
        put_rows(open, {0, table(tables_[open].index).head_rows});
    }
}

void Painter::end_page() {
    for (const OpenTable& open : tables_) close_table(open);
    for (const OpenBox& box : boxes_) close_box(box, false);
}

double Painter::repeated_height() const {
    double height = 0;
    for (const OpenTable& open : tables_) height += table(open.index).head_height();
    return height;
}

void Painter::put(const Piece& piece) {
    switch (piece.kind) {
        case Piece::Kind::Line:
            put_line(piece);
            break;
        case Piece::Kind::Rule: {
            const Border& border = piece.node->style->border[Top];
            const double y = y_ + border.width / 2;
            page_->canvas.line(x_ + piece.x, y, x_ + piece.x + piece.width, y, border);
            break;
        }
        case Piece::Kind::Area:
            page_->areas.push_back({piece.node, x_ + piece.x, y_, piece.width, piece.height});
            if (page_->canvas.is_rotated()) {
                context_.report(render_rules::signature_misplaced, *piece.node,
                                {{"role", std::string(piece.node->attributes->name)}, {"where", "rotate: 90"}});
            }
            break;
        case Piece::Kind::OpenBox:
            boxes_.push_back({&piece, y_, true});
            break;
        case Piece::Kind::CloseBox:
            close_box(boxes_.back(), true);
            boxes_.pop_back();
            break;
        case Piece::Kind::OpenTable:
            tables_.push_back({piece.index, {}});
            break;
        case Piece::Kind::Rows:
            put_rows(tables_.size() - 1, piece.rows);
            return;
        case Piece::Kind::CloseTable:
            close_table(tables_.back());
            tables_.pop_back();
            break;
        case Piece::Kind::Space:
        case Piece::Kind::Margin:
        case Piece::Kind::Break:
            break;
    }
    y_ += piece.height;
}

void Painter::put_line(const Piece& piece) {
    const Store& store = context_.store;
    const Line& line = store.lines[piece.index];
    const double x = x_ + piece.x, baseline = y_ + line.baseline;
    for (std::uint32_t i = line.segments.begin; i < line.segments.end; ++i) {
        put_segment(store.segments[i], line, x, baseline);
    }
    for (std::uint32_t i = line.marks.begin; i < line.marks.end; ++i) {
        const Mark& mark = store.marks[i];
        if (mark.kind == Mark::Kind::Dots) {
            page_->canvas.dots(x + mark.x, baseline - 0.6, mark.width);
        } else {
            const double side = 0.7 * mark.size;
            page_->canvas.check_box(x + mark.x + 0.05 * mark.size, baseline - side, side,
                                    mark.kind == Mark::Kind::CheckedBox);
        }
    }
    printed_.insert(printed_.end(), store.lineage.begin() + line.lineage.begin,
                    store.lineage.begin() + line.lineage.end);
}

void Painter::put_segment(const Segment& segment, const Line& line, double x, double baseline) {
    const Style& style = *segment.style;
    const std::uint16_t blank = context_.fonts.font(segment.slot).find(' ').id;
    page_->canvas.glyphs(segment, x + segment.x, baseline, line.stretch, blank,
                         context_.store.glyphs);
    const double thickness = 0.05 * segment.size;
    if (style.underline) {
        page_->canvas.decoration(x + segment.x, baseline + 0.11 * segment.size, segment.width,
                                 thickness, style.colour);
    }
    if (style.line_through) {
        page_->canvas.decoration(x + segment.x, baseline - 0.25 * segment.size, segment.width,
                                 thickness, style.colour);
    }
}

// By position: a table inside a cell makes the list grow while its outer table is at work.
void Painter::put_rows(std::size_t open, Range rows) {
    const std::uint32_t index = tables_[open].index;
    for (std::uint32_t r = rows.begin; r < rows.end; ++r) {
        const Row& row = table(index).rows[r];
        tables_[open].rows.push_back({r, y_});
        for (std::uint32_t i = row.cells.begin; i < row.cells.end; ++i) {
            put_cell(table(index), table(index).cells[i], y_);
        }
        y_ += row.height;
    }
}

void Painter::put_cell(const Table& grid, const Cell& cell, double y) {
    const Style& style = *cell.node->style;
    const double left = x_ + grid.x + grid.edges[cell.column] + style.padding[Left];
    const double width = grid.edges[cell.column + cell.colspan] - grid.edges[cell.column] -
                         style.padding[Left] - style.padding[Right];
    const double height = grid.height({cell.row, cell.row + cell.rowspan});
    if (!style.rotated) {
        const double room = height - style.padding[Top] - style.padding[Bottom];
        put_flow(cell.flow, left,
                 y + style.padding[Top] + shift(style.vertical, room - cell.content_height));
        return;
    }
    const double across = left + shift(style.vertical, width - cell.content_height);
    page_->canvas.rotate_about(across, y + height - style.padding[Bottom]);
    put_flow(cell.flow, 0, 0);
    page_->canvas.rotate_off();
}

void Painter::put_flow(const Flow& flow, double x, double y) {
    const double old_x = x_, old_y = y_;
    x_ = x;
    y_ = y;
    for (const Piece& piece : flow) put(piece);
    x_ = old_x;
    y_ = old_y;
}

void Painter::close_box(const OpenBox& box, bool ends_here) {
    const Style& style = *box.piece->node->style;
    Canvas& canvas = page_->canvas;
    const double left = x_ + box.piece->x, right = left + box.piece->width;
    if (style.has_background && y_ > box.top) {
        canvas.fill(left, box.top, right - left, y_ - box.top, style.background);
    }
    if (box.begun_here) canvas.line(left, box.top, right, box.top, style.border[Top]);
    if (ends_here) canvas.line(left, y_, right, y_, style.border[Bottom]);
    canvas.line(left, box.top, left, y_, style.border[Left]);
    canvas.line(right, box.top, right, y_, style.border[Right]);
}

void Painter::close_table(const OpenTable& open) {
    if (open.rows.empty()) return;
    PlacedRows placed{table(open.index), {}, {}};
    for (const PlacedRow& row : open.rows) {
        placed.rows.push_back(row.row);
        placed.tops.push_back(row.y);
    }
    placed.tops.push_back(open.rows.back().y + placed.table.rows[open.rows.back().row].height);
    draw_table_lines(page_->canvas, placed, x_ + placed.table.x);
}

}  // namespace hoso::layout
