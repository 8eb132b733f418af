// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vocabulary/finding.h"

// Times, plans, corrections, locks (quy chế Điều 4, 5). Part of the room's rule table, see
// validate/rules.h.
namespace hoso::flaw {

inline constexpr Rule bad_time{
    "validate/bad-time",
    Severity::Warning,
    "secretary",
    "{table}: {column} \"{value}\" không phải là thời điểm dạng 04/10/2021 07:00:00.",
    "{table}: {column} \"{value}\" is not a time such as 04/10/2021 07:00:00.",
    "Xuất lại nhật ký từ phần mềm; không sửa trong tệp đã xuất.",
    "Export the log again; do not edit the exported file."};

// What was late cannot be mended any more: told, and nothing is held back for it.
inline constexpr Rule log_row_late{
    "validate/log-row-late",
    Severity::Warning,
    "homeroom",
    "Sổ ghi đầu bài lớp {class}, tuần {week}: {count} ô cột 1, cột 3 nhập sau hạn {deadline}; muộn "
    "nhất {cell}, lúc {value} ({person}).",
    "Log book of class {class}, week {week}: {count} cells of columns 1 and 3 entered after "
    "{deadline}; the last one {cell}, at {value} ({person}).",
    "Quy chế Điều 4.2d: nhập đủ cột 1, cột 3 của cả tuần trước sáng thứ Hai.",
    "Regulation, Điều 4.2d: columns 1 and 3 of the whole week are due before Monday."};

inline constexpr Rule lesson_late{
    "validate/lesson-late",
    Severity::Warning,
    "subject-teacher",
    "Sổ ghi đầu bài lớp {class}, tuần {week}: {count} ô nhập sau hạn {deadline}; muộn nhất {cell}, "
    "lúc "
    "{value} ({person}).",
    "Log book of class {class}, week {week}: {count} cells entered after {deadline}; the last one "
    "{cell}, at {value} ({person}).",
    "Quy chế Điều 4.1b: ghi sổ đầu bài ngay sau mỗi tiết dạy.",
    "Regulation, Điều 4.1b: the log book is filled right after each lesson."};

inline constexpr Rule week_closed_late{
    "validate/week-closed-late",
    Severity::Warning,
    "homeroom",
    "Sổ ghi đầu bài lớp {class}, tuần {week}: nhận xét, TÊN cuối tuần ghi sau hạn {deadline}, lúc "
    "{value} ({person}).",
    "Log book of class {class}, week {week}: the foot of the week was filled after {deadline}, at "
    "{value} ({person}).",
    "Quy chế Điều 4.2d: ghi nhận xét và TÊN trong chiều thứ Bảy hằng tuần.",
    "Regulation, Điều 4.2d: remark and name on Saturday."};

inline constexpr Rule plan_late{
    "validate/plan-late",
    Severity::Warning,
    "subject-teacher",
    "{teacher}, tuần {week}: {count} tệp tải lên sau hạn {deadline}; muộn nhất \"{file}\", lúc "
    "{value}.",
    "{teacher}, week {week}: {count} files uploaded after {deadline}; the last one \"{file}\", at "
    "{value}.",
    "Quy chế Điều 4.1c: tải lịch báo giảng và giáo án của tuần chậm nhất 7h00 thứ Hai. Báo tổ "
    "trưởng "
    "lí do.",
    "Regulation, Điều 4.1c: the week's plans are due on Monday at 07:00. Tell the head of the team "
    "why."};

inline constexpr Rule plan_missing{
    "validate/plan-missing",
    Severity::Warning,
    "subject-teacher",
    "{teacher}, {period}: chưa tải lên {what}.",
    "{teacher}, {period}: not uploaded: {what}.",
    "Tải lên hồ sơ điện tử rồi xuất lại nhật ký tải lên (quy chế Điều 4.1c).",
    "Upload them and export the log of uploads again (regulation, Điều 4.1c)."};

inline constexpr Rule plan_not_approved{
    "validate/plan-not-approved",
    Severity::Warning,
    "principal",
    "{teacher}: {count} tệp chưa được duyệt: {what}.",
    "{teacher}: {count} files are not approved: {what}.",
    "Tổ trưởng hoặc Phó Hiệu trưởng duyệt rồi xuất lại nhật ký (quy chế Điều 4.4c).",
    "The head of the team or the vice principal approves them; export the log again (regulation, "
    "Điều 4.4c)."};

inline constexpr Rule approved_before_entry{
    "validate/approved-before-entry",
    Severity::Warning,
    "principal",
    "{what}: duyệt lúc {value}, trước khi nhập xong lúc {expected}.",
    "{what}: approved at {value}, before it was complete at {expected}.",
    "Phê duyệt lại sau khi giáo viên đã nhập đủ (quy chế Điều 4.3d, 4.4c).",
    "Approve it again now that everything is there (regulation, Điều 4.3d, 4.4c)."};

inline constexpr Rule correction_without_evidence{
    "validate/correction-without-evidence",
    Severity::Error,
    "subject-teacher",
    "Sổ sửa điểm, lớp {class}, {subject}, {period}: em {name}, {column} ({old} → {new}): thiếu "
    "{what}.",
    "Register of corrections, class {class}, {subject}, {period}: {name}, {column} ({old} → "
    "{new}): "
    "{what_en} missing.",
    "{teacher} nộp đủ minh chứng và ghi vào sổ sửa điểm (quy chế Điều 5.1, 5.2; bài học kỳ: 5.3), "
    "hoặc "
    "trả lại điểm cũ trên SMAS.",
    "{teacher} hands in the evidence and enters it in the register (regulation, Điều 5.1, 5.2; for "
    "an "
    "exam 5.3), or puts the old mark back in SMAS."};

inline constexpr Rule correction_witness{
    "validate/correction-witness",
    Severity::Error,
    "subject-teacher",
    "Sổ sửa điểm, lớp {class}, {subject}, {period}: em {name}, {column}: {what}.",
    "Register of corrections, class {class}, {subject}, {period}: {name}, {column}: {what_en}.",
    "Điểm miệng cần chữ ký, ghi rõ họ tên của em được sửa điểm và của một em khác trong lớp (quy "
    "chế "
    "Điều 5.2).",
    "An oral mark needs the signatures, with full names, of the pupil and of another pupil of the "
    "class (regulation, Điều 5.2)."};

inline constexpr Rule evidence_not_found{
    "validate/evidence-not-found",
    Severity::Warning,
    "subject-teacher",
    "Sổ sửa điểm, lớp {class}, em {name}: tệp minh chứng \"{value}\" không có trong thư mục công "
    "việc.",
    "Register of corrections, class {class}, {name}: the evidence \"{value}\" is not in the job's "
    "folder.",
    "Chép tệp minh chứng vào thư mục công việc, hoặc sửa tên tệp trong sổ sửa điểm.",
    "Copy the file into the job's folder, or mend its name in the register."};

inline constexpr Rule correction_late{
    "validate/correction-late",
    Severity::Error,
    "subject-teacher",
    "Sổ sửa điểm, lớp {class}, {subject}, {period}: em {name}, {column} sửa ngày {value}, sau hạn "
    "{deadline} (kiểm tra học kỳ từ {exam}).",
    "Register of corrections, class {class}, {subject}, {period}: {name}, {column} corrected on "
    "{value}, after {deadline} (exams from {exam}).",
    "Quy chế Điều 5.2: hạn cuối là 2 tuần trước kiểm tra học kỳ. Trả lại điểm cũ, hoặc Hiệu trưởng "
    "quyết định mở sổ và ghi vào nhật ký khóa sổ, mở sổ.",
    "Regulation, Điều 5.2: two weeks before the exams at the latest. Put the old mark back, or the "
    "principal unlocks the book and enters it in the log of locks."};

inline constexpr Rule correction_not_applied{
    "validate/correction-not-applied",
    Severity::Error,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: em {name}, {column}: bảng điểm ghi {value} nhưng sổ sửa "
    "điểm ghi "
    "đã sửa thành {new}.",
    "Class {class}, {subject}, {period}: {name}, {column}: the mark sheet says {value} but the "
    "register of corrections {new}.",
    "Đối chiếu bài kiểm tra; sửa trên SMAS hoặc sửa dòng trong sổ sửa điểm rồi xuất lại.",
    "Compare with the test paper; mend SMAS or the register and export again."};

inline constexpr Rule correction_not_reviewed{
    "validate/correction-not-reviewed",
    Severity::Warning,
    "principal",
    "Sổ sửa điểm, lớp {class}, {subject}, {period}: em {name}, {column} sửa ngày {value}: {what}.",
    "Register of corrections, class {class}, {subject}, {period}: {name}, {column} of {value}: "
    "{what_en}.",
    "Phụ trách chuyên môn kiểm tra trước buổi họp chuyên môn tháng, ghi tên và ngày kiểm tra (quy "
    "chế "
    "Điều 5.2).",
    "It is reviewed before the monthly meeting, with name and date (regulation, Điều 5.2)."};

inline constexpr Rule changed_after_lock{
    "validate/changed-after-lock",
    Severity::Error,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: em {name}, {column} sửa ngày {value}, sau khi khóa sổ lúc "
    "{lock}, "
    "mà không có phiếu mở sổ.",
    "Class {class}, {subject}, {period}: {name}, {column} changed on {value}, after the book was "
    "locked at {lock}, without an unlock.",
    "Hiệu trưởng quyết định mở sổ (ai, vì sao, từ lúc nào đến lúc nào) và ghi vào nhật ký khóa sổ, "
    "mở "
    "sổ; nếu không thì trả lại điểm cũ (quy chế Điều 4.3b).",
    "The principal decides on the unlock (who, why, from when to when) and enters it in the log; "
    "else "
    "the old mark is put back (regulation, Điều 4.3b)."};

inline constexpr Rule unlock_left_open{
    "validate/unlock-left-open",
    Severity::Warning,
    "principal",
    "Nhật ký khóa sổ: sổ {book} mở lúc {value}, không ghi đến khi nào và chưa khóa lại.",
    "Log of locks: {book} was unlocked at {value}, without an end and never locked again.",
    "Khóa sổ lại và ghi một dòng \"khoa\", hoặc ghi thời điểm hết hạn mở (quy chế Điều 4.3b).",
    "Lock it again and enter a row \"khoa\", or the time when the unlock ends (regulation, Điều "
    "4.3b)."};

}  // namespace hoso::flaw
