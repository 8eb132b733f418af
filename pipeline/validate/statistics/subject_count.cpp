// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "validate/statistics/statistics.h"

namespace hoso {

namespace {

// 0 to below 3,5 · 3,5 · 5 · 6,5 · 8 to 10 (forms-and-practice 5, number 2).
constexpr std::array<std::int32_t, 4> borders{35, 50, 65, 80};

struct Count {
    std::size_t total = 0, passed = 0, failed = 0;
    std::array<std::size_t, borders.size() + 1> bands{};

    void add(const Scalar& average) {
        if (const auto* tenths = std::get_if<Tenths>(&average)) {
            std::size_t band = 0;
            while (band < borders.size() && tenths->count >= borders[band]) ++band;
            ++bands[band];
            ++total;
        } else if (const std::string word = plain_text(average); word == "Đ" || word == "CĐ") {
            ++(word == "Đ" ? passed : failed);
            ++total;
        }
    }
};

std::string key_of(const std::string& klass, const std::string& subject, const std::string& term) {
    return klass + '|' + subject + '|' + term;
}

class Counter {
public:
    explicit Counter(const Tables& tables) {
        const Table& list = tables.at("class_list");
        std::unordered_map<std::string, std::string> class_of;  // pupil and term
        for (std::size_t row = 0; row < list.rows.size(); ++row) {
            if (list.text(row, "left") == "true") continue;
            class_of[list.text(row, "pupil") + '|' + list.text(row, "term")] =
                list.text(row, "class");
        }
        const Table& results = tables.at("result_subject");
        for (std::size_t row = 0; row < results.rows.size(); ++row) {
            const std::string term = results.text(row, "term");
            const auto klass = class_of.find(results.text(row, "pupil") + '|' + term);
            if (klass == class_of.end()) continue;
            counts_[key_of(klass->second, results.text(row, "subject"), term)].add(
                results.at(row, "average").value);
        }
        const auto teachers = tables.find("teacher");
        if (teachers == tables.end()) return;
        for (std::size_t row = 0; row < teachers->second.rows.size(); ++row) {
            teachers_[key_of(teachers->second.text(row, "class"),
                             teachers->second.text(row, "subject"), "")] =
                teachers->second.text(row, "names");
        }
    }

    // A line a class, then the grade's.
    void write(const Setting& setting, const std::string& term, const Table& subjects,
               std::size_t subject, Table& table) const {
        const std::string code = subjects.text(subject, "subject");
        Count grade;
        for (const ClassSetting& klass : setting.classes()) {
            if (std::to_string(klass.grade) != subjects.text(subject, "grade") ||
                klass.pack != subjects.text(subject, "pack"))
                continue;
            const auto found = counts_.find(key_of(klass.name, code, term));
            if (found == counts_.end()) continue;
            const auto teacher = teachers_.find(key_of(klass.name, code, ""));
            line("class", klass.name, teacher == teachers_.end() ? "" : teacher->second, term,
                 subjects, subject, found->second, table);
            grade.total += found->second.total;
            grade.passed += found->second.passed;
            grade.failed += found->second.failed;
            for (std::size_t i = 0; i < grade.bands.size(); ++i)
                grade.bands[i] += found->second.bands[i];
        }
        if (grade.total == 0) return;
        line("grade", "Khối " + subjects.text(subject, "grade"), "", term, subjects, subject, grade,
             table);
    }

private:
    static void line(const char* level, const std::string& name, const std::string& teacher,
                     const std::string& term, const Table& subjects, std::size_t subject,
                     const Count& count, Table& table) {
        std::vector<Datum> row = {word(term),
                                  subjects.at(subject, "pack"),
                                  subjects.at(subject, "grade"),
                                  subjects.at(subject, "subject"),
                                  subjects.at(subject, "name"),
                                  subjects.at(subject, "order"),
                                  subjects.at(subject, "scored"),
                                  word(level),
                                  word(name),
                                  word(teacher),
                                  counted(count.total)};
        const auto add = [&](std::size_t number) {
            row.push_back(counted(number));
            row.push_back(percentage(number, count.total));
        };
        for (const std::size_t number : count.bands) add(number);
        add(count.passed);
        add(count.failed);
        table.rows.push_back(std::move(row));
    }

    std::unordered_map<std::string, Count> counts_;
    std::unordered_map<std::string, std::string> teachers_;
};

}  // namespace

void add_subject_counts(const Setting& setting, Tables& tables) {
    Table table{"subject_count",
                {"term", "pack", "grade", "subject", "subject_name", "order", "scored", "level",
                 "name", "teacher", "total"},
                {}};
    for (const char* column :
         {"band_1", "band_2", "band_3", "band_4", "band_5", "passed", "failed"}) {
        table.columns.emplace_back(column);
        table.columns.push_back(std::string(column) + "_pct");
    }
    const auto subjects = tables.find("subject");
    if (subjects != tables.end() && tables.count("class_list") != 0 &&
        tables.count("result_subject") != 0) {
        const Counter counter(tables);
        for (const char* term : {"HK1", "HK2", "CN"}) {
            for (std::size_t row = 0; row < subjects->second.rows.size(); ++row)
                counter.write(setting, term, subjects->second, row, table);
        }
    }
    tables["subject_count"] = std::move(table);
}

}  // namespace hoso
