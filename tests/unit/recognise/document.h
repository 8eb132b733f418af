// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "recognise/recognise.h"
#include "support/grid.h"
#include "support/templates.h"

namespace hoso {

// A Word document written as a person sees it: "# text" is a heading, "**text" is bold, lines
// that begin with '|' are a table, "//" breaks a line in a cell, anything else is a paragraph.
inline TextDocument document_from_text(const std::string& file, std::string_view text) {
    TextDocument document;
    document.origin = std::make_shared<const Origin>(Origin{file, ""});
    document.format = "docx";
    document.source_digest = file;
    std::uint32_t number = 0;
    std::string table;
    const auto end_table = [&] {
        if (table.empty()) return;
        const std::string name = "bảng " + std::to_string(document.tables.size() + 1);
        Sheet& sheet = document.tables.emplace_back(sheet_from_text(file, name, table));
        for (Cell& cell : sheet.cells) {
            for (std::size_t at; (at = cell.text.find("//")) != std::string::npos;)
                cell.text.replace(at, 2, "\n");
        }
        document.table_after.push_back(number);
        table.clear();
    };
    for (std::string line : split(text, '\n')) {
        if (!line.empty() && line.front() == '|') {
            table += line.substr(1) + "\n";
            continue;
        }
        end_table();
        ++number;
        Paragraph paragraph;
        if (line.rfind("# ", 0) == 0) paragraph.level = 1;
        if (line.rfind("**", 0) == 0) paragraph.bold = true;
        if (paragraph.level > 0 || paragraph.bold) line.erase(0, 2);
        paragraph.text = clean(line);
        paragraph.where = {document.origin, number, 0};
        if (!paragraph.text.empty()) document.paragraphs.push_back(std::move(paragraph));
    }
    end_table();
    return document;
}

// What recognise() makes of Word documents with the shipped templates.
struct DocumentOutcome {
    Recognised recognised;
    std::vector<std::string> findings;  // "file › 12: message [rule]"
    std::vector<Finding> raw;

    explicit DocumentOutcome(std::vector<TextDocument> documents,
                             Language language = Language::Vietnamese) {
        static const ShippedTemplates templates;
        Ingested ingested;
        ingested.documents = std::move(documents);
        Findings found;
        recognised = recognise(ingested, templates.folder, found, {1, true, {}});
        raw = found.sorted();
        for (const Finding& finding : raw) {
            findings.push_back(describe(finding.places.front()) + ": " +
                               message(finding, language) + " [" + std::string(finding.rule->id) +
                               "]");
            hint(finding, language);
        }
    }
    explicit DocumentOutcome(TextDocument document, Language language = Language::Vietnamese)
        : DocumentOutcome(std::vector<TextDocument>{std::move(document)}, language) {}

    // Of the only document that became a row; "" for a blank.
    [[nodiscard]] std::string value(const std::string& column) const {
        for (const SourceTable& table : recognised.tables) {
            if (table.table.dataset == "word_document") return table.table.text(0, column);
        }
        return "no document";
    }
    [[nodiscard]] std::string state(const std::string& label) const {
        static constexpr const char* names[] = {"found", "empty", "misplaced", "missing"};
        for (const SectionFact& section : recognised.documents.at(0).sections) {
            if (section.label == label) return names[static_cast<std::size_t>(section.state)];
        }
        return "no section";
    }
};

// A lesson plan without a fault.
inline std::string lesson_plan() {
    std::string text =
        "|Trường: THCS Xã Nậm Phạ//Tổ: KHOA HỌC TỰ NHIÊN|Họ và tên giáo viên://LÒ THỊ ÁNH\n"
        "**TÊN BÀI DẠY: TẬP HỢP\n"
        "Môn học/Hoạt động giáo dục: Toán; lớp: 6A, 6B\n"
        "Thời gian thực hiện: 2 tiết (tuần 5, tiết 17–18)\n"
        "# I. Mục tiêu\n"
        "1. Về kiến thức: Nêu được khái niệm tập hợp.\n"
        "2. Về năng lực: Giải quyết vấn đề.\n"
        "3. Về phẩm chất: Chăm chỉ.\n"
        "# II. Thiết bị dạy học và học liệu\n"
        "Sách giáo khoa, phiếu học tập.\n"
        "# III. Tiến trình dạy học\n";
    const char* activities[] = {"Mở đầu", "Hình thành kiến thức mới", "Luyện tập", "Vận dụng"};
    for (int i = 0; i < 4; ++i) {
        const std::string number = std::to_string(i + 1);
        text += "**" + number + ". Hoạt động " + number + ": " + activities[i] +
                "\n"
                "a) Mục tiêu: Nêu vấn đề.\n"
                "b) Nội dung: Câu hỏi.\n"
                "c) Sản phẩm: Câu trả lời.\n"
                "d) Tổ chức thực hiện: Chia nhóm.\n";
    }
    return text;
}

// The first `what` of a text becomes `with`.
inline std::string changed(std::string text, const std::string& what, const std::string& with) {
    const auto at = text.find(what);
    if (at == std::string::npos) throw std::logic_error("not there: " + what);
    return text.replace(at, what.size(), with);
}

}  // namespace hoso
