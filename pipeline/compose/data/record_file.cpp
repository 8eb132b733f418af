// SPDX-License-Identifier: Apache-2.0
#include "compose/data/record_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "catalogue/strict_xml.h"
#include "compose/data/print_value.h"
#include "vocabulary/period.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

// The rows that stand around a place, innermost last.
struct Level {
    const DatasetType* type = nullptr;  // null: the class a document is for
    std::vector<std::string> made;      // members that earlier children made
    bool no_row = false;                // a school's document has no row around it
};

const std::map<std::string_view, Operand::Kind>& variables() {
    static const std::map<std::string_view, Operand::Kind> names = {
        {"$unit", Operand::Kind::Unit},     {"$class", Operand::Kind::Class},
        {"$grade", Operand::Kind::Grade},   {"$pack", Operand::Kind::Pack},
        {"$period", Operand::Kind::Period}, {"$term", Operand::Kind::Term},
        {"$year", Operand::Kind::Year},     {"$course", Operand::Kind::Course},
        {"$week", Operand::Kind::Week},     {"$month", Operand::Kind::Month}};
    return names;
}

// Conditions are separated by blanks, but a literal may contain some: status='Chuyển lớp'.
std::vector<std::string> condition_words(const std::string& text) {
    std::vector<std::string> result(1);
    bool quoted = false;
    for (const char c : text) {
        if (c == '\'') quoted = !quoted;
        if (c == ' ' && !quoted) {
            if (!result.back().empty()) result.emplace_back();
        } else {
            result.back() += c;
        }
    }
    if (result.back().empty()) result.pop_back();
    return result;
}

const XmlFile::Names member_elements = {"list", "one", "pivot", "value", "count", "sum",
                                        "min",  "max", "flag",  "text",  "use"};

class Reader {
public:
    Reader(const XmlFile& file, const std::vector<DatasetType>& datasets)
        : file_(file), datasets_(datasets) {}

    RecordFile read(const std::string& id) {
        const XmlElement& root = file_.root();
        file_.check(root, "record", {"id"}, {}, {"document", "part"});
        if (root.get("id") != id) {
            file_.refuse(root, fmt::format("id=\"{}\" phải là \"{}\"", root.get("id"), id));
        }
        RecordFile record;
        record.id = id;
        for (const XmlElement& e : root.children) {
            if (e.name == "part") add_part(e);
        }
        for (const XmlElement& e : root.children) {
            if (e.name == "document") record.documents.push_back(read_document(e));
        }
        for (const auto& [name, part] : parts_) {
            if (!part.used)
                file_.refuse(*part.element, fmt::format("không <use> nào dùng phần \"{}\"", name));
        }
        return record;
    }

private:
    // Members that several documents share. A part is read where it is used, since what its "^"
    // stands for depends on the place.
    struct Part {
        const XmlElement* element;
        bool used = false, open = false;
    };

    void add_part(const XmlElement& e) {
        file_.check(e, "part", {"name"}, {}, member_elements);
        if (!parts_.emplace(e.get("name"), Part{&e}).second) {
            file_.refuse(e, fmt::format("phần \"{}\" có hai lần", e.get("name")));
        }
    }

    void use_part(const XmlElement& e, std::vector<Member>& members) {
        file_.check(e, "use", {"part"});
        const auto part = parts_.find(e.get("part"));
        if (part == parts_.end())
            file_.refuse(e, fmt::format("không có <part name=\"{}\">", e.get("part")));
        if (part->second.open)
            file_.refuse(e, fmt::format("phần \"{}\" chứa chính nó", part->first));
        part->second.used = part->second.open = true;
        read_members(*part->second.element, members);
        part->second.open = false;
    }

