// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "validate/desk.h"

namespace hoso {

// A row of the log book that is a lesson.
struct Lesson {
    std::size_t row = 0;
    const ClassSetting* klass = nullptr;
    std::string term;
    int week = 0, period = 0;
    std::string session, day;  // as written: "Thứ 2 04/10"
    Date date;                 // no day: cannot be told
    int weekday = 0;           // as written: 1 Monday … 7 Sunday; 0: not written
    std::string subject_name;
    const Subject* subject = nullptr;  // nullptr: "Chào cờ", "Sinh hoạt lớp" …

    [[nodiscard]] bool class_meeting() const;
    [[nodiscard]] Scope scope() const { return {klass->name, "", term, false, "logbook"}; }
};

// A week of a class: what stands in the book, and the foot of it.
struct LogWeek {
    const ClassSetting* klass = nullptr;
    std::string term;
    int number = 0;
    Date from, to;
    std::vector<Lesson> lessons;  // in the order of the book
    std::vector<Date> days_off;   // rows without a lesson
    std::vector<Location> days_off_at;
    Location where;                   // the first row
    std::optional<std::size_t> foot;  // row of logbook_week
};

// All weeks, by class, term and number.
std::vector<LogWeek> read_log_weeks(const Desk& desk);

// "Thứ 2 04/10, tiết 3 (Toán)"
std::string lesson_words(const Lesson& lesson);
std::string lesson_words_en(const Lesson& lesson);
std::string weekday_words(int weekday);  // 1 → "Thứ 2", 7 → "Chủ nhật"

// Columns that ought to be filled, signatures, days, the numbers of the lessons (quy chế Điều 4.1b,
// 4.2d).
void check_lessons(const Desk& desk, const std::vector<LogWeek>& weeks);
// Weeks, days and lessons that are not there.
void check_log_complete(const Desk& desk, const std::vector<LogWeek>& weeks);
// The foot of each week: remark, name, totals, inspection.
void check_log_feet(const Desk& desk, const std::vector<LogWeek>& weeks);
// Who is absent in the book and in the attendance sheets.
void check_log_absences(const Desk& desk, const std::vector<LogWeek>& weeks);
// How a name stands in a signature cell.
enum class Signature { Right, InFull, Other };
// `people`: full names of whom it may be; `signs`: how the assignment says they sign.
Signature read_signature(const std::string& text, const std::vector<std::string>& people,
                         const std::vector<std::string>& signs = {});
std::string given_name(const std::string& full_name);

// Everything above.
void check_logbook(const Desk& desk);

}  // namespace hoso
