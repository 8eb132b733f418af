// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vocabulary/finding.h"

// What is wrong with a single value. Part of the room's rule table, see validate/rules.h.
namespace hoso::flaw {

inline constexpr std::string_view mend_vi =
    "Sửa trên SMAS rồi xuất lại; không sửa trong tệp Excel.";
inline constexpr std::string_view mend_en =
    "Mend it in SMAS and export again; do not edit the Excel file.";

inline constexpr Rule mark_too_precise{"validate/mark-too-precise",
                                       Severity::Error,
                                       "subject-teacher",
                                       "Lớp {class}, {subject}, {period}: em {name}, {column}: "
                                       "điểm \"{value}\" có hơn một chữ số thập phân.",
                                       "Class {class}, {subject}, {period}: {name}, {column}: mark "
                                       "\"{value}\" has more than one decimal.",
                                       "Điểm là số nguyên hoặc số lấy đến chữ số thập phân thứ "
                                       "nhất (TT22/2021 Điều 5; TT58/2011 Điều 7). "
                                       "Sửa trên SMAS rồi xuất lại; không sửa trong tệp Excel.",
                                       "A mark is a whole number or has one decimal (TT22/2021 "
                                       "Điều 5; TT58/2011 Điều 7). Mend it in SMAS "
                                       "and export again; do not edit the Excel file."};

inline constexpr Rule mark_without_comma{
    "validate/mark-without-comma",
    Severity::Error,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: em {name}, {column}: điểm \"{value}\" lớn hơn 10; có thể là "
    "{guess} thiếu dấu phẩy.",
    "Class {class}, {subject}, {period}: {name}, {column}: mark \"{value}\" is above 10; perhaps "
    "{guess} without its comma.",
    "Xem bài kiểm tra, nhập lại điểm trên SMAS rồi xuất lại; không sửa trong tệp Excel.",
    "Look at the test paper, enter the mark again in SMAS and export again."};

inline constexpr Rule mark_out_of_range{
    "validate/mark-out-of-range",
    Severity::Error,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: em {name}, {column}: điểm \"{value}\" không nằm trong "
    "khoảng 0 đến 10.",
    "Class {class}, {subject}, {period}: {name}, {column}: mark \"{value}\" is not between 0 and "
    "10.",
    "Xem bài kiểm tra, nhập lại điểm trên SMAS rồi xuất lại; không sửa trong tệp Excel.",
    "Look at the test paper, enter the mark again in SMAS and export again."};

inline constexpr Rule mark_letter_for_digit{
    "validate/mark-letter-for-digit",
    Severity::Error,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: em {name}, {column}: \"{value}\" có chữ cái thay cho chữ số "
    "(có thể là {guess}).",
    "Class {class}, {subject}, {period}: {name}, {column}: \"{value}\" has a letter for a digit "
    "(perhaps {guess}).",
    "Gõ lại bằng chữ số trên SMAS (số 0, không phải chữ O) rồi xuất lại; không sửa trong tệp "
    "Excel.",
    "Type it with digits in SMAS (zero, not the letter O) and export again."};

inline constexpr Rule mark_unfinished{
    "validate/mark-unfinished",
    Severity::Error,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: em {name}, {column}: điểm \"{value}\" gõ dở, thiếu chữ số "
    "bên dấu phẩy.",
    "Class {class}, {subject}, {period}: {name}, {column}: mark \"{value}\" is unfinished, a digit "
    "beside the comma is missing.",
    "Xem bài kiểm tra, nhập đủ điểm trên SMAS rồi xuất lại; không sửa trong tệp Excel.",
    "Look at the test paper, enter the whole mark in SMAS and export again."};

inline constexpr Rule mark_in_words{
    "validate/mark-in-words",
    Severity::Error,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: em {name}, {column}: \"{value}\" không phải là điểm bằng "
    "số.",
    "Class {class}, {subject}, {period}: {name}, {column}: \"{value}\" is not a mark in digits.",
    "Nhập điểm bằng số trên SMAS rồi xuất lại; không sửa trong tệp Excel.",
    "Enter the mark in digits in SMAS and export again."};

inline constexpr Rule mark_is_date{
    "validate/mark-is-date",
    Severity::Error,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: em {name}, {column}: ô này là ngày tháng \"{value}\", không "
    "phải điểm; Excel có thể đã đổi {guess} thành ngày.",
    "Class {class}, {subject}, {period}: {name}, {column}: this cell is a date, \"{value}\", not a "
    "mark; Excel may have turned {guess} into one.",
    "Tệp đã bị mở và lưu lại bằng Excel. Xuất lại từ SMAS và không mở bằng Excel trước khi đưa "
    "vào.",
    "The file was opened and saved by Excel. Export it again and do not open it first."};

inline constexpr Rule mark_as_text{
    "validate/mark-as-text",
    Severity::Note,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: em {name}, {column}: điểm \"{value}\" là chữ, không phải "
    "số; đã đọc là {read}.",
    "Class {class}, {subject}, {period}: {name}, {column}: mark \"{value}\" is text and not a "
    "number; read as {read}.",
    "Không phải làm gì. Tệp có thể đã được sửa bằng Excel: nên xuất lại từ SMAS.",
    "Nothing to do. The file may have been edited: better export it again from SMAS."};

inline constexpr Rule mark_with_blanks{
    "validate/mark-with-blanks",
    Severity::Note,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: em {name}, {column}: điểm \"{value}\" có dấu cách thừa; đã "
    "đọc là {read}.",
    "Class {class}, {subject}, {period}: {name}, {column}: mark \"{value}\" has blanks around it; "
    "read as {read}.",
    "Không phải làm gì. Tệp có thể đã được sửa bằng Excel: nên xuất lại từ SMAS.",
    "Nothing to do. The file may have been edited: better export it again from SMAS."};

inline constexpr Rule mark_not_understood{
    "validate/mark-not-understood",
    Severity::Error,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: em {name}, {column}: không hiểu giá trị \"{value}\".",
    "Class {class}, {subject}, {period}: {name}, {column}: the value \"{value}\" is not "
    "understood.",
    mend_vi,
    mend_en};

inline constexpr Rule number_for_remark{
    "validate/number-for-remark",
    Severity::Error,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: em {name}, {column}: ghi \"{value}\", nhưng môn này đánh "
    "giá bằng nhận xét (Đ hoặc CĐ).",
    "Class {class}, {subject}, {period}: {name}, {column}: \"{value}\", but this subject is "
    "assessed by remark (Đ or CĐ).",
    "Kiểm tra có xuất nhầm môn không. Nhập Đ hoặc CĐ trên SMAS rồi xuất lại; không sửa trong tệp "
    "Excel.",
    "Check that the right subject was exported. Enter Đ or CĐ in SMAS and export again."};

inline constexpr Rule remark_for_number{
    "validate/remark-for-number",
    Severity::Error,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: em {name}, {column}: ghi \"{value}\", nhưng môn này đánh "
    "giá bằng điểm số.",
    "Class {class}, {subject}, {period}: {name}, {column}: \"{value}\", but this subject is marked "
    "in numbers.",
    "Kiểm tra có xuất nhầm môn không. Nhập điểm trên SMAS rồi xuất lại; không sửa trong tệp Excel.",
    "Check that the right subject was exported. Enter the mark in SMAS and export again."};

inline constexpr Rule bad_average{
    "validate/bad-average",
    Severity::Error,
    "secretary",
    "Lớp {class}, {subject}, {period}: em {name}: kết quả môn học \"{value}\" không đọc được.",
    "Class {class}, {subject}, {period}: {name}: the subject result \"{value}\" cannot be read.",
    "Bấm \"Tổng kết\" lại trên SMAS rồi xuất lại; không sửa trong tệp Excel.",
    "Run the summary again in SMAS and export again; do not edit the Excel file."};

inline constexpr Rule cell_error{
    "validate/cell-error",
    Severity::Error,
    "secretary",
    "Cột {column}: ô này là báo lỗi \"{value}\" của bảng tính, không phải giá trị{who}.",
    "Column {column}: this cell shows the spreadsheet error \"{value}\" and no value{who}.",
    "Tệp có công thức hỏng. Xuất lại từ phần mềm và không sửa trong tệp Excel.",
    "The file has a broken formula. Export it again and do not edit the Excel file."};

inline constexpr Rule bad_number{"validate/bad-number",
                                 Severity::Error,
                                 "secretary",
                                 "Cột {column}: \"{value}\" không phải là số{who}.",
                                 "Column {column}: \"{value}\" is not a number{who}.",
                                 mend_vi,
                                 mend_en};

inline constexpr Rule bad_date{
    "validate/bad-date",
    Severity::Error,
    "secretary",
    "Cột {column}: \"{value}\" không phải là ngày theo dạng ngày/tháng/năm{who}.",
    "Column {column}: \"{value}\" is not a date (day/month/year){who}.",
    "Ghi ngày theo dạng 05/09/2021 trên phần mềm rồi xuất lại; không sửa trong tệp Excel.",
    "Write the date as 05/09/2021 in the source system and export again."};

inline constexpr Rule code_damaged{
    "validate/code-damaged",
    Severity::Error,
    "secretary",
    "Cột {column}: mã \"{value}\" đã bị Excel đổi dạng, mất chữ số{who}.",
    "Column {column}: Excel has changed the code \"{value}\" and lost digits{who}.",
    "Xuất lại từ phần mềm và không mở, lưu tệp bằng Excel trước khi đưa vào.",
    "Export it again and do not open and save it with Excel first."};

inline constexpr Rule level_unknown{"validate/level-unknown",
                                    Severity::Error,
                                    "homeroom",
                                    "Lớp {class}, {period}: em {name}: không hiểu \"{value}\" ở "
                                    "cột {column}; {pack} dùng các mức: {levels}.",
                                    "Class {class}, {period}: {name}: \"{value}\" in column "
                                    "{column} is not understood; {pack} has the levels {levels}.",
                                    mend_vi,
                                    mend_en};

inline constexpr Rule level_of_other_circular{
    "validate/level-of-other-circular",
    Severity::Error,
    "secretary",
    "Lớp {class} được đánh giá theo {pack}: không có mức \"{value}\" ở cột {column} (em {name}, "
    "{period}).",
    "Class {class} is assessed by {pack}, which has no level \"{value}\" in column {column} "
    "({name}, {period}).",
    "Chọn đúng thông tư cho lớp này trên SMAS, bấm \"Tổng kết\" lại rồi xuất lại. Các mức: "
    "{levels}.",
    "Choose the right circular for the class in SMAS, run the summary again and export. Levels: "
    "{levels}."};

inline constexpr Rule value_missing{
    "validate/value-missing",
    Severity::Error,
    "secretary",
    "Lớp {class}: em {name} để trống cột {column}.",
    "Class {class}: column {column} of {name} is blank.",
    "Bổ sung trên phần mềm rồi xuất lại; không sửa trong tệp Excel.",
    "Fill it in in the source system and export again."};

inline constexpr Rule value_unknown{
    "validate/value-unknown",
    Severity::Error,
    "secretary",
    "Lớp {class}: em {name}: không hiểu \"{value}\" ở cột {column}.",
    "Class {class}: {name}: \"{value}\" in column {column} is not understood.",
    mend_vi,
    mend_en};

inline constexpr Rule letter_eth{
    "validate/letter-eth",
    Severity::Note,
    "secretary",
    "Tên \"{value}\" viết bằng chữ Ð của tiếng Băng Đảo (U+00D0); đã đọc là \"{read}\".",
    "The name \"{value}\" has the Icelandic letter Ð (U+00D0); read as \"{read}\".",
    "Nên gõ lại tên bằng bộ gõ tiếng Việt trên phần mềm.",
    "Better type the name again with a Vietnamese keyboard in the source system."};

inline constexpr Rule unknown_subject{"validate/unknown-subject",
                                      Severity::Error,
                                      "secretary",
                                      "Lớp {class}: {pack} không có môn \"{value}\".",
                                      "Class {class}: {pack} has no subject \"{value}\".",
                                      "Kiểm tra đã chọn đúng môn, đúng lớp khi xuất; các phân môn "
                                      "không xuất riêng ở lớp học theo TT22.",
                                      "Check that the right subject and class were exported; parts "
                                      "of a subject are not exported alone under TT22."};

inline constexpr Rule decision_not_understood{
    "validate/decision-not-understood",
    Severity::Error,
    "secretary",
    "Quyết định xử lý của em {name}: không hiểu \"{value}\" ở cột {column}.",
    "Decision on {name}: \"{value}\" in column {column} is not understood.",
    "Ghi một trong các cách xử lý: Kiểm tra bù …; Điểm 0; Chưa đạt; Miễn; Không đánh giá; Chuyển "
    "đến, đã "
    "có điểm ở trường cũ; cột là ĐĐGtx (1)…, ĐĐGgk, ĐĐGck, (cả năm), Học lực, Kết quả học tập hoặc "
    "Kết luận.",
    "Use one of the known decisions (Kiểm tra bù, Điểm 0, Chưa đạt, Miễn, Không đánh giá, Chuyển "
    "đến …) and columns."};

}  // namespace hoso::flaw
