// SPDX-License-Identifier: Apache-2.0
#include "assess/sources.h"

#include <algorithm>
#include <charconv>

namespace hoso {

namespace {

const Table& table_of(const Tables& tables, const char* dataset) {
    static const Table none;
    const auto found = tables.find(dataset);
    return found == tables.end() ? none : found->second;
}

std::string joined(std::initializer_list<std::string_view> parts) {
    std::string key;
    for (const std::string_view part : parts) {
        if (!key.empty()) key += '|';
        key += part;
    }
    return key;
}

std::int64_t count_of(const Datum* cell) {
    const auto* number = cell ? std::get_if<std::int64_t>(&cell->value) : nullptr;
    return number ? *number : 0;
}

}  // namespace

RowIndex::RowIndex(const Table& table, const std::vector<std::string>& columns) : table_(&table) {
    if (table.rows.empty()) return;
    std::vector<std::size_t> positions;
    for (const std::string& column : columns) positions.push_back(table.column(column));
    rows_.reserve(table.rows.size());
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        std::string key;
        for (const std::size_t position : positions) {
            if (!key.empty()) key += '|';
            key += plain_text(table.rows[row][position].value);
        }
        rows_[std::move(key)].push_back(row);
    }
}

const std::vector<std::size_t>& RowIndex::rows(std::initializer_list<std::string_view> key) const {
    static const std::vector<std::size_t> none;
    const auto found = rows_.find(joined(key));
    return found == rows_.end() ? none : found->second;
}

const Datum* RowIndex::cell(std::initializer_list<std::string_view> key,
                            std::string_view column) const {
    const auto& found = rows(key);
    if (found.empty()) return nullptr;
    const Datum& datum = table_->at(found.front(), column);
    return datum.empty() ? nullptr : &datum;
}

Sources::Sources(const Tables& tables)
    : marks(table_of(tables, "mark"), {"pupil", "subject", "term"}),
      subject_reports(table_of(tables, "reported_subject"), {"pupil", "subject", "term"}),
      term_reports(table_of(tables, "reported_term"), {"pupil", "term"}),
      conduct(table_of(tables, "conduct"), {"pupil", "term"}) {
    read_class_list(table_of(tables, "class_list"));
    for (Decision& decision : read_decisions(table_of(tables, "decision"))) {
        decisions_[decision.pupil].push_back(std::move(decision));
    }
    read_taught(table_of(tables, "mark"), true);
    read_taught(table_of(tables, "reported_subject"), false);
    read_attendance(tables);
    read_transfers(table_of(tables, "transfer_in"));
}

void Sources::read_taught(const Table& table, bool component_marks) {
    if (table.rows.empty()) return;
    const std::size_t klass = table.column("class"), subject = table.column("subject");
    const std::size_t term = table.column("term");
    std::string last;
    for (const auto& row : table.rows) {
        const std::string of_class = plain_text(row[klass].value);
        const std::string of_subject = plain_text(row[subject].value);
        std::string sheet = joined({of_class, of_subject, plain_text(row[term].value)});
        if (sheet == last) continue;  // rows of one sheet stand together
        taught_.insert(joined({of_class, of_subject}));
        if (component_marks) taught_.insert(sheet);
        last = std::move(sheet);
    }
}

void Sources::read_class_list(const Table& list) {
    std::unordered_map<std::string, std::size_t> known;
    for (std::size_t row = 0; row < list.rows.size(); ++row) {
        const std::string pupil = list.text(row, "pupil");
        const auto [at, fresh] = known.try_emplace(pupil, pupils.size());
        if (fresh) pupils.push_back({pupil, list.text(row, "name"), "", {}, {}, false});
        Enrolment& enrolment = pupils[at->second];
        const std::string klass = list.text(row, "class");
        const std::string term = list.text(row, "term");
        const bool left = list.text(row, "left") == "true";
        // Who changed class stands in two lists; the one he did not leave is his.
        if (!left || enrolment.class_of.count(term) == 0) enrolment.class_of[term] = klass;
        if (!left) enrolment.staying.insert(term);
        enrolment.inclusive = enrolment.inclusive || !list.text(row, "disability").empty();
    }
    for (Enrolment& enrolment : pupils) {
        for (const std::string_view term : result_terms) {
            const auto found = enrolment.class_of.find(std::string(term));
            if (found != enrolment.class_of.end()) enrolment.klass = found->second;
        }
    }
}

