// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vocabulary/finding.h"

// What ingest can say of Word documents, scanned books and mail. ingest/rules.h lists them with the
// rest of the room.
namespace hoso::ingest_rule {

namespace detail {
inline constexpr std::string_view kScanVi =
    "Quét lại trang giấy: đặt máy quét ở 300 dpi, màu, tỉ lệ 100 %, lưu PDF.";
inline constexpr std::string_view kScanEn =
    "Scan the paper again: 300 dpi, colour, 100 % scale, saved as PDF.";
inline constexpr std::string_view kAskVi =
    "Hỏi người soạn: mở bằng Word, chấp nhận hoặc bỏ hết rồi lưu thành bản chính thức.";
inline constexpr std::string_view kAskEn =
    "Ask its author: accept or drop all of them in Word and save the final version.";
inline constexpr std::string_view kMailVi =
    "Mở thư trong hộp thư rồi tải lại (Tải thư xuống / Lưu thành .eml).";
inline constexpr std::string_view kMailEn =
    "Open the message in the mailbox and download it again (as .eml).";
}  // namespace detail

// Word.

inline constexpr Rule word_macros{
    "ingest/word-macros",
    Severity::Error,
    "secretary",
    "Tệp Word có macro (.docm) nên không đọc.",
    "The Word file has macros (.docm) and is not read.",
    "Mở bằng Word, chọn Lưu thành (Save As) dạng .docx rồi thay tệp này.",
    "Open it in Word, save it as .docx and replace this file."};
inline constexpr Rule doc_needs_office{
    "ingest/doc-needs-office",
    Severity::Error,
    "secretary",
    "Tệp .doc (Word 97-2003) chỉ đọc được khi máy có LibreOffice.",
    "A .doc file (Word 97-2003) can only be read where LibreOffice is installed.",
    "Mở bằng Word, chọn Lưu thành (Save As) dạng .docx rồi thay tệp này; hoặc cài LibreOffice.",
    "Open it in Word, save it as .docx and replace this file; or install LibreOffice."};
inline constexpr Rule doc_not_converted{
    "ingest/doc-not-converted",
    Severity::Error,
    "secretary",
    "LibreOffice không mở được tệp .doc này: tệp bị hỏng hoặc được đặt mật khẩu.",
    "LibreOffice cannot open this .doc file: it is damaged or has a password.",
    "Mở bằng Word, bỏ mật khẩu nếu có, lưu thành .docx rồi thay tệp này.",
    "Open it in Word, remove its password, save it as .docx and replace this file."};
inline constexpr Rule too_many_tables{"ingest/too-many-tables",
                                      Severity::Error,
                                      "secretary",
                                      "Tệp Word có hơn {limit} bảng.",
                                      "The Word file has more than {limit} tables.",
                                      "Tách thành nhiều tệp nhỏ hơn.",
                                      "Split it into smaller files."};
inline constexpr Rule empty_document{"ingest/empty-document",
                                     Severity::Warning,
                                     "secretary",
                                     "Tệp Word không có chữ nào.",
                                     "The Word file has no text.",
                                     "Hỏi người nộp có nhầm tệp không.",
                                     "Ask who handed it in whether this is the right file."};
inline constexpr Rule tracked_changes{
    "ingest/tracked-changes",
    Severity::Warning,
    "secretary",
    "Tệp Word còn {count} chỗ sửa đang theo dõi, chưa chấp nhận hay bỏ; đã đọc như khi chấp nhận "
    "hết.",
    "The Word file has {count} tracked changes; it was read as if all were accepted.",
    detail::kAskVi,
    detail::kAskEn};
inline constexpr Rule comments_left{"ingest/comments-left",
                                    Severity::Warning,
                                    "secretary",
                                    "Tệp Word còn {count} ghi chú bên lề (comment).",
                                    "The Word file has {count} comments.",
                                    detail::kAskVi,
                                    detail::kAskEn};
inline constexpr Rule hidden_text{"ingest/hidden-text",
                                  Severity::Warning,
                                  "secretary",
                                  "Tệp Word có {count} đoạn chữ ẩn, không in ra; đã bỏ qua.",
                                  "The Word file has {count} runs of hidden text; left out.",
                                  detail::kAskVi,
                                  detail::kAskEn};

// Scanned books.

inline constexpr Rule pdf_damaged{"ingest/pdf-damaged",
                                  Severity::Error,
                                  "secretary",
                                  "Tệp PDF bị hỏng nên không lưu trữ được ({reason}).",
                                  "The PDF is damaged and cannot be archived ({reason}).",
                                  detail::kScanVi,
                                  detail::kScanEn};
inline constexpr Rule pdf_too_large{"ingest/pdf-too-large",
                                    Severity::Error,
                                    "secretary",
                                    "Tệp PDF cần nhiều bộ nhớ hơn mức cho phép ({reason}).",
                                    "The PDF needs more memory than it may ({reason}).",
                                    detail::kScanVi,
                                    detail::kScanEn};
inline constexpr Rule pdf_too_many_pages{"ingest/pdf-too-many-pages",
                                         Severity::Error,
                                         "secretary",
                                         "Tệp PDF có {count} trang, nhiều hơn mức cho phép "
                                         "({limit}).",
                                         "The PDF has {count} pages; the limit is {limit}.",
                                         "Tách thành nhiều tệp nhỏ hơn.",
                                         "Split it into smaller files."};
inline constexpr Rule pdf_old_version{
    "ingest/pdf-old-version",
    Severity::Warning,
    "secretary",
    "Tệp PDF theo phiên bản {version}; bản số hóa phải từ 1.4 trở lên.",
    "The PDF has version {version}; a digitised record needs 1.4 or later.",
    detail::kScanVi,
    detail::kScanEn};
inline constexpr Rule scan_resolution{
    "ingest/scan-resolution",
    Severity::Warning,
    "secretary",
    "Bản quét chỉ đạt {dpi} dpi ở trang {pages}; cần từ {limit} dpi.",
    "The scan has only {dpi} dpi on page {pages}; {limit} dpi are needed.",
    detail::kScanVi,
    detail::kScanEn};
inline constexpr Rule scan_resolution_unknown{
    "ingest/scan-resolution-unknown",
    Severity::Warning,
    "secretary",
    "Ảnh không ghi độ phân giải (trang {pages}), nên không biết có đủ {limit} dpi hay không.",
    "The image does not say its resolution (page {pages}); {limit} dpi are needed.",
    detail::kScanVi,
    detail::kScanEn};
inline constexpr Rule image_damaged{"ingest/image-damaged",
                                    Severity::Error,
                                    "secretary",
                                    "Tệp ảnh {format} bị hỏng hoặc thiếu phần cuối.",
                                    "The {format} image is damaged or cut off.",
                                    detail::kScanVi,
                                    detail::kScanEn};
inline constexpr Rule image_unsupported{
    "ingest/image-unsupported",
    Severity::Warning,
    "secretary",
    "Ảnh dạng {format} không dùng để lưu trữ được nên không đọc.",
    "An image in the format {format} is no archive format; it is not read.",
    "Quét lại thành PDF, hoặc mở ảnh rồi lưu thành JPEG, PNG hay TIFF.",
    "Scan it as PDF, or open the image and save it as JPEG, PNG or TIFF."};

// Mail.

inline constexpr Rule mail_without_date{
    "ingest/mail-without-date",
    Severity::Warning,
    "secretary",
    "Thư không có ngày gửi hoặc ngày \"{value}\" không đọc được.",
    "The message has no date, or \"{value}\" is none.",
    "Ghi ngày đến vào sổ bằng tay và tải lại thư từ hộp thư.",
    "Note the day in the register by hand and download the message again."};
inline constexpr Rule mail_damaged{"ingest/mail-damaged",
                                   Severity::Error,
                                   "secretary",
                                   "Thư bị hỏng, không đọc được tệp đính kèm ({reason}).",
                                   "The message is damaged; its attachments cannot be read "
                                   "({reason}).",
                                   detail::kMailVi,
                                   detail::kMailEn};
inline constexpr Rule mail_too_many{"ingest/mail-too-many",
                                    Severity::Error,
                                    "secretary",
                                    "Tệp thư có hơn {limit} thư.",
                                    "The mail file has more than {limit} messages.",
                                    "Tải từng tháng thay cho cả hộp thư.",
                                    "Download a month of them instead of all."};
inline constexpr Rule mail_too_deep{
    "ingest/mail-too-deep",
    Severity::Error,
    "secretary",
    "Thư có phần lồng nhau quá {depth} cấp hoặc nhiều hơn {parts} phần; chưa đọc hết tệp đính kèm.",
    "The message nests deeper than {depth} levels or has more than {parts} parts; not all of its "
    "attachments are read.",
    "Không mở thư này; hỏi lại người gửi.",
    "Do not open it; ask its sender."};
inline constexpr Rule mail_encoding{
    "ingest/mail-encoding",
    Severity::Warning,
    "secretary",
    "Tiêu đề hoặc tên tệp đính kèm dùng bảng mã không rõ ({value}), có chữ không đọc được.",
    "The subject or a file name has an unknown encoding ({value}) and cannot be read whole.",
    detail::kMailVi,
    detail::kMailEn};

}  // namespace hoso::ingest_rule
