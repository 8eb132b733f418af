// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "inspect.h"

namespace hoso {

namespace {

using Json = nlohmann::ordered_json;

std::string cell(const Location& where) { return cell_name(where.row, where.column); }

const char* name_of(ReadFrom from) {
    static constexpr const char* names[] = {"title", "sheet-name", "file-name", "column"};
    return names[static_cast<std::size_t>(from)];
}

const char* name_of(ColumnUse use) {
    static constexpr const char* names[] = {"read", "known", "unknown", "twice"};
    return names[static_cast<std::size_t>(use)];
}

const char* name_of(RowUse use) {
    static constexpr const char* names[] = {"blank",       "title",   "header",     "header-again",
                                            "read",        "stop",    "after-stop", "text",
                                            "without-key", "not-used"};
    return names[static_cast<std::size_t>(use)];
}

Json to_value(const BlockFacts& block) {
    Json json{{"system", block.system},
              {"layout", block.layout},
              {"title", block.layout_title},
              {"used", block.used},
              {"datasets", block.datasets},
              {"rows_read", block.rows_read},
              {"header", {{"row", block.header_row}, {"depth", block.header_depth}}}};
    json["context"] = Json::array();
    for (const ContextFact& fact : block.context) {
        json["context"].push_back({{"name", fact.name},
                                   {"value", fact.value},
                                   {"from", name_of(fact.from)},
                                   {"cell", cell(fact.where)}});
    }
    json["columns"] = Json::array();
    for (const ColumnFact& column : block.columns) {
        Json feeds = Json::array();
        for (const ColumnFeed& feed : column.feeds) {
            feeds.push_back({{"dataset", feed.dataset}, {"column", feed.column}, {"as", feed.as}});
        }
        json["columns"].push_back({{"cell", cell(column.where)},
                                   {"heading", column.heading},
                                   {"use", name_of(column.use)},
                                   {"hidden", column.hidden},
                                   {"feeds", std::move(feeds)}});
    }
    return json;
}

Json to_value(const NearestFacts& nearest) {
    Json json{{"system", nearest.system},
              {"layout", nearest.layout},
              {"title", nearest.layout_title},
              {"header_row", nearest.header_row}};
    json["found"] = Json::array();
    for (const auto& [heading, where] : nearest.found)
        json["found"].push_back({{"heading", heading}, {"cell", cell(where)}});
    json["missing"] = Json::array();
    for (const MissingKey& key : nearest.missing) {
        Json missing{{"heading", key.heading}};
        if (key.perhaps)
            missing["perhaps"] = {{"heading", key.perhaps_heading}, {"cell", cell(*key.perhaps)}};
        json["missing"].push_back(std::move(missing));
    }
    return json;
}

Json to_value(const SheetFacts& sheet) {
    Json json{{"name", sheet.origin->sheet},
              {"format", sheet.format},
              {"encoding", sheet.encoding},
              {"hidden", sheet.hidden},
              {"last_row", sheet.last_row},
              {"last_column", sheet.last_column},
              {"merges", sheet.merges},
              {"hidden_rows", sheet.hidden_rows},
              {"hidden_columns", sheet.hidden_columns}};
    json["tables"] = Json::array();
    for (const BlockFacts& block : sheet.blocks) json["tables"].push_back(to_value(block));
    json["rows"] = Json::array();
    for (const RowsFact& rows : sheet.rows) {
        Json run{{"first", rows.first}, {"last", rows.last}, {"use", name_of(rows.use)}};
        if (!rows.text.empty()) run["text"] = rows.text;
        json["rows"].push_back(std::move(run));
    }
    if (sheet.nearest) json["nearest"] = to_value(*sheet.nearest);
    return json;
}

const char* name_of(SectionState state) {
    static constexpr const char* names[] = {"found", "empty", "misplaced", "missing"};
    return names[static_cast<std::size_t>(state)];
}

// Where a field was read: "text", "file-name" or "properties".
const char* source_of(const FieldFact& field) {
    if (field.value.empty()) return "nowhere";
    return field.from == ReadFrom::Title      ? "text"
           : field.from == ReadFrom::FileName ? "file-name"
                                              : "properties";
}

// "12" is a paragraph, "bảng 1 › B2" a cell.
std::string place(const Location& where) {
    if (!where.origin || where.row == 0) return "";
    return (where.origin->sheet.empty() ? "" : where.origin->sheet + " › ") + cell(where);
}

Json to_value(const DocumentFacts& document) {
    Json json{{"format", document.format}, {"paragraphs", document.paragraphs},
              {"tables", document.tables}, {"system", document.system},
              {"kind", document.kind},     {"title", document.kind_title}};
    json["fields"] = Json::array();
    for (const FieldFact& field : document.fields) {
        json["fields"].push_back({{"column", field.column},
                                  {"value", field.value},
                                  {"required", field.required},
                                  {"from", source_of(field)},
                                  {"place", place(field.where)}});
    }
    json["sections"] = Json::array();
    for (const SectionFact& section : document.sections) {
        json["sections"].push_back({{"label", section.label},
                                    {"depth", section.depth},
                                    {"required", section.required},
                                    {"state", name_of(section.state)},
                                    {"place", place(section.where)},
                                    {"lacks_columns", section.columns}});
    }
    if (!document.nearest.empty()) {
        json["nearest"] = {{"kind", document.nearest},
                           {"title", document.nearest_title},
                           {"missing", document.lacks}};
    }
    return json;
}

Json to_value(const FindingLine& line) {
    return {{"rule", line.rule},   {"severity", line.severity}, {"places", line.places},
            {"sheet", line.sheet}, {"cell", line.cell},         {"vi", line.vi},
            {"en", line.en},       {"hint_vi", line.hint_vi},   {"hint_en", line.hint_en}};
}

template <typename T>
Json to_list(const std::vector<T>& items) {
    Json list = Json::array();
    for (const T& item : items) list.push_back(to_value(item));
    return list;
}

}  // namespace

std::string to_json(const InspectReport& report) {
    Json json{{"schema", "hoso-inspect-1"}, {"all_recognised", report.all_recognised()}};
    json["files"] = Json::array();
    for (const InspectedFile& file : report.files) {
        json["files"].push_back({{"path", file.path},
                                 {"format", file.format},
                                 {"bytes", file.size},
                                 {"sha256", file.sha256},
                                 {"sheets", to_list(file.sheets)},
                                 {"documents", to_list(file.documents)},
                                 {"findings", to_list(file.findings)}});
    }
    json["findings"] = to_list(report.elsewhere);
    json["draft"] = {{"layouts", report.drafted}, {"path", report.draft}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hoso
