// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "render/fonts/document_fonts.h"
#include "render/pdf/pdf_document.h"
#include "render/render.h"

namespace hoso::pdf {

// A PDF/A-2u file (ISO 19005-2, level U) page by page.
class File {
public:
    File();

    // A page's operators, deflated where that helps; made on any thread.
    struct PageStream {
        double width = 0, height = 0;
        std::string bytes;
        bool deflated = false;
    };
    static PageStream make_stream(double width, double height, const std::string& content);
    // Gives the page's index.
    int add_page(const PageStream& stream);
    // The pages from `index` on come before all others, as a contents page does.
    void move_to_front(int index);
    // An empty signature field on its page.
    void add_signature(const SignatureArea& area);
    struct Bookmark {
        std::string title;
        int page = 0;
        std::vector<Bookmark> below;
    };
    void set_bookmarks(std::vector<Bookmark> bookmarks) { bookmarks_ = std::move(bookmarks); }

    // Fonts in use, resources, metadata, page tree. The file is used up.
    std::string save(const layout::DocumentFonts& fonts, const RenderOptions& options);

private:
    struct Page {
        int object, content;
        double width, height;
        std::vector<int> annotations;
    };

    int add_font(const EmbeddedFont& font);
    int add_resources(const layout::DocumentFonts& fonts, std::vector<int>& font_objects);
    int add_page_tree(int resources);
    int add_bookmarks();
    int add_bookmark_level(const std::vector<Bookmark>& level, int parent, int& first, int& last);
    std::string form_entry(const std::vector<int>& font_objects);

    PdfDocument document_;
    std::vector<Page> pages_;
    std::vector<int> fields_;
    std::vector<Bookmark> bookmarks_;
};

}  // namespace hoso::pdf