    DocumentForm read_document(const XmlElement& e) {
        file_.check(e, "document", {"unit", "form", "periods", "title", "stem"},
                    {"pack", "grades", "workbook", "signers", "working-copy", "where", "from", "by",
                     "unit-title", "needs", "none", "access", "despite-errors"},
                    {"attach", "data"});
        if (e.children.empty() || e.children.back().name != "data") {
            file_.refuse(e, "<document> phải kết thúc bằng một <data>");
        }
        DocumentForm form;
        form.line = e.line;
        form.form = e.get("form");
        form.packs = words(e.get("pack"));
        form.periods = words(e.get("periods"));
        form.title = e.get("title");
        form.stem = e.get("stem");
        form.signers = words(e.get("signers"));
        form.has_workbook = file_.yes_no(e, "workbook", false);
        form.working_copy = file_.yes_no(e, "working-copy", false);
        form.despite_errors = file_.yes_no(e, "despite-errors", false);
        if (e.find("access") != nullptr) {
            form.access = file_.choice(e, "access", {"internal", "restricted", "sensitive"});
        }
        for (const std::string& grade : words(e.get("grades"))) {
            if (grade.size() != 1 || grade < "6" || grade > "9") {
                file_.refuse(e, fmt::format("grades=\"{}\": chỉ có khối 6, 7, 8, 9", grade));
            }
            form.grades.push_back(grade.front() - '0');
        }
        for (const std::string& period : form.periods) {
            if (period != "KHOA" && period != "YC" && period != "W" && period != "M" &&
                !axis_of(period)) {
                file_.refuse(e, fmt::format("periods: không biết kỳ \"{}\"", period));
            }
        }
        read_unit(e, form);
        levels_.clear();
        levels_.push_back(
            {form.rows_of >= 0 ? &datasets_[static_cast<std::size_t>(form.rows_of)] : nullptr,
             {},
             form.unit == UnitKind::School});
        form.where = read_where(e, levels_.back().type);
        for (std::size_t i = 0; i + 1 < e.children.size(); ++i) {
            form.attachments.push_back(read_attach(e.children[i]));
        }
        const XmlElement& data = e.children.back();
        file_.check(data, "data", {}, {}, member_elements);
        read_members(data, form.data);
        return form;
    }

    Attach read_attach(const XmlElement& e) {
        if (e.name != "attach") file_.refuse(e, "chỉ có một <data>, đứng sau các <attach>");
        file_.check(e, "attach", {"from", "file", "sha256"},
                    {"where", "sort", "pdfa", "join", "required", "unless", "title"});
        Attach attach;
        attach.rows.kind = Member::Kind::List;
        const DatasetType& type = dataset(e, e.get("from"));
        attach.rows.dataset = static_cast<int>(&type - datasets_.data());
        attach.rows.where = read_where(e, &type);
        for (const std::string& word : words(e.get("sort")))
            attach.rows.sort.push_back(read_sort(e, type, word));
        attach.file = column(e, type, e.get("file"));
        attach.sha256 = column(e, type, e.get("sha256"));
        attach.to_pdfa = file_.yes_no(e, "pdfa", false);
        attach.join = file_.yes_no(e, "join", false);
        if (attach.join && !attach.to_pdfa)
            file_.refuse(e, "join=\"yes\" phải có cùng pdfa=\"yes\"");
        const std::string required = file_.choice(e, "required", {"yes", "no", "any"});
        attach.required = required == "any"  ? Attach::Required::Any
                          : required == "no" ? Attach::Required::No
                                             : Attach::Required::Yes;
        attach.title = e.get("title");
        for (const std::string& id : words(e.get("unless"))) {
            attach.unless.push_back(static_cast<int>(&dataset(e, id) - datasets_.data()));
        }
        return attach;
    }

