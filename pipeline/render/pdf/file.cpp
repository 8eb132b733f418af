// SPDX-License-Identifier: Apache-2.0
#include "render/pdf/file.h"

#include <algorithm>

#include "render/pdf/deflate.h"
#include "render/pdf/metadata.h"
#include "render/pdf/syntax.h"

namespace hoso::pdf {

namespace {

constexpr const char* flate = "/FlateDecode";
constexpr int page_level = 6, once_level = 12;

// Small streams would only grow.
constexpr std::size_t worth_deflating = 64;

std::string references(const std::vector<int>& objects) {
    std::string text = "[";
    for (const int object : objects) text += (text.size() > 1 ? " " : "") + reference(object);
    return text + "]";
}

}  // namespace

File::File() = default;

File::PageStream File::make_stream(double width, double height, const std::string& content) {
    if (content.size() < worth_deflating) return {width, height, content, false};
    return {width, height, deflate(content, page_level), true};
}

int File::add_page(const PageStream& stream) {
    const int object = document_.reserve();
    PdfDocument::Entries entries;
    if (stream.deflated) entries.emplace_back("Filter", flate);
    const int content = document_.add_stream(entries, stream.bytes);
    pages_.push_back({object, content, stream.width, stream.height, {}});
    return static_cast<int>(pages_.size()) - 1;
}

void File::move_to_front(int index) {
    std::rotate(pages_.begin(), pages_.begin() + index, pages_.end());
}

void File::add_signature(const SignatureArea& area) {
    const std::string width = number(area.width), height = number(area.height);
    // PDF/A wants an appearance; it is blank until somebody signs (ISO 19005-2, 6.3.3).
    const int blank = document_.add_stream({{"Type", "/XObject"},
                                            {"Subtype", "/Form"},
                                            {"BBox", "[0 0 " + width + " " + height + "]"},
                                            {"Resources", "<< >>"}},
                                           "");
    Page& page = pages_[static_cast<std::size_t>(area.page)];
    const int field = document_.add(
        "<< /Type /Annot /Subtype /Widget /FT /Sig /T " + text_string(area.role) + " /Rect [" +
        number(area.x) + " " + number(area.y) + " " + number(area.x + area.width) + " " +
        number(area.y + area.height) + "] /F 132 /P " + reference(page.object) + " /AP << /N " +
        reference(blank) + " >> >>");
    page.annotations.push_back(field);
    fields_.push_back(field);
}

int File::add_font(const EmbeddedFont& font) {
    const int file = document_.add_stream(
        {{"Filter", flate}, {"Length1", std::to_string(font.file_size)}}, font.file);
    const int descriptor =
        document_.add("<< " + font.descriptor + " /FontFile2 " + reference(file) + " >>");
    const int descendant =
        document_.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /" + font.base_name +
                      " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                      "/FontDescriptor " +
                      reference(descriptor) + " /CIDToGIDMap /Identity /W " + font.widths + " >>");
    const int to_unicode = document_.add_stream({{"Filter", flate}}, font.to_unicode);
    return document_.add("<< /Type /Font /Subtype /Type0 /BaseFont /" + font.base_name +
                         " /Encoding /Identity-H /DescendantFonts [" + reference(descendant) +
                         "] /ToUnicode " + reference(to_unicode) + " >>");
}

// One dictionary for all pages. A file that will be signed always has the two faces that the
// signature's appearance is set in.
int File::add_resources(const layout::DocumentFonts& fonts, std::vector<int>& font_objects) {
    font_objects.assign(layout::slot_count, 0);
    std::string entries;
    for (std::size_t slot = 0; slot < layout::slot_count; ++slot) {
        const bool for_signature = !fields_.empty() && slot <= static_cast<std::size_t>(Face::Bold);
        if (!fonts.is_used(slot) && !for_signature) continue;
        font_objects[slot] = add_font(fonts.font(slot));
        entries += " /F" + std::to_string(slot + 1) + " " + reference(font_objects[slot]);
    }
    return document_.add("<< /Font <<" + entries + " >> >>");
}

