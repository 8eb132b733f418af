// SPDX-License-Identifier: Apache-2.0
//
// Quy chế Điều 4.3b: the principal decides when the book of marks is locked and unlocked.
#include <algorithm>

#include "validate/duties/duties.h"
#include "validate/rules.h"
#include "vocabulary/text.h"

namespace hoso {

namespace {

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

// "Kết thúc HKI" → HK1; "" if no term is named.
std::string term_named(const std::string& reason) {
    const std::string key = squeezed(reason);
    for (const std::string_view second :
         {"hkii", "hk2", "hockyii", "hocky2", "hockiii", "hocki2"}) {
        if (contains(key, second)) return "HK2";
    }
    for (const std::string_view first : {"hki", "hk1", "hockyi", "hocky1", "hockii", "hocki1"}) {
        if (contains(key, first)) return "HK1";
    }
    return "";
}

}  // namespace

std::optional<Instant> time_in_cell(const Desk& desk, const Datum& cell, const char* table,
                                    const char* column, const Scope& scope) {
    const std::string text = plain_text(cell.value);
    if (text.empty()) return std::nullopt;
    const auto time = moment(text);
    if (!time) {
        desk.findings.add(flaw::bad_time, {cell.where},
                          {{"table", table}, {"column", column}, {"value", text}}, scope);
    }
    return time;
}

bool Locks::Entry::covers(const Change& change) const {
    return (klass.empty() || klass == change.klass) &&
           (subject.empty() || subject == change.subject) && (term.empty() || term == change.term);
}

Locks::Locks(const Desk& desk) {
    const Table* table = desk.rows_of("lock");
    if (!table) return;
    for (std::size_t row = 0; row < table->rows.size(); ++row) read(desk, *table, row);
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](const Entry& a, const Entry& b) { return a.time < b.time; });
    tell_left_open(desk);
}

void Locks::read(const Desk& desk, const Table& table, std::size_t row) {
    const Scope nothing{"", "", "", true};
    const auto time =
        time_in_cell(desk, table.at(row, "time"), "Nhật ký khóa sổ", "thời điểm", nothing);
    const auto until =
        time_in_cell(desk, table.at(row, "until"), "Nhật ký khóa sổ", "đến", nothing);
    if (!time) return;
    Entry entry{*time, table.text(row, "action"),   {}, {}, {},
                until, table.at(row, "time").where, {}};
    const std::string klass = table.text(row, "class_name"),
                      subject = table.text(row, "subject_name");
    const ClassSetting* of = desk.setting.klass(klass);
    if (klass != "*") entry.klass = of ? of->name : klass;
    if (!subject.empty() && subject != "*") {
        const Subject* known = of ? desk.setting.subject(*of, subject) : nullptr;
        for (const ClassSetting& each : desk.setting.classes()) {
            if (!known && !of) known = desk.setting.subject(each, subject);
        }
        entry.subject = known ? known->code : subject;
    }
    entry.term = term_named(table.text(row, "reason"));
    if (entry.term.empty() && entry.action == "khoa" && entry.klass.empty()) {
        const Period* term = desk.setting.term_of(day_of(*time));
        if (term) entry.term = term->id;
    }
    entry.book = (entry.subject.empty() ? "điểm" : subject) +
                 (entry.klass.empty() ? " toàn trường" : " lớp " + entry.klass);
    entries_.push_back(std::move(entry));
}

void Locks::tell_left_open(const Desk& desk) const {
    for (auto entry = entries_.begin(); entry != entries_.end(); ++entry) {
        if (entry->action != "mo" || entry->until) continue;
        const Change book{entry->klass, entry->subject, entry->term, {}};
        const bool again = std::any_of(entry, entries_.end(), [&](const Entry& later) {
            return later.action == "khoa" && (later.klass.empty() || later.klass == book.klass) &&
                   (later.subject.empty() || later.subject == book.subject);
        });
        if (again) continue;
        desk.findings.add(flaw::unlock_left_open, {entry->where},
                          {{"book", entry->book}, {"value", moment_words(entry->time)}},
                          {"", "", "", true});
    }
}

std::optional<Instant> Locks::locked(const Change& change) const {
    std::optional<Instant> lock;
    for (const Entry& entry : entries_) {
        if (entry.action == "khoa" && entry.covers(change) && day_of(entry.time) < change.date &&
            !lock) {
            lock = entry.time;
        }
    }
    return lock && !unlocked(change) ? lock : std::nullopt;
}

bool Locks::unlocked(const Change& change) const {
    return std::any_of(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        if (entry.action != "mo" || !entry.covers(change)) return false;
        if (change.date < day_of(entry.time)) return false;
        if (entry.until) return !(day_of(*entry.until) < change.date);
        // Until it is locked again.
        return std::none_of(entries_.begin(), entries_.end(), [&](const Entry& later) {
            return later.action == "khoa" && entry.time < later.time && later.covers(change) &&
                   day_of(later.time) < change.date;
        });
    });
}

std::optional<std::pair<Instant, Location>> Locks::outdated_approval(const Change& change) const {
    std::optional<std::pair<Instant, Location>> last;
    for (const Entry& entry : entries_) {
        if (entry.action == "duyet" && entry.covers(change)) last = {entry.time, entry.where};
    }
    return last && day_of(last->first) < change.date ? last : std::nullopt;
}

}  // namespace hoso
