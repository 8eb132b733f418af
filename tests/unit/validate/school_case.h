// SPDX-License-Identifier: Apache-2.0
//
// A recognised batch as a text that a person can write. tests/findings/validate/base.case is a
// school of two classes without a mistake; a case is what differs from it:
//
//   # mark class=6A subject=TOAN term=HK1 …   a table: attributes, then a header and rows with ';'
//   ~ mark 6A TOAN HK1 | 0140500102 | tx2 = 8,55        a cell of the row that begins with that key
//   - mark 6A TOAN HK1 | 0140500102                     the row goes
//   + mark 6A TOAN HK1 | a;b;c                          a row more
//   -- mark 6A TOAN HK1                                 the table goes
//   ? mark 6A TOAN HK1 | year = 2020-2021               an attribute
//   @ headcount 6A HK1 = 4      @ run = HK1 KHOA-2018-2022      of the job
//   @ forget 6A HK1                                   its head-count
//   < year.case                                         another file of this folder first
//   ! recognise | smas/a.xlsx | Toan_6A | 6A | HK1      an error that an earlier room has reported
// A cell whose text begins with '#' shows an error ("#N/A").
#pragma once

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "catalogue/job.h"
#include "recognise/recognise.h"
#include "support/templates.h"
#include "validate/validate.h"
#include "vocabulary/text.h"

namespace hoso::test {

struct CaseTable {
    std::string dataset;
    std::map<std::string, std::string> attributes;
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;

    [[nodiscard]] std::string get(const std::string& name) const {
        const auto found = attributes.find(name);
        return found == attributes.end() ? "" : found->second;
    }
    [[nodiscard]] std::string identity() const {
        std::string id = dataset;
        for (const char* name : {"class", "subject", "term", "month"}) {
            if (!get(name).empty()) id += " " + get(name);
        }
        return id;
    }
};

class SchoolCase {
public:
    explicit SchoolCase(const std::filesystem::path& folder) : folder_(folder) {
        job = load_job(templates_.disk, folder);
        read(folder / "base.case");
    }

    void read(const std::filesystem::path& path) {
        std::ifstream file(path);
        if (!file) throw std::runtime_error("no such case: " + path.string());
        CaseTable* table = nullptr;
        for (std::string line; std::getline(file, line);) {
            if (line.empty() || line.rfind("//", 0) == 0) {
                table = nullptr;
            } else if (line[0] == '#') {
                table = begin(line.substr(2));
            } else if (table && table->columns.empty()) {
                table->columns = split(line, ';');
            } else if (table) {
                add_row(*table, line);
            } else {
                change_line(line);
            }
        }
    }

    // A line of a case.
    void change(const std::string& line) { change_line(line); }
    // A table: its "# …" line, its header, its rows.
    void add(const std::string& title, const std::string& header, const std::string& row) {
        CaseTable* table = begin(title.substr(2));
        table->columns = split(header, ';');
        add_row(*table, row);
    }

    Job job;
    Findings findings;

    ValidBatch run() {
        Recognised recognised;
        for (const CaseTable& table : tables_) give(table, recognised);
        return validate(job, recognised, templates_.folder, findings);
    }

private:
    // "mark class=6A subject=TOAN" …; "marks class=6A term=HK1" makes a sheet for each subject.
    CaseTable* begin(const std::string& line) {
        CaseTable table;
        std::istringstream words(line);
        words >> table.dataset;
        for (std::string word; words >> word;) {
            const auto equals = word.find('=');
            table.attributes[word.substr(0, equals)] = word.substr(equals + 1);
        }
        if (table.dataset == "marks") {
            make_mark_sheets(table);
            return nullptr;
        }
        // A table that the base has already is replaced.
        std::erase_if(tables_,
                      [&](const CaseTable& t) { return t.identity() == table.identity(); });
        tables_.push_back(std::move(table));
        return &tables_.back();
    }

    // Pupil i has 5.0, 5.5, 6.0 … in every cell, and the same as average; Đ where there are no
    // marks.
    void make_mark_sheets(const CaseTable& all) {
        const std::string klass = all.get("class"), term = all.get("term");
        const ClassScope* scope = job.find_class(klass);
        const std::string pack = pack_for(templates_.folder, job.year, scope->grade);
        const CaseTable list = find("pupil");
        for (const Subject& subject :
             load_subjects(templates_.folder, pack, scope->grade).subjects) {
            const int regular = subject.required.at(term);
            if (subject.optional || regular == 0) continue;
            CaseTable sheet{"mark", all.attributes, {"pupil", "name", "birth_date"}, {}};
            sheet.attributes["subject"] = subject.code;
            sheet.attributes["file"] = "smas/" + term + "/BangDiem_" + klass + "_" + term + ".xlsx";
            sheet.attributes["sheet"] = subject.code + "_" + klass;
            for (int i = 1; i <= regular; ++i) sheet.columns.push_back("tx" + std::to_string(i));
            sheet.columns.insert(sheet.columns.end(), {"gk", "ck", "average", "remark"});
            int tenths = 50;
            for (const auto& pupil : list.rows) {
                if (pupil[1] != klass) continue;
                const std::string mark =
                    subject.scored ? std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : ".5")
                                   : "Đ";
                std::vector<std::string> row{pupil[2], pupil[3], pupil[4]};
                row.resize(sheet.columns.size() - 1, mark);
                row.emplace_back();
                sheet.rows.push_back(std::move(row));
                tenths += 5;
            }
            tables_.push_back(std::move(sheet));
        }
    }