// A tree, so that a reader finds page 20,000 of a print bundle without walking through the others.
int File::add_page_tree(int resources) {
    constexpr std::size_t fan = 64;
    struct Branch {
        int object;
        std::size_t pages;
        std::vector<int> kids;
    };
    std::vector<Branch> level;
    for (std::size_t begin = 0; begin < pages_.size(); begin += fan) {
        Branch branch{document_.reserve(), std::min(fan, pages_.size() - begin), {}};
        for (std::size_t i = begin; i < begin + branch.pages; ++i) {
            const Page& page = pages_[i];
            const std::string annotations =
                page.annotations.empty() ? "" : " /Annots " + references(page.annotations);
            document_.set(page.object, "<< /Type /Page /Parent " + reference(branch.object) +
                                           " /MediaBox [0 0 " + number(page.width) + " " +
                                           number(page.height) + "] /Resources " +
                                           reference(resources) + " /Contents " +
                                           reference(page.content) + annotations + " >>");
            branch.kids.push_back(page.object);
        }
        level.push_back(std::move(branch));
    }
    const auto write = [&](const Branch& branch, const std::string& parent) {
        document_.set(branch.object, "<< /Type /Pages" + parent + " /Kids " +
                                         references(branch.kids) + " /Count " +
                                         std::to_string(branch.pages) + " >>");
    };
    while (level.size() > 1) {
        std::vector<Branch> above;
        for (std::size_t begin = 0; begin < level.size(); begin += fan) {
            Branch branch{document_.reserve(), 0, {}};
            for (std::size_t i = begin; i < std::min(begin + fan, level.size()); ++i) {
                write(level[i], " /Parent " + reference(branch.object));
                branch.kids.push_back(level[i].object);
                branch.pages += level[i].pages;
            }
            above.push_back(std::move(branch));
        }
        level = std::move(above);
    }
    write(level.front(), "");
    return level.front().object;
}

int File::add_bookmark_level(const std::vector<Bookmark>& level, int parent, int& first,
                             int& last) {
    std::vector<int> objects;
    int total = 0;
    for (std::size_t i = 0; i < level.size(); ++i) objects.push_back(document_.reserve());
    for (std::size_t i = 0; i < level.size(); ++i) {
        const Bookmark& mark = level[i];
        std::string body = "<< /Title " + text_string(mark.title) + " /Parent " +
                           reference(parent) + " /Dest [" +
                           reference(pages_[static_cast<std::size_t>(mark.page)].object) + " /Fit]";
        if (i > 0) body += " /Prev " + reference(objects[i - 1]);
        if (i + 1 < level.size()) body += " /Next " + reference(objects[i + 1]);
        if (!mark.below.empty()) {
            int below_first = 0, below_last = 0;
            const int count = add_bookmark_level(mark.below, objects[i], below_first, below_last);
            // Negative: closed when the file is opened, so that the classes fit on a screen.
            body += " /First " + reference(below_first) + " /Last " + reference(below_last) +
                    " /Count " + std::to_string(-count);
        }
        document_.set(objects[i], body + " >>");
        ++total;
    }
    first = objects.front();
    last = objects.back();
    return total;
}

int File::add_bookmarks() {
    const int outlines = document_.reserve();
    int first = 0, last = 0;
    const int count = add_bookmark_level(bookmarks_, outlines, first, last);
    document_.set(outlines, "<< /Type /Outlines /First " + reference(first) + " /Last " +
                                reference(last) + " /Count " + std::to_string(count) + " >>");
    return outlines;
}

// LSR and LSB: where sign finds the embedded fonts for a signature's appearance.
std::string File::form_entry(const std::vector<int>& font_objects) {
    if (fields_.empty()) return "";
    const int form = document_.add(
        "<< /Fields " + references(fields_) + " /SigFlags 3 /DR << /Font << /LSR " +
        reference(font_objects[0]) + " /LSB " + reference(font_objects[1]) + " >> >> >>");
    return " /AcroForm " + reference(form);
}

std::string File::save(const layout::DocumentFonts& fonts, const RenderOptions& options) {
    std::vector<int> font_objects;
    const int resources = add_resources(fonts, font_objects);
    const int tree = add_page_tree(resources);
    const int profile =
        document_.add_stream({{"N", "3"}, {"Filter", flate}}, fonts.faces().colour_profile);
    const int intent = document_.add(
        "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) "
        "/DestOutputProfile " +
        reference(profile) + " >>");
    // ISO 19005-2, 6.6.2.1: metadata is not compressed, so that any program can find it.
    const int metadata =
        document_.add_stream({{"Type", "/Metadata"}, {"Subtype", "/XML"}}, xmp_packet(options));
    document_.set_info(info_entries(options));
    const std::string outlines =
        bookmarks_.empty() ? "" : " /PageMode /UseOutlines /Outlines " + reference(add_bookmarks());
    const int catalog = document_.add(
        "<< /Type /Catalog /Pages " + reference(tree) + " /Lang (vi-VN) /Metadata " +
        reference(metadata) + " /OutputIntents [" + reference(intent) + "]" +
        form_entry(font_objects) + outlines + " /ViewerPreferences << /DisplayDocTitle true >> >>");
    return document_.save(catalog, file_id(options));
}

}  // namespace hoso::pdf
