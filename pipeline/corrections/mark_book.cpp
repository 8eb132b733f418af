// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "assess/formula.h"
#include "corrections/corrections.h"

namespace hoso {

namespace {

constexpr char kSchema[] = "hoso-marks-1";
constexpr std::size_t kFields = 11;  // of a line

std::string spoken(const Datum& datum, bool average) {
    const auto* mark = std::get_if<Tenths>(&datum.value);
    if (mark == nullptr) return plain_text(datum.value);
    return average ? spoken_average(*mark) : spoken_mark(*mark);
}

std::map<std::string, std::string> column_of(const Tables& tables, const char* dataset,
                                             const char* key, const char* value) {
    std::map<std::string, std::string> known;
    const auto found = tables.find(dataset);
    if (found == tables.end()) return known;
    for (std::size_t row = 0; row < found->second.rows.size(); ++row) {
        known.emplace(found->second.text(row, key), found->second.text(row, value));
    }
    return known;
}

class Collector {
public:
    Collector(const Tables& tables, const std::string& term, const std::set<std::string>& classes)
        : tables_(tables),
          term_(term),
          classes_(classes),
          subjects_(column_of(tables, "class_subject", "subject", "name")),
          names_(column_of(tables, "class_list", "pupil", "name")) {}

    void collect(const char* dataset, const char* value, const char* column, bool average) {
        const auto found = tables_.find(dataset);
        if (found == tables_.end()) return;
        const Table& table = found->second;
        const bool of_subject = table.find_column("subject") >= 0;
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            const Datum& datum = table.at(row, value);
            if (datum.empty() || table.text(row, "term") != term_) continue;
            const std::string klass = table.text(row, "class");
            if (classes_.count(klass) == 0) continue;
            std::string text = spoken(datum, average);
            if (text.empty()) continue;
            MarkKey key{table.text(row, "pupil"), of_subject ? table.text(row, "subject") : "",
                        term_, *column == '\0' ? table.text(row, "column") : column};
            SealedMark mark{klass,
                            named(names_, key.pupil),
                            named(subjects_, key.subject),
                            std::move(text),
                            "",
                            "",
                            ""};
            if (datum.where.origin && !average) {
                mark.file = datum.where.origin->file;
                mark.sheet = datum.where.origin->sheet;
                mark.cell = cell_name(datum.where.row, datum.where.column);
            }
            book_.emplace(std::move(key), std::move(mark));
        }
    }

    MarkBook take() { return std::move(book_); }

private:
    static std::string named(const std::map<std::string, std::string>& names,
                             const std::string& code) {
        const auto found = names.find(code);
        return found == names.end() ? code : found->second;
    }

    const Tables& tables_;
    const std::string& term_;
    const std::set<std::string>& classes_;
    const std::map<std::string, std::string> subjects_, names_;
    MarkBook book_;
};

}  // namespace

MarkBook mark_book(const Tables& tables, const std::string& term,
                   const std::set<std::string>& classes) {
    Collector collector(tables, term, classes);
    collector.collect("mark", "value", "", false);
    collector.collect("result_subject", "average", "average", true);
    collector.collect("result_term", "overall", "overall", true);
    for (const char* level : {"learning", "conduct", "title"}) {
        collector.collect("result_term", level, level, true);
    }
    return collector.take();
}

std::string to_json(const MarkBook& book) {
    std::string text = std::string("{\"schema\": \"") + kSchema +
                       "\",\n\"columns\": [\"class\", \"pupil\", \"name\", \"subject\", "
                       "\"subject_name\", \"term\", \"column\", \"value\", \"file\", \"sheet\", "
                       "\"cell\"],\n\"marks\": [";
    bool first = true;
    for (const auto& [key, mark] : book) {
        text += first ? "\n" : ",\n";
        first = false;
        text += nlohmann::json{mark.klass,        key.pupil,  mark.name,  key.subject,
                               mark.subject_name, key.term,   key.column, mark.value,
                               mark.file,         mark.sheet, mark.cell}
                    .dump();
    }
    return text + "\n]}\n";
}

std::optional<MarkBook> mark_book_from_json(std::string_view json) {
    const nlohmann::json file = nlohmann::json::parse(json, nullptr, false);
    if (!file.is_object() || file.value("schema", "") != kSchema || !file.contains("marks") ||
        !file["marks"].is_array()) {
        return std::nullopt;
    }
    MarkBook book;
    for (const nlohmann::json& line : file["marks"]) {
        if (!line.is_array() || line.size() != kFields) return std::nullopt;
        std::vector<std::string> field;
        for (const nlohmann::json& value : line) {
            if (!value.is_string()) return std::nullopt;
            field.push_back(value.get<std::string>());
        }
        book.emplace(
            MarkKey{field[1], field[3], field[5], field[6]},
            SealedMark{field[0], field[2], field[4], field[7], field[8], field[9], field[10]});
    }
    return book;
}

}  // namespace hoso
