// SPDX-License-Identifier: Apache-2.0
#include "validate/tables/merge.h"

#include <algorithm>
#include <iterator>

#include "assess/formula.h"
#include "validate/rules.h"

namespace hoso {

namespace {

std::string key_of(const Table& table, std::size_t row,
                   std::initializer_list<std::size_t> columns) {
    std::string key;
    for (const std::size_t column : columns) {
        key += plain_text(table.rows[row][column].value);
        key += '|';
    }
    return key;
}

std::string spoken(const Datum& datum) {
    const auto* mark = std::get_if<Tenths>(&datum.value);
    return mark ? spoken_mark(*mark) : plain_text(datum.value);
}

std::string sheet_identity(const TypedSheet& sheet) {
    return (sheet.klass ? sheet.klass->name : "") + "|" +
           (sheet.subject ? sheet.subject->code : "") + "|" + sheet.term;
}

void move_rows(Table& from, Table& to) {
    to.rows.insert(to.rows.end(), std::make_move_iterator(from.rows.begin()),
                   std::make_move_iterator(from.rows.end()));
    from.rows.clear();
}

// Marks are many and hardly ever exported twice: rows are compared only where two sheets claim the
// same class, subject and term, or where a sheet does not say.
class Marks {
public:
    Marks(const Setting& setting, const std::vector<TypedSheet>& sheets, Findings& findings)
        : setting_(setting), findings_(findings) {
        for (const TypedSheet& sheet : sheets) {
            if (sheet.table.dataset == "mark") ++claims_[sheet_identity(sheet)];
        }
    }

    void add(TypedSheet& sheet, Table& merged) {
        const bool alone = sheet.klass && sheet.subject && !sheet.term.empty() &&
                           claims_[sheet_identity(sheet)] == 1;
        Table& table = sheet.table;
        if (alone) return move_rows(table, merged);
        const std::size_t value = table.column("value");
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            const std::string key = key_of(table, row,
                                           {table.column("pupil"), table.column("subject"),
                                            table.column("term"), table.column("column")});
            const auto [known, fresh] = rows_.try_emplace(key, merged.rows.size());
            if (fresh) {
                merged.rows.push_back(table.rows[row]);
                continue;
            }
            Datum& first = merged.rows[known->second][value];
            const Datum& second = table.rows[row][value];
            if (second.empty() || first.value == second.value) continue;
            if (first.empty()) {
                first = second;
            } else {
                differ(table, row, first, second);
            }
        }
    }

private:
    void differ(const Table& table, std::size_t row, const Datum& first, const Datum& second) {
        const ClassSetting* klass = setting_.klass(table.text(row, "class"));
        const Subject* subject =
            klass ? klass->subjects->find(table.text(row, "subject")) : nullptr;
        const std::string term = table.text(row, "term");
        findings_.add(flaw::marks_differ, {second.where, first.where},
                      {{"class", table.text(row, "class")},
                       {"subject", subject ? subject->name : table.text(row, "subject")},
                       {"period", period_short(term)},
                       {"name", table.text(row, "name")},
                       {"column", column_words(table.text(row, "column"))},
                       {"value", spoken(second)},
                       {"other", spoken(first)}},
                      {table.text(row, "class"), table.text(row, "pupil"), term, false});
    }

    const Setting& setting_;
    Findings& findings_;
    std::unordered_map<std::string, int> claims_;
    std::unordered_map<std::string, std::size_t> rows_;
};

// Rows of the same key become one; a blank cell takes what a later row says.
class Joined {
public:
    // `told`: columns in which two files must agree, where no later check compares them.
    Joined(const Setting& setting, Findings& findings, std::initializer_list<const char*> key,
           std::vector<std::string> told)
        : setting_(setting), findings_(findings), key_(key), told_(std::move(told)) {}

    void add(const Table& table, Table& merged) {
        std::vector<std::size_t> columns;
        for (const char* name : key_) columns.push_back(table.column(name));
        for (const auto& row : table.rows) {
            std::string key;
            for (const std::size_t column : columns) key += plain_text(row[column].value) + "|";
            const auto [known, fresh] = rows_.try_emplace(std::move(key), merged.rows.size());
            if (fresh) {
                merged.rows.push_back(row);
                continue;
            }
            std::vector<Datum>& first = merged.rows[known->second];
            for (std::size_t i = 0; i < first.size(); ++i) {
                if (first[i].empty() && !row[i].empty()) {
                    first[i] = row[i];
                } else if (!row[i].empty() && first[i].value != row[i].value) {
                    differ(table, row, i, first[i]);
                }
            }
        }
    }

private:
    void differ(const Table& table, const std::vector<Datum>& row, std::size_t column,
                const Datum& first) {
        const std::string& name = table.columns[column];
        if (std::find(told_.begin(), told_.end(), name) == told_.end()) return;
        const auto text = [&](const char* each) {
            const int at = table.find_column(each);
            return at < 0 ? std::string() : plain_text(row[static_cast<std::size_t>(at)].value);
        };
        const ClassSetting* klass = setting_.klass(text("class"));
        const Subject* subject = klass ? klass->subjects->find(text("subject")) : nullptr;
        findings_.add(flaw::files_differ, {row[column].where, first.where},
                      {{"class", text("class")},
                       {"period", period_short(text("term"))},
                       {"name", text("name")},
                       {"column", words_of(name) + (subject ? " môn " + subject->name : "")},
                       {"value", plain_text(row[column].value)},
                       {"other", plain_text(first.value)}},
                      {text("class"), text("pupil"), text("term"), false});
    }
    static std::string words_of(const std::string& column) {
        return column == "remark"     ? "nhận xét"
               : column == "absent_p" ? "số buổi nghỉ có phép"
                                      : "số buổi nghỉ không phép";
    }

    const Setting& setting_;
    Findings& findings_;
    std::vector<const char*> key_;
    std::vector<std::string> told_;
    std::unordered_map<std::string, std::size_t> rows_;
};

}  // namespace

Tables merge(const Setting& setting, std::vector<TypedSheet>& sheets, Findings& findings) {
    Tables tables;
    Marks marks(setting, sheets, findings);
    Joined subjects(setting, findings, {"pupil", "subject", "term"}, {"remark"});
    const bool counted = std::any_of(sheets.begin(), sheets.end(), [](const TypedSheet& sheet) {
        return sheet.table.dataset == "attendance" && !sheet.table.rows.empty();
    });
    // Where days are counted, each report is compared with them.
    Joined terms(
        setting, findings, {"pupil", "term"},
        counted ? std::vector<std::string>() : std::vector<std::string>{"absent_p", "absent_k"});
    Joined conduct(setting, findings, {"pupil", "term"}, {"remark"});
    for (TypedSheet& sheet : sheets) {
        const std::string& dataset = sheet.table.dataset;
        Table& merged = tables[dataset];
        merged.dataset = dataset;
        merged.columns = sheet.table.columns;
        if (dataset == "mark") {
            marks.add(sheet, merged);
        } else if (dataset == "reported_subject") {
            subjects.add(sheet.table, merged);
        } else if (dataset == "reported_term") {
            terms.add(sheet.table, merged);
        } else if (dataset == "conduct") {
            conduct.add(sheet.table, merged);
        } else {
            move_rows(sheet.table, merged);
        }
    }
    return tables;
}

}  // namespace hoso
