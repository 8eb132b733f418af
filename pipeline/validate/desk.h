// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "validate/people/roll.h"
#include "vocabulary/clock.h"

namespace hoso {

// What the duties of the regulation are checked with: everything that has been read and merged.
struct Desk {
    const Setting& setting;
    const Roll& roll;
    const Tables& tables;
    const Faults& faults;
    Findings& findings;

    // nullptr: no such rows.
    [[nodiscard]] const Table* rows_of(const std::string& dataset) const;
    [[nodiscard]] std::string homeroom(const std::string& klass) const;
    // Says once that a check was impossible, and for want of what.
    void not_checked(const std::string& who, const std::string& what, const std::string& what_en,
                     const std::string& missing, const std::string& missing_en) const;
};

// A week of lessons of the school.
struct SchoolWeek {
    int number = 0;
    Date from, to;
};
// "Tuần học" rows of the calendar, else Monday to Saturday through the terms; a week of days off
// only has no number (forms-and-practice 4: weeks are numbered by teaching).
std::vector<SchoolWeek> school_weeks(const Desk& desk);
// No day: the whole week is off.
Date first_school_day(const Setting& setting, const SchoolWeek& week);
Date last_school_day(const Setting& setting, const SchoolWeek& week);

// What the timetables say: lessons of each weekday (1 Monday …) from a day on, mornings only where
// a session is written.
class Timetables {
public:
    explicit Timetables(const Desk& desk);
    [[nodiscard]] bool knows(const std::string& klass) const { return plans_.count(klass) != 0; }
    // period → subject as written
    [[nodiscard]] std::map<int, std::string> lessons_on(const std::string& klass, Date day) const;

private:
    struct Plan {
        Date since;
        std::map<int, std::map<int, std::string>> lessons;
    };
    std::map<std::string, std::vector<Plan>> plans_;
};

// Who teaches what, by the assignment of teachers.
class Teachers {
public:
    struct Person {
        std::string name, sign;
    };
    explicit Teachers(const Desk& desk);
    // No day: at any time.
    [[nodiscard]] std::vector<Person> of(const std::string& klass, const std::string& subject,
                                         Date day) const;

private:
    struct Assigned {
        Person person;
        Date from, to;
    };
    std::map<std::pair<std::string, std::string>, std::vector<Assigned>> assigned_;
};

Date date_in_cell(const Datum& cell);  // no day: it holds none
std::string joined(const std::vector<std::string>& words);

// "04/10/2021 06:41:12", "2021-10-04T06:41:12+07:00"; without a zone it is the school's.
std::optional<Instant> moment(const std::string& text);
Instant at(Date day, int minutes);
Date day_of(Instant instant);
// "07:00:01 ngày 04/10/2021"
std::string moment_words(Instant instant);

}  // namespace hoso
