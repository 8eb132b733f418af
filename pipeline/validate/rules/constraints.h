// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validate/rules/values.h"

// What templates/datasets/*.xml demand of a table's rows (docs/templates.md §6); the severity is
// said there. Part of the room's rule table, see validate/rules.h.
namespace hoso::flaw {

inline constexpr std::string_view at_source_vi =
    "Sửa ở phần mềm hoặc sổ gốc rồi xuất lại; không sửa trong tệp đã xuất.";
inline constexpr std::string_view at_source_en =
    "Mend it in the source system or book and export again.";

inline constexpr Rule cell_blank{"validate/cell-blank",
                                 Severity::Error,
                                 "secretary",
                                 "{table}: ô \"{column}\" còn trống{who}.",
                                 "{table}: the cell \"{column}\" is blank{who}.",
                                 "Ghi bổ sung ở phần mềm hoặc sổ gốc rồi xuất lại.",
                                 "Fill it in in the source system or book and export again."};

inline constexpr Rule form_differs{
    "validate/form-differs",
    Severity::Error,
    "secretary",
    "{table}: {column} \"{value}\" không đúng dạng{who}; viết đúng như \"{example}\".",
    "{table}: {column} \"{value}\" is not in the right form{who}, such as \"{example}\".",
    at_source_vi,
    at_source_en};

inline constexpr Rule out_of_range{
    "validate/out-of-range",
    Severity::Error,
    "secretary",
    "{table}: {column} là {value}{who}, mà phải {range}.",
    "{table}: {column} is {value}{who} and ought to be {range_en}.",
    "Xem lại số liệu gốc; sai thì sửa ở phần mềm hoặc sổ gốc rồi xuất lại.",
    "Look at the original; mend it in the source system or book and export again."};

inline constexpr Rule not_in_list{
    "validate/not-in-list",
    Severity::Error,
    "secretary",
    "{table}: {column} \"{value}\" không có trong danh mục{who}; được dùng: {values}.",
    "{table}: {column} \"{value}\" is not among the values in use{who}: {values}.",
    at_source_vi,
    at_source_en};

inline constexpr Rule value_twice{
    "validate/value-twice",
    Severity::Error,
    "secretary",
    "{table}: {column} \"{value}\" có hai lần{who}, lần đầu ở dòng {first}.",
    "{table}: {column} \"{value}\" stands twice{who}, first in row {first}.",
    at_source_vi,
    at_source_en};

inline constexpr Rule number_left_out{
    "validate/number-left-out",
    Severity::Error,
    "secretary",
    "{table}: {column}: thiếu số {missing} trước số {value}.",
    "{table}: {column}: {missing} is missing before {value}.",
    "Ghi bổ sung số bị thiếu; số đã hủy thì vẫn ghi một dòng và ghi chú \"hủy\".",
    "Enter what is missing; a number that was cancelled keeps its row with a note."};

inline constexpr Rule number_falls{
    "validate/number-falls",
    Severity::Error,
    "secretary",
    "{table}: {column}: {value} đứng sau số {before}; số phải tăng dần.",
    "{table}: {column}: {value} stands after {before}; numbers must rise.",
    at_source_vi,
    at_source_en};

inline constexpr Rule date_falls{
    "validate/date-falls",
    Severity::Warning,
    "secretary",
    "{table}: số {number} ghi {column} {value}, trước ngày {date} của số {before}.",
    "{table}: number {number} has {column} {value}, before {date} of number {before}.",
    "Xem lại ngày trên văn bản; văn bản đăng ký sau không được ghi lùi ngày.",
    "Look at the date on the paper; what was registered later must not be dated back."};

inline constexpr Rule not_registered{
    "validate/not-registered",
    Severity::Error,
    "secretary",
    "{table}: {column} \"{value}\"{who} không có trong bảng \"{other}\".",
    "{table}: {column} \"{value}\"{who} does not stand in \"{other}\".",
    "Đối chiếu hai bảng, sửa bảng ghi sai hoặc ghi bổ sung rồi xuất lại.",
    "Compare the two, mend or complete the wrong one and export again."};

inline constexpr Rule tables_differ{
    "validate/tables-differ",
    Severity::Error,
    "secretary",
    "{table}: {column} là {value}{who}, nhưng \"{other}\" ghi {expected}.",
    "{table}: {column} is {value}{who}, but \"{other}\" says {expected}.",
    "Đối chiếu giấy tờ gốc, sửa bảng ghi sai rồi xuất lại.",
    "Compare with the original papers, mend the wrong one and export again."};

inline constexpr Rule sum_differs{
    "validate/sum-differs",
    Severity::Error,
    "secretary",
    "{table}: {column} là {value}{who}, nhưng {formula} là {expected}.",
    "{table}: {column} is {value}{who}, but {formula} is {expected}.",
    at_source_vi,
    at_source_en};

}  // namespace hoso::flaw
