// SPDX-License-Identifier: Apache-2.0
#include <cstdint>

#include "fuzz/sheet_reader.h"
#include "unit/ingest/word.h"
#include "vocabulary/text.h"

namespace {

using namespace hoso;

// A .doc that LibreOffice made this .docx of.
class Converted final : public Office {
public:
    explicit Converted(const std::string& docx) : docx_(docx) {}
    [[nodiscard]] bool installed() const override { return true; }
    std::optional<std::string> convert(std::string_view, std::string_view, Target) override {
        return docx_;
    }

private:
    const std::string& docx_;
};

// A document or a finding that says why not; paragraphs in order, on one line, with text that can
// be printed; tables are sheets.
void read(const std::string& bytes, Office& office) {
    test::check_reader([&](Findings& findings) {
        FileContents contents = read_contents(bytes, "a", office, findings);
        if (contents.documents.empty()) return std::move(contents.sheets);
        TextDocument& document = contents.documents[0];
        std::uint32_t last = 0;
        for (const Paragraph& paragraph : document.paragraphs) {
            if (paragraph.where.row <= last || paragraph.text.empty()) __builtin_trap();
            if (paragraph.level < 0 || paragraph.level > 9) __builtin_trap();
            if (find_invalid_utf8(paragraph.text) || find_refused_character(paragraph.text) ||
                paragraph.text.find('\n') != std::string::npos) {
                __builtin_trap();
            }
            last = paragraph.where.row;
        }
        for (const auto& [name, value] : document.properties) {
            if (find_invalid_utf8(value)) __builtin_trap();
        }
        if (document.tables.empty() && document.paragraphs.empty() && findings.size() == 0) {
            __builtin_trap();
        }
        if (document.tables.empty()) document.tables.emplace_back();
        return std::move(document.tables);
    });
}

}  // namespace

// The body, the styles, the numbering, the comments and the properties of a document, separated by
// U+001E and packed here, because a fuzzer would have to find through the checksums of a zip; and
// the whole file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string input(reinterpret_cast<const char*>(bytes), size);
    auto parts = split(input, '\x1E');
    parts.resize(5);
    NoOffice none;
    read(test::zip_of(test::word_parts({parts[0], parts[1], parts[2], parts[3], parts[4]})), none);
    if (input.starts_with("PK")) read(input, none);
    if (input.starts_with("\xD0\xCF")) {
        const std::string docx =
            test::zip_of(test::word_parts({test::paragraph_of("Mục tiêu"), "", "", "", ""}));
        Converted office(docx);
        read(input, office);
    }
    return 0;
}