void Sources::read_attendance(const Tables& tables) {
    const Table& months = table_of(tables, "month");
    for (std::size_t row = 0; row < months.rows.size(); ++row) {
        months_[months.text(row, "term")].push_back(months.text(row, "month"));
    }
    for (const char* dataset : {"attendance", "attendance_total"}) {
        const Table& sheet = table_of(tables, dataset);
        std::string last;
        for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
            std::string id = joined({sheet.text(row, "class"), sheet.text(row, "month")});
            if (id == last) continue;
            sheets_.insert(id);
            last = std::move(id);
        }
    }
    const Table& days = table_of(tables, "attendance");
    for (std::size_t row = 0; row < days.rows.size(); ++row) {
        const std::string token = days.text(row, "token");
        if (token != "P" && token != "K") continue;
        const std::string term = days.text(row, "term");
        if (term.empty()) continue;
        Absences& sum = days_[joined({days.text(row, "pupil"), term})];
        (token == "P" ? sum.with_leave : sum.without) += 1;
        sum.inputs.push_back(days.at(row, "token").where);
    }
}

void Sources::read_transfers(const Table& transfers) {
    for (std::size_t row = 0; row < transfers.rows.size(); ++row) {
        const std::string text = transfers.text(row, "absences");  // "2/0" = P/K
        const auto slash = text.find('/');
        if (slash == std::string::npos) continue;
        Absences sum;
        std::from_chars(text.data(), text.data() + slash, sum.with_leave);
        std::from_chars(text.data() + slash + 1, text.data() + text.size(), sum.without);
        sum.inputs.push_back(transfers.at(row, "absences").where);
        earlier_[transfers.text(row, "pupil")] = std::move(sum);
    }
}

const std::vector<Decision>& Sources::decisions(const std::string& pupil) const {
    static const std::vector<Decision> none;
    const auto found = decisions_.find(pupil);
    return found == decisions_.end() ? none : found->second;
}

bool Sources::has_marks(const std::string& klass, const std::string& subject,
                        std::string_view term) const {
    return taught_.count(joined({klass, subject, term})) != 0;
}

bool Sources::has_subject(const std::string& klass, const std::string& subject) const {
    return taught_.count(joined({klass, subject})) != 0;
}

bool Sources::days_complete(const Enrolment& pupil, std::string_view term) const {
    const auto klass = pupil.class_of.find(std::string(term));
    const auto months = months_.find(std::string(term));
    if (klass == pupil.class_of.end() || months == months_.end()) return false;
    return std::all_of(months->second.begin(), months->second.end(), [&](const std::string& month) {
        return sheets_.count(joined({klass->second, month})) != 0;
    });
}

std::optional<Absences> Sources::absences(const Enrolment& pupil, std::string_view term) const {
    if (days_complete(pupil, term)) {
        const auto found = days_.find(joined({pupil.pupil, term}));
        return found == days_.end() ? Absences{} : found->second;
    }
    const Datum* with_leave = term_reports.cell({pupil.pupil, term}, "absent_p");
    const Datum* without = term_reports.cell({pupil.pupil, term}, "absent_k");
    // One blank beside a number is no zero; that the sum is missing, validate says.
    if (!with_leave || !without) return std::nullopt;
    Absences sum{count_of(with_leave), count_of(without), true, {}};
    for (const Datum* cell : {with_leave, without}) {
        if (cell) sum.inputs.push_back(cell->where);
    }
    return sum;
}

Absences Sources::earlier_absences(const std::string& pupil) const {
    const auto found = earlier_.find(pupil);
    return found == earlier_.end() ? Absences{} : found->second;
}

}  // namespace hoso
