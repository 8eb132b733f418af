// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vocabulary/finding.h"

namespace hoso::compose_rule {

inline constexpr Rule row_missing{
    "compose/row-missing",
    Severity::Error,
    "secretary",
    "hồ sơ {document}: không có dòng \"{dataset}\" cho mục \"{field}\"",
    "document {document}: no row of \"{dataset}\" for \"{field}\"",
    "Xuất thêm dữ liệu này từ phần mềm, bỏ vào thư mục rồi chạy lại.",
    "Export this data from the source system as well and run again."};

inline constexpr Rule two_rows{
    "compose/two-rows",
    Severity::Error,
    "secretary",
    "hồ sơ {document}: mục \"{field}\" có {count} dòng \"{dataset}\", chỉ được có một",
    "document {document}: \"{field}\" has {count} rows of \"{dataset}\", only one is allowed",
    "Sửa trên phần mềm để chỉ còn một dòng rồi xuất lại; không sửa trong tệp Excel.",
    "Leave one of them in the source system and export again; do not edit the workbook."};

inline constexpr Rule no_form{
    "compose/no-form",
    Severity::Error,
    "secretary",
    "lớp {class} đánh giá theo {pack}, nhưng hồ sơ {record} chưa có mẫu cho quy định này",
    "class {class} is assessed by {pack}, but record {record} has no form for it",
    "Hồ sơ của lớp chưa được làm. Báo người giữ mẫu biểu thêm mẫu vào record.xml.",
    "The documents of the class were not made. Add a form to record.xml."};

inline constexpr Rule no_pupils{
    "compose/no-pupils",
    Severity::Error,
    "secretary",
    "lớp {class}: danh sách lớp kỳ {period} không có học sinh nào",
    "class {class}: the class list of {period} has no pupils",
    "Xuất danh sách học sinh của lớp từ SMAS, bỏ vào thư mục rồi chạy lại.",
    "Export the pupil list of the class from SMAS and run again."};

inline constexpr Rule export_missing{
    "compose/export-missing",
    Severity::Error,
    "secretary",
    "hồ sơ {record} ({period}) chưa làm được: thiếu \"{dataset}\"",
    "record {record} ({period}) cannot be made: no file gave \"{dataset}\"",
    "Xuất hoặc chép tệp này vào thư mục rồi chạy lại.",
    "Put this file into the folder and run again."};

inline constexpr Rule attachment_missing{
    "compose/attachment-missing",
    Severity::Error,
    "secretary",
    "hồ sơ {document} chưa có tệp kèm theo: không có \"{dataset}\" nào",
    "document {document} lacks the files that go with it: no \"{dataset}\"",
    "Bỏ tệp (bản quét hoặc tệp Word đã duyệt) vào thư mục rồi chạy lại.",
    "Put the file (the scan or the approved Word file) into the folder and run again."};

inline constexpr Rule office_missing{
    "compose/office-missing",
    Severity::Error,
    "secretary",
    "hồ sơ {document} cần bản PDF/A của {count} tệp Word, nhưng máy này không có LibreOffice (hoặc "
    "đang chạy với --without-office)",
    "document {document} needs the PDF/A of {count} Word files, but this machine has no "
    "LibreOffice "
    "(or --without-office was given)",
    "Cài LibreOffice (có Writer) rồi chạy lại, hoặc chạy trên máy đã có LibreOffice. Không tự in "
    "tệp Word ra PDF để thay.",
    "Install LibreOffice with Writer and run again, or run on a machine that has it."};

inline constexpr Rule office_failed{
    "compose/office-failed",
    Severity::Error,
    "secretary",
    "hồ sơ {document}: LibreOffice không chuyển được tệp {file} sang PDF/A",
    "document {document}: LibreOffice cannot make a PDF/A of {file}",
    "Mở tệp bằng Word: nếu có mật khẩu thì bỏ mật khẩu, nếu hỏng thì xin lại tệp của người soạn; "
    "lưu dạng .docx rồi chạy lại.",
    "Open the file in Word: take its password off or ask its author for a sound copy, save it as "
    ".docx and run again."};

inline constexpr Rule no_signer{
    "compose/no-signer",
    Severity::Error,
    "secretary",
    "hồ sơ {document} cần chữ ký của \"{role}\", nhưng hoso.toml không nói đó là ai",
    "document {document} needs the signature of \"{role}\", but hoso.toml names nobody",
    "Thêm vào hoso.toml: [duties], ví dụ {role} = \"pht\"; với giáo viên bộ môn là một [[people]] "
    "có đúng tên trong bảng phân công.",
    "Add it to hoso.toml: [duties], for example {role} = \"pht\"; for a subject teacher a "
    "[[people]] with the name of the assignment table."};

}  // namespace hoso::compose_rule

namespace hoso {
inline constexpr const Rule* compose_rules[] = {
    &compose_rule::row_missing,        &compose_rule::two_rows,       &compose_rule::no_form,
    &compose_rule::no_pupils,          &compose_rule::no_signer,      &compose_rule::export_missing,
    &compose_rule::attachment_missing, &compose_rule::office_missing, &compose_rule::office_failed};
}