    CaseTable& find(const std::string& identity) {
        for (CaseTable& table : tables_) {
            if (table.identity() == identity) return table;
        }
        throw std::runtime_error("no such table: " + identity);
    }

    static std::string part(const std::vector<std::string>& parts, std::size_t i) {
        return i < parts.size() ? clean(parts[i]) : "";
    }

    static void add_row(CaseTable& table, const std::string& line) {
        std::vector<std::string> cells = split(line, ';');
        cells.resize(table.columns.size());
        table.rows.push_back(std::move(cells));
    }

    std::vector<std::string>& row_of(CaseTable& table, const std::string& key) {
        for (auto& row : table.rows) {
            if (std::find(row.begin(), row.end(), key) != row.end()) return row;
        }
        throw std::runtime_error("no row " + key + " in " + table.identity());
    }

    void change_line(const std::string& line) {
        const std::vector<std::string> parts = split(line.substr(line.find(' ') + 1), '|');
        const std::string sign = line.substr(0, line.find(' '));
        if (sign == "<") return read(folder_ / part(parts, 0));
        if (sign == "@") return change_job(part(parts, 0));
        if (sign == "!") return earlier_error(parts);
        if (sign == "--") {
            std::erase_if(tables_,
                          [&](const CaseTable& t) { return t.identity() == part(parts, 0); });
            return;
        }
        CaseTable& table = find(part(parts, 0));
        if (sign == "+") return add_row(table, part(parts, 1));
        if (sign == "-") {
            std::erase_if(table.rows, [&](const auto& row) {
                return std::find(row.begin(), row.end(), part(parts, 1)) != row.end();
            });
            return;
        }
        // Blanks of the value count, but for one after the '='.
        const std::string assignment = parts.back();
        const auto equals = assignment.find('=');
        const std::string name = clean(assignment.substr(0, equals));
        std::string value = assignment.substr(equals + 1);
        if (!value.empty() && value[0] == ' ') value.erase(0, 1);
        if (sign == "?") {
            table.attributes[name] = value;
            return;
        }
        const auto column = std::find(table.columns.begin(), table.columns.end(), name);
        if (column == table.columns.end()) throw std::runtime_error("no column " + name);
        row_of(table, part(parts, 1))[static_cast<std::size_t>(column - table.columns.begin())] =
            value;
    }

    void change_job(const std::string& text) {
        std::istringstream words(text);
        std::string what, equals;
        words >> what;
        if (what == "headcount") {
            std::string klass, period;
            int count = 0;
            words >> klass >> period >> equals >> count;
            for (ClassScope& scope : job.classes) {
                if (scope.name == klass) scope.headcount[period] = count;
            }
        } else if (what == "forget") {
            std::string klass, period;
            words >> klass >> period;
            for (ClassScope& scope : job.classes) {
                if (scope.name == klass) scope.headcount.erase(period);
            }
        } else if (what == "run") {
            words >> equals;
            job.run_periods.clear();
            for (std::string id; words >> id;) job.run_periods.push_back(id);
        } else if (what == "class") {
            ClassScope scope;
            words >> scope.name >> scope.grade;
            job.classes.push_back(scope);
        } else {
            throw std::runtime_error("not understood: @ " + text);
        }
    }

    void earlier_error(const std::vector<std::string>& parts) {
        static constexpr Rule damaged{"recognise/for-tests",
                                      Severity::Error,
                                      "secretary",
                                      "Bảng này không dùng được.",
                                      "This sheet is of no use.",
                                      "Xuất lại.",
                                      "Export again."};
        findings.add(
            damaged,
            {{std::make_shared<const Origin>(Origin{part(parts, 1), part(parts, 2)}), 0, 0}}, {},
            {part(parts, 3), "", part(parts, 4), false});
    }

    // --- as recognise would hand it over ------------------------------------------------------

    static bool is_mark(const std::string& column) {
        return column == "gk" || column == "ck" || column.rfind("tx", 0) == 0;
    }

