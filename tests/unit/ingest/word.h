// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "ingest/ingest.h"
#include "unit/ingest/workbook.h"

namespace hoso::test {

// Word packages of the parts given, and what is read from them.
struct WordParts {
    std::string body = "";       // what stands between <w:body> and </w:body>
    std::string styles = "";     // between <w:styles> and </w:styles>
    std::string numbering = "";  // between <w:numbering> and </w:numbering>
    std::string comments = "";   // between <w:comments> and </w:comments>
    std::string core = "";       // of docProps/core.xml
};

inline std::vector<ZipItem> word_parts(const WordParts& parts) {
    const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    std::string relations;
    std::vector<ZipItem> items;
    const auto add = [&](const std::string& name, const std::string& content) {
        if (content.empty()) return;
        relations += "<Relationship Id=\"" + name + "\" Type=\"" + type + name + "\" Target=\"" +
                     name + ".xml\"/>";
        items.push_back({"word/" + name + ".xml",
                         "<w:" + name + " xmlns:w=\"w\">" + content + "</w:" + name + ">"});
    };
    add("styles", parts.styles);
    add("numbering", parts.numbering);
    add("comments", parts.comments);
    if (!parts.core.empty()) {
        items.push_back({"docProps/core.xml",
                         "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\" "
                         "xmlns:dcterms=\"t\">" +
                             parts.core + "</cp:coreProperties>"});
    }
    items.push_back(
        {"word/_rels/document.xml.rels", "<Relationships>" + relations + "</Relationships>"});
    items.push_back(
        {"word/document.xml", "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>" +
                                  parts.body + "</w:body></w:document>"});
    return items;
}

inline std::string run_of(const std::string& text, const std::string& properties = "") {
    return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") +
           "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
inline std::string paragraph_of(const std::string& text, const std::string& properties = "") {
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + run_of(text) + "</w:p>";
}

struct WordOutcome {
    std::vector<TextDocument> documents;
    std::vector<std::string> messages;
    // "1 h1 b Mục tiêu": paragraph number, heading level, bold, text
    [[nodiscard]] std::vector<std::string> paragraphs() const {
        std::vector<std::string> lines;
        for (const Paragraph& paragraph : documents.at(0).paragraphs) {
            lines.push_back(std::to_string(paragraph.where.row) +
                            (paragraph.level ? " h" + std::to_string(paragraph.level) : "") +
                            (paragraph.bold ? " b " : " ") + paragraph.text);
        }
        return lines;
    }
};

inline WordOutcome read_word(const std::string& bytes, const std::string& path = "a.docx") {
    Findings findings;
    NoOffice none;
    WordOutcome outcome{read_contents(bytes, path, none, findings).documents, {}};
    outcome.messages = told(findings);
    return outcome;
}
inline WordOutcome read_word(const WordParts& parts) {
    return read_word(zip_of(word_parts(parts)));
}

}  // namespace hoso::test