    void read_unit(const XmlElement& e, DocumentForm& form) const {
        const std::string unit = file_.choice(e, "unit", {"class", "pupil", "school", "rows"});
        const auto index = [&](const DatasetType& type) {
            return static_cast<int>(&type - datasets_.data());
        };
        form.unit = unit == "class"    ? UnitKind::Class
                    : unit == "pupil"  ? UnitKind::Pupil
                    : unit == "school" ? UnitKind::School
                                       : UnitKind::Rows;
        const bool rows = form.unit == UnitKind::Rows;
        for (const char* attribute : {"from", "by", "unit-title"}) {
            if (rows == e.get(attribute).empty()) {
                file_.refuse(e, fmt::format("{} {} unit=\"rows\"", attribute,
                                            rows ? "phải có cùng" : "chỉ dùng với"));
            }
        }
        if (form.unit == UnitKind::Pupil) form.rows_of = index(dataset(e, "class_list"));
        for (const std::string& id : words(e.get("needs")))
            form.needs.push_back(index(dataset(e, id)));
        form.none = e.get("none");
        if (!rows) return;
        const DatasetType& type = dataset(e, e.get("from"));
        form.rows_of = index(type);
        form.unit_title = e.get("unit-title");
        for (const std::string& name : words(e.get("by"))) form.by.push_back(column(e, type, name));
    }

    void read_members(const XmlElement& parent, std::vector<Member>& members) {
        for (const XmlElement& e : parent.children) {
            if (e.name == "use") {
                use_part(e, members);
                continue;
            }
            Member member = read_member(e);
            for (const Member& other : members) {
                if (other.name == member.name) {
                    file_.refuse(e, fmt::format("tên \"{}\" có hai lần", member.name));
                }
            }
            levels_.back().made.push_back(member.name);
            members.push_back(std::move(member));
        }
    }

    Member read_member(const XmlElement& e) {
        Member m;
        m.name = e.get("name");
        if (e.name == "list") {
            file_.check(e, "list", {"name", "from"},
                        {"where", "sort", "chunk", "chunk-by", "fill-to", "fill-by", "required",
                         "distinct", "per"},
                        member_elements);
            m.kind = Member::Kind::List;
            m.chunk = file_.integer(e, "chunk", 0);
            m.fill_to = file_.integer(e, "fill-to", 0);
            m.fill_by = file_.integer(e, "fill-by", 0);
            m.required = file_.yes_no(e, "required", false);
        } else if (e.name == "one") {
            file_.check(e, "one", {"name", "from"}, {"where", "required", "per"}, member_elements);
            m.kind = Member::Kind::One;
            m.required = file_.yes_no(e, "required", false);
        } else if (e.name == "pivot") {
            file_.check(e, "pivot", {"name", "from", "key", "value"}, {"where", "keys", "per"});
            m.kind = Member::Kind::Pivot;
            m.keys = words(e.get("keys"));
        } else if (e.name == "value") {
            file_.check(e, "value", {"name", "of"}, {"format", "per"});
            m.kind = Member::Kind::Value;
        } else if (e.name == "text") {
            file_.check(e, "text", {"name"}, {"per"}, {}, true);
            m.kind = Member::Kind::Text;
            m.text = clean(e.text);
        } else if (e.name == "flag") {
            file_.check(e, "flag", {"name", "from"}, {"where", "per"});
            m.kind = Member::Kind::Flag;
        } else {
            read_aggregate(e, m);
        }
        read_common(e, m);
        return m;
    }

    void read_aggregate(const XmlElement& e, Member& m) const {
        m.kind = e.name == "count" ? Member::Kind::Count
                 : e.name == "sum" ? Member::Kind::Sum
                 : e.name == "min" ? Member::Kind::Min
                                   : Member::Kind::Max;
        if (m.kind == Member::Kind::Count) {
            file_.check(e, e.name, {"name", "from"}, {"where", "of", "per"});
        } else {
            file_.check(e, e.name, {"name", "from", "of"}, {"where", "format", "per"});
        }
    }

