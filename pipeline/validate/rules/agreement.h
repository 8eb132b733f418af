// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validate/rules/values.h"

// What two places say differently: attendance, the vendor's derived columns, remarks. Part of the
// room's rule table, see validate/rules.h.
namespace hoso::flaw {

inline constexpr Rule files_differ{
    "validate/files-differ",
    Severity::Error,
    "homeroom",
    "Lớp {class}, {period}: {column} của em {name} là \"{value}\" ở tệp này nhưng \"{other}\" ở "
    "tệp "
    "kia.",
    "Class {class}, {period}: {column} of {name} is \"{value}\" in this file but \"{other}\" in "
    "the "
    "other.",
    "Giữ lại một tệp đúng (tệp xuất sau cùng), bỏ tệp kia khỏi thư mục công việc.",
    "Keep the right file (the later export) and take the other one out of the job folder."};

inline constexpr std::string_view sum_up_vi =
    "Bấm \"Tổng kết\" lại trên SMAS rồi xuất lại; không sửa trong tệp Excel.";
inline constexpr std::string_view sum_up_en =
    "Run the summary (\"Tổng kết\") again in SMAS and export again; do not edit the Excel file.";

inline constexpr Rule attendance_token{
    "validate/attendance-token",
    Severity::Error,
    "homeroom",
    "Lớp {class}: em {name}, ngày {date}: không hiểu \"{value}\" trong bảng điểm danh.",
    "Class {class}: {name}, {date}: \"{value}\" in the attendance sheet is not understood.",
    "Ghi P (có phép), K (không phép), T (trễ) hoặc B (bỏ tiết) trên SMAS rồi xuất lại.",
    "Use P, K, T or B in SMAS and export again."};

inline constexpr Rule absence_on_day_off{
    "validate/absence-on-day-off",
    Severity::Error,
    "homeroom",
    "Lớp {class}: em {name} ghi nghỉ \"{value}\" ngày {date}, là {why}.",
    "Class {class}: {name} is absent (\"{value}\") on {date}, which is {why_en}.",
    "Xóa hoặc chuyển sang đúng ngày trên SMAS rồi xuất lại; không sửa trong tệp Excel.",
    "Remove it or move it to the right day in SMAS and export again."};

inline constexpr Rule attendance_total_differs{
    "validate/attendance-total-differs",
    Severity::Error,
    "homeroom",
    "Lớp {class}, {month}: em {name} có {days} theo từng ngày nhưng cột tổng ghi {value}.",
    "Class {class}, {month}: {name} has {days} day by day but the total columns say {value}.",
    mend_vi,
    mend_en};

inline constexpr Rule absences_differ{"validate/absences-differ",
                                      Severity::Error,
                                      "homeroom",
                                      "Lớp {class}, {period}: số buổi nghỉ của em {name}: điểm "
                                      "danh có {expected} nhưng bảng tổng hợp ghi {value}.",
                                      "Class {class}, {period}: absences of {name}: the attendance "
                                      "sheets give {expected} but the summary says {value}.",
                                      sum_up_vi,
                                      sum_up_en};

inline constexpr Rule average_differs{"validate/average-differs",
                                      Severity::Error,
                                      "subject-teacher",
                                      "Lớp {class}, {subject}, {period}: kết quả môn học của em "
                                      "{name}: tệp ghi {value}, tính lại là {formula}.",
                                      "Class {class}, {subject}, {period}: result of {name}: the "
                                      "file says {value}, recomputed {formula}.",
                                      sum_up_vi,
                                      sum_up_en};

inline constexpr Rule average_missing{
    "validate/average-missing",
    Severity::Warning,
    "secretary",
    "Lớp {class}, {subject}, {period}: tệp để trống kết quả môn học của em {name}; tính được "
    "{formula}.",
    "Class {class}, {subject}, {period}: the file has no result for {name}; recomputed {formula}.",
    sum_up_vi,
    sum_up_en};

inline constexpr Rule shifted_rows{
    "validate/shifted-rows",
    Severity::Error,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: từ dòng {first} đến dòng {last}, {what} lệch một dòng so "
    "với kết quả môn học ({count} em không khớp). Có thể đã dán nhầm dòng.",
    "Class {class}, {subject}, {period}: from row {first} to row {last} {what_en} stand one row "
    "off the results ({count} pupils do not fit). They may have been pasted askew.",
    "Không sửa tự động. Đối chiếu với sổ của giáo viên, nhập lại trên SMAS rồi xuất lại.",
    "Nothing is mended by itself. Compare with the teacher's book, enter again in SMAS and "
    "export."};

inline constexpr Rule overall_differs{"validate/overall-differs",
                                      Severity::Error,
                                      "secretary",
                                      "Lớp {class}, {period}: điểm trung bình các môn của em "
                                      "{name}: tệp ghi {value}, tính lại là {formula}.",
                                      "Class {class}, {period}: overall average of {name}: the "
                                      "file says {value}, recomputed {formula}.",
                                      sum_up_vi,
                                      sum_up_en};

inline constexpr Rule learning_differs{"validate/learning-differs",
                                       Severity::Error,
                                       "secretary",
                                       "Lớp {class}, {period}: {what} của em {name}: tệp ghi "
                                       "{value}, tính lại là {expected} ({formula}).",
                                       "Class {class}, {period}: learning level of {name}: the "
                                       "file says {value}, recomputed {expected} ({formula}).",
                                       sum_up_vi,
                                       sum_up_en};

inline constexpr Rule conduct_differs{
    "validate/conduct-differs",
    Severity::Error,
    "homeroom",
    "Lớp {class}, {period}: {what} của em {name}: tệp này ghi {value}, {source} là {expected}.",
    "Class {class}, {period}: conduct of {name}: this file says {value}, {source_en} {expected}.",
    mend_vi,
    mend_en};

inline constexpr Rule title_differs{
    "validate/title-differs",
    Severity::Error,
    "secretary",
    "Lớp {class}, {period}: danh hiệu của em {name}: tệp ghi {value}, theo quy chế là {expected}.",
    "Class {class}, {period}: title of {name}: the file says {value}, by the circular it is "
    "{expected}.",
    sum_up_vi,
    sum_up_en};

inline constexpr Rule title_of_other_circular{
    "validate/title-of-other-circular",
    Severity::Error,
    "secretary",
    "Lớp {class} được đánh giá theo Thông tư 22: không có danh hiệu \"{value}\" (em {name}, "
    "{period}).",
    "Class {class} is assessed by TT22, which has no title \"{value}\" ({name}, {period}).",
    "Chọn đúng thông tư cho lớp này trên SMAS, bấm \"Tổng kết\" lại rồi xuất lại.",
    "Choose the right circular for the class in SMAS, run the summary again and export."};

inline constexpr Rule overall_in_tt22{
    "validate/overall-in-tt22",
    Severity::Error,
    "secretary",
    "Lớp {class}, {period}: tệp có cột điểm trung bình các môn; Thông tư 22 không tính điểm trung "
    "bình chung.",
    "Class {class}, {period}: the file has an overall average, which TT22 does not know.",
    "Chọn đúng thông tư cho lớp này trên SMAS, bấm \"Tổng kết\" lại rồi xuất lại.",
    "Choose the right circular for the class in SMAS, run the summary again and export."};

inline constexpr Rule remark_is_code{"validate/remark-is-code",
                                     Severity::Warning,
                                     "subject-teacher",
                                     "Lớp {class}, {subject}, {period}: nhận xét của em {name} là "
                                     "mã \"{value}\", chưa phải lời nhận xét.",
                                     "Class {class}, {subject}, {period}: the remark on {name} is "
                                     "the code \"{value}\" and not words.",
                                     mend_vi,
                                     mend_en};

inline constexpr Rule remark_says_nothing{
    "validate/remark-says-nothing",
    Severity::Warning,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: nhận xét của em {name} chỉ là \"{value}\".",
    "Class {class}, {subject}, {period}: the remark on {name} is only \"{value}\".",
    mend_vi,
    mend_en};

inline constexpr Rule remark_cut{"validate/remark-cut",
                                 Severity::Warning,
                                 "subject-teacher",
                                 "Lớp {class}, {subject}, {period}: nhận xét của em {name} dài "
                                 "đúng 255 ký tự, có thể đã bị cắt: \"…{value}\".",
                                 "Class {class}, {subject}, {period}: the remark on {name} has "
                                 "exactly 255 characters and may be cut off: \"…{value}\".",
                                 "Viết ngắn lại trên SMAS rồi xuất lại; không sửa trong tệp Excel.",
                                 "Shorten it in SMAS and export again."};

inline constexpr Rule remark_names_other{"validate/remark-names-other",
                                         Severity::Warning,
                                         "subject-teacher",
                                         "Lớp {class}, {subject}, {period}: nhận xét ở dòng của em "
                                         "{name} nói về em {other}: \"{value}\".",
                                         "Class {class}, {subject}, {period}: the remark in the "
                                         "row of {name} speaks of {other}: \"{value}\".",
                                         mend_vi,
                                         mend_en};

inline constexpr Rule remark_contradicts{
    "validate/remark-contradicts",
    Severity::Warning,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: em {name} có kết quả {expected} nhưng nhận xét là "
    "\"{value}\".",
    "Class {class}, {subject}, {period}: {name} has {expected} but the remark is \"{value}\".",
    mend_vi,
    mend_en};

inline constexpr Rule remarks_equal{
    "validate/remarks-equal",
    Severity::Note,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: {count} trên {total} em có cùng một nhận xét \"{value}\".",
    "Class {class}, {subject}, {period}: {count} of {total} pupils have the same remark "
    "\"{value}\".",
    "Nên viết nhận xét riêng cho từng em.",
    "Better write a remark of its own for each pupil."};

inline constexpr Rule homeroom_remark_missing{
    "validate/homeroom-remark-missing",
    Severity::Error,
    "homeroom",
    "Lớp {class}, cả năm: em {name} chưa có nhận xét của giáo viên chủ nhiệm.",
    "Class {class}, year: {name} has no remark of the class teacher.",
    "Học bạ phải có nhận xét của giáo viên chủ nhiệm. Nhập trên SMAS rồi xuất lại.",
    "The học bạ must have it. Enter it in SMAS and export again."};

inline constexpr Rule homeroom_remark_blank{
    "validate/homeroom-remark-blank",
    Severity::Warning,
    "homeroom",
    "Lớp {class}, {period}: em {name} chưa có nhận xét của giáo viên chủ nhiệm.",
    "Class {class}, {period}: {name} has no remark of the class teacher.",
    "Nhập trên SMAS rồi xuất lại; cuối năm thì bắt buộc.",
    "Enter it in SMAS and export again; at the year's end it is compulsory."};

}  // namespace hoso::flaw
