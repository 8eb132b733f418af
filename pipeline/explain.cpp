// SPDX-License-Identifier: Apache-2.0
#include "explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>

#include "recognise/recognise.h"
#include "verify/container.h"
#include "vocabulary/digest.h"
#include "vocabulary/errors.h"
#include "vocabulary/text.h"

namespace hoso {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::json;

// The last version of each bundle: "I.03_THCSNP_2021-2022_HK1" → its path.
std::map<std::string, fs::path> last_bundles(Disk& disk, const fs::path& out) {
    std::map<std::string, std::pair<int, fs::path>> last;
    if (disk.exists(out)) {
        for (const DirectoryEntry& entry : disk.list(out)) {
            const fs::path path = out / entry.path;
            const std::string stem = path.stem().generic_string();
            const auto mark = stem.rfind("_v");
            if (path.extension() != ".zip" || mark == std::string::npos) continue;
            int version = 0;
            std::from_chars(stem.data() + mark + 2, stem.data() + stem.size(), version);
            auto& known = last[stem.substr(0, mark)];
            if (version > known.first) known = {version, path};
        }
    }
    std::map<std::string, fs::path> paths;
    for (const auto& [name, at] : last) paths[name] = at.second;
    return paths;
}

class Bundle {
public:
    Bundle(Disk& disk, const fs::path& path) : path_(path), bag_(open_zip(disk, path, ignored_)) {
        if (!bag_) return;
        for (std::size_t i = 0; i < bag_->files().size(); ++i) at_[bag_->files()[i].name] = i;
        manifest = read("metadata/manifest.json");
    }
    [[nodiscard]] Json read(const std::string& name) {
        const auto found = at_.find(name);
        if (found == at_.end()) return {};
        const auto bytes = bag_->read(found->second, ignored_);
        return bytes ? Json::parse(*bytes, nullptr, false) : Json();
    }
    [[nodiscard]] const fs::path& path() const { return path_; }
    Json manifest;

private:
    Findings ignored_;  // `hoso verify` says what is wrong with a bundle
    fs::path path_;
    std::unique_ptr<Container> bag_;
    std::map<std::string, std::size_t> at_;
};

// The parts of a form that no export has a heading for.
constexpr std::array<std::pair<std::string_view, const char*>, 6> kParts = {{
    {"year", "Cả năm"},
    {"marks", "Điểm"},
    {"result", "Kết quả"},
    {"total", "Cả năm"},
    {"term1", "Học kỳ I"},
    {"term2", "Học kỳ II"},
}};

// Column name → what the exports of marks and results call it.
std::map<std::string, std::string> column_titles(const TemplateFolder& templates) {
    std::map<std::string, std::string> titles;
    for (const auto& [name, title] : kParts) titles.emplace(name, title);
    for (const DatasetType& dataset : load_datasets(templates)) {
        if (dataset.id != "mark" && dataset.id != "pupil" && !dataset.id.starts_with("reported_")) {
            continue;
        }
        for (const ColumnType& column : dataset.columns) {
            if (!column.headings.empty()) titles.emplace(column.name, column.headings.front());
        }
    }
    return titles;
}

// "subjects[1].hk1.average" → "Toán › hk1 › ĐTB": a row is called by its name, a column by its
// heading.
std::string readable(const std::string& field, const Json& data,
                     const std::map<std::string, std::string>& titles) {
    const Json* at = &data;
    std::vector<std::string> words;
    std::size_t from = 0;
    while (from < field.size()) {
        const std::size_t end = std::min(field.find_first_of(".[", from), field.size());
        const std::string name = field.substr(from, end - from);
        at = at != nullptr && at->is_object() && at->contains(name) ? &at->at(name) : nullptr;
        from = end + 1;
        if (end < field.size() && field[end] == '[') {
            std::size_t index = 0;
            const std::size_t close = field.find(']', end);
            std::from_chars(field.data() + end + 1, field.data() + close, index);
            at = at != nullptr && at->is_array() && index < at->size() ? &at->at(index) : nullptr;
            const bool named = at != nullptr && at->is_object() && at->contains("name");
            words.push_back(named ? at->at("name").get<std::string>()
                                  : fmt::format("{} {}", name, index + 1));
            from = close + 2;
            continue;
        }
        std::string upper = name;
        for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        const auto title = titles.find(name);
        words.push_back(title != titles.end()        ? title->second
                        : axis_of(upper).has_value() ? period_title(upper)
                                                     : name);
    }
    return fmt::format("{}", fmt::join(words, " › "));
}

// "file › sheet › F7, G7", a line a sheet, in the order of the first cells.
std::vector<std::string> places_of(const Json& value, const Json& sources) {
    std::vector<std::pair<std::size_t, std::string>> sheets;
    const auto add = [&](std::size_t source, const std::string& cell) {
        const auto found = std::find_if(sheets.begin(), sheets.end(),
                                        [&](const auto& one) { return one.first == source; });
        if (found == sheets.end()) {
            sheets.emplace_back(source, cell);
        } else {
            found->second += ", " + cell;
        }
    };
    if (value.contains("source")) {
        add(value.at("source").get<std::size_t>(), value.value("cell", ""));
    }
    for (const Json& input : value.value("inputs", Json::array())) {
        add(input.at(0).get<std::size_t>(), input.at(1).get<std::string>());
    }
    std::vector<std::string> places;
    for (const auto& [source, cells] : sheets) {
        const Json& from = sources.at(source);
        const std::string sheet = from.value("sheet", "");
        places.push_back(from.value("file", "") + (sheet.empty() ? "" : " › " + sheet) +
                         (cells.empty() ? "" : " › " + cells));
    }
    return places;
}

// The rows that are this pupil's: "subjects[0].pupils[12]." for each row with that name.
std::vector<std::string> rows_of(const Json& lineage, const std::string& name_key) {
    std::vector<std::string> rows;
    for (const Json& value : lineage.value("values", Json::array())) {
        const std::string field = value.value("field", "");
        if (!field.ends_with("].name") || match_key(value.value("printed", "")) != name_key) {
            continue;
        }
        rows.push_back(field.substr(0, field.size() - 4));
    }
    return rows;
}

class Explainer {
public:
    Explainer(const ExplainRequest& request, Disk& disk)
        : request_(request),
          key_(match_key(request.what)),
          titles_(column_titles(TemplateFolder(disk, request.templates))) {
        if (request.what.ends_with(".pdf")) {
            pdf_name_ = fs::path(request.what).filename().generic_string();
            if (disk.exists(request.what)) pdf_sha256_ = sha256_hex(disk.read(request.what));
        }
        std::string word;
        for (const char c : match_key(request.field) + " ") {
            if (c != ' ') {
                word += c;
            } else if (!word.empty()) {
                words_.push_back(std::exchange(word, ""));
            }
        }
    }

