// SPDX-License-Identifier: Apache-2.0
#include "recognise/profile/profile.h"

#include <algorithm>

#include "recognise/profile/document_kind.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

std::string put_number(std::string text, int number) {
    if (const auto at = text.find("{n}"); at != std::string::npos) {
        text.replace(at, 3, std::to_string(number));
    }
    return text;
}

// Reads one templates/sources/<system>.xml.
class SourceReader {
public:
    SourceReader(const XmlFile& file, const Profiles& profiles)
        : file_(file), profiles_(profiles) {}

    void read(std::vector<Layout>& layouts, std::vector<DocumentKind>& documents) {
        const XmlElement& root = file_.root();
        file_.check(root, "source", {"id", "title"}, {"clause"},
                    {"exports", "not-final", "ignore", "stop", "layout", "document"});
        common_.system = root.get("id");
        common_.system_title = clean(root.get("title"));
        for (const XmlElement& child : root.children) {
            if (child.name == "exports") file_.check(child, "exports", {}, {}, {}, true);
            if (child.name == "not-final") common_.refusals.push_back(pattern(child));
            if (child.name == "stop") common_.stops.push_back(pattern(child));
            if (child.name == "ignore") ignored(child, common_);
        }
        for (const XmlElement& child : root.children) {
            if (child.name == "document") read_document(child, documents);
            if (child.name != "layout") continue;
            Layout layout = read_layout(child);
            if (std::any_of(layouts.begin(), layouts.end(),
                            [&](const Layout& other) { return other.id == layout.id; })) {
                file_.refuse(child, "mẫu \"" + layout.id + "\" có hai lần");
            }
            layouts.push_back(std::move(layout));
        }
    }

private:
    void read_document(const XmlElement& e, std::vector<DocumentKind>& documents) const {
        DocumentKind kind = read_document_kind(file_, e, profiles_);
        kind.system = common_.system;
        kind.system_title = common_.system_title;
        if (std::any_of(documents.begin(), documents.end(),
                        [&](const DocumentKind& other) { return other.id == kind.id; })) {
            file_.refuse(e, "văn bản \"" + kind.id + "\" có hai lần");
        }
        documents.push_back(std::move(kind));
    }

    Pattern pattern(const XmlElement& e) const {
        file_.check(e, e.name, {}, {}, {}, true);
        auto result = Pattern::parse(clean(e.text));
        if (!result) file_.refuse(e, "không hiểu mẫu chữ \"" + clean(e.text) + "\"");
        return std::move(*result);
    }

    Headings headings(const XmlElement& e, const std::string& text) const {
        Headings result = headings_of(text);
        if (result.keys.empty()) file_.refuse(e, "<" + e.name + "> thiếu tên cột");
        return result;
    }

    void ignored(const XmlElement& e, Layout& layout) const {
        file_.check(e, "ignore", {}, {}, {}, true);
        const Headings names = headings(e, e.text);
        layout.ignored.insert(layout.ignored.end(), names.keys.begin(), names.keys.end());
    }

    std::size_t column(const XmlElement& e, const Dataset& dataset, const std::string& name) const {
        const int index = dataset.find(name);
        if (index < 0) {
            file_.refuse(e, "bảng \"" + dataset.type.id + "\" không có cột \"" + name + "\"");
        }
        return static_cast<std::size_t>(index);
    }

    Layout read_layout(const XmlElement& e) const {
        file_.check(e, "layout", {"id", "title"}, {},
                    {"header", "title", "sheet", "file", "path", "ignore", "table", "rows"});
        Layout layout = common_;
        layout.id = e.get("id");
        layout.title = e.get("title");
        for (const XmlElement& child : e.children) {
            if (child.name == "header") read_header(child, layout);
            if (child.name == "path") layout.paths.push_back(pattern(child));
            if (child.name == "title") layout.titles.push_back(pattern(child));
            if (child.name == "sheet") layout.sheets.push_back(pattern(child));
            if (child.name == "file") layout.files.push_back(pattern(child));
            if (child.name == "ignore") ignored(child, layout);
            if (child.name == "table") layout.tables.push_back(read_table(child));
        }
        for (const XmlElement& child : e.children) {
            if (child.name == "rows") read_rows(child, layout);
        }
        if (layout.keys.size() < 2) file_.refuse(e, "<header> cần ít nhất hai <key>");
        if (!layout.tables.empty() && layout.row_key.empty()) {
            file_.refuse(e, "có <table> thì cần <rows key=\"…\">");
        }
        return layout;
    }

    void read_header(const XmlElement& e, Layout& layout) const {
        file_.check(e, "header", {}, {"depth"}, {"key"});
        layout.depth = file_.choice(e, "depth", {"1", "2"}, "1") == "2" ? 2 : 1;
        for (const XmlElement& key : e.children) {
            file_.check(key, "key", {}, {}, {}, true);
            layout.keys.push_back(headings(key, key.text));
        }
    }

