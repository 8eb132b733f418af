// SPDX-License-Identifier: Apache-2.0
// The print bundle is made from the same filled templates as the single files, laid out again: the
// pages are the same, the fonts stand in the file once, and there is nothing to sign.

#include <algorithm>
#include <optional>

#include "render/pages/page_marks.h"
#include "render/pages/pages.h"
#include "render/pdf/file.h"
#include "render/print_contents.h"
#include "render/render.h"
#include "vocabulary/parallel.h"

namespace hoso {

namespace {

// Parts that are laid out at the same time; more would only cost memory.
constexpr std::size_t batch_size = 256;

struct PartPages {
    std::vector<pdf::File::PageStream> pages;
    layout::DocumentFonts fonts;
    Findings findings;
};

PartPages lay_out_part(const std::string& xhtml, const layout::DocumentFonts& fonts,
                       const RenderOptions& options) {
    PartPages part{{}, fonts, {}};
    const markup::Document document = markup::parse_document(xhtml, part.findings);
    layout::Pages laid_out = layout::lay_out_pages(document, part.fonts, {}, part.findings);
    for (layout::PageBox& page : laid_out.pages) {
        put_marks(page.canvas, part.fonts, options);
        const auto [width, height] = page.canvas.size();
        part.pages.push_back(pdf::File::make_stream(width, height, page.canvas.content()));
    }
    return part;
}

class PrintBundle {
public:
    PrintBundle(const std::vector<PrintPart>& parts, const std::string& heading,
                const FontSet& fonts, const RenderOptions& options, Findings& findings)
        : parts_(parts), heading_(heading), fonts_(fonts), options_(options), findings_(findings) {}

    PdfRendition make() {
        look_through_parts();
        for (std::size_t begin = 0; begin < parts_.size(); begin += batch_size) {
            add_batch(begin, std::min(begin + batch_size, parts_.size()));
        }
        const int first_contents = pages_;
        const int contents = add_contents();
        file_.move_to_front(first_contents);
        file_.set_bookmarks(bookmarks(contents));
        PdfRendition rendition;
        rendition.pages = pages_;
        rendition.bytes = file_.save(fonts_, options_);
        return rendition;
    }

private:
    // Rare characters must be known before the first line is set, so each part is parsed twice;
    // to keep the trees would cost more memory than the pages do.
    void look_through_parts() {
        std::vector<layout::DocumentFonts> seen(parts_.size() / batch_size + 1, fonts_);
        parallel_for(seen.size(), hardware_workers(), [&](std::size_t batch) {
            const std::size_t end = std::min((batch + 1) * batch_size, parts_.size());
            for (std::size_t i = batch * batch_size; i < end; ++i) {
                Findings told_later;
                seen[batch].look_through(
                    markup::parse_document(parts_[i].xhtml, told_later).body());
            }
        });
        for (const layout::DocumentFonts& batch : seen) fonts_.look_through(batch);
        fonts_.get_extras();
    }

    void add_batch(std::size_t begin, std::size_t end) {
        std::vector<std::optional<PartPages>> batch(end - begin);
        parallel_for(batch.size(), hardware_workers(), [&](std::size_t i) {
            batch[i].emplace(lay_out_part(parts_[begin + i].xhtml, fonts_, options_));
        });
        for (std::optional<PartPages>& part : batch) {
            findings_.append(std::move(part->findings));
            fonts_.mark_used_by(part->fonts);
            starts_.push_back(pages_);
            add_pages(part->pages);
        }
    }

    void add_pages(const std::vector<pdf::File::PageStream>& pages) {
        for (const pdf::File::PageStream& page : pages) file_.add_page(page);
        pages_ += static_cast<int>(pages.size());
        if (pages.size() % 2 == 1) {  // each part begins on a new sheet
            file_.add_page(pdf::File::make_stream(pages.back().width, pages.back().height, ""));
            ++pages_;
        }
    }

    // How many pages stand before the parts. The count does not depend on the numbers printed, so
    // it is found by a first layout without them.
    int add_contents() {
        const auto lay_out = [&](int before) {
            return lay_out_part(contents_markup(parts_, starts_, before, heading_), fonts_,
                                options_);
        };
        const std::size_t pages = lay_out(0).pages.size();
        const int before = static_cast<int>(pages + pages % 2);
        PartPages contents = lay_out(before);
        findings_.append(std::move(contents.findings));
        fonts_.mark_used_by(contents.fonts);
        add_pages(contents.pages);
        return before;
    }

    [[nodiscard]] std::vector<pdf::File::Bookmark> bookmarks(int contents) const {
        std::vector<pdf::File::Bookmark> marks = {{"Mục lục", 0, {}}};
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            const int page = contents + starts_[i];
            if (i == 0 || parts_[i].group != parts_[i - 1].group) {
                marks.push_back({parts_[i].group, page, {}});
            }
            marks.back().below.push_back({parts_[i].title, page, {}});
        }
        return marks;
    }

    const std::vector<PrintPart>& parts_;
    const std::string& heading_;
    layout::DocumentFonts fonts_;
    const RenderOptions& options_;
    Findings& findings_;
    pdf::File file_;
    std::vector<int> starts_;  // page index of each part, the contents pages not counted
    int pages_ = 0;
};

}  // namespace

PdfRendition render_print_bundle(const std::vector<PrintPart>& parts, const std::string& heading,
                                 const FontSet& fonts, const RenderOptions& options,
                                 Findings& findings) {
    return PrintBundle(parts, heading, fonts, options, findings).make();
}

}  // namespace hoso