    // A code stands only in the pupil's own documents; from them it is known whose rows to look
    // for in the books of his class.
    void learn_name(Bundle& bundle) {
        for (const Json& document : bundle.manifest.value("documents", Json::array())) {
            if (document.value("unit", "") != request_.what) continue;
            for (const Json& value :
                 bundle.read(document.value("lineage", "")).value("values", Json::array())) {
                if (value.value("field", "") != "unit.name") continue;
                key_ = match_key(value.value("printed", ""));
                klass_ = document.value("class", "");
            }
        }
    }

    void add(Bundle& bundle) {
        for (const Json& document : bundle.manifest.value("documents", Json::array())) {
            if (pdf_name_.empty()) {
                add_of_pupil(bundle, document);
            } else if (is_the_pdf(document)) {
                add(bundle, document, bundle.read(document.value("lineage", "")), {""});
            }
        }
    }

    std::vector<ExplainedDocument> found;
    bool known = false;  // a document was found, though perhaps none of its fields was asked for

private:
    [[nodiscard]] bool is_the_pdf(const Json& document) const {
        for (const Json& file : document.value("files", Json::array())) {
            const std::string sha256 = file.value("sha256", "");
            if (!pdf_sha256_.empty() ? sha256 == pdf_sha256_
                                     : file.value("path", "").ends_with("/" + pdf_name_)) {
                return true;
            }
        }
        return false;
    }