    void read_common(const XmlElement& e, Member& m) {
        check_name(e, m.name);
        m.per_chunk = file_.choice(e, "per", {"chunk"}) == "chunk";
        if (m.per_chunk && (chunks_.empty() || chunks_.back().depth != levels_.size() - 1)) {
            file_.refuse(e, "per=\"chunk\" chỉ dùng ngay trong <list chunk=\"…\">");
        }
        m.format = e.get("format");
        if (!m.format.empty() && !is_print_format(m.format)) {
            file_.refuse(e, fmt::format("không biết format=\"{}\"", m.format));
        }
        if (m.kind == Member::Kind::Text) return;
        // The row around a member of a chunk is the one around the chunked list.
        std::vector<Level> around = levels_;
        if (m.per_chunk) levels_.pop_back();
        if (m.kind == Member::Kind::Value) {
            m.source = read_operand(e, "of", e.get("of"));
        } else {
            read_rows(e, m);
        }
        levels_ = std::move(around);
    }

    void read_rows(const XmlElement& e, Member& m) {
        const DatasetType* type = nullptr;
        if (e.get("from") == "items") {
            if (chunks_.empty()) {
                file_.refuse(e, "from=\"items\" chỉ dùng trong <list chunk=\"…\">");
            }
            if (!e.get("sort").empty()) {
                file_.refuse(e, "from=\"items\" giữ thứ tự của trang, không dùng sort");
            }
            m.from_items = true;
            m.dataset = chunks_.back().dataset;
            type = &datasets_[static_cast<std::size_t>(m.dataset)];
        } else {
            type = &dataset(e, e.get("from"));
            m.dataset = static_cast<int>(type - datasets_.data());
        }
        m.where = read_where(e, type);
        for (const std::string& word : words(e.get("sort")))
            m.sort.push_back(read_sort(e, *type, word));
        if (!e.get("key").empty()) m.key = column(e, *type, e.get("key"));
        if (!e.get("value").empty()) m.value = column(e, *type, e.get("value"));
        if (!e.get("of").empty()) m.of = column(e, *type, e.get("of"));
        if (!e.get("distinct").empty()) m.distinct = column(e, *type, e.get("distinct"));
        if (!e.get("chunk-by").empty()) read_chunk_by(e, *type, m);
        if (e.children.empty()) return;
        levels_.push_back({type, {}});
        if (m.chunked()) chunks_.push_back({m.dataset, levels_.size() - 1});
        read_members(e, m.children);
        if (m.chunked()) chunks_.pop_back();
        levels_.pop_back();
    }

    void read_chunk_by(const XmlElement& e, const DatasetType& type, Member& m) const {
        const std::vector<std::string> parts = split(e.get("chunk-by"), ':');
        m.chunk_by = column(e, type, parts.front());
        if (parts.size() == 1) return;
        m.chunk_part = parts[1];
        if (parts.size() > 2 || (m.chunk_part != "year" && m.chunk_part != "month")) {
            file_.refuse(e, "chunk-by: sau dấu hai chấm chỉ có year hoặc month");
        }
    }

    std::vector<Condition> read_where(const XmlElement& e, const DatasetType* type) const {
        std::vector<Condition> conditions;
        for (const std::string& word : condition_words(e.get("where"))) {
            const auto sign = word.find('=');
            if (sign == std::string::npos || sign == 0) {
                file_.refuse(e, fmt::format("điều kiện \"{}\" phải có dạng cột=giá-trị", word));
            }
            Condition condition;
            condition.equal = word[sign - 1] != '!';
            const std::string left = word.substr(0, condition.equal ? sign : sign - 1);
            condition.column = type != nullptr ? column(e, *type, left) : class_column(e, left);
            condition.operand = read_operand(e, "where", word.substr(sign + 1));
            conditions.push_back(std::move(condition));
        }
        if (conditions.size() > 8) file_.refuse(e, "nhiều hơn 8 điều kiện");
        return conditions;
    }

