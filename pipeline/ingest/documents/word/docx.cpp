// SPDX-License-Identifier: Apache-2.0
#include "ingest/documents/word/docx.h"

#include <algorithm>
#include <map>

#include "ingest/documents/word/table.h"
#include "ingest/documents/word/text.h"
#include "ingest/limits.h"
#include "ingest/package/relations.h"
#include "ingest/report.h"
#include "ingest/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace rule = ingest_rule;

namespace {

// The parts that a document may have besides its body.
struct Parts {
    std::string body, styles, numbering, comments;
};

class DocumentReader {
public:
    DocumentReader(const ZipArchive& archive, const std::string& path, TextDocument& document,
                   Findings& findings)
        : archive_(archive),
          file_(whole_file(path)),
          path_(path),
          document_(document),
          findings_(findings),
          body_(file_.origin, "docx", cells_left_) {
        document_.origin = file_.origin;
        document_.format = "docx";
    }

    bool read() {
        Parts parts;
        if (refuse_macros() || !find_parts(parts) || !read_properties()) return false;
        XmlPart styles, numbering, body;
        if (!load(parts.styles, styles) || !load(parts.numbering, numbering)) return false;
        styles_.read(styles.root());
        numbering_.read(numbering.root());
        if (!body.load(archive_, parts.body, file_, findings_)) return false;
        if (!read_block(child(body.root(), "body")) || !finish_paragraphs()) return false;
        return tell_traces(parts);
    }

private:
    [[nodiscard]] bool load(const std::string& part, XmlPart& xml) {
        return part.empty() || xml.load(archive_, part, file_, findings_);
    }

    bool refuse_macros() {
        const auto& entries = archive_.entries();
        const bool macros = std::any_of(entries.begin(), entries.end(), [](const ZipEntry& entry) {
            return to_lower(entry.name).ends_with("vbaproject.bin");
        });
        if (macros) report(findings_, rule::word_macros, {file_});
        return macros;
    }

    bool find_parts(Parts& parts) {
        parts.body = find_document_part(archive_.entries());
        std::map<std::string, Relation> relations;
        if (archive_.contains(relations_part(parts.body)) &&
            !read_relations(archive_, parts.body, file_, relations, findings_)) {
            return false;
        }
        for (const auto& [id, relation] : relations) {
            if (relation.type == "styles") parts.styles = relation.target;
            if (relation.type == "numbering") parts.numbering = relation.target;
            if (relation.type == "comments") parts.comments = relation.target;
        }
        return true;
    }

    bool read_properties() {
        constexpr const char* kPart = "docProps/core.xml";
        XmlPart xml;
        if (!archive_.contains(kPart)) return true;
        if (!xml.load(archive_, kPart, file_, findings_)) return false;
        for (const char* name : {"title", "creator", "lastModifiedBy", "created", "modified"}) {
            const CellText text = make_cell_text(clean(characters(child(xml.root(), name))));
            if (text.fault) {
                report(findings_, *text.fault, {file_},
                       {{"value", text.fault_value}, {"count", "1"}});
            } else if (!text.text.empty()) {
                document_.properties[name] = text.text;
            }
        }
        return true;
    }

    bool read_block(pugi::xml_node block) {
        for (const pugi::xml_node node : block.children()) {
            if (is_named(node.name(), "p")) {
                if (!read_paragraph(node)) return false;
            } else if (is_named(node.name(), "tbl")) {
                if (!read_table(node)) return false;
            } else if (!is_named(node.name(), "sectPr") && !read_block(content_of(node))) {
                return false;
            }
        }
        return true;
    }

    bool read_paragraph(pugi::xml_node node) {
        const WordParagraph read = text_.paragraph(node);
        ++row_;
        if (!read.runs.empty()) {
            if (!body_.add_text(row_, 0, false, make_cell_text(read.runs),
                                common_font(read.runs))) {
                report(findings_, rule::too_many_cells, {file_},
                       {{"limit", std::to_string(limits::kCells)}});
                return false;
            }
            drafts_[row_] = {read.level, read.bold};
        }
        return std::all_of(read.boxes.begin(), read.boxes.end(),
                           [&](pugi::xml_node box) { return read_block(box); });
    }

    bool read_table(pugi::xml_node node) {
        if (document_.tables.size() == limits::kWordTables) {
            report(findings_, rule::too_many_tables, {file_},
                   {{"limit", std::to_string(limits::kWordTables)}});
            return false;
        }
        const std::string name = "bảng " + std::to_string(document_.tables.size() + 1);
        document_.table_after.push_back(row_);
        return read_word_table(node, std::make_shared<const Origin>(Origin{path_, name}), text_,
                               cells_left_, document_.tables.emplace_back(), findings_);
    }

    // The body's paragraphs were collected as the rows of a sheet, so that old encodings are told
    // and converted in one way everywhere.
    bool finish_paragraphs() {
        if (drafts_.empty()) {
            if (document_.tables.empty()) report(findings_, rule::empty_document, {file_});
            return true;
        }
        Sheet sheet;
        if (!body_.finish(findings_, sheet)) return false;
        for (Cell& cell : sheet.cells) {
            const Draft& draft = drafts_[cell.row];
            document_.paragraphs.push_back(
                {draft.level, draft.bold, clean(cell.text), {document_.origin, cell.row, 0}});
        }
        return true;
    }

    bool tell_traces(const Parts& parts) {
        XmlPart xml;
        if (!load(parts.comments, xml)) return false;
        std::size_t comments = 0;
        for (const pugi::xml_node node : xml.root().children()) {
            comments += is_named(node.name(), "comment") ? 1 : 0;
        }
        const auto tell = [&](const Rule& told, std::size_t count) {
            if (count > 0) report(findings_, told, {file_}, {{"count", std::to_string(count)}});
        };
        tell(rule::tracked_changes, traces_.changes);
        tell(rule::comments_left, comments);
        tell(rule::hidden_text, traces_.hidden);
        return true;
    }

    struct Draft {
        int level = 0;
        bool bold = false;
    };

    const ZipArchive& archive_;
    const Location file_;
    const std::string& path_;
    TextDocument& document_;
    Findings& findings_;
    std::size_t cells_left_ = limits::kCells;
    SheetBuilder body_;
    WordStyles styles_;
    WordNumbering numbering_;
    WordTraces traces_;
    WordText text_{styles_, numbering_, traces_};
    std::uint32_t row_ = 0;
    std::map<std::uint32_t, Draft> drafts_;
};

}  // namespace

std::string find_document_part(const std::vector<ZipEntry>& entries) {
    // Word in a browser names it document2.xml.
    for (const std::string_view wanted : {"word/document.xml", "word/document2.xml"}) {
        const auto found = std::find_if(entries.begin(), entries.end(), [&](const ZipEntry& entry) {
            return entry.name == wanted;
        });
        if (found != entries.end()) return found->name;
    }
    return "";
}

bool read_docx(std::string_view bytes, const std::string& path, TextDocument& document,
               Findings& findings) {
    const auto archive = ZipArchive::open(bytes, whole_file(path), findings);
    return archive && DocumentReader(*archive, path, document, findings).read();
}

bool read_doc(std::string_view bytes, const std::string& path, Office& office,
              TextDocument& document, Findings& findings) {
    const auto docx = office.convert(bytes, "doc", Office::Target::Docx);
    if (!docx) {
        report(findings, office.installed() ? rule::doc_not_converted : rule::doc_needs_office,
               {whole_file(path)});
        return false;
    }
    const bool read = read_docx(*docx, path, document, findings);
    document.format = "doc";
    return read;
}

}  // namespace hoso
