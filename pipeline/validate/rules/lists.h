// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vocabulary/finding.h"

// Lists of the year's end, awards, measurements, days of absence. Part of the room's rule table,
// see validate/rules.h.
namespace hoso::flaw {

inline constexpr Rule list_twice{
    "validate/list-twice",
    Severity::Error,
    "homeroom",
    "Lớp {class}: em {name} có trong hai danh sách đề nghị: \"{value}\" và \"{other}\".",
    "Class {class}: {name} stands in two lists: \"{value}\" and \"{other}\".",
    "Mỗi em chỉ có một kết luận (quy chế Điều 4.2c). Bỏ em khỏi danh sách sai rồi xuất lại.",
    "Each pupil has one conclusion (regulation, Điều 4.2c). Take him out of the wrong list and "
    "export "
    "again."};

inline constexpr Rule list_missing{
    "validate/list-missing",
    Severity::Error,
    "homeroom",
    "Lớp {class}: em {name} (mã {pupil}) không có trong danh sách đề nghị nào{what}.",
    "Class {class}: {name} (code {pupil}) stands in none of the lists{what_en}.",
    "Ghi em vào đúng danh sách (lên lớp, kiểm tra lại, rèn luyện hè, không được lên lớp) rồi xuất "
    "lại "
    "(quy chế Điều 4.2c).",
    "Enter him in the right list and export again (regulation, Điều 4.2c)."};

inline constexpr Rule list_differs{
    "validate/list-differs",
    Severity::Error,
    "homeroom",
    "Lớp {class}: em {name} có trong danh sách \"{value}\", nhưng theo kết quả cả năm là "
    "\"{expected}\".",
    "Class {class}: {name} stands in the list \"{value}\", but the year's results give "
    "\"{expected}\".",
    "Đối chiếu kết quả học tập, rèn luyện và số buổi nghỉ; sửa danh sách rồi xuất lại (quy chế "
    "Điều "
    "4.2c).",
    "Compare with the results and the absences, mend the list and export again (regulation, Điều "
    "4.2c)."};

inline constexpr Rule award_differs{
    "validate/award-differs",
    Severity::Error,
    "secretary",
    "Khen thưởng lớp {class}, {period}: em {name} được ghi \"{value}\", nhưng kết quả tính lại "
    "{what}.",
    "Awards of class {class}, {period}: {name} has \"{value}\", but by the results {what_en}.",
    "Đối chiếu học lực, hạnh kiểm của em; sửa danh sách khen thưởng rồi xuất lại.",
    "Compare with the pupil's results, mend the list of awards and export again."};

inline constexpr Rule award_missing{
    "validate/award-missing",
    Severity::Warning,
    "homeroom",
    "Khen thưởng lớp {class}, {period}: em {name} đạt \"{expected}\" nhưng không có trong danh "
    "sách.",
    "Awards of class {class}, {period}: {name} has earned \"{expected}\" but is not in the list.",
    "Bổ sung em vào danh sách đề nghị khen thưởng rồi xuất lại.",
    "Add the pupil to the list of awards and export again."};

inline constexpr Rule bmi_differs{
    "validate/bmi-differs",
    Severity::Warning,
    "secretary",
    "Sức khỏe lớp {class}, em {name}: BMI ghi {value}, nhưng {weight} kg và {height} cm cho "
    "{expected}.",
    "Health of class {class}, {name}: BMI {value}, but {weight} kg and {height} cm give "
    "{expected}.",
    "Xem lại chiều cao, cân nặng đã đo; sửa ở phần mềm rồi xuất lại.",
    "Look at the measured height and weight; mend it in the source system and export again."};

inline constexpr Rule height_falls{
    "validate/height-falls",
    Severity::Warning,
    "secretary",
    "Sức khỏe lớp {class}, em {name}: chiều cao {value} cm thấp hơn lần khám trước ({before} cm).",
    "Health of class {class}, {name}: height {value} cm is less than at the visit before ({before} "
    "cm).",
    "Xem lại phiếu khám của hai lần; sửa ở phần mềm rồi xuất lại.",
    "Look at both visits; mend it in the source system and export again."};

// Signals for the class teacher (TT22 Điều 12, TT58 Điều 15: more than 45 is no promotion).
inline constexpr Rule absences_many{
    "validate/absences-many",
    Severity::Note,
    "homeroom",
    "Lớp {class}, {period}: em {name} nghỉ {value} buổi; {what}.",
    "Class {class}, {period}: {name} missed {value} sessions; {what_en}.",
    "Giáo viên chủ nhiệm liên hệ gia đình và báo Ban giám hiệu (quy chế Điều 4.2a).",
    "The class teacher talks to the family and tells the principal (regulation, Điều 4.2a)."};

inline constexpr Rule attendance_days_missing{
    "validate/attendance-days-missing",
    Severity::Error,
    "homeroom",
    "Lớp {class}, {month}: bảng điểm danh không có cột của ngày học {days}.",
    "Class {class}, {month}: the attendance sheet has no column for the school days {days}.",
    "Điểm danh đủ từng ngày học rồi xuất lại cả tháng (quy chế Điều 4.2a); ngày nghỉ thì khai "
    "trong "
    "hoso.toml.",
    "Take attendance on each school day and export the whole month again (regulation, Điều 4.2a); "
    "a "
    "day off is declared in hoso.toml."};

}  // namespace hoso::flaw
