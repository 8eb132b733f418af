// SPDX-License-Identifier: Apache-2.0
#include "recognise/document/document_reader.h"

#include <algorithm>

#include "recognise/document/fields.h"
#include "recognise/document/judge.h"
#include "recognise/document/kind_finder.h"
#include "recognise/rules.h"
#include "recognise/sheet/header.h"

namespace hoso {

namespace {

Scope nothing() {
    Scope scope;
    scope.nothing = true;
    return scope;
}

class DocumentReader {
public:
    DocumentReader(const TextDocument& document, const Profiles& profiles, bool with_facts)
        : document_(document),
          profiles_(profiles),
          with_facts_(with_facts),
          flow_(flow_of(document)) {
        reading_.document = &document;
    }

    DocumentReading read() {
        read_tables();
        const KindSearch search = find_kind(flow_, document_, profiles_.documents());
        if (search.found) {
            known(*search.found, search.outline);
        } else if (reading_.tables.empty()) {
            not_known(search);
        }
        if (with_facts_) write_facts(search);
        return std::move(reading_);
    }

private:
    // A table of a document is looked at as a sheet is; most are like no export, and are text.
    void read_tables() {
        for (const Sheet& table : document_.tables) {
            const Grid grid(table);
            const HeaderSearch search = find_header(grid, profiles_.layouts(), 1);
            if (!search.found) continue;
            SheetReading& reading =
                reading_.tables.emplace_back(read_as_tables(table, profiles_, with_facts_));
            reading.findings.add(rules::table_in_document, {grid.where(0, 0)},
                                 {{"layout", search.found->layout->title}}, nothing());
        }
    }

    void known(const DocumentKind& kind, const Outline& outline) {
        fields_ = read_fields(kind, document_, flow_, outline.first);
        write_row(kind);
        Judge judge(kind, document_, flow_, reading_.findings);
        judge.fields(fields_);
        judge.outline(outline);
    }

    void write_row(const DocumentKind& kind) {
        SourceTable source;
        source.system = kind.system;
        source.layout = kind.id;
        source.origin = document_.origin;
        source.title = {document_.origin, 0, 0};
        source.table.dataset = kind.dataset->type.id;
        std::vector<Datum> row;
        for (std::size_t i = 0; i < kind.dataset->type.columns.size(); ++i) {
            const std::string& name = kind.dataset->type.columns[i].name;
            source.table.columns.push_back(name);
            const auto found = fields_.find(i);
            Datum datum{{}, {document_.origin, 0, 0}, nullptr};
            std::string own = of_the_file(kind, name);
            if (!own.empty()) {
                datum.value = std::move(own);
            } else if (found != fields_.end()) {
                datum.value = found->second.value;
                datum.where = found->second.where;
            }
            if (name == "year" && !datum.empty()) {
                source.year = plain_text(datum.value);
                source.title = datum.where;
            }
            row.push_back(std::move(datum));
        }
        source.table.rows.push_back(std::move(row));
        reading_.table = std::move(source);
    }

    [[nodiscard]] std::string of_the_file(const DocumentKind& kind, const std::string& name) const {
        if (name == "file") return document_.origin->file;
        if (name == "sha256") return document_.source_digest;
        if (name == "format") return document_.format;
        if (name == "kind") return kind.id;
        const auto property = [&](const char* key) {
            const auto found = document_.properties.find(key);
            return found == document_.properties.end() ? std::string() : found->second;
        };
        if (name == "created") return property("created");
        if (name == "modified") return property("modified");
        if (name == "author") return property("creator");
        if (name == "last_modified_by") return property("lastModifiedBy");
        return "";
    }

    void not_known(const KindSearch& search) {
        reading_.unused = true;
        std::string vi, en, lacks;
        if (search.nearest) {
            for (const std::string& line : search.lacks)
                lacks += (lacks.empty() ? "\"" : ", \"") + line + "\"";
            vi = " Gần nhất là \"" + search.nearest->title + "\" nhưng không thấy dòng " + lacks +
                 ".";
            en = " Nearest is \"" + search.nearest->title + "\", but it lacks the line " + lacks +
                 ".";
        }
        reading_.findings.add(rules::unknown_document, {{document_.origin, 0, 0}},
                              {{"nearest_vi", vi}, {"nearest_en", en}}, nothing());
    }

    void write_facts(const KindSearch& search) {
        DocumentFacts& facts = reading_.facts;
        facts.origin = document_.origin;
        facts.format = document_.format;
        facts.source_digest = document_.source_digest;
        facts.paragraphs = document_.paragraphs.size();
        facts.tables = document_.tables.size();
        if (!search.found) {
            if (!search.nearest) return;
            facts.nearest = search.nearest->id;
            facts.nearest_title = search.nearest->title;
            facts.lacks = search.lacks;
            return;
        }
        const DocumentKind& kind = *search.found;
        facts.system = kind.system;
        facts.system_title = kind.system_title;
        facts.kind = kind.id;
        facts.kind_title = kind.title;
        field_facts(kind);
        for (const PlacedSection& section : search.outline.sections) {
            const Location file{document_.origin, 0, 0};
            facts.sections.push_back({section.shape->label, section.depth,
                                      section.shape->missing.has_value(), section.state,
                                      flow_.empty() ? file : flow_[section.line].where(),
                                      section.columns});
        }
    }

    void field_facts(const DocumentKind& kind) {
        for (std::size_t i = 0; i < kind.dataset->type.columns.size(); ++i) {
            const auto found = fields_.find(i);
            const bool demanded =
                std::any_of(kind.fields.begin(), kind.fields.end(), [&](const TextField& field) {
                    return field.column == i && field.missing.has_value();
                });
            if (found == fields_.end() && !demanded) continue;
            FieldFact fact;
            fact.column = kind.dataset->type.columns[i].name;
            fact.heading = kind.dataset->headings[i].shown;
            fact.required = demanded;
            fact.where = {document_.origin, 0, 0};
            if (found != fields_.end()) {
                fact.value = found->second.value;
                fact.where = found->second.where;
                fact.from = found->second.from;
            }
            reading_.facts.fields.push_back(std::move(fact));
        }
    }

    const TextDocument& document_;
    const Profiles& profiles_;
    const bool with_facts_;
    const std::vector<FlowLine> flow_;
    std::map<std::size_t, FieldValue> fields_;
    DocumentReading reading_;
};

}  // namespace

DocumentReading read_document(const TextDocument& document, const Profiles& profiles,
                              bool with_facts) {
    return DocumentReader(document, profiles, with_facts).read();
}

void leave_out_repeated(std::vector<DocumentReading>& readings, Findings& findings) {
    std::map<std::string, const DocumentReading*> first;
    for (DocumentReading& reading : readings) {
        if (!reading.table) continue;
        const auto [known, fresh] = first.try_emplace(reading.document->source_digest, &reading);
        if (fresh) continue;
        const Table& table = reading.table->table;
        const std::string title = table.find_column("title") < 0 ? "" : table.text(0, "title");
        findings.add(
            rules::same_file_twice,
            {{reading.document->origin, 0, 0}, {known->second->document->origin, 0, 0}},
            {{"layout", reading.table->layout}, {"what", title}, {"more_vi", ""}, {"more_en", ""}},
            nothing());
        reading.table.reset();
        reading.tables.clear();
        reading.findings = Findings();
    }
}

}  // namespace hoso