    void read_rows(const XmlElement& e, Layout& layout) const {
        file_.check(e, "rows", {"key"}, {"empty", "repeat", "carry"}, {"stop"});
        layout.row_key = words(e.get("key"));
        layout.carried = words(e.get("carry"));
        layout.may_be_empty = file_.choice(e, "empty", {"error", "allowed"}, "error") == "allowed";
        layout.repeats = file_.yes_no(e, "repeat", false);
        for (const XmlElement& stop : e.children) layout.stops.push_back(pattern(stop));
        if (layout.tables.empty()) return;
        for (const auto* names : {&layout.row_key, &layout.carried}) {
            for (const std::string& name : *names) column(e, *layout.tables[0].dataset, name);
        }
    }

    TableShape read_table(const XmlElement& e) const {
        file_.check(e, "table", {"dataset"}, {}, {"column", "unpivot", "token"});
        TableShape table;
        table.dataset = profiles_.find(e.get("dataset"));
        if (!table.dataset) file_.refuse(e, "không có bảng \"" + e.get("dataset") + "\"");
        table.columns = table.dataset->headings;
        table.tokens = table.dataset->tokens;
        for (const XmlElement& child : e.children) {
            if (child.name == "column") {
                file_.check(child, "column", {"name"}, {"heading"});
                const auto index = column(child, *table.dataset, child.get("name"));
                table.columns[index] = headings_of(child.get("heading"));
            } else if (child.name == "token") {
                // Before the dataset's own, so that a layout can read a sign differently.
                auto& tokens = table.tokens[column(child, *table.dataset, child.get("column"))];
                const auto own = read_tokens(file_, child);
                tokens.insert(tokens.begin(), own.begin(), own.end());
            } else {
                if (!table.unpivot.empty()) file_.refuse(child, "chỉ được có một <unpivot>");
                table.unpivot.push_back(read_unpivot(child, *table.dataset));
                table.columns[table.unpivot[0].into] = {};
                table.columns[table.unpivot[0].value] = {};
            }
        }
        return table;
    }

    Unpivot read_unpivot(const XmlElement& e, const Dataset& dataset) const {
        file_.check(e, "unpivot", {"into", "value"}, {"blank"}, {"take"});
        Unpivot unpivot;
        unpivot.into = column(e, dataset, e.get("into"));
        unpivot.value = column(e, dataset, e.get("value"));
        unpivot.keep_blank = file_.choice(e, "blank", {"keep", "drop"}, "keep") == "keep";
        for (const XmlElement& take : e.children) read_take(take, dataset, unpivot);
        return unpivot;
    }

    void read_take(const XmlElement& e, const Dataset& dataset, Unpivot& unpivot) const {
        file_.check(e, "take", {},
                    {"heading", "others", "after", "before", "under", "as", "set", "from", "to",
                     "split", "without"});
        Take take;
        take.others = file_.yes_no(e, "others", false);
        if (e.find("after")) take.after = headings(e, e.get("after"));
        if (e.find("before")) take.before = headings(e, e.get("before"));
        if (e.find("under")) take.under = headings(e, e.get("under"));
        take.as = e.get("as");
        for (const auto& assignment : words(e.get("set"))) {
            const auto parts = split(assignment, '=');
            if (parts.size() != 2) file_.refuse(e, "set viết là cột=giá trị");
            take.sets.emplace_back(column(e, dataset, parts[0]), parts[1]);
        }
        take.split = e.get("split");
        for (const auto& name : words(e.get("without"))) {
            take.without.push_back(column(e, dataset, name));
        }
        if (take.others == (e.find("heading") != nullptr)) {
            file_.refuse(e, "<take> cần heading hoặc others=\"yes\"");
        }
        if (!e.find("from")) {
            if (!take.others) take.headings = headings(e, e.get("heading"));
            unpivot.takes.push_back(std::move(take));
            return;
        }
        const int last = file_.integer(e, "to", 0);
        for (int n = file_.integer(e, "from", 1); n <= last && n < 100; ++n) {
            Take numbered = take;
            numbered.headings = headings(e, put_number(e.get("heading"), n));
            numbered.as = put_number(take.as, n);
            unpivot.takes.push_back(std::move(numbered));
        }
    }

    const XmlFile& file_;
    const Profiles& profiles_;
    Layout common_;  // what all layouts of the source share
};

}  // namespace

Headings headings_of(std::string_view choices) {
    Headings headings;
    for (const std::string& choice : split(choices, '|')) {
        std::string key = heading_key(choice);
        if (key.empty()) continue;
        if (headings.keys.empty()) headings.shown = clean(choice);
        headings.keys.push_back(std::move(key));
    }
    return headings;
}

Profiles::Profiles(const TemplateFolder& templates) : datasets_(read_datasets(templates)) {
    for (const std::string& path : templates.list("sources", ".xml")) {
        SourceReader(read_xml(templates, path), *this).read(layouts_, documents_);
    }
}

Profiles::~Profiles() = default;

const Dataset* Profiles::find(std::string_view dataset) const {
    for (const Dataset& candidate : datasets_) {
        if (candidate.type.id == dataset) return &candidate;
    }
    return nullptr;
}

}  // namespace hoso