    Operand read_operand(const XmlElement& e, std::string_view attribute,
                         const std::string& text) const {
        Operand operand;
        if (const auto variable = variables().find(text); variable != variables().end()) {
            operand.kind = variable->second;
            return operand;
        }
        if (text.size() >= 2 && text.front() == '\'' && text.back() == '\'') {
            operand.text = text.substr(1, text.size() - 2);
            return operand;
        }
        const auto dot = text.find_first_not_of('^');
        if (dot == std::string::npos || dot == 0 || text[dot] != '.' || dot + 1 == text.size()) {
            file_.refuse(e, fmt::format("{}: \"{}\" phải là ^.cột, $unit, $class, $grade, $pack, "
                                        "$period, $term, $year, $course, $week, $month hoặc 'chữ'",
                                        attribute, text));
        }
        operand.kind = Operand::Kind::Row;
        operand.up = static_cast<int>(dot);
        if (dot > levels_.size()) {
            file_.refuse(e, fmt::format("{}: \"{}\": chỉ có {} dòng bao quanh", attribute, text,
                                        levels_.size()));
        }
        const Level& level = levels_[levels_.size() - dot];
        operand.path = split(text.substr(dot + 1), '.');
        const bool made = std::find(level.made.begin(), level.made.end(), operand.path.front()) !=
                          level.made.end();
        if (!made) {
            const std::string name = text.substr(dot + 1);
            operand.column =
                level.type != nullptr ? column(e, *level.type, name) : class_column(e, name);
            operand.path.clear();
        }
        return operand;
    }

    SortKey read_sort(const XmlElement& e, const DatasetType& type, std::string word) const {
        SortKey key;
        if (word.front() == '-') {
            key.descending = true;
            word.erase(0, 1);
        }
        const auto colon = word.find(':');
        if (colon != std::string::npos) {
            if (word.substr(colon) != ":vi") {
                file_.refuse(e, fmt::format("sort: không biết \"{}\"", word.substr(colon)));
            }
            key.by_name = true;
            word.erase(colon);
        }
        key.column = column(e, type, word);
        return key;
    }

    void check_name(const XmlElement& e, const std::string& name) const {
        const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   c == '_';
        });
        if (!plain) {
            file_.refuse(e, fmt::format("name=\"{}\": chỉ dùng chữ không dấu, chữ số và _", name));
        }
    }

    const DatasetType& dataset(const XmlElement& e, const std::string& id) const {
        const int index = find_dataset(datasets_, id);
        if (index < 0) file_.refuse(e, fmt::format("không có templates/datasets/{}.xml", id));
        return datasets_[static_cast<std::size_t>(index)];
    }

    int column(const XmlElement& e, const DatasetType& type, const std::string& name) const {
        const int index = find_column(type, name);
        if (index < 0) {
            file_.refuse(
                e, fmt::format("templates/datasets/{}.xml không có cột \"{}\"", type.id, name));
        }
        return index;
    }

    int class_column(const XmlElement& e, const std::string& name) const {
        if (levels_.front().no_row) {
            file_.refuse(e,
                         fmt::format("\"{}\": hồ sơ của cả trường không có dòng bao quanh", name));
        }
        const auto found =
            std::find(std::begin(class_unit_columns), std::end(class_unit_columns), name);
        if (found == std::end(class_unit_columns)) {
            file_.refuse(e, fmt::format("lớp chỉ có class, grade, pack; không có \"{}\"", name));
        }
        return static_cast<int>(found - std::begin(class_unit_columns));
    }

    struct Chunk {
        int dataset;
        std::size_t depth;  // index of its rows' level
    };

    const XmlFile& file_;
    const std::vector<DatasetType>& datasets_;
    std::map<std::string, Part> parts_;
    std::vector<Level> levels_;
    std::vector<Chunk> chunks_;
};

}  // namespace

RecordFile load_record(const TemplateFolder& templates, const std::string& id,
                       const std::vector<DatasetType>& datasets) {
    const XmlFile file = read_xml(templates, "records/" + id + "/record.xml");
    return Reader(file, datasets).read(id);
}

}  // namespace hoso
