// SPDX-License-Identifier: Apache-2.0
// make_font_subsets COVERAGE FULL_FOLDER OUT_FOLDER: the four fixed subsets (fonts/README.md).

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "render/fonts/open_type.h"
#include "vocabulary/text.h"

namespace {

std::string read(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream stream(path, std::ios::binary);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!stream.flush()) throw std::runtime_error("cannot write " + path.string());
}

std::u32string coverage(const std::filesystem::path& path) {
    std::u32string characters = U" \u00A0";
    std::ifstream stream(path);
    for (std::string line; std::getline(stream, line);) {
        if (line.rfind("# ", 0) == 0) continue;
        characters += hoso::decode_utf8(line);
    }
    if (characters.size() < 200) throw std::runtime_error("too few characters in " + path.string());
    return characters;
}

void make(const std::u32string& characters, const std::filesystem::path& from,
          const std::filesystem::path& to) {
    const std::string full = read(from);
    const hoso::OpenTypeFacts facts = hoso::read_open_type(full);
    // 1.07 has the same family name and lacks most Vietnamese letters.
    if (facts.revision < 2.09) {
        throw std::runtime_error(from.string() + " is version " + std::to_string(facts.revision) +
                                 "; fonts-liberation2 2.1 or later is needed");
    }
    std::string missing;
    for (const char32_t c : characters) {
        if (!facts.glyphs.contains(c)) missing += " " + hoso::code_point_name(c);
    }
    if (!missing.empty()) throw std::runtime_error(from.string() + " lacks" + missing);
    write(to, hoso::subset_open_type(full, characters));
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc != 4) {
        std::fprintf(stderr, "usage: make_font_subsets COVERAGE FULL_FOLDER OUT_FOLDER\n");
        return 2;
    }
    const std::filesystem::path full = argv[2], out = argv[3];
    const std::u32string characters = coverage(argv[1]);
    std::filesystem::create_directories(out);
    for (const char* face : {"Regular", "Bold", "Italic", "BoldItalic"}) {
        const std::string name = std::string("LiberationSerif-") + face + ".ttf";
        make(characters, full / name, out / name);
    }
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "make_font_subsets: %s\n", error.what());
    return 1;
}
