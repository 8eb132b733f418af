// SPDX-License-Identifier: Apache-2.0
#include "recognise/profile/document_kind.h"

#include <algorithm>

#include "recognise/profile/fold.h"
#include "recognise/profile/numbering.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

class KindReader {
public:
    KindReader(const XmlFile& file, const Profiles& profiles) : file_(file), profiles_(profiles) {}

    DocumentKind read(const XmlElement& e) {
        file_.check(e, "document", {"id", "title"}, {"dataset", "severity", "order"},
                    {"key", "line", "file", "field", "section"});
        DocumentKind kind;
        kind.id = e.get("id");
        kind.title = clean(e.get("title"));
        const std::string dataset = e.find("dataset") ? e.get("dataset") : "word_document";
        kind.dataset = profiles_.find(dataset);
        if (!kind.dataset) file_.refuse(e, "không có bảng \"" + dataset + "\"");
        usual_ = demand(e, "severity", Severity::Error);
        kind.order = demand(e, "order", Severity::Warning);
        for (const XmlElement& child : e.children) read_child(child, kind);
        if (kind.keys.empty()) file_.refuse(e, "<document> cần ít nhất một <key>");
        for (const char* column : {"file", "sha256", "kind"}) {
            if (kind.dataset->find(column) < 0) {
                file_.refuse(e, "bảng \"" + dataset + "\" không có cột \"" + column + "\"");
            }
        }
        return kind;
    }

private:
    void read_child(const XmlElement& e, DocumentKind& kind) {
        if (e.name == "key") {
            file_.check(e, "key", {}, {}, {}, true);
            kind.keys.push_back(pattern(e));
        } else if (e.name == "line") {
            file_.check(e, "line", {}, {"where"}, {}, true);
            const bool top = file_.choice(e, "where", {"top", "anywhere"}, "top") == "top";
            (top ? kind.top_lines : kind.lines).push_back(captures(e, *kind.dataset));
        } else if (e.name == "file") {
            file_.check(e, "file", {}, {}, {}, true);
            kind.files.push_back(captures(e, *kind.dataset));
        } else if (e.name == "field") {
            kind.fields.push_back(read_field(e, *kind.dataset));
        } else {
            kind.sections.push_back(read_section(e));
        }
    }

    Demand demand(const XmlElement& e, const char* attribute, Demand otherwise) const {
        if (!e.find(attribute)) return otherwise;
        const std::string name =
            file_.choice(e, attribute, {"error", "warning", "note", "no"}, "error");
        if (name == "no") return std::nullopt;
        return name == "error"     ? Severity::Error
               : name == "warning" ? Severity::Warning
                                   : Severity::Note;
    }

    Pattern pattern(const XmlElement& e) const {
        auto result = Pattern::parse(clean(e.text));
        if (!result) file_.refuse(e, "không hiểu mẫu chữ \"" + clean(e.text) + "\"");
        return std::move(*result);
    }

    Pattern captures(const XmlElement& e, const Dataset& dataset) const {
        Pattern result = pattern(e);
        const auto names = result.names();
        if (names.empty()) file_.refuse(e, "mẫu chữ không lấy giá trị nào");
        for (const std::string& name : names) column(e, dataset, name);
        return result;
    }

    std::size_t column(const XmlElement& e, const Dataset& dataset, const std::string& name) const {
        const int index = dataset.find(name);
        if (index < 0) {
            file_.refuse(e, "bảng \"" + dataset.type.id + "\" không có cột \"" + name + "\"");
        }
        return static_cast<std::size_t>(index);
    }

    TextField read_field(const XmlElement& e, const Dataset& dataset) const {
        file_.check(e, "field", {"column"}, {"missing", "case", "property", "month-of"});
        TextField field;
        field.column = column(e, dataset, e.get("column"));
        field.missing = demand(e, "missing", std::nullopt);
        const std::string letters =
            file_.choice(e, "case", {"as-written", "sentence", "name"}, "as-written");
        if (letters == "sentence") field.letters = TextField::Case::Sentence;
        if (letters == "name") field.letters = TextField::Case::Name;
        if (e.find("property")) {
            field.property = file_.choice(
                e, "property", {"title", "creator", "lastModifiedBy", "created", "modified"});
        }
        if (e.find("month-of")) field.month_of = column(e, dataset, e.get("month-of"));
        return field;
    }

    OutlineSection read_section(const XmlElement& e) const {
        file_.check(e, "section", {"label"}, {"numbered", "missing", "empty", "repeat"},
                    {"heading", "table", "section"});
        OutlineSection section;
        section.label = clean(e.get("label"));
        section.missing = demand(e, "missing", usual_);
        section.empty = demand(e, "empty", section.missing);
        section.repeats = file_.yes_no(e, "repeat", false);
        const Numbering numbering = numbering_of(fold(section.label), section.label).kind;
        if (numbering != Numbering::None) section.numbering = numbering;
        if (file_.choice(e, "numbered", {"as-label", "any"}, "as-label") == "any") {
            section.numbering.reset();
        }
        for (const XmlElement& child : e.children) {
            if (child.name == "heading") {
                file_.check(child, "heading", {}, {}, {}, true);
                section.headings.push_back(pattern(child));
            } else if (child.name == "table") {
                read_table(child, section);
            } else {
                section.sections.push_back(read_section(child));
            }
        }
        if (section.headings.empty()) file_.refuse(e, "<section> cần ít nhất một <heading>");
        return section;
    }

    void read_table(const XmlElement& e, OutlineSection& section) const {
        file_.check(e, "table", {}, {"missing"}, {"column"});
        if (!section.columns.empty()) file_.refuse(e, "chỉ được có một <table>");
        section.table = demand(e, "missing", section.missing);
        for (const XmlElement& child : e.children) {
            file_.check(child, "column", {}, {}, {}, true);
            Headings headings;
            for (const std::string& choice : split(child.text, '|')) {
                if (headings.keys.empty()) headings.shown = clean(choice);
                headings.keys.push_back(column_key(choice));
            }
            if (headings.shown.empty()) file_.refuse(child, "<column> thiếu tên cột");
            section.columns.push_back(std::move(headings));
        }
        if (section.columns.empty()) file_.refuse(e, "<table> cần ít nhất một <column>");
    }

    const XmlFile& file_;
    const Profiles& profiles_;
    Demand usual_;
};

}  // namespace

DocumentKind read_document_kind(const XmlFile& file, const XmlElement& element,
                                const Profiles& profiles) {
    return KindReader(file, profiles).read(element);
}

std::string column_key(std::string_view text) {
    std::string key = fold(text).key;
    const std::size_t bracket = key.rfind('(');
    if (bracket != std::string::npos && bracket > 0 && key.back() == ')' &&
        key.find_first_not_of("0123456789", bracket + 1) == key.size() - 1) {
        key.erase(bracket);
    }
    std::string tight;
    for (std::size_t i = 0; i < key.size(); ++i) {
        const bool beside_stroke =
            (i > 0 && key[i - 1] == '/') || (i + 1 < key.size() && key[i + 1] == '/');
        if (key[i] != ' ' || !beside_stroke) tight += key[i];
    }
    while (!tight.empty() && (tight.back() == ' ' || tight.back() == ':')) tight.pop_back();
    return tight;
}

}  // namespace hoso
