// SPDX-License-Identifier: Apache-2.0
#include "catalogue/strict_xml.h"
#include "recognise/profile/constraints.h"
#include "recognise/profile/profile.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

void read_column(const XmlFile& file, const XmlElement& e, Dataset& dataset) {
    file.check(e, "column", {"name", "type"}, {"required", "blank"}, {"heading", "token"});
    ColumnType column;
    column.name = e.get("name");
    column.type = file.choice(e, "type",
                              {"text", "name", "code", "mark", "average", "level", "date", "int",
                               "decimal", "flag", "token"});
    if (dataset.find(column.name) >= 0) file.refuse(e, "cột \"" + column.name + "\" có hai lần");
    column.required = file.yes_no(e, "required", false);
    column.blank = file.yes_no(e, "blank", false);
    Headings headings;
    std::vector<Token> tokens;
    for (const XmlElement& child : e.children) {
        if (child.name == "heading") {
            file.check(child, "heading", {}, {}, {}, true);
            const std::string text = clean(child.text);
            if (text.empty()) file.refuse(child, "<heading> để trống");
            if (headings.keys.empty()) headings.shown = text;
            headings.keys.push_back(heading_key(text));
            column.headings.push_back(text);
        } else {
            const auto read = read_tokens(file, child);
            tokens.insert(tokens.end(), read.begin(), read.end());
        }
    }
    dataset.type.columns.push_back(std::move(column));
    dataset.headings.push_back(std::move(headings));
    dataset.tokens.push_back(std::move(tokens));
}

Dataset read_dataset(const XmlFile& file) {
    const XmlElement& root = file.root();
    file.check(root, "dataset", {"id", "title", "key"}, {"origin"},
               {"column", "required", "pattern", "range", "enum", "unique", "sequential",
                "reference", "equal"});
    file.choice(root, "origin", {"export", "computed"}, "export");
    Dataset dataset;
    dataset.type.id = root.get("id");
    dataset.type.title = root.get("title");
    for (const XmlElement& child : root.children) {
        if (child.name == "column") {
            read_column(file, child, dataset);
        } else {
            dataset.type.constraints.push_back(read_constraint(file, child, dataset.type));
        }
    }
    dataset.type.key = words(root.get("key"));
    for (const std::string& key : dataset.type.key) {
        if (dataset.find(key) < 0) file.refuse(root, "khóa \"" + key + "\" không phải là cột");
    }
    return dataset;
}

}  // namespace

int Dataset::find(std::string_view column) const {
    for (std::size_t i = 0; i < type.columns.size(); ++i) {
        if (type.columns[i].name == column) return static_cast<int>(i);
    }
    return -1;
}

std::vector<Token> read_tokens(const XmlFile& file, const XmlElement& e) {
    file.check(e, "token", {"read"}, {"as", "column"});
    std::vector<Token> tokens;
    for (const std::string& read : split(e.get("read"), '|')) {
        tokens.push_back({heading_key(read), e.get("as")});
    }
    return tokens;
}

std::vector<Dataset> read_datasets(const TemplateFolder& templates) {
    std::vector<Dataset> datasets;
    for (const std::string& path : templates.list("datasets", ".xml")) {
        datasets.push_back(read_dataset(read_xml(templates, path)));
    }
    check_references(datasets);
    return datasets;
}

std::vector<DatasetType> load_datasets(const TemplateFolder& templates) {
    std::vector<DatasetType> types;
    for (Dataset& dataset : read_datasets(templates)) types.push_back(std::move(dataset.type));
    return types;
}

}  // namespace hoso
