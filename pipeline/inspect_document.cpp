// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ostream>

#include "inspect.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

class DocumentPrinter {
public:
    DocumentPrinter(std::ostream& out, const PrintStyle& style) : out_(out), style_(style) {}

    void print(const DocumentFacts& document) {
        out_ << fmt::format("  {} {} · {} {}\n", document.paragraphs, say("đoạn", "paragraphs"),
                            document.tables, say("bảng", "tables"));
        if (document.kind.empty()) return not_known(document);
        out_ << fmt::format("    {} {} [{}] · {}\n", say("nhận ra:", "taken for:"),
                            bold(document.kind_title), document.kind, document.system_title);
        for (const FieldFact& field : document.fields) print(field);
        if (document.sections.empty()) return;
        out_ << say("    các mục:\n", "    sections:\n");
        for (const SectionFact& section : document.sections) print(section);
    }

private:
    void not_known(const DocumentFacts& document) {
        if (document.nearest.empty()) {
            out_ << say("    không giống loại văn bản nào đã khai báo\n",
                        "    like no declared kind of document\n");
            return;
        }
        out_ << fmt::format("    {} {} [{}]\n",
                            say("CHƯA NHẬN RA; gần nhất:", "NOT KNOWN; nearest:"),
                            bold(document.nearest_title), document.nearest);
        for (const std::string& line : document.lacks)
            out_ << fmt::format("      {} \"{}\"\n", say("thiếu dòng", "lacks the line"), line);
    }

    void print(const FieldFact& field) {
        if (field.value.empty()) {
            out_ << fmt::format("    {}: {}\n", to_lower(field.heading),
                                say("KHÔNG THẤY", "NOT FOUND"));
            return;
        }
        out_ << fmt::format("    {}: {} ({})\n", to_lower(field.heading), field.value,
                            place(field));
    }

    void print(const SectionFact& section) {
        if (section.state == SectionState::Missing && !section.required) return;
        out_ << std::string(6 + 2 * section.depth, ' ') << section.label << ": ";
        switch (section.state) {
            case SectionState::Found:
                out_ << say("có", "found");
                break;
            case SectionState::Empty:
                out_ << say("TRỐNG", "EMPTY");
                break;
            case SectionState::Misplaced:
                out_ << say("SAI THỨ TỰ", "OUT OF ORDER");
                break;
            case SectionState::Missing:
                out_ << say("THIẾU", "MISSING");
                break;
        }
        if (!section.columns.empty()) {
            out_ << fmt::format(" · {} {}", say("bảng thiếu cột", "its table lacks"),
                                fmt::join(section.columns, ", "));
        }
        if (section.state != SectionState::Missing)
            out_ << fmt::format(" ({})", place(section.where));
        out_ << '\n';
    }

    [[nodiscard]] std::string place(const FieldFact& field) const {
        if (field.from == ReadFrom::FileName) return say("tên tệp", "the file's name");
        if (field.from == ReadFrom::Column)
            return say("thuộc tính của tệp", "the file's properties");
        return place(field.where);
    }
    [[nodiscard]] std::string place(const Location& where) const {
        const std::string cell = cell_name(where.row, where.column);
        if (where.origin && !where.origin->sheet.empty()) return where.origin->sheet + " › " + cell;
        return say("đoạn ", "paragraph ") + cell;
    }
    [[nodiscard]] std::string bold(const std::string& text) const {
        return style_.colour ? "\x1b[1m" + text + "\x1b[0m" : text;
    }
    [[nodiscard]] std::string say(const char* vi, const char* en) const {
        return style_.language == Language::English ? en : vi;
    }

    std::ostream& out_;
    const PrintStyle& style_;
};

}  // namespace

void print_document(std::ostream& out, const DocumentFacts& document, const PrintStyle& style) {
    DocumentPrinter(out, style).print(document);
}

}  // namespace hoso
