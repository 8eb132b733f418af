// SPDX-License-Identifier: Apache-2.0
//
// The elements after a dataset's columns: <pattern>, <range>, <unique> … (docs/templates.md §6).
#include "recognise/profile/constraints.h"

#include <algorithm>
#include <regex>

#include "vocabulary/errors.h"
#include "vocabulary/text.h"
#include "vocabulary/value.h"

namespace hoso {

namespace {

class Reader {
public:
    Reader(const XmlFile& file, const DatasetType& type) : file_(file), type_(type) {}

    Constraint read(const XmlElement& e) const {
        using Kind = Constraint::Kind;
        static constexpr std::pair<std::string_view, Kind> kinds[] = {
            {"required", Kind::Required},  {"pattern", Kind::Pattern},
            {"range", Kind::Range},        {"enum", Kind::Enum},
            {"unique", Kind::Unique},      {"sequential", Kind::Sequential},
            {"reference", Kind::Reference}};
        Constraint made;
        made.where = file_.file() + ":" + std::to_string(e.line) + ":" + std::to_string(e.column);
        made.kind = Kind::Equal;
        for (const auto& [name, kind] : kinds) {
            if (e.name == name) made.kind = kind;
        }
        switch (made.kind) {
            case Kind::Required:
                file_.check(e, e.name, {"column"}, {"when", "severity"});
                if (e.find("when") != nullptr) made.when = column(e, e.get("when"));
                break;
            case Kind::Pattern:
                pattern(e, made);
                break;
            case Kind::Range:
                range(e, made);
                break;
            case Kind::Enum:
                file_.check(e, e.name, {"column", "values"}, {"severity"});
                made.values = split(e.get("values"), '|');
                break;
            case Kind::Unique:
                file_.check(e, e.name, {"columns"}, {"severity"});
                made.parts = parts(e, "columns");
                break;
            case Kind::Sequential:
                file_.check(e, e.name, {"column"}, {"within", "first", "severity"});
                made.parts = parts(e, "within");
                made.first = file_.integer(e, "first", -1);
                break;
            case Kind::Reference:
                file_.check(e, e.name, {"column", "dataset", "key"}, {"severity"});
                made.dataset = e.get("dataset");
                made.key = e.get("key");
                break;
            case Kind::Equal:
                equal(e, made);
                break;
        }
        if (made.kind != Kind::Unique) made.column = column(e, e.get("column"));
        const std::string severity =
            file_.choice(e, "severity", {"error", "warning", "note"}, "error");
        made.severity = severity == "error"     ? Severity::Error
                        : severity == "warning" ? Severity::Warning
                                                : Severity::Note;
        return made;
    }

private:
    void pattern(const XmlElement& e, Constraint& made) const {
        file_.check(e, e.name, {"column", "form", "example"}, {"severity"});
        made.pattern = e.get("form");
        made.example = e.get("example");
        try {
            if (!std::regex_match(made.example, std::regex(made.pattern))) {
                file_.refuse(e, "ví dụ \"" + made.example + "\" không đúng dạng của chính nó");
            }
        } catch (const std::regex_error&) {
            file_.refuse(e, "form \"" + made.pattern + "\" không phải là biểu thức chính quy");
        }
    }

    void range(const XmlElement& e, Constraint& made) const {
        file_.check(e, e.name, {"column"}, {"from", "to", "unit", "age", "severity"});
        made.from = bound(e, "from");
        made.to = bound(e, "to");
        made.unit = e.get("unit");
        made.age = file_.integer(e, "age", -1);
        if (made.from.empty() && made.to.empty()) file_.refuse(e, "<range> thiếu from và to");
    }

    std::string bound(const XmlElement& e, std::string_view name) const {
        const std::string text = e.get(name);
        if (text.empty()) return text;
        if (text[0] == '@') {
            column(e, text.substr(1));
            return text;
        }
        const bool number = text.find_first_not_of("0123456789.,") == std::string::npos;
        if (!number && !parse_date(text)) {
            file_.refuse(e, "\"" + text + "\" không phải là số, ngày hay @cột");
        }
        return text;
    }

    void equal(const XmlElement& e, Constraint& made) const {
        file_.check(e, "equal", {"column"}, {"sum", "dataset", "by", "key", "to", "severity"});
        const bool within = e.find("sum") != nullptr;
        const bool across = e.find("dataset") != nullptr && e.find("by") != nullptr &&
                            e.find("key") != nullptr && e.find("to") != nullptr;
        if (within == across) {
            file_.refuse(e, "<equal> cần hoặc sum, hoặc cả dataset, by, key và to");
        }
        for (const std::string& word : words(e.get("sum"))) {
            const bool minus = word[0] == '-';
            made.sum.push_back({minus ? -1 : 1, column(e, word.substr(minus ? 1 : 0))});
        }
        if (!across) return;
        made.dataset = e.get("dataset");
        made.by = column(e, e.get("by"));
        made.key = e.get("key");
        made.other = e.get("to");
    }

    // "date:year number:symbol class"
    std::vector<Constraint::Part> parts(const XmlElement& e, std::string_view attribute) const {
        std::vector<Constraint::Part> found;
        for (const std::string& word : words(e.get(attribute))) {
            const auto colon = word.find(':');
            Constraint::Part part{column(e, word.substr(0, colon)), Constraint::Part::Of::Whole};
            const std::string of = colon == std::string::npos ? "" : word.substr(colon + 1);
            if (of == "year") {
                part.of = Constraint::Part::Of::Year;
            } else if (of == "number") {
                part.of = Constraint::Part::Of::Number;
            } else if (of == "symbol") {
                part.of = Constraint::Part::Of::Symbol;
            } else if (!of.empty()) {
                file_.refuse(e, "\"" + of + "\": chỉ có :year, :number và :symbol");
            }
            found.push_back(std::move(part));
        }
        return found;
    }

    std::string column(const XmlElement& e, const std::string& name) const {
        const bool known = std::any_of(type_.columns.begin(), type_.columns.end(),
                                       [&](const ColumnType& type) { return type.name == name; });
        if (!known) file_.refuse(e, "không có cột \"" + name + "\"");
        return name;
    }

    const XmlFile& file_;
    const DatasetType& type_;
};

}  // namespace

Constraint read_constraint(const XmlFile& file, const XmlElement& e, const DatasetType& type) {
    return Reader(file, type).read(e);
}

void check_references(const std::vector<Dataset>& datasets) {
    for (const Dataset& dataset : datasets) {
        for (const Constraint& constraint : dataset.type.constraints) {
            if (constraint.dataset.empty()) continue;
            const auto other = std::find_if(
                datasets.begin(), datasets.end(),
                [&](const Dataset& each) { return each.type.id == constraint.dataset; });
            if (other == datasets.end()) {
                throw UsageError(constraint.where + ": không có bảng \"" + constraint.dataset +
                                 "\"");
            }
            for (const std::string& name : {constraint.key, constraint.other}) {
                if (name.empty() || other->find(name) >= 0) continue;
                throw UsageError(constraint.where + ": bảng " + constraint.dataset +
                                 " không có cột \"" + name + "\"");
            }
        }
    }
}

}  // namespace hoso
