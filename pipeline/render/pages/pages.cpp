// SPDX-License-Identifier: Apache-2.0
#include "render/pages/pages.h"

#include <algorithm>

#include "render/layout/flow.h"
#include "render/pages/paginator.h"
#include "render/rules.h"

namespace hoso::layout {

namespace {

using namespace markup;

constexpr double edge_gap = 8;     // between a header or footer and the paper's edge, at least
constexpr double content_gap = 6;  // between it and the content

class DocumentLayout {
public:
    DocumentLayout(const Document& document, DocumentFonts& fonts,
                   const std::vector<LineageEntry>& lineage, Findings& findings, int known_pages)
        : document_(document), context_{fonts, lineage, findings, store_, 0, known_pages, false} {}

    Pages run() {
        for (const Node& section : children(document_.body())) lay_out_section(section);
        context_.pages = static_cast<int>(pages_.pages.size());
        if (context_.pages > max_pages) {
            context_.findings.add(render_rules::too_many_pages, {},
                                  {{"limit", std::to_string(max_pages)}});
        }
        for (const SectionPages& section : sections_) put_running(section);
        auto& printed = pages_.printed;
        std::sort(printed.begin(), printed.end());
        printed.erase(std::unique(printed.begin(), printed.end()), printed.end());
        return std::move(pages_);
    }

    [[nodiscard]] bool asked_for_pages() const { return context_.asked_for_pages; }

private:
    struct SectionPages {
        const Node* section;
        Range pages;
    };

    void lay_out_section(const Node& section) {
        if (pages_.pages.size() > max_pages) return;
        const Style& style = *section.style;
        const double width = content_width(style);
        Frame frame{style.page, style.margin_at(Left), style.margin_at(Top),
                    style.page.height - style.margin_at(Bottom)};
        frame.top = std::max(frame.top, edge_gap + running_height(section, Tag::Header, width));
        frame.bottom = std::min(frame.bottom, style.page.height - edge_gap -
                                                  running_height(section, Tag::Footer, width));
        if (frame.bottom - frame.top < 72) {
            context_.report(render_rules::header_too_tall, section, {});
            return;
        }
        const auto begin = static_cast<std::uint32_t>(pages_.pages.size());
        const Flow flow = lay_out_flow(context_, section, width, false);
        paginate(context_, section, flow, frame, pages_);
        sections_.push_back({&section, {begin, static_cast<std::uint32_t>(pages_.pages.size())}});
    }

    static double content_width(const Style& style) {
        return style.page.width - style.margin_at(Left) - style.margin_at(Right);
    }

    // The tallest of a section's headers (or footers), with its distance from the content.
    double running_height(const Node& section, Tag tag, double width) {
        double tallest = 0;
        for (const Node& child : children(section)) {
            if (child.tag != tag) continue;
            context_.page = std::max(1, context_.pages);
            tallest = std::max(tallest, height_of(lay_out_flow(context_, child, width, true)));
            context_.page = 0;
        }
        return tallest > 0 ? tallest + content_gap : 0;
    }

    static bool applies(const Node& running, std::uint32_t in_section, std::uint32_t in_document) {
        if (running.attributes->name == "first") return in_section == 0;
        if (running.attributes->name == "rest") return in_section > 0;
        if (running.attributes->name == "odd") return in_document % 2 == 0;  // page 1 has index 0
        if (running.attributes->name == "even") return in_document % 2 == 1;
        return true;
    }

    void put_running(const SectionPages& section) {
        for (std::uint32_t i = section.pages.begin; i < section.pages.end; ++i) {
            bool header = false, footer = false;
            for (const Node& child : children(*section.section)) {
                bool& done = child.tag == Tag::Header ? header : footer;
                if ((child.tag != Tag::Header && child.tag != Tag::Footer) || done) continue;
                if (!applies(child, i - section.pages.begin, i)) continue;
                done = true;
                put_running(child, *section.section, i);
            }
        }
    }

    void put_running(const Node& node, const Node& section, std::uint32_t index) {
        const Style& style = *section.style;
        context_.page = static_cast<int>(index) + 1;
        const Flow flow = lay_out_flow(context_, node, content_width(style), true);
        const double height = height_of(flow);
        double y = std::max(edge_gap, style.margin_at(Top) - content_gap - height);
        if (node.tag == Tag::Footer) {
            y = std::min(style.page.height - edge_gap - height,
                         style.page.height - style.margin_at(Bottom) + content_gap);
        }
        Painter painter(context_, pages_.printed);
        painter.begin_page(pages_.pages[index], style.margin_at(Left), y);
        for (const Piece& piece : flow) painter.put(piece);
        context_.page = 0;
    }

    const Document& document_;
    Store store_;
    Context context_;
    Pages pages_;
    std::vector<SectionPages> sections_;
};

}  // namespace

Pages lay_out_pages(const Document& document, DocumentFonts& fonts,
                    const std::vector<LineageEntry>& lineage, Findings& findings) {
    // Text that tells the number of pages may change it: again with what came out, a few times.
    constexpr int most_passes = 4;
    int known = 1;
    for (int pass = 1;; ++pass) {
        Findings own;
        DocumentLayout layout(document, fonts, lineage, own, known);
        Pages pages = layout.run();
        const int count = static_cast<int>(pages.pages.size());
        if (!layout.asked_for_pages() || count == known || pass == most_passes) {
            findings.append(std::move(own));
            return pages;
        }
        known = count;
    }
}

}  // namespace hoso::layout
