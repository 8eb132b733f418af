// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validate/rules/values.h"

// Who is who. Part of the room's rule table, see validate/rules.h.
namespace hoso::flaw {

inline constexpr std::string_view settle_vi =
    "Đối chiếu giấy khai sinh, sửa ở phần mềm ghi sai rồi xuất lại; không sửa trong tệp Excel.";
inline constexpr std::string_view settle_en =
    "Compare with the birth certificate, mend it where it is wrong and export again.";

inline constexpr Rule duplicate_code{
    "validate/duplicate-code",
    Severity::Error,
    "secretary",
    "Lớp {class}: mã học sinh {pupil} có hai lần trong danh sách: {name} và {other}.",
    "Class {class}: pupil code {pupil} stands twice in the list: {name} and {other}.",
    "Mỗi học sinh có một mã riêng. Sửa trên SMAS rồi xuất lại danh sách; không sửa trong tệp "
    "Excel.",
    "Each pupil has a code of his own. Mend it in SMAS and export the list again."};

inline constexpr Rule pupil_in_two_classes{
    "validate/pupil-in-two-classes",
    Severity::Error,
    "secretary",
    "Em {name} (mã {pupil}) có trong danh sách của hai lớp: {class} và {other}.",
    "{name} (code {pupil}) stands in the lists of two classes: {class} and {other}.",
    "Nếu em đã chuyển lớp thì ghi trạng thái \"Chuyển lớp ngày …\" ở lớp cũ trên SMAS rồi xuất "
    "lại.",
    "If the pupil changed class, set the state \"Chuyển lớp ngày …\" in the old class and export "
    "again."};

inline constexpr Rule identifier_twice{
    "validate/identifier-twice",
    Severity::Error,
    "secretary",
    "{column} {value} có ở hai học sinh: {name} (lớp {class}) và {other}.",
    "{column} {value} belongs to two pupils: {name} (class {class}) and {other}.",
    mend_vi,
    mend_en};

inline constexpr Rule code_missing{
    "validate/code-missing",
    Severity::Error,
    "secretary",
    "Dòng của em \"{name}\" không có mã học sinh{proposal}.",
    "The row of \"{name}\" has no pupil code{proposal}.",
    "Không đoán theo tên. Bổ sung mã trên phần mềm rồi xuất lại; không sửa trong tệp Excel.",
    "Names are not guessed from. Add the code in the source system and export again."};

inline constexpr Rule unknown_code{
    "validate/unknown-code",
    Severity::Error,
    "secretary",
    "Mã học sinh {pupil} ({name}) không có trong danh sách học sinh của trường{proposal}.",
    "Pupil code {pupil} ({name}) is not in the school's list{proposal}.",
    "Sửa mã trên phần mềm rồi xuất lại. Học sinh mới thì bổ sung vào danh sách trên SMAS.",
    "Mend the code in the source system and export again. A new pupil must be added to the list in "
    "SMAS."};

inline constexpr Rule namesakes{
    "validate/namesakes",
    Severity::Error,
    "homeroom",
    "Dòng của \"{name}\", sinh ngày {birth_date}: có {count} học sinh trùng cả họ tên và ngày sinh "
    "({codes}); chưa rõ dòng này của em nào.",
    "The row of \"{name}\", born on {birth_date}: {count} pupils have this name and birth date "
    "({codes}); it is not clear whose row it is.",
    "Ghi đúng mã học sinh của từng em trên phần mềm rồi xuất lại; không đoán theo tên.",
    "Put each pupil's own code in the source system and export again; names are not guessed from."};

inline constexpr Rule name_differs{
    "validate/name-differs",
    Severity::Error,
    "homeroom",
    "Mã {pupil}: tệp này ghi \"{value}\" nhưng danh sách lớp {class} ghi \"{name}\".",
    "Code {pupil}: this file says \"{value}\" but the list of class {class} says \"{name}\".",
    settle_vi,
    settle_en};

inline constexpr Rule name_spelling{
    "validate/name-spelling",
    Severity::Note,
    "homeroom",
    "Lớp {class}: {count} tên viết khác kiểu danh sách (ví dụ \"{value}\" và \"{name}\"); coi là "
    "cùng một người.",
    "Class {class}: {count} names are spelt in another manner (such as \"{value}\" and "
    "\"{name}\"); taken for the same person.",
    "Hỏi xem giấy khai sinh viết thế nào rồi thống nhất trên các phần mềm.",
    "Ask how the birth certificate spells it and use one spelling everywhere."};

inline constexpr Rule birth_date_differs{"validate/birth-date-differs",
                                         Severity::Error,
                                         "homeroom",
                                         "Lớp {class}: ngày sinh của em {name} (mã {pupil}) là "
                                         "{value} ở tệp này nhưng {expected} trong danh sách SMAS.",
                                         "Class {class}: {name} (code {pupil}) was born on {value} "
                                         "in this file but on {expected} in the SMAS list.",
                                         settle_vi,
                                         settle_en};

inline constexpr Rule sex_differs{
    "validate/sex-differs",
    Severity::Error,
    "homeroom",
    "Lớp {class}: giới tính của em {name} là {value} ở tệp này nhưng {expected} trong danh sách "
    "SMAS.",
    "Class {class}: the sex of {name} is {value} in this file but {expected} in the SMAS list.",
    settle_vi,
    settle_en};

inline constexpr Rule ethnicity_differs{"validate/ethnicity-differs",
                                        Severity::Warning,
                                        "homeroom",
                                        "Lớp {class}: dân tộc của em {name} là {value} ở tệp này "
                                        "nhưng {expected} trong danh sách SMAS.",
                                        "Class {class}: the ethnic group of {name} is {value} in "
                                        "this file but {expected} in the SMAS list.",
                                        settle_vi,
                                        settle_en};

inline constexpr Rule ethnicity_spelling{
    "validate/ethnicity-spelling",
    Severity::Note,
    "homeroom",
    "Lớp {class}: {count} em có tên dân tộc viết khác kiểu (ví dụ \"{value}\" và \"{expected}\").",
    "Class {class}: the ethnic group of {count} pupils is spelt in another manner (such as "
    "\"{value}\" and \"{expected}\").",
    "Thống nhất một cách viết trên các phần mềm.",
    "Use one spelling everywhere."};

inline constexpr Rule codes_shifted{
    "validate/codes-shifted",
    Severity::Error,
    "secretary",
    "Từ dòng {first} đến dòng {last}, mã học sinh và họ tên không khớp nhau ({count} em). Có thể "
    "cột mã đã bị dán lệch hoặc sắp xếp riêng.",
    "From row {first} to row {last} codes and names do not belong together ({count} pupils). The "
    "column may have been pasted askew or sorted alone.",
    "Xuất lại tệp từ phần mềm; không dán, không sắp xếp trong tệp Excel.",
    "Export the file again; do not paste or sort in Excel."};

inline constexpr Rule pupil_in_wrong_class{
    "validate/pupil-in-wrong-class",
    Severity::Error,
    "secretary",
    "Em {name} (mã {pupil}) có trong tệp của lớp {class} nhưng danh sách ghi em học lớp {other}.",
    "{name} (code {pupil}) stands in a file of class {class} but the list puts the pupil in class "
    "{other}.",
    "Kiểm tra lớp của em trên SMAS, sửa rồi xuất lại; không sửa trong tệp Excel.",
    "Check the pupil's class in SMAS, mend it and export again."};

inline constexpr Rule pupil_twice_in_sheet{
    "validate/pupil-twice-in-sheet",
    Severity::Error,
    "secretary",
    "Mã học sinh {pupil} ({name}) có hai lần trong bảng này, ở dòng {first} và dòng {row}.",
    "Pupil code {pupil} ({name}) stands twice in this sheet, in rows {first} and {row}.",
    mend_vi,
    mend_en};

inline constexpr Rule personal_id_malformed{
    "validate/personal-id-malformed",
    Severity::Warning,
    "homeroom",
    "Lớp {class}: số định danh \"{value}\" của em {name} không đủ 12 chữ số (có thể mất số 0 ở "
    "đầu).",
    "Class {class}: the personal number \"{value}\" of {name} has not 12 digits (a leading zero "
    "may be lost).",
    settle_vi,
    settle_en};

inline constexpr Rule personal_id_sex{
    "validate/personal-id-sex",
    Severity::Warning,
    "homeroom",
    "Lớp {class}: em {name} là {expected} nhưng chữ số thứ tư của số định danh \"{value}\" không "
    "ứng với {expected}, sinh năm {year}.",
    "Class {class}: {name} is {expected}, but the fourth digit of the personal number \"{value}\" "
    "does not fit {expected}, born in {year}.",
    settle_vi,
    settle_en};

inline constexpr Rule personal_id_year{"validate/personal-id-year",
                                       Severity::Warning,
                                       "homeroom",
                                       "Lớp {class}: số định danh \"{value}\" của em {name} ghi "
                                       "năm sinh {digits} nhưng ngày sinh là {expected}.",
                                       "Class {class}: the personal number \"{value}\" of {name} "
                                       "says year {digits} but the birth date is {expected}.",
                                       settle_vi,
                                       settle_en};

inline constexpr Rule personal_id_differs{"validate/personal-id-differs",
                                          Severity::Warning,
                                          "homeroom",
                                          "Lớp {class}: số định danh của em {name} là {value} ở "
                                          "CSDL ngành nhưng {expected} trong danh sách SMAS.",
                                          "Class {class}: the personal number of {name} is {value} "
                                          "in CSDL but {expected} in the SMAS list.",
                                          settle_vi,
                                          settle_en};

inline constexpr Rule not_in_csdl{
    "validate/not-in-csdl",
    Severity::Warning,
    "secretary",
    "Lớp {class}: em {name} (mã {pupil}) có trong SMAS nhưng không có trong danh sách CSDL ngành.",
    "Class {class}: {name} (code {pupil}) is in SMAS but not in the CSDL list.",
    "Bổ sung em vào CSDL ngành hoặc xuất lại danh sách CSDL.",
    "Add the pupil to CSDL or export its list again."};

inline constexpr Rule only_in_csdl{
    "validate/only-in-csdl",
    Severity::Warning,
    "secretary",
    "Lớp {class}: em {name} (mã định danh {value}) có trong CSDL ngành nhưng không có trong danh "
    "sách SMAS.",
    "Class {class}: {name} (identifier {value}) is in CSDL but not in the SMAS list.",
    "Kiểm tra em còn học ở trường không rồi bổ sung vào SMAS hoặc báo chuyển trên CSDL ngành.",
    "Check whether the pupil is still here; add him to SMAS or report the transfer in CSDL."};

inline constexpr Rule departure_not_registered{
    "validate/departure-not-registered",
    Severity::Error,
    "secretary",
    "Lớp {class}: danh sách ghi em {name} \"{value}\" nhưng sổ chuyển đi không có em.",
    "Class {class}: the list says of {name} \"{value}\", but the register of transfers does not "
    "have the pupil.",
    "Ghi em vào sổ chuyển đi (ngày, trường, số giấy giới thiệu) hoặc sửa trạng thái trên SMAS.",
    "Enter the pupil in the register of transfers or mend the state in SMAS."};

inline constexpr Rule status_not_updated{
    "validate/status-not-updated",
    Severity::Error,
    "secretary",
    "Lớp {class}: em {name} đã chuyển đi ngày {date} theo sổ chuyển nhưng danh sách còn ghi "
    "\"{value}\".",
    "Class {class}: {name} left on {date} by the register of transfers but the list still says "
    "\"{value}\".",
    "Sửa trạng thái của em trên SMAS rồi xuất lại danh sách; không sửa trong tệp Excel.",
    "Mend the pupil's state in SMAS and export the list again."};

inline constexpr Rule departure_dates_differ{
    "validate/departure-dates-differ",
    Severity::Error,
    "secretary",
    "Lớp {class}: em {name} chuyển đi ngày {date} theo sổ chuyển nhưng danh sách ghi \"{value}\".",
    "Class {class}: {name} left on {date} by the register of transfers but the list says "
    "\"{value}\".",
    "Thống nhất ngày chuyển giữa sổ chuyển và SMAS rồi xuất lại.",
    "Make the register and SMAS agree on the date and export again."};

inline constexpr Rule arrival_not_registered{
    "validate/arrival-not-registered",
    Severity::Warning,
    "secretary",
    "Lớp {class}: em {name} vào trường ngày {date}, sau khi học kỳ đã bắt đầu, nhưng sổ chuyển đến "
    "không có em.",
    "Class {class}: {name} entered on {date}, after the term began, but the register of arrivals "
    "does not have the pupil.",
    "Ghi em vào sổ chuyển đến, kèm số buổi nghỉ và điểm ở trường cũ.",
    "Enter the pupil in the register of arrivals, with the absences and marks of the old school."};

inline constexpr Rule departed_still_listed{
    "validate/departed-still-listed",
    Severity::Warning,
    "subject-teacher",
    "Lớp {class}, {subject}, {period}: em {name} đã chuyển đi ngày {date} mà vẫn có trong bảng "
    "điểm (ô trống).",
    "Class {class}, {subject}, {period}: {name} left on {date} but still stands in the mark sheet "
    "(blank cells).",
    "Dòng của em được gạch ngang trong sổ. Nên cập nhật danh sách môn trên SMAS rồi xuất lại.",
    "The row is struck through in the book. Better update the subject's list in SMAS and export "
    "again."};

inline constexpr Rule marks_after_leaving{
    "validate/marks-after-leaving",
    Severity::Warning,
    "subject-teacher",
    "Lớp {class}, {period}: em {name} đã chuyển đi ngày {date} nhưng vẫn có {column}.",
    "Class {class}, {period}: {name} left on {date} but still has {column}.",
    "Kiểm tra điểm này có phải của em khác không (dán lệch dòng); sửa trên SMAS rồi xuất lại.",
    "Check that the mark is not another pupil's; mend it in SMAS and export again."};

}  // namespace hoso::flaw