    void add_of_pupil(Bundle& bundle, const Json& document) {
        if (!klass_.empty() && document.value("class", "") != klass_) return;
        const Json lineage = bundle.read(document.value("lineage", ""));
        const std::string unit = document.value("unit", "");
        if (unit == request_.what) {
            add(bundle, document, lineage, {""});
            return;
        }
        for (const Json& value : lineage.value("values", Json::array())) {
            if (klass_.empty() && value.value("field", "") == "unit.name" &&
                match_key(value.value("printed", "")) == key_) {
                add(bundle, document, lineage, {""});
                return;
            }
        }
        // A namesake's own document is his alone.
        const bool of_another = !klass_.empty() && unit != document.value("class", "");
        if (of_another) return;
        const std::vector<std::string> rows = rows_of(lineage, key_);
        if (!rows.empty()) add(bundle, document, lineage, rows);
    }

    void add(Bundle& bundle, const Json& document, const Json& lineage,
             const std::vector<std::string>& rows) {
        known = true;
        const Json data = bundle.read(document.value("slice", ""));
        const Json& manifest = bundle.manifest;
        ExplainedDocument made;
        made.bundle = bundle.path().generic_string();
        made.record = manifest.at("record").value("id", "");
        made.title = manifest.at("record").value("title", "");
        made.period = manifest.at("period").value("id", "");
        made.document = lineage.value("document", "");
        made.klass = document.value("class", "");
        made.unit = document.value("unit", "");
        for (const Json& value : lineage.value("values", Json::array())) {
            const std::string field = value.value("field", "");
            const bool his = std::any_of(rows.begin(), rows.end(), [&](const std::string& row) {
                return field.starts_with(row);
            });
            if (!his) continue;
            Explanation one{field,
                            readable(field, data, titles_),
                            value.value("printed", ""),
                            value.value("rule", ""),
                            value.value("formula", ""),
                            places_of(value, lineage.at("sources"))};
            const std::string haystack = match_key(one.path) + " " + match_key(field);
            const bool wanted = std::all_of(
                words_.begin(), words_.end(),
                [&](const std::string& word) { return haystack.find(word) != std::string::npos; });
            if (wanted) made.values.push_back(std::move(one));
        }
        if (!made.values.empty()) found.push_back(std::move(made));
    }

    const ExplainRequest& request_;
    std::string key_, klass_;  // klass_: known where `what` is a code
    std::map<std::string, std::string> titles_;
    std::string pdf_name_, pdf_sha256_;
    std::vector<std::string> words_;
};

}  // namespace

std::vector<ExplainedDocument> explain(const ExplainRequest& request, Disk& disk) {
    Explainer explainer(request, disk);
    std::vector<std::unique_ptr<Bundle>> bundles;
    for (const auto& [name, path] : last_bundles(disk, request.out)) {
        auto bundle = std::make_unique<Bundle>(disk, path);
        if (!bundle->manifest.is_object()) continue;
        explainer.learn_name(*bundle);
        bundles.push_back(std::move(bundle));
    }
    for (const auto& bundle : bundles) explainer.add(*bundle);
    if (!explainer.known) {
        throw UsageError("không gói đã niêm phong nào trong " + request.out.generic_string() +
                         " có \"" + request.what +
                         "\". Ghi mã học sinh, họ tên đầy đủ, hoặc đường dẫn tệp PDF của hoso");
    }
    if (explainer.found.empty()) {
        throw UsageError("không có mục nào khớp với \"" + request.field +
                         "\"; bỏ phần này để xem tất cả các mục");
    }
    return std::move(explainer.found);
}

void print_explanation(std::ostream& out, const std::vector<ExplainedDocument>& documents,
                       const PrintStyle& style) {
    const bool english = style.language == Language::English;
    for (const ExplainedDocument& document : documents) {
        out << fmt::format("{} {} · {}{} · {}\n", document.record, document.title,
                           period_title(document.period),
                           document.klass.empty() ? "" : " · " + document.klass, document.bundle);
        for (const Explanation& one : document.values) {
            out << fmt::format("  {}: {}\n", one.path, one.printed);
            if (!one.formula.empty()) {
                out << fmt::format("    {} {} [{}]\n", english ? "computed:" : "tính:", one.formula,
                                   one.rule);
            }
            for (const std::string& place : one.places) {
                out << fmt::format("    {} {}\n", english ? "from:" : "từ:", place);
            }
        }
        out << '\n';
    }
}

}  // namespace hoso
