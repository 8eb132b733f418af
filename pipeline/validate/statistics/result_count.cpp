// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "validate/statistics/statistics.h"

namespace hoso {

namespace {

struct Group {
    const char *id, *title;
    bool (*has)(const Table& list, std::size_t row);
};

bool is_girl(const Table& list, std::size_t row) { return list.text(row, "sex") == "Nữ"; }
bool is_minority(const Table& list, std::size_t row) {
    const std::string people = list.text(row, "ethnicity");
    return !people.empty() && people != "Kinh";
}

constexpr std::array<Group, 5> groups{{
    {"all", "Tổng số", [](const Table&, std::size_t) { return true; }},
    {"girls", "Nữ", is_girl},
    {"minority", "Dân tộc", is_minority},
    {"minority_girls", "Nữ dân tộc",
     [](const Table& list, std::size_t row) {
         return is_girl(list, row) && is_minority(list, row);
     }},
    {"disabled", "HS khuyết tật",
     [](const Table& list, std::size_t row) { return !list.text(row, "disability").empty(); }},
}};

using Levels = std::vector<std::string>;
Levels conduct_levels(const std::string& pack) {
    if (pack == "tt22") return {"Tốt", "Khá", "Đạt", "Chưa đạt"};
    return {"Tốt", "Khá", "Trung bình", "Yếu"};
}
Levels learning_levels(const std::string& pack) {
    if (pack == "tt22") return {"Tốt", "Khá", "Đạt", "Chưa đạt"};
    return {"Giỏi", "Khá", "Trung bình", "Yếu", "Kém"};
}

struct Count {
    std::size_t total = 0, unrated = 0;
    std::array<std::size_t, 4> conduct{};
    std::array<std::size_t, 5> learning{};
};

// Whose counts a class's go into; the order of a report's lines.
struct Line {
    std::string level, name;
    std::array<Count, groups.size()> counts{};
};

template <std::size_t size>
bool tally(std::array<std::size_t, size>& counts, const Levels& levels, const std::string& level) {
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (levels[i] != level) continue;
        ++counts[i];
        return true;
    }
    return false;
}

class Counter {
public:
    Counter(const Setting& setting, const Tables& tables)
        : setting_(setting), list_(tables.at("class_list")), results_(tables.at("result_term")) {
        for (std::size_t row = 0; row < results_.rows.size(); ++row) {
            result_of_.emplace(results_.text(row, "pupil") + '|' + results_.text(row, "term"), row);
        }
    }

    void write(const std::string& term, const std::string& pack, Table& table) const {
        std::vector<Line> lines;
        Line grade, school{"school", "Toàn trường"};
        const auto& classes = setting_.classes();
        for (std::size_t i = 0; i < classes.size(); ++i) {
            if (classes[i].pack != pack) continue;
            const std::string name = "Khối " + std::to_string(classes[i].grade);
            if (grade.name != name) {
                if (!grade.name.empty()) lines.push_back(grade);
                grade = Line{"grade", name};
            }
            Line line{"class", classes[i].name};
            for (std::size_t row = 0; row < list_.rows.size(); ++row) {
                if (list_.text(row, "class") != line.name || list_.text(row, "term") != term ||
                    list_.text(row, "left") == "true")
                    continue;
                for (Line* into : {&line, &grade, &school}) count(row, term, pack, *into);
            }
            lines.push_back(std::move(line));
        }
        if (lines.empty()) return;
        lines.push_back(grade);
        lines.push_back(school);
        for (std::size_t i = 0; i < lines.size(); ++i) write(lines[i], i, term, pack, table);
    }

private:
    void count(std::size_t row, const std::string& term, const std::string& pack,
               Line& line) const {
        const auto found = result_of_.find(list_.text(row, "pupil") + '|' + term);
        const std::string none;
        const bool known = found != result_of_.end();
        const std::string conduct = known ? results_.text(found->second, "conduct") : none;
        const std::string learning = known ? results_.text(found->second, "learning") : none;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (!groups[i].has(list_, row)) continue;
            Count& into = line.counts[i];
            ++into.total;
            const bool rated = tally(into.conduct, conduct_levels(pack), conduct);
            if (!tally(into.learning, learning_levels(pack), learning) || !rated) ++into.unrated;
        }
    }

    static void write(const Line& line, std::size_t order, const std::string& term,
                      const std::string& pack, Table& table) {
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const Count& count = line.counts[i];
            std::vector<Datum> row = {word(term),
                                      word(pack),
                                      word(line.level),
                                      word(line.name),
                                      counted(order + 1),
                                      word(groups[i].id),
                                      word(groups[i].title),
                                      counted(count.total),
                                      counted(count.unrated)};
            const auto add = [&](std::size_t number) {
                row.push_back(counted(number));
                row.push_back(percentage(number, count.total));
            };
            for (const std::size_t number : count.conduct) add(number);
            for (const std::size_t number : count.learning) add(number);
            table.rows.push_back(std::move(row));
        }
    }

    const Setting& setting_;
    const Table& list_;
    const Table& results_;
    std::unordered_map<std::string, std::size_t> result_of_;
};

}  // namespace

void add_result_counts(const Setting& setting, Tables& tables) {
    Table table{
        "result_count",
        {"term", "pack", "level", "name", "order", "people", "people_name", "total", "unrated"},
        {}};
    for (const char* what : {"conduct", "learning"}) {
        for (int level = 1; level <= (what[0] == 'c' ? 4 : 5); ++level) {
            table.columns.push_back(std::string(what) + "_" + std::to_string(level));
            table.columns.push_back(table.columns.back() + "_pct");
        }
    }
    if (tables.count("class_list") != 0 && tables.count("result_term") != 0) {
        std::set<std::string> packs;
        for (const ClassSetting& klass : setting.classes()) packs.insert(klass.pack);
        const Counter counter(setting, tables);
        for (const char* term : {"HK1", "HK2", "CN"}) {
            for (const std::string& pack : packs) counter.write(term, pack, table);
        }
    }
    tables["result_count"] = std::move(table);
}

}  // namespace hoso
