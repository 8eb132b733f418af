// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vocabulary/finding.h"

namespace hoso::rules {

inline constexpr std::string_view export_again_vi =
    "Sửa trên phần mềm rồi xuất lại; không sửa trong tệp Excel.";
inline constexpr std::string_view export_again_en =
    "Mend it in the source system and export again; do not edit the Excel file.";

inline constexpr Rule unknown_sheet{
    "recognise/unknown-sheet",
    Severity::Error,
    "secretary",
    "Không nhận ra bảng này: không giống mẫu xuất nào đã khai báo.",
    "This sheet is not known: it is like no declared export.",
    "Kiểm tra xem đã xuất đúng báo cáo chưa. Tệp không dùng để làm hồ sơ thì đưa ra khỏi thư mục.",
    "Check that the right report was exported. Move files that are not for records out of the "
    "folder."};

inline constexpr Rule no_table{"recognise/no-table",
                               Severity::Warning,
                               "secretary",
                               "Không thấy bảng dữ liệu nào trong trang này; không dùng.",
                               "There is no table of data in this sheet; it is not used.",
                               "Tệp không dùng để làm hồ sơ thì đưa ra khỏi thư mục.",
                               "Move files that are not for records out of the folder."};

inline constexpr Rule missing_heading{
    "recognise/missing-heading",
    Severity::Error,
    "secretary",
    "Bảng gần giống \"{layout}\" nhưng không tìm thấy cột {missing}. Không dùng bảng này.",
    "The sheet is nearly \"{layout}\" but has no column {missing}. It is not used.",
    "Tên cột phải đúng như phần mềm xuất ra. Xuất lại từ {system}; không đổi, không xóa cột trong "
    "tệp Excel.",
    "Headings must be as the system exports them. Export again from {system}; do not rename or "
    "delete columns."};

inline constexpr Rule duplicate_heading{"recognise/duplicate-heading",
                                        Severity::Error,
                                        "secretary",
                                        "Cột \"{heading}\" có hai lần (hoặc hai cột cùng nghĩa). "
                                        "Không biết lấy cột nào nên không dùng bảng này.",
                                        "There are two columns for \"{heading}\". Which one counts "
                                        "is unknown, so the sheet is not used.",
                                        "Xuất lại từ {system}; không thêm cột trong tệp Excel.",
                                        "Export again from {system}; do not add columns in Excel."};

inline constexpr Rule unknown_column{"recognise/unknown-column",
                                     Severity::Note,
                                     "secretary",
                                     "Các cột không dùng đến: {columns}.",
                                     "Columns that are not used: {columns}.",
                                     "Nếu một cột ở đây cần cho hồ sơ thì kiểm tra lại tên cột.",
                                     "If one of these is needed for a record, check its heading."};

inline constexpr Rule column_without_heading{
    "recognise/column-without-heading",
    Severity::Warning,
    "secretary",
    "Cột {column} có dữ liệu nhưng không có tiêu đề nên không được dùng.",
    "Column {column} holds values but has no heading, so it is not used.",
    export_again_vi,
    export_again_en};

inline constexpr Rule contradicting_title{
    "recognise/contradicting-title",
    Severity::Error,
    "secretary",
    "Tiêu đề ghi {what_vi} \"{first}\" nhưng {place_vi} ghi \"{second}\". Không dùng bảng này.",
    "The title says {what_en} \"{first}\" but {place_en} says \"{second}\". The sheet is not used.",
    "Xem lại bảng này là của {what_vi} nào rồi xuất lại từ phần mềm.",
    "Find out which {what_en} this is and export it again."};

inline constexpr Rule missing_context{
    "recognise/missing-context",
    Severity::Error,
    "secretary",
    "Không thấy {what_vi} ở tiêu đề, tên trang tính hay cột nào của bảng. Không dùng bảng này.",
    "No {what_en} in the title, the sheet's name or a column. The sheet is not used.",
    "Xuất lại từ phần mềm, giữ nguyên các dòng tiêu đề phía trên bảng.",
    "Export again and keep the title rows above the table."};

inline constexpr Rule from_file_name{
    "recognise/from-file-name",
    Severity::Note,
    "secretary",
    "Tiêu đề không ghi {what_vi}; lấy \"{value}\" theo tên tệp.",
    "The title has no {what_en}; \"{value}\" is taken from the file's name.",
    "Nên xuất tệp có đủ dòng tiêu đề.",
    "Better export files with their title rows."};

inline constexpr Rule export_not_final{
    "recognise/export-not-final",
    Severity::Error,
    "secretary",
    "Phần mềm ghi: \"{text}\". Kết quả chưa phải là cuối cùng nên không dùng bảng này.",
    "The system says: \"{text}\". The results are not final, so the sheet is not used.",
    "Bấm \"Tổng kết\" trên phần mềm cho xong rồi xuất lại.",
    "Finish \"Tổng kết\" in the system, then export again."};

inline constexpr Rule no_rows{
    "recognise/no-rows",
    Severity::Error,
    "secretary",
    "Bảng \"{layout}\" có tiêu đề nhưng không có dòng dữ liệu nào.",
    "\"{layout}\" has a header but no rows.",
    "Kiểm tra đã chọn đúng lớp và học kỳ khi xuất, rồi xuất lại.",
    "Check the class and the term chosen for the export, then export again."};

inline constexpr Rule row_without_key{"recognise/row-without-key",
                                      Severity::Error,
                                      "secretary",
                                      "Dòng {row} có dữ liệu ({content}) nhưng để trống {key}.",
                                      "Row {row} holds values ({content}) but no {key}.",
                                      export_again_vi,
                                      export_again_en};

inline constexpr Rule row_after_end{
    "recognise/row-after-end",
    Severity::Error,
    "secretary",
    "Dòng {row} ({content}) nằm dưới dòng kết thúc bảng \"{end}\" nên không được đọc.",
    "Row {row} ({content}) stands below the line \"{end}\" that ends the table, so it is not read.",
    export_again_vi,
    export_again_en};

inline constexpr Rule second_table{"recognise/second-table",
                                   Severity::Error,
                                   "secretary",
                                   "Từ dòng {row} lại có hàng tiêu đề của bảng này, dưới dòng chữ "
                                   "\"{text}\". Không biết phần đó là "
                                   "gì nên không đọc.",
                                   "At row {row} the header of this table stands again, below the "
                                   "line \"{text}\". What that part is "
                                   "is unknown, so it is not read.",
                                   "Xuất lại từng bảng thành tệp hay trang tính riêng.",
                                   "Export each table as a file or sheet of its own."};

inline constexpr Rule block_without_end{"recognise/block-without-end",
                                        Severity::Error,
                                        "secretary",
                                        "Phần này của \"{layout}\" không có dòng kết thúc như phần "
                                        "mềm vẫn ghi, nên không biết dòng nào "
                                        "thuộc bảng. Không dùng phần này.",
                                        "This part of \"{layout}\" lacks the line that the system "
                                        "ends it with, so which rows belong to "
                                        "it is unknown. It is not used.",
                                        export_again_vi,
                                        export_again_en};

inline constexpr Rule text_below{"recognise/text-below",
                                 Severity::Note,
                                 "secretary",
                                 "Dưới bảng có chữ không đọc: \"{text}\".",
                                 "Text below the table, not read: \"{text}\".",
                                 "Nếu đây là dữ liệu thì xuất lại tệp từ phần mềm.",
                                 "If this is data, export the file again."};

inline constexpr Rule class_differs{
    "recognise/class-differs",
    Severity::Error,
    "secretary",
    "Cột Lớp ghi \"{value}\" nhưng tiêu đề ghi lớp {class}.",
    "The class column says \"{value}\" but the title says class {class}.",
    export_again_vi,
    export_again_en};

inline constexpr Rule exported_twice{
    "recognise/exported-twice",
    Severity::Error,
    "secretary",
    "\"{layout}\" {what} có hai bản xuất khác nhau ({differences_vi}). {age_vi} Chỉ được giữ một "
    "bản.",
    "\"{layout}\" {what} was exported twice, with differences ({differences_en}). {age_en} Only "
    "one "
    "may stay.",
    "Đưa bản sai ra khỏi thư mục; hoặc ghi vào hoso.toml: [[prefer]] file = \"{file}\", over = "
    "\"{over}\", reason = \"lý do\".",
    "Move the wrong one out of the folder; or write into hoso.toml: [[prefer]] file = \"{file}\", "
    "over = \"{over}\", reason = \"why\"."};

inline constexpr Rule same_file_twice{
    "recognise/same-file-twice",
    Severity::Warning,
    "secretary",
    "\"{layout}\" {what}{more_vi}: có hai tệp giống hệt nhau; dùng một tệp.",
    "\"{layout}\" {what}{more_en}: there are two identical files; one is used.",
    "Có thể bỏ bớt một tệp.",
    "One of them can go."};

inline constexpr Rule same_content_twice{
    "recognise/same-content-twice",
    Severity::Warning,
    "secretary",
    "\"{layout}\" {what}{more_vi}: có ở hai tệp với cùng nội dung; dùng một tệp.",
    "\"{layout}\" {what}{more_en}: two files hold the same; one is used.",
    "Có thể bỏ bớt một tệp.",
    "One of them can go."};

inline constexpr Rule preferred{"recognise/preferred",
                                Severity::Note,
                                "secretary",
                                "\"{layout}\" {what}{more_vi}: dùng \"{file}\", không dùng "
                                "\"{over}\", như hoso.toml đã ghi. Lý do: "
                                "{reason}.",
                                "\"{layout}\" {what}{more_en}: \"{file}\" is used and \"{over}\" "
                                "is not, as hoso.toml says. Reason: "
                                "{reason}.",
                                "Không phải làm gì; lý do này được lưu cùng hồ sơ.",
                                "Nothing to do; the reason is kept with the records."};

inline constexpr Rule preference_unused{
    "recognise/preference-unused",
    Severity::Warning,
    "secretary",
    "hoso.toml ghi dùng \"{file}\" thay \"{over}\" nhưng không có hai bản xuất như vậy.",
    "hoso.toml says that \"{file}\" counts instead of \"{over}\", but there are no such two "
    "exports.",
    "Xem lại tên hai tệp trong [[prefer]], hoặc bỏ phần đó đi.",
    "Check the two names in [[prefer]], or take it out."};

inline constexpr Rule hidden_data{
    "recognise/hidden-data",
    Severity::Note,
    "secretary",
    "Có dữ liệu ở chỗ bị ẩn: {what_vi}; vẫn được đọc.",
    "There are values in hidden places: {what_en}; they are read.",
    "Bỏ ẩn để xem; nếu phần đó không thuộc bảng thì xuất lại tệp.",
    "Unhide to see them; if they do not belong to the table, export the file again."};

inline constexpr Rule sheet_not_used{"recognise/sheet-not-used",
                                     Severity::Note,
                                     "secretary",
                                     "Nhận ra \"{layout}\"; chưa có hồ sơ nào dùng bảng này.",
                                     "This is \"{layout}\"; no record uses it yet.",
                                     "Không phải làm gì.",
                                     "Nothing to do."};

inline constexpr Rule empty_sheet{"recognise/empty-sheet",
                                  Severity::Note,
                                  "secretary",
                                  "Trang tính trống.",
                                  "The sheet is empty.",
                                  "Không phải làm gì nếu trang này vốn trống.",
                                  "Nothing to do if it is meant to be empty."};

inline constexpr Rule unknown_document{
    "recognise/unknown-document",
    Severity::Error,
    "secretary",
    "Không nhận ra văn bản Word này là loại nào.{nearest_vi}",
    "This Word document is of no known kind.{nearest_en}",
    "Ghi tên văn bản đúng như mẫu ở đầu văn bản; tệp không dùng để làm hồ sơ thì đưa ra khỏi thư "
    "mục.",
    "Title the document as its form does; move files that are not for records out of the folder."};

inline constexpr Rule section_missing{
    "recognise/section-missing",
    Severity::Error,
    "secretary",
    "{kind}: thiếu mục \"{section}\"{parent_vi}; đáng lẽ đứng {place_vi}.",
    "{kind}: section \"{section}\" is missing{parent_en}; it was expected {place_en}.",
    "Người soạn bổ sung mục này (giữ đúng tên mục của mẫu) rồi nộp lại tệp Word.",
    "The author adds the section under the form's own title and hands the file in again."};

inline constexpr Rule section_misplaced{
    "recognise/section-misplaced",
    Severity::Warning,
    "secretary",
    "{kind}: mục \"{section}\"{parent_vi} không đứng đúng thứ tự của mẫu.",
    "{kind}: section \"{section}\"{parent_en} does not stand in the form's order.",
    "Người soạn xếp lại các mục theo thứ tự của mẫu.",
    "The author puts the sections into the form's order."};

inline constexpr Rule section_empty{"recognise/section-empty",
                                    Severity::Error,
                                    "secretary",
                                    "{kind}: mục \"{section}\"{parent_vi} chưa có nội dung.",
                                    "{kind}: section \"{section}\"{parent_en} is empty.",
                                    "Người soạn ghi nội dung của mục này rồi nộp lại tệp Word.",
                                    "The author fills the section in and hands the file in again."};

inline constexpr Rule section_without_table{
    "recognise/section-without-table",
    Severity::Error,
    "secretary",
    "{kind}: mục \"{section}\" không có bảng với các cột {columns}.",
    "{kind}: section \"{section}\" has no table with the columns {columns}.",
    "Người soạn lập bảng theo mẫu rồi nộp lại tệp Word.",
    "The author adds the form's table and hands the file in again."};

inline constexpr Rule section_without_column{
    "recognise/section-without-column",
    Severity::Error,
    "secretary",
    "{kind}: bảng ở mục \"{section}\" thiếu cột {columns}.",
    "{kind}: the table of section \"{section}\" lacks the column {columns}.",
    "Người soạn thêm cột (tên cột như mẫu) rồi nộp lại tệp Word.",
    "The author adds the column under the form's own heading and hands the file in again."};

inline constexpr Rule document_field_missing{
    "recognise/document-field-missing",
    Severity::Error,
    "secretary",
    "{kind}: không thấy ghi {field}.",
    "{kind}: {field} is not stated.",
    "Người soạn ghi dòng này ở đầu văn bản như mẫu rồi nộp lại tệp Word.",
    "The author writes it at the top of the document as the form has it and hands it in again."};

inline constexpr Rule name_differs{
    "recognise/name-differs",
    Severity::Warning,
    "secretary",
    "Tên tệp ghi {field} là \"{name}\" nhưng văn bản ghi \"{value}\"; lấy theo văn bản.",
    "The file's name says {field} \"{name}\" but the text says \"{value}\", which counts.",
    "Xem lại có nộp nhầm tệp không; nếu không thì đổi tên tệp.",
    "Check that it is the right file; if it is, rename it."};

inline constexpr Rule table_in_document{
    "recognise/table-in-document",
    Severity::Note,
    "secretary",
    "Bảng này trong văn bản Word được đọc như \"{layout}\".",
    "This table of a Word document is read as \"{layout}\".",
    "Không phải làm gì nếu bảng này đúng là dữ liệu để làm hồ sơ.",
    "Nothing to do if the table is meant as data for records."};

}  // namespace hoso::rules

namespace hoso {

inline constexpr const Rule* recognise_rules[] = {
    &rules::unknown_sheet,
    &rules::no_table,
    &rules::missing_heading,
    &rules::duplicate_heading,
    &rules::unknown_column,
    &rules::column_without_heading,
    &rules::contradicting_title,
    &rules::missing_context,
    &rules::from_file_name,
    &rules::export_not_final,
    &rules::no_rows,
    &rules::row_without_key,
    &rules::row_after_end,
    &rules::second_table,
    &rules::block_without_end,
    &rules::text_below,
    &rules::class_differs,
    &rules::exported_twice,
    &rules::same_file_twice,
    &rules::same_content_twice,
    &rules::preferred,
    &rules::preference_unused,
    &rules::hidden_data,
    &rules::sheet_not_used,
    &rules::empty_sheet,
    &rules::unknown_document,
    &rules::section_missing,
    &rules::section_misplaced,
    &rules::section_empty,
    &rules::section_without_table,
    &rules::section_without_column,
    &rules::document_field_missing,
    &rules::name_differs,
    &rules::table_in_document,
};

}  // namespace hoso
