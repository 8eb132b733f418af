// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validate/desk.h"

namespace hoso {

// The log book's times of entry against quy chế Điều 4.1b, 4.2d.
void check_entry_times(const Desk& desk);
// Lesson plans by Monday 07:00, for every lesson, approved afterwards (Điều 4.1c, 4.4c).
void check_plans(const Desk& desk);
// The register of corrections (Điều 5) against its evidence, the exams, the marks.
void check_corrections(const Desk& desk);

// A correction, or another change of a mark.
struct Change {
    std::string klass, subject, term;
    Date date;
};

// dataset lock: khoa, mo, duyet.
class Locks {
public:
    explicit Locks(const Desk& desk);
    [[nodiscard]] bool known() const { return !entries_.empty(); }
    // The lock that the change comes after, without an unlock on that day; a change on the day of
    // the lock itself may have come before it.
    [[nodiscard]] std::optional<Instant> locked(const Change& change) const;
    [[nodiscard]] bool unlocked(const Change& change) const;
    // The last approval of the class's results, if it is older than the change.
    [[nodiscard]] std::optional<std::pair<Instant, Location>> outdated_approval(
        const Change& change) const;

private:
    struct Entry {
        Instant time;
        std::string action, klass, subject, term;  // empty: all
        std::optional<Instant> until;
        Location where;
        std::string book;  // "Toán lớp 6A"

        [[nodiscard]] bool covers(const Change& change) const;
    };
    void read(const Desk& desk, const Table& table, std::size_t row);
    void tell_left_open(const Desk& desk) const;
    std::vector<Entry> entries_;  // in time order
};

// The time in a cell; nullopt: blank, or not understood, which is told.
std::optional<Instant> time_in_cell(const Desk& desk, const Datum& cell, const char* table,
                                    const char* column, const Scope& scope);

// Everything above.
void check_duties(const Desk& desk);

}  // namespace hoso
