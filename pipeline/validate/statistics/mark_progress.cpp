// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "validate/statistics/statistics.h"

namespace hoso {

namespace {

struct Entered {
    std::size_t regular = 0, middle = 0, final = 0;
};

std::string key_of(const std::string& pupil, const std::string& subject, const std::string& term) {
    return pupil + '|' + subject + '|' + term;
}

class Progress {
public:
    Progress(const Roll& roll, const Tables& tables)
        : roll_(roll), subjects_(tables.at("subject")) {
        const Table& marks = tables.at("mark");
        for (std::size_t row = 0; row < marks.rows.size(); ++row) {
            if (marks.at(row, "value").empty()) continue;
            Entered& entered = entered_[key_of(marks.text(row, "pupil"), marks.text(row, "subject"),
                                               marks.text(row, "term"))];
            const std::string column = marks.text(row, "column");
            ++(column == "gk" ? entered.middle : column == "ck" ? entered.final : entered.regular);
        }
        const auto results = tables.find("result_subject");
        if (results == tables.end()) return;
        for (std::size_t row = 0; row < results->second.rows.size(); ++row) {
            if (results->second.text(row, "exempt") != "true") continue;
            exempt_.insert(key_of(results->second.text(row, "pupil"),
                                  results->second.text(row, "subject"),
                                  results->second.text(row, "term")));
        }
    }

    void write(const ClassSetting& klass, const Period& term, Table& table) const {
        const auto pupils = roll_.present(klass.name, term);
        for (std::size_t row = 0; row < subjects_.rows.size(); ++row) {
            if (subjects_.text(row, "grade") != std::to_string(klass.grade) ||
                subjects_.text(row, "pack") != klass.pack ||
                subjects_.text(row, "taught") != "true")
                continue;
            const auto* due = std::get_if<std::int64_t>(
                &subjects_.at(row, term.id == "HK1" ? "tx_hk1" : "tx_hk2").value);
            if (due == nullptr || *due == 0) continue;
            const auto regular = static_cast<std::size_t>(*due);
            const std::string code = subjects_.text(row, "subject");
            std::size_t wanted = 0, there = 0;
            for (const Pupil* pupil : pupils) count(*pupil, code, term.id, regular, wanted, there);
            const std::size_t missing = wanted - there;
            const std::string state = wanted == 0    ? "–"
                                      : missing == 0 ? "đủ"
                                      : there == 0   ? "chưa có"
                                                     : "thiếu " + std::to_string(missing);
            table.rows.push_back({word(klass.name), subjects_.at(row, "grade"), word(klass.pack),
                                  word(term.id), word(code), subjects_.at(row, "name"),
                                  subjects_.at(row, "order"), counted(pupils.size()),
                                  counted(wanted), counted(there), counted(missing), word(state),
                                  Datum{missing != 0, {}, nullptr}});
        }
    }

private:
    // Neither an exempt pupil's marks are due, nor those that a pupil with an individual plan has
    // not begun.
    void count(const Pupil& pupil, const std::string& subject, const std::string& term,
               std::size_t regular, std::size_t& wanted, std::size_t& there) const {
        const std::string key = key_of(pupil.code, subject, term);
        const auto found = entered_.find(key);
        if (exempt_.count(key) != 0 || (pupil.inclusive && found == entered_.end())) return;
        wanted += regular + 2;
        if (found == entered_.end()) return;
        const Entered& has = found->second;
        there += std::min(has.regular, regular) + std::min<std::size_t>(has.middle, 1) +
                 std::min<std::size_t>(has.final, 1);
    }

    const Roll& roll_;
    const Table& subjects_;
    std::unordered_map<std::string, Entered> entered_;
    std::unordered_set<std::string> exempt_;
};

}  // namespace

void add_mark_progress(const Setting& setting, const Roll& roll, Tables& tables) {
    Table table{"mark_progress",
                {"class", "grade", "pack", "term", "subject", "subject_name", "order", "pupils",
                 "due", "entered", "missing", "state", "behind"},
                {}};
    if (tables.count("subject") != 0 && tables.count("mark") != 0) {
        const Progress progress(roll, tables);
        for (const ClassSetting& klass : setting.classes()) {
            for (const char* term : {"HK1", "HK2"}) {
                if (const Period* period = setting.period(term))
                    progress.write(klass, *period, table);
            }
        }
    }
    tables["mark_progress"] = std::move(table);
}

}  // namespace hoso
