// SPDX-License-Identifier: Apache-2.0
// render_preview FILE.html OUT.pdf|OUT.xlsx [draft]: what a filled template looks like. For the
// people who write templates; Mustache tags are printed as they stand. Exit 1: there were findings.

#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include "render/render.h"

int main(int argc, char** argv) try {
    if (argc < 3) {
        std::cerr << "usage: render_preview FILE.html OUT.pdf|OUT.xlsx [draft]\n";
        return 2;
    }
    hoso::RealDisk disk;
    const hoso::FontSet fonts(disk, HOSO_FONT_FOLDER, HOSO_FULL_FONT_FOLDER);
    hoso::RenderOptions options;
    options.title = argv[1];
    options.author = "render_preview";
    options.draft = argc > 3;
    hoso::Findings findings;
    const std::string markup = disk.read(argv[1]);
    const std::filesystem::path target = argv[2];
    if (target.extension() == ".xlsx") {
        hoso::render_xlsx(markup, {}, options, disk, target, findings);
    } else {
        const hoso::PdfRendition rendition = hoso::render_pdf(markup, {}, fonts, options, findings);
        // Not through the disk door: a viewer that has the file open keeps it.
        std::ofstream out(target, std::ios::binary);
        out << rendition.bytes;
        if (!out.flush()) throw std::runtime_error("cannot write " + target.string());
        std::cout << rendition.pages << " pages, " << rendition.bytes.size() << " bytes\n";
    }
    for (const hoso::Finding& finding : findings.sorted()) {
        std::cerr << message(finding, hoso::Language::English) << " [" << finding.rule->id << "]\n";
    }
    return findings.size() == 0 ? 0 : 1;
} catch (const std::exception& error) {
    std::cerr << "render_preview: " << error.what() << "\n";
    return 3;
}
