// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "recognise/draft/adapt.h"
#include "recognise/draft/xml_writer.h"
#include "recognise/profile/likeness.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

constexpr std::size_t most_keys = 4;

bool is_counter(const Cell& cell) {
    const std::string key = heading_key(cell.text);
    return key == "stt" || key == "tt" || key == "so tt";
}

bool is_heading(const Cell& cell) {
    return cell.kind == CellKind::Text && !is_blank(cell.text) &&
           cell.text.find('|') == std::string::npos && code_point_count(cell.text) <= 60;
}

struct Match {
    const Cell* cell = nullptr;
    std::size_t column = 0;
    int alike = 0;
};

// For each heading the column of the dataset that it is most alike to; a column is given once, to
// the heading that is nearest.
std::vector<Match> matches(const std::vector<const Cell*>& headings, const Dataset& dataset) {
    std::vector<Match> all;
    for (const Cell* cell : headings) {
        const std::string key = heading_key(cell->text);
        for (std::size_t i = 0; i < dataset.headings.size(); ++i) {
            int best = 0;
            for (const std::string& known : dataset.headings[i].keys)
                best = std::max(best, likeness(key, known));
            if (best >= likely) all.push_back({cell, i, best});
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Match& a, const Match& b) { return a.alike > b.alike; });
    std::vector<Match> chosen;
    for (const Match& match : all) {
        const bool taken = std::any_of(chosen.begin(), chosen.end(), [&](const Match& other) {
            return other.cell == match.cell || other.column == match.column;
        });
        if (!taken) chosen.push_back(match);
    }
    std::sort(chosen.begin(), chosen.end(),
              [](const Match& a, const Match& b) { return a.cell->column < b.cell->column; });
    return chosen;
}

// Half of the headings, and one of them beyond doubt.
bool convincing(const std::vector<Match>& matched, std::size_t headings) {
    return matched.size() >= 2 && 2 * matched.size() >= headings &&
           std::any_of(matched.begin(), matched.end(),
                       [](const Match& match) { return match.alike >= 90; });
}

struct Guess {
    std::uint32_t row = 0;
    std::vector<const Cell*> headings;
    const Dataset* dataset = nullptr;
    std::vector<Match> matched;
    int score = 0;  // likeness of all matches; without any the number of headings

    [[nodiscard]] bool beats(const Guess& other) const { return score > other.score; }
};

// The row whose headings say most to some dataset; else the first one with the most texts that has
// a row of as many cells below it.
Guess guess_header(const Grid& grid, const Profiles& profiles) {
    Guess best;
    const std::uint32_t end = std::min(grid.last_row(), header_search_rows);
    for (std::uint32_t row = 1; row <= end; ++row) {
        Guess guess{row, {}, nullptr, {}, 0};
        for (const Cell& cell : grid.row(row)) {
            if (is_heading(cell)) guess.headings.push_back(&cell);
        }
        if (guess.headings.size() < 2) continue;
        if (2 * grid.row(row + 1).size() >= guess.headings.size())
            guess.score = static_cast<int>(guess.headings.size());
        for (const Dataset& dataset : profiles.datasets()) {
            std::vector<Match> matched = matches(guess.headings, dataset);
            int score = 0;
            for (const Match& match : matched) score += match.alike;
            if (!convincing(matched, guess.headings.size()) || score <= guess.score) continue;
            guess.score = score;
            guess.dataset = &dataset;
            guess.matched = std::move(matched);
        }
        if (guess.beats(best)) best = std::move(guess);
    }
    return best;
}

XmlElement table_of(const Guess& guess) {
    XmlElement table = make_element("table", {{"dataset", guess.dataset->type.id}});
    for (const Match& match : guess.matched) {
        if (match.alike == 100) continue;
        const ColumnType& column = guess.dataset->type.columns[match.column];
        table.children.push_back(
            make_comment("XEM LẠI: \"" + clean(match.cell->text) + "\" có phải là \"" +
                         guess.dataset->headings[match.column].shown + "\" không?"));
        std::string known;
        for (const std::string& heading : column.headings) known += heading + "|";
        table.children.push_back(make_element(
            "column", {{"name", column.name}, {"heading", known + clean(match.cell->text)}}));
    }
    for (std::size_t i = 0; i < guess.dataset->type.columns.size(); ++i) {
        const ColumnType& column = guess.dataset->type.columns[i];
        const bool given = std::any_of(guess.matched.begin(), guess.matched.end(),
                                       [&](const Match& match) { return match.column == i; });
        if (!column.required || given) continue;
        const std::string& shown = guess.dataset->headings[i].shown;
        table.children.push_back(make_comment("XEM LẠI: cần cột \"" +
                                              (shown.empty() ? column.name : shown) +
                                              "\" (hoặc dòng tiêu đề nói điều đó); nếu tệp gọi "
                                              "bằng tên khác thì thêm <column name=\"" +
                                              column.name + "\" heading=\"tên trong tệp\"/>"));
    }
    return table;
}

std::string row_key(const Dataset& dataset) {
    std::string key = dataset.type.key.front();
    if (dataset.find("name") >= 0 && key != "name") key += " name";
    return key;
}

}  // namespace

std::optional<XmlElement> new_layout(const std::string& id, const Grid& grid,
                                     const Profiles& profiles) {
    const Guess guess = guess_header(grid, profiles);
    if (guess.headings.empty()) return std::nullopt;
    XmlElement layout = make_element("layout", {{"id", id}, {"title", "Bảng mới (đặt tên ở đây)"}});
    XmlElement header = make_element("header", {});
    std::vector<const Cell*> keys;
    for (const Match& match : guess.matched) keys.push_back(match.cell);
    if (keys.empty()) keys = guess.headings;
    if (keys.size() > 2) std::erase_if(keys, [](const Cell* cell) { return is_counter(*cell); });
    header.children.push_back(make_comment(
        "XEM LẠI: chỉ giữ những tên cột mà bảng loại này lần nào cũng có (ít nhất hai)."));
    for (std::size_t i = 0; i < keys.size() && i < most_keys; ++i)
        header.children.push_back(make_element("key", {}, clean(keys[i]->text)));
    layout.children.push_back(std::move(header));
    for (const char* title : {"Lớp[:|] {class}", "{term}", "Năm học[:|] {year}"})
        layout.children.push_back(make_element("title", {}, title));
    if (!guess.dataset) {
        std::string known;
        for (const Dataset& dataset : profiles.datasets())
            known += "\n  " + dataset.type.id + ": " + dataset.type.title;
        layout.children.push_back(make_comment(
            "XEM LẠI: chưa biết bảng này cho dữ liệu gì nên sẽ chỉ được nhận ra và để yên. Muốn "
            "dùng thì thêm <table dataset=\"…\"/> và <rows key=\"…\"/>. Các bộ dữ liệu:" +
            known + "\n"));
        return layout;
    }
    layout.children.push_back(
        make_comment("XEM LẠI: đây có phải là \"" + guess.dataset->type.title + "\" không?"));
    layout.children.push_back(table_of(guess));
    layout.children.push_back(make_element("rows", {{"key", row_key(*guess.dataset)}}));
    return layout;
}

}  // namespace hoso