    SourceTable empty_table(const CaseTable& table, const std::string& dataset,
                            const std::shared_ptr<const Origin>& origin) const {
        static const auto types = load_datasets(ShippedTemplates().folder);
        SourceTable source;
        source.table.dataset = dataset;
        for (const DatasetType& type : types) {
            if (type.id != dataset) continue;
            for (const ColumnType& column : type.columns)
                source.table.columns.push_back(column.name);
        }
        source.system = table.get("system").empty() ? "smas" : table.get("system");
        source.klass = table.get("class");
        source.period = table.get("term");
        source.subject = table.get("subject");
        source.year = table.get("year");
        source.teacher = table.get("teacher");
        std::replace(source.teacher.begin(), source.teacher.end(), '_', ' ');
        source.origin = origin;
        source.title = {origin, 2, 1};
        return source;
    }

    // One row of the dataset: constants, then the cells of the same names.
    static std::vector<Datum>& put_row(SourceTable& source, const CaseTable& table,
                                       std::size_t at) {
        const auto row = static_cast<std::uint32_t>(at + 7);
        std::vector<Datum>& cells = source.table.rows.emplace_back(source.table.columns.size());
        for (Datum& cell : cells) cell.where = {source.origin, row, 0};
        for (const auto& [name, value] : table.attributes) {
            const int column = source.table.find_column(name);
            if (column >= 0) cells[static_cast<std::size_t>(column)].value = value;
        }
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const int column = source.table.find_column(table.columns[i]);
            if (column >= 0) set(cells[static_cast<std::size_t>(column)], source, table, at, i);
        }
        return cells;
    }

    static void set(Datum& cell, const SourceTable& source, const CaseTable& table, std::size_t at,
                    std::size_t i) {
        cell.where = {source.origin, static_cast<std::uint32_t>(at + 7),
                      static_cast<std::uint32_t>(i + 1)};
        const std::string& text = table.rows[at][i];
        if (text.rfind("#", 0) == 0) {
            cell = error_datum(text, cell.where);
            return;
        }
        cell.value = table.rows[at][i].empty() ? Scalar() : Scalar(table.rows[at][i]);
    }

    static void unpivot(SourceTable& source, const CaseTable& table, std::size_t at, std::size_t i,
                        const std::string& key, const std::string& name, const std::string& value) {
        std::vector<Datum>& cells = put_row(source, table, at);
        cells[source.table.column(key)].value = name;
        set(cells[source.table.column(value)], source, table, at, i);
    }

    void give(const CaseTable& table, Recognised& recognised) const {
        const auto origin =
            std::make_shared<const Origin>(Origin{table.get("file"), table.get("sheet")});
        std::map<std::string, SourceTable> made;
        const auto into = [&](const std::string& dataset) -> SourceTable& {
            const auto found = made.find(dataset);
            return found != made.end()
                       ? found->second
                       : made.emplace(dataset, empty_table(table, dataset, origin)).first->second;
        };
        for (std::size_t at = 0; at < table.rows.size(); ++at) {
            if (table.dataset == "mark") {
                give_marks(table, at, into("mark"), into("reported_subject"));
            } else if (table.dataset == "summary") {
                put_row(into("reported_term"), table, at);
                give_subjects(table, at, into("reported_subject"));
            } else if (table.dataset == "attendance") {
                give_days(table, at, into("attendance"));
                give_headings(table, into("attendance"));
                put_row(into("attendance_total"), table, at);
            } else {
                put_row(into(table.dataset), table, at);
            }
        }
        for (auto& [dataset, source] : made) recognised.tables.push_back(std::move(source));
    }

    static void give_marks(const CaseTable& table, std::size_t at, SourceTable& marks,
                           SourceTable& averages) {
        bool averaged = false;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (is_mark(table.columns[i])) {
                unpivot(marks, table, at, i, "column", table.columns[i], "value");
            }
            averaged = averaged || table.columns[i] == "average";
        }
        if (averaged) put_row(averages, table, at);
    }

    static void give_subjects(const CaseTable& table, std::size_t at, SourceTable& averages) {
        static const std::vector<std::string> others{"pupil",   "name",     "birth_date",
                                                     "overall", "learning", "conduct",
                                                     "title",   "absent_p", "absent_k"};
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (std::find(others.begin(), others.end(), table.columns[i]) != others.end()) continue;
            unpivot(averages, table, at, i, "subject", table.columns[i], "average");
        }
    }

    static void give_days(const CaseTable& table, std::size_t at, SourceTable& days) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const std::string& name = table.columns[i];
            if (name.empty() || name[0] < '0' || name[0] > '9' || table.rows[at][i].empty())
                continue;
            unpivot(days, table, at, i, "day", name, "token");
        }
    }

    // "days=1-30": the sheet has a column for each of them, filled or not.
    static void give_headings(const CaseTable& table, SourceTable& days) {
        const std::string range = table.get("days");
        if (range.empty()) return;
        const int last = std::stoi(range.substr(range.find('-') + 1));
        for (int day = std::stoi(range); day <= last; ++day) {
            days.headings[std::to_string(day)] = {days.origin, 5, static_cast<std::uint32_t>(day)};
        }
        days.period = table.get("month");
    }

    std::filesystem::path folder_;
    ShippedTemplates templates_;
    std::vector<CaseTable> tables_;
};

}  // namespace hoso::test
