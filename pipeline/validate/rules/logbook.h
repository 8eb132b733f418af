// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vocabulary/finding.h"

// The log book (quy chế Điều 4.1b, 4.2d; forms: sổ ghi đầu bài). Part of the room's rule table, see
// validate/rules.h.
namespace hoso::flaw {

inline constexpr Rule lesson_unfilled{
    "validate/lesson-unfilled",
    Severity::Error,
    "subject-teacher",
    "Sổ ghi đầu bài lớp {class}, tuần {week}, {lesson}: còn trống {columns}.",
    "Log book of class {class}, week {week}, {lesson_en}: blank {columns}.",
    "{teacher} ghi bổ sung vào sổ ghi đầu bài rồi xuất lại (quy chế Điều 4.1b: ngay sau mỗi tiết "
    "dạy).",
    "{teacher} completes the log book and it is exported again (regulation, Điều 4.1b: right after "
    "each lesson)."};

inline constexpr Rule log_row_unfilled{
    "validate/log-row-unfilled",
    Severity::Error,
    "homeroom",
    "Sổ ghi đầu bài lớp {class}, tuần {week}, {lesson}: còn trống {columns}.",
    "Log book of class {class}, week {week}, {lesson_en}: blank {columns}.",
    "{teacher} ghi đủ cả tuần trước sáng thứ Hai (quy chế Điều 4.2d); ghi bổ sung rồi xuất lại.",
    "{teacher} fills these for the whole week before Monday (regulation, Điều 4.2d); complete it "
    "and "
    "export again."};

inline constexpr Rule signature_of_other{
    "validate/signature-of-other",
    Severity::Warning,
    "subject-teacher",
    "Sổ ghi đầu bài lớp {class}, tuần {week}, {lesson}: ô ký ghi \"{value}\", nhưng phân công là "
    "{expected}.",
    "Log book of class {class}, week {week}, {lesson_en}: signed \"{value}\", but the assignment "
    "says {expected}.",
    "Dạy thay thì ghi vào mục \"Dạy thay, dạy bù\" cuối tuần; ký nhầm thì người dạy tiết đó viết "
    "lại "
    "TÊN (quy chế Điều 4.1b).",
    "A substitute is named at the foot of the week; else whoever gave the lesson writes his name "
    "again (regulation, Điều 4.1b)."};

inline constexpr Rule signed_in_full{
    "validate/signed-in-full",
    Severity::Warning,
    "subject-teacher",
    "Sổ ghi đầu bài lớp {class}, tuần {week}, {lesson}: ô ký ghi \"{value}\"; quy chế chỉ yêu cầu "
    "viết TÊN ({expected}).",
    "Log book of class {class}, week {week}, {lesson_en}: signed \"{value}\"; the regulation wants "
    "the given name only ({expected}).",
    "Viết lại TÊN vào ô ký rồi xuất lại (quy chế Điều 4.1b, 4.2d).",
    "Write the given name there and export again (regulation, Điều 4.1b, 4.2d)."};

inline constexpr Rule lesson_on_wrong_day{
    "validate/lesson-on-wrong-day",
    Severity::Error,
    "homeroom",
    "Sổ ghi đầu bài lớp {class}, tuần {week}: {count} tiết ghi ở \"{value}\", {why}.",
    "Log book of class {class}, week {week}: {count} lessons stand at \"{value}\", {why_en}.",
    "Sửa lại cột 1 hoặc chuyển các tiết sang đúng ngày rồi xuất lại; dạy bù thì ghi vào mục \"Dạy "
    "thay, dạy bù\" cuối tuần.",
    "Mend column 1 or move the lessons to the right day and export again; lessons given in place "
    "of "
    "others are named at the foot of the week."};

inline constexpr Rule log_week_missing{
    "validate/log-week-missing",
    Severity::Error,
    "homeroom",
    "Sổ ghi đầu bài lớp {class}, {period}: thiếu {weeks}.",
    "Log book of class {class}, {period}: {weeks_en} missing.",
    "Xuất đủ các tuần của sổ ghi đầu bài; tuần nghỉ thì khai ngày nghỉ trong hoso.toml hoặc lịch "
    "năm "
    "học.",
    "Export all weeks of the log book; a week off is declared in hoso.toml or the calendar."};

inline constexpr Rule log_day_missing{
    "validate/log-day-missing",
    Severity::Error,
    "homeroom",
    "Sổ ghi đầu bài lớp {class}, tuần {week}: không có dòng nào của {days}.",
    "Log book of class {class}, week {week}: no row at all for {days}.",
    "Ghi các tiết của ngày đó, hoặc một dòng nêu lí do nghỉ có chữ ký của giáo viên chủ nhiệm, rồi "
    "xuất lại.",
    "Enter the day's lessons, or one row with the reason of the day off, signed by the class "
    "teacher, "
    "and export again."};

inline constexpr Rule lesson_not_in_log{
    "validate/lesson-not-in-log",
    Severity::Warning,
    "homeroom",
    "Sổ ghi đầu bài lớp {class}, tuần {week}: thời khóa biểu có mà sổ không có {lessons}.",
    "Log book of class {class}, week {week}: the timetable has, but the book has not: {lessons}.",
    "Ghi bổ sung tiết bị thiếu; giáo viên nghỉ thì ghi \"Giáo viên nghỉ\".",
    "Enter the lesson; a free period is entered as \"Giáo viên nghỉ\"."};

inline constexpr Rule plan_numbers_uneven{
    "validate/plan-numbers-uneven",
    Severity::Warning,
    "subject-teacher",
    "Sổ ghi đầu bài lớp {class}, môn {subject}: tiết PPCT {what}.",
    "Log book of class {class}, {subject}: lesson numbers {what_en}.",
    "Đối chiếu với kế hoạch giáo dục (Phụ lục III) và lịch báo giảng, sửa cột 4 rồi xuất lại.",
    "Compare with the teacher's plan (Phụ lục III), mend column 4 and export again."};

inline constexpr Rule week_not_closed{
    "validate/week-not-closed",
    Severity::Error,
    "homeroom",
    "Sổ ghi đầu bài lớp {class}, tuần {week}: cuối tuần thiếu {what}.",
    "Log book of class {class}, week {week}: at the foot of the week {what_en} missing.",
    "{teacher} ghi nhận xét và viết TÊN trong chiều thứ Bảy (quy chế Điều 4.2d); ghi bổ sung rồi "
    "xuất lại.",
    "{teacher} writes the remark and the name on Saturday (regulation, Điều 4.2d); complete it and "
    "export again."};

inline constexpr Rule week_total_differs{
    "validate/week-total-differs",
    Severity::Warning,
    "homeroom",
    "Sổ ghi đầu bài lớp {class}, tuần {week}: tổng kết tuần ghi {column} là {value}, nhưng "
    "{source} "
    "có {expected}.",
    "Log book of class {class}, week {week}: the foot says {column} {value}, but {source_en} give "
    "{expected}.",
    "Đếm lại, sửa dòng tổng kết tuần rồi xuất lại.",
    "Count again, mend the foot of the week and export again."};

inline constexpr Rule week_not_inspected{
    "validate/week-not-inspected",
    Severity::Warning,
    "principal",
    "Sổ ghi đầu bài lớp {class}, {period}: tuần {weeks} chưa có kiểm tra của Hiệu trưởng hoặc Phó "
    "Hiệu trưởng.",
    "Log book of class {class}, {period}: weeks {weeks} were not inspected by the principal or the "
    "vice principal.",
    "Kiểm tra, ghi ngày, nhận xét và ký ở cuối tuần (quy chế Điều 4.4c).",
    "Inspect them, with date, remark and signature at the foot of the week (regulation, Điều "
    "4.4c)."};

inline constexpr Rule inspected_too_early{
    "validate/inspected-too-early",
    Severity::Warning,
    "principal",
    "Sổ ghi đầu bài lớp {class}, tuần {week}: ghi kiểm tra ngày {value}, khi tuần chưa hết (đến "
    "ngày "
    "{expected}).",
    "Log book of class {class}, week {week}: inspected on {value}, before the week ended on "
    "{expected}.",
    "Xem lại ngày kiểm tra; kiểm tra lại sau khi giáo viên đã ghi đủ.",
    "Look at the date; inspect again after all entries are there."};

inline constexpr Rule absent_in_log_only{
    "validate/absent-in-log-only",
    Severity::Warning,
    "homeroom",
    "Lớp {class}, ngày {date}: sổ ghi đầu bài ghi em {name} vắng cả {count} tiết, nhưng bảng điểm "
    "danh không ghi nghỉ.",
    "Class {class}, {date}: the log book has {name} absent in all {count} lessons, the attendance "
    "sheet does not.",
    "Hỏi giáo viên các tiết đó rồi sửa điểm danh trên SMAS hoặc sổ ghi đầu bài, xuất lại.",
    "Ask the teachers, mend the attendance in SMAS or the log book, and export again."};

inline constexpr Rule absent_in_sheet_only{
    "validate/absent-in-sheet-only",
    Severity::Warning,
    "homeroom",
    "Lớp {class}, ngày {date}: điểm danh ghi em {name} nghỉ ({value}), nhưng sổ ghi đầu bài không "
    "ghi "
    "em vắng tiết nào.",
    "Class {class}, {date}: the attendance sheet has {name} absent ({value}), but no lesson of the "
    "log book does.",
    "Hỏi giáo viên các tiết đó rồi sửa điểm danh trên SMAS hoặc cột 5 sổ ghi đầu bài, xuất lại.",
    "Ask the teachers, mend the attendance in SMAS or column 5 of the log book, and export again."};

}  // namespace hoso::flaw
