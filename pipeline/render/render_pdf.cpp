// SPDX-License-Identifier: Apache-2.0
#include "render/render.h"

#include "render/pages/page_marks.h"
#include "render/pages/pages.h"
#include "render/pdf/file.h"
#include "render/rules.h"

namespace hoso {

namespace {

SignatureArea in_pdf_space(const layout::PageArea& area, int page, double page_height) {
    return {std::string(area.node->attributes->name),       page,       area.x,
            page_height - area.y - area.height, area.width, area.height};
}

// One field per role: a signature covers the whole file, so a second field would have to wait for
// a second signature of the same person.
bool is_new_role(const std::vector<SignatureArea>& areas, const layout::PageArea& area,
                 Findings& findings) {
    for (const SignatureArea& known : areas) {
        if (known.role != area.node->attributes->name) continue;
        findings.add(render_rules::signature_repeated, {},
                     {{"role", known.role}, {"line", std::to_string(area.node->line)}});
        return false;
    }
    return true;
}

}  // namespace

PdfRendition render_pdf(const std::string& xhtml, const std::vector<LineageEntry>& lineage,
                        const FontSet& font_set, const RenderOptions& options, Findings& findings) {
    const markup::Document document = markup::parse_document(xhtml, findings);
    layout::DocumentFonts fonts(font_set);
    fonts.look_through(document.body());
    fonts.get_extras();
    layout::Pages laid_out = layout::lay_out_pages(document, fonts, lineage, findings);

    PdfRendition rendition;
    rendition.printed = std::move(laid_out.printed);
    if (laid_out.pages.empty()) return rendition;
    pdf::File file;
    for (layout::PageBox& page : laid_out.pages) {
        put_marks(page.canvas, fonts, options);
        const auto [width, height] = page.canvas.size();
        const int index =
            file.add_page(pdf::File::make_stream(width, height, page.canvas.content()));
        for (const layout::PageArea& area : page.areas) {
            if (!is_new_role(rendition.areas, area, findings)) continue;
            rendition.areas.push_back(in_pdf_space(area, index, height));
            file.add_signature(rendition.areas.back());
        }
    }
    rendition.pages = static_cast<int>(laid_out.pages.size());
    rendition.bytes = file.save(fonts, options);
    return rendition;
}

}  // namespace hoso
