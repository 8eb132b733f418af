// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ingest/documents/rules.h"
#include "vocabulary/finding.h"

// What ingest can say. None of these findings holds back a document by itself (Scope::nothing):
// what a refused file or cell should have brought is missed by the rooms that need it, and they
// know whose it is. A refused cell stays in its sheet as an error value, never as a blank.
namespace hoso::ingest_rule {

namespace detail {
inline constexpr std::string_view kExportAgainVi =
    "Xuất lại tệp này từ phần mềm (SMAS, vnEdu, CSDL) rồi thay tệp cũ.";
inline constexpr std::string_view kExportAgainEn =
    "Export this file again from its system (SMAS, vnEdu, CSDL) and replace it.";
inline constexpr std::string_view kSourceVi =
    "Sửa trên SMAS rồi xuất lại; không sửa trong tệp Excel.";
inline constexpr std::string_view kSourceEn =
    "Mend it in SMAS and export again; do not edit the Excel file.";
inline constexpr std::string_view kUntrustedVi =
    "Không dùng tệp này. Hãy tự xuất lại từ phần mềm, không lấy tệp gửi qua thư hoặc mạng xã hội.";
inline constexpr std::string_view kUntrustedEn =
    "Do not use this file. Export it yourself, not from an e-mail or a chat.";

constexpr Rule error(std::string_view id, std::string_view vi, std::string_view en,
                     std::string_view hint_vi, std::string_view hint_en) {
    return {id, Severity::Error, "secretary", vi, en, hint_vi, hint_en};
}
constexpr Rule hostile(std::string_view id, std::string_view vi, std::string_view en) {
    return error(id, vi, en, kUntrustedVi, kUntrustedEn);
}
constexpr Rule broken(std::string_view id, std::string_view vi, std::string_view en) {
    return error(id, vi, en, kExportAgainVi, kExportAgainEn);
}
constexpr Rule cell(std::string_view id, std::string_view vi, std::string_view en) {
    return error(id, vi, en, kSourceVi, kSourceEn);
}
}  // namespace detail

// The file as a whole.

inline constexpr Rule file_too_large = detail::error(
    "ingest/file-too-large", "Tệp có {size} byte, lớn hơn mức đọc được ({limit} byte).",
    "The file has {size} bytes; the limit is {limit}.",
    "Xuất ra nhiều tệp nhỏ hơn (từng khối, từng lớp); nếu không phải tệp xuất thì chuyển ra khỏi "
    "thư mục.",
    "Export smaller files (by grade or class); if it is not an export, move it out of the folder.");
inline constexpr Rule empty_file{"ingest/empty-file",   Severity::Note,
                                 "secretary",           "Tệp rỗng, không có dữ liệu.",
                                 "The file is empty.",  detail::kExportAgainVi,
                                 detail::kExportAgainEn};
inline constexpr Rule no_sheets{"ingest/no-sheets",
                                Severity::Note,
                                "secretary",
                                "Tệp Excel không có trang tính nào.",
                                "The workbook has no sheet.",
                                detail::kExportAgainVi,
                                detail::kExportAgainEn};
inline constexpr Rule empty_sheet{"ingest/empty-sheet",
                                  Severity::Note,
                                  "secretary",
                                  "Trang tính này trống.",
                                  "The sheet is empty.",
                                  "Nếu trang này phải có dữ liệu thì xuất lại từ phần mềm.",
                                  "If it should hold data, export it again."};
inline constexpr Rule not_read_yet = detail::error(
    "ingest/not-read-yet", "Tệp này có dạng {format}, chưa đọc được.",
    "The file is {format}, which is not read yet.",
    "Xuất lại từ phần mềm với dạng .xlsx; nếu không có, mở bằng Excel, chọn Lưu thành (Save As) "
    "dạng .xlsx và không sửa nội dung.",
    "Export it as .xlsx; if that is not offered, open it in Excel and save it as .xlsx without "
    "changing anything.");
inline constexpr Rule password_protected = detail::error(
    "ingest/password-protected", "Tệp được bảo vệ bằng mật khẩu nên không đọc được.",
    "The file is protected by a password and cannot be read.",
    "Mở bằng Excel hoặc Word, vào Tệp > Thông tin > Bảo vệ, bỏ mật khẩu rồi lưu; hoặc xuất lại "
    "từ phần mềm.",
    "Open it in Excel or Word, remove the password under File > Info > Protect and save; or "
    "export it again.");
inline constexpr Rule not_data{"ingest/not-data",
                               Severity::Note,
                               "secretary",
                               "Tệp dạng {format} được ghi vào danh sách nhưng không đọc số liệu.",
                               "The file ({format}) is listed but no figures are read from it.",
                               "Nếu tệp có số liệu cần dùng thì xuất lại dạng .xlsx hoặc .csv.",
                               "If it holds figures that are needed, export it as .xlsx or .csv."};
inline constexpr Rule unknown_format{
    "ingest/unknown-format",
    Severity::Warning,
    "secretary",
    "Không nhận ra loại tệp này nên không đọc.",
    "The kind of this file is unknown; it is not read.",
    "Nếu là tệp xuất thì xuất lại dạng .xlsx hoặc .csv; nếu không thì chuyển ra khỏi thư mục.",
    "If it is an export, export it as .xlsx or .csv; else move it out of the folder."};
inline constexpr Rule archive{"ingest/archive",
                              Severity::Warning,
                              "secretary",
                              "Đây là tệp nén; các tệp bên trong chưa được đọc.",
                              "This is a compressed archive; the files in it are not read.",
                              "Giải nén, chép các tệp bên trong vào thư mục rồi bỏ tệp nén.",
                              "Unpack it, put its files into the folder and remove the archive."};
inline constexpr Rule open_in_office{"ingest/open-in-office",
                                     Severity::Warning,
                                     "secretary",
                                     "Tệp \"{document}\" có thể đang mở trong Excel hoặc Word.",
                                     "\"{document}\" may be open in Excel or Word.",
                                     "Đóng tệp rồi chạy lại.",
                                     "Close it and run again."};

// A zip package that is damaged or lies about itself.

inline constexpr Rule zip_damaged =
    detail::broken("ingest/zip-damaged", "Tệp bị hỏng hoặc thiếu phần cuối nên không mở được.",
                   "The file is damaged or cut off and cannot be opened.");
inline constexpr Rule zip_entry_damaged =
    detail::broken("ingest/zip-entry-damaged", "Phần \"{entry}\" trong tệp bị hỏng.",
                   "The part \"{entry}\" of the file is damaged.");
inline constexpr Rule zip_unsupported_method = detail::broken(
    "ingest/zip-unsupported-method",
    "Phần \"{entry}\" trong tệp được nén theo kiểu {method}, không phải kiểu của Excel.",
    "The part \"{entry}\" is compressed by method {method}, which Excel does not use.");
inline constexpr Rule zip_encrypted_entry =
    detail::broken("ingest/zip-encrypted-entry", "Phần \"{entry}\" trong tệp được đặt mật khẩu.",
                   "The part \"{entry}\" of the file is encrypted.");
inline constexpr Rule zip_two_directories =
    detail::hostile("ingest/zip-two-directories",
                    "Tệp chứa hai mục lục nén; mỗi chương trình có thể đọc ra một nội dung khác.",
                    "The file holds two zip directories; programs may read different contents.");
inline constexpr Rule zip_overlap =
    detail::hostile("ingest/zip-overlap", "Phần \"{entry}\" trong tệp nằm đè lên phần khác.",
                    "The part \"{entry}\" of the file overlaps another one.");
inline constexpr Rule zip_unsafe_name =
    detail::hostile("ingest/zip-unsafe-name", "Phần \"{entry}\" trong tệp có tên trỏ ra ngoài tệp.",
                    "The name of the part \"{entry}\" points outside of the file.");
inline constexpr Rule zip_duplicate_name =
    detail::hostile("ingest/zip-duplicate-name", "Tệp chứa hai phần cùng tên \"{entry}\".",
                    "The file holds two parts named \"{entry}\".");
inline constexpr Rule zip_header_mismatch = detail::hostile(
    "ingest/zip-header-mismatch", "Phần \"{entry}\" được ghi khác nhau ở hai nơi trong tệp.",
    "The part \"{entry}\" is described differently in two places of the file.");
inline constexpr Rule zip_symlink =
    detail::hostile("ingest/zip-symlink", "Phần \"{entry}\" trong tệp là một liên kết.",
                    "The part \"{entry}\" of the file is a symbolic link.");
inline constexpr Rule zip_too_many_entries = detail::hostile(
    "ingest/zip-too-many-entries", "Tệp chứa {count} phần, nhiều hơn mức cho phép ({limit}).",
    "The file holds {count} parts; the limit is {limit}.");
inline constexpr Rule zip_entry_too_large = detail::hostile(
    "ingest/zip-entry-too-large",
    "Phần \"{entry}\" giải nén ra {size} byte, lớn hơn mức cho phép ({limit} byte).",
    "The part \"{entry}\" unpacks to {size} bytes; the limit is {limit}.");
inline constexpr Rule zip_total_too_large =
    detail::hostile("ingest/zip-total-too-large",
                    "Tệp giải nén ra {size} byte, lớn hơn mức cho phép ({limit} byte).",
                    "The file unpacks to {size} bytes; the limit is {limit}.");
inline constexpr Rule zip_ratio = detail::hostile(
    "ingest/zip-ratio", "Phần \"{entry}\" giải nén ra gấp {ratio} lần, quá mức {limit} lần.",
    "The part \"{entry}\" unpacks to {ratio} times its size; the limit is {limit}.");

// XML inside a workbook.

inline constexpr Rule part_missing = detail::broken(
    "ingest/part-missing", "Tệp thiếu phần \"{part}\".", "The file lacks \"{part}\".");
inline constexpr Rule xml_malformed =
    detail::broken("ingest/xml-malformed", "Phần \"{part}\" của tệp bị hỏng ở byte {offset}.",
                   "The part \"{part}\" of the file is damaged at byte {offset}.");
inline constexpr Rule xml_doctype = detail::hostile(
    "ingest/xml-doctype", "Phần \"{part}\" của tệp có khai báo DOCTYPE, không được phép có.",
    "The part \"{part}\" has a DOCTYPE, which it must not have.");
inline constexpr Rule xml_too_deep =
    detail::hostile("ingest/xml-too-deep", "Phần \"{part}\" của tệp lồng nhau quá {limit} cấp.",
                    "The part \"{part}\" is nested deeper than {limit} levels.");
inline constexpr Rule xml_too_many_elements =
    detail::hostile("ingest/xml-too-many-elements",
                    "Phần \"{part}\" của tệp có nhiều phần tử hơn mức cho phép ({limit}).",
                    "The part \"{part}\" has more elements than the limit of {limit}.");
inline constexpr Rule too_many_sheets = detail::hostile(
    "ingest/too-many-sheets", "Tệp có {count} trang tính, nhiều hơn mức đọc được ({limit}).",
    "The workbook has {count} sheets; the limit is {limit}.");
inline constexpr Rule duplicate_sheet_name =
    detail::broken("ingest/duplicate-sheet-name", "Tệp có hai trang tính cùng tên \"{sheet}\".",
                   "The workbook has two sheets named \"{sheet}\".");
inline constexpr Rule sheet_too_large = detail::hostile(
    "ingest/sheet-too-large",
    "Trang tính có ô \"{reference}\" nằm ngoài giới hạn của Excel ({rows} dòng, {columns} cột).",
    "The sheet has a cell \"{reference}\" beyond Excel's limits ({rows} rows, {columns} columns).");
inline constexpr Rule too_many_cells =
    detail::hostile("ingest/too-many-cells", "Tệp có hơn {limit} ô dữ liệu.",
                    "The file has more than {limit} cells.");
inline constexpr Rule too_many_merges =
    detail::hostile("ingest/too-many-merges", "Trang tính có hơn {limit} vùng ô gộp.",
                    "The sheet has more than {limit} merged ranges.");
inline constexpr Rule bad_reference =
    detail::broken("ingest/bad-reference", "Trang tính ghi vị trí ô \"{reference}\" không đúng.",
                   "The sheet has the impossible cell position \"{reference}\".");
inline constexpr Rule duplicate_cell =
    detail::hostile("ingest/duplicate-cell", "Ô này được ghi hai lần trong tệp.",
                    "The file holds this cell twice.");

inline constexpr Rule repeated_cells = detail::hostile(
    "ingest/repeated-cells", "Ô này được ghi lặp lại {count} lần, quá mức {limit} lần.",
    "The cell is repeated {count} times; the limit is {limit}.");

// Old Excel files (.xls).

inline constexpr Rule xls_damaged = detail::broken(
    "ingest/xls-damaged", "Tệp Excel (.xls) bị hỏng hoặc thiếu, ở phần {part}, byte {offset}.",
    "The workbook (.xls) is damaged or cut off, in {part} at byte {offset}.");
inline constexpr Rule xls_bare_stream = detail::error(
    "ingest/xls-bare-stream", "Tệp .xls thiếu lớp vỏ (OLE2) mà Excel luôn ghi nên không được đọc.",
    "The .xls lacks the container (OLE2) that Excel always writes; it is not read.",
    "Xuất lại từ phần mềm với dạng .xlsx; nếu không có, mở bằng Excel hoặc LibreOffice rồi lưu "
    "thành .xlsx.",
    "Export it as .xlsx; if that is not offered, open it in Excel or LibreOffice and save it as "
    ".xlsx.");
inline constexpr Rule xls_too_old = detail::error(
    "ingest/xls-too-old", "Tệp .xls theo dạng cũ của {version}, không đọc được trên máy này.",
    "The .xls has the old format of {version}, which this machine cannot read.",
    "Xuất lại từ phần mềm với dạng .xlsx; nếu không có, mở bằng Excel hoặc LibreOffice rồi lưu "
    "thành .xlsx, không sửa nội dung.",
    "Export it as .xlsx; if that is not offered, open it in Excel or LibreOffice and save it as "
    ".xlsx without changing anything.");
inline constexpr Rule xls_converted{
    "ingest/xls-converted",
    Severity::Note,
    "secretary",
    "Tệp .xls theo dạng cũ của {version} nên được đọc qua LibreOffice.",
    "The .xls has the old format of {version} and was read through LibreOffice.",
    "Xem lại vài ô so với tệp gốc; nếu được thì xuất lại từ phần mềm với dạng .xlsx.",
    "Compare a few cells with the file; if possible export it as .xlsx."};
inline constexpr Rule ole2_loop = detail::hostile(
    "ingest/ole2-loop", "Các phần trong tệp .xls nối vòng vào nhau nên không đọc được.",
    "The parts of the .xls file are chained in a circle; it cannot be read.");
inline constexpr Rule not_a_table{"ingest/not-a-table",
                                  Severity::Note,
                                  "secretary",
                                  "Trang này là biểu đồ hoặc macro, không có ô dữ liệu.",
                                  "The sheet is a chart or macros and has no cells.",
                                  "Không cần làm gì.",
                                  "Nothing needs to be done."};
inline constexpr Rule too_many_texts = detail::hostile(
    "ingest/too-many-texts", "Tệp khai có {count} chuỗi văn bản, nhiều hơn mức đọc được ({limit}).",
    "The workbook declares {count} texts; the limit is {limit}.");
inline constexpr Rule too_much_text =
    detail::hostile("ingest/too-much-text", "Các ô của tệp có hơn {limit} byte văn bản.",
                    "The cells of the file hold more than {limit} bytes of text.");

// One cell. A finding names all cells of the sheet that have the same fault; {count} of them.

inline constexpr Rule formula_without_value = detail::error(
    "ingest/formula-without-value",
    "Ô có công thức nhưng trong tệp chưa có kết quả tính ({count} ô như vậy trong trang này).",
    "The cell has a formula without a stored result ({count} such cells in this sheet).",
    "Xuất lại từ phần mềm; hoặc mở bằng Excel, để Excel tính xong rồi lưu lại.",
    "Export it again; or open it in Excel, let it calculate, and save.");
inline constexpr Rule refused_character = detail::cell(
    "ingest/refused-character",
    "Ô có ký tự lạ {value}, không in được ({count} ô như vậy trong trang này).",
    "The cell holds the character {value}, which cannot be printed ({count} such cells in this "
    "sheet).");
inline constexpr Rule text_too_long = detail::cell(
    "ingest/text-too-long", "Nội dung ô dài hơn {value} ký tự ({count} ô như vậy trong trang này).",
    "The text is longer than {value} characters ({count} such cells in this sheet).");
inline constexpr Rule date_out_of_range = detail::cell(
    "ingest/date-out-of-range",
    "Ô có dạng ngày nhưng số {value} không phải là một ngày ({count} ô như vậy trong trang này).",
    "The cell is formatted as a date but {value} is no date ({count} such cells in this sheet).");
inline constexpr Rule bad_cell = detail::broken(
    "ingest/bad-cell",
    "Ô có giá trị \"{value}\" không đúng kiểu ghi trong tệp ({count} ô như vậy trong trang này).",
    "The value \"{value}\" does not fit the cell's type ({count} such cells in this sheet).");

// Text older than Unicode. {before} is what stands in the file, {after} what it means.

inline constexpr Rule legacy_converted{
    "ingest/legacy-converted",
    Severity::Note,
    "secretary",
    "Trang này có {count} ô{columns} dùng bảng mã cũ {encoding}, đã chuyển sang Unicode: "
    "{examples}.",
    "{count} cells{columns} of the sheet are in {encoding}, older than Unicode; converted: "
    "{examples}.",
    "Đối chiếu vài ô với bản gốc; nếu phần mềm cho chọn bảng mã thì chọn Unicode khi xuất.",
    "Compare some cells with the original; choose Unicode where the system lets you."};
inline constexpr Rule legacy_doubtful{
    "ingest/legacy-doubtful",
    Severity::Warning,
    "secretary",
    "Ô chuyển từ bảng mã {encoding} còn chữ \"{word}\" không giống âm tiết tiếng Việt: "
    "\"{before}\" → "
    "\"{after}\" ({count} ô như vậy trong trang này).",
    "Converted from {encoding}, \"{word}\" does not look Vietnamese: \"{before}\" → \"{after}\" "
    "({count} such cells in this sheet).",
    "Đối chiếu với sổ gốc; nếu sai thì gõ lại trên SMAS bằng Unicode rồi xuất lại.",
    "Compare it with the book; if it is wrong, type it again in SMAS as Unicode and export again."};
inline constexpr Rule legacy_capital{
    "ingest/legacy-capital",
    Severity::Warning,
    "secretary",
    "Bảng mã {encoding} không có chữ hoa mang dấu, nên {count} ô có tên bắt đầu bằng chữ thường có "
    "lẽ phải viết hoa: {examples}.",
    "{encoding} has no capitals with tones: {count} cells have a name that may lack a capital: "
    "{examples}.",
    "Gõ lại tên trên SMAS bằng Unicode rồi xuất lại; chương trình không tự sửa tên.",
    "Type the name again in SMAS as Unicode and export again; names are not changed here."};
inline constexpr Rule legacy_ambiguous = detail::error(
    "ingest/legacy-ambiguous",
    "Không rõ ô này dùng bảng mã nào: là \"{before}\" (Unicode) hay \"{after}\" ({encoding})? Chưa "
    "dùng ô này ({count} ô như vậy trong trang này).",
    "The encoding of this cell is not clear: \"{before}\" (Unicode) or \"{after}\" ({encoding})? "
    "It is "
    "not used ({count} such cells in this sheet).",
    "Xem sổ gốc, gõ lại ô này trên SMAS bằng Unicode rồi xuất lại; không sửa trong tệp Excel.",
    "Look it up, type it again in SMAS as Unicode and export again; do not edit the Excel file.");
inline constexpr Rule legacy_unreadable = detail::error(
    "ingest/legacy-unreadable",
    "Ô này dùng phông của bảng mã {encoding} nhưng \"{before}\" có ký tự không thuộc bảng mã đó; "
    "chưa "
    "dùng ô này ({count} ô như vậy trong trang này).",
    "The cell is in a {encoding} font but \"{before}\" has characters that it does not know; it is "
    "not used ({count} such cells in this sheet).",
    "Xem sổ gốc, gõ lại ô này trên SMAS bằng Unicode rồi xuất lại; không sửa trong tệp Excel.",
    "Look it up, type it again in SMAS as Unicode and export again; do not edit the Excel file.");
inline constexpr Rule strange_text{
    "ingest/strange-text",
    Severity::Warning,
    "secretary",
    "Ô có chữ lạ \"{before}\", có thể hỏng do sai bảng mã; giữ nguyên như trong tệp ({count} ô như "
    "vậy trong trang này).",
    "The text \"{before}\" may be damaged by a wrong encoding; it is kept as it is ({count} such "
    "cells in this sheet).",
    "Xem sổ gốc; nếu sai thì gõ lại trên SMAS bằng Unicode rồi xuất lại.",
    "Look it up; if it is wrong, type it again in SMAS as Unicode and export again."};
inline constexpr Rule letter_eth{"ingest/letter-eth",
                                 Severity::Note,
                                 "secretary",
                                 "Chữ Ð của tiếng Băng Đảo (U+00D0) được gõ thay cho Đ; đã đọc là "
                                 "Đ: {example} ({count} ô như vậy "
                                 "trong trang này).",
                                 "The Icelandic letter Ð (U+00D0) stands for Đ; read as Đ: "
                                 "{example} ({count} such cells in this "
                                 "sheet).",
                                 "Nên gõ lại bằng bộ gõ tiếng Việt trên phần mềm.",
                                 "Type it again with a Vietnamese keyboard."};
inline constexpr Rule loose_mark{
    "ingest/loose-mark",
    Severity::Warning,
    "secretary",
    "Dấu rời không ghép được vào chữ, có lẽ do gõ sai thứ tự ({count} ô như vậy trong trang này): "
    "{examples}. Giữ nguyên như trong tệp.",
    "Marks that join no letter, probably typed in the wrong order ({count} such cells in this "
    "sheet): {examples}. Kept as they are.",
    "Xóa chữ đó và gõ lại bằng bộ gõ tiếng Việt (Unicode) trên SMAS rồi xuất lại; chương trình "
    "không tự sửa tên.",
    "Delete the word and type it again as Unicode in SMAS, then export again; names are not "
    "changed here."};
inline constexpr Rule lookalike_letter{
    "ingest/lookalike-letter",
    Severity::Warning,
    "secretary",
    "Có chữ cái Nga, Hy Lạp hoặc chữ rộng trông giống chữ cái tiếng Việt ({count} ô như vậy trong "
    "trang này): {examples}. Giữ nguyên như trong tệp.",
    "Cyrillic, Greek or full-width letters that look like Latin ones ({count} such cells in this "
    "sheet): {examples}. Kept as they are.",
    "Xóa chữ đó và gõ lại bằng bộ gõ tiếng Việt (Unicode) trên SMAS rồi xuất lại; chương trình "
    "không tự sửa tên.",
    "Delete the word and type it again as Unicode in SMAS, then export again; names are not "
    "changed here."};

// Text files.

inline constexpr Rule legacy_encoding =
    detail::error("ingest/legacy-encoding",
                  "Tệp không dùng bảng mã Unicode (UTF-8) và không rõ là bảng mã cũ nào (TCVN3, "
                  "VNI, VPS…); gặp ở dòng này.",
                  "The file is not Unicode (UTF-8), and which older encoding it is (TCVN3, VNI, "
                  "VPS …) is not clear; first met in this line.",
                  "Xuất lại với bảng mã Unicode (CSV UTF-8) hoặc dạng .xlsx.",
                  "Export it as Unicode (CSV UTF-8) or as .xlsx.");
inline constexpr Rule text_encoding{
    "ingest/text-encoding",
    Severity::Note,
    "secretary",
    "Tệp không ghi bảng mã; đã đọc theo {encoding}.",
    "The file does not say its encoding; it was read as {encoding}.",
    "Xem vài tên có dấu đã đúng chưa; nên xuất với bảng mã Unicode (CSV UTF-8).",
    "See that some names are right; better export it as Unicode (CSV UTF-8)."};
inline constexpr Rule csv_open_quote = detail::broken(
    "ingest/csv-open-quote", "Ô này (dòng {line} của tệp) mở dấu ngoặc kép nhưng không đóng.",
    "This cell (line {line} of the file) opens a quotation mark and never closes it.");
inline constexpr Rule csv_text_after_quote = detail::broken(
    "ingest/csv-text-after-quote", "Ô này (dòng {line} của tệp) còn chữ sau dấu ngoặc kép đóng.",
    "This cell (line {line} of the file) goes on after its closing quotation mark.");
inline constexpr Rule csv_blank_before_quote =
    detail::broken("ingest/csv-blank-before-quote",
                   "Ô này (dòng {line} của tệp) có khoảng trắng trước dấu ngoặc kép, nên không rõ "
                   "ô kết thúc ở đâu.",
                   "This cell (line {line} of the file) has a blank before its quotation mark, so "
                   "that its end is not clear.");
inline constexpr Rule csv_wide_row =
    detail::broken("ingest/csv-wide-row",
                   "Dòng có nhiều ô hơn các dòng trên nó nên không rõ giá trị thuộc cột nào; chưa "
                   "dùng dòng này ({count} dòng như vậy trong tệp).",
                   "The row has more cells than those above it, so that the columns of its values "
                   "are not clear; it is not used ({count} such rows in the file).");

// HTML.

inline constexpr Rule html_too_large =
    detail::hostile("ingest/html-too-large", "Trang web (HTML) trong tệp có hơn {limit} phần tử.",
                    "The page (HTML) has more than {limit} elements.");
inline constexpr Rule html_too_deep =
    detail::hostile("ingest/html-too-deep", "Trang web (HTML) trong tệp lồng nhau quá {limit} cấp.",
                    "The page (HTML) is nested deeper than {limit} levels.");
inline constexpr Rule html_covered_cells =
    detail::hostile("ingest/html-covered-cells", "Các ô gộp trong bảng trùm lên hơn {limit} ô.",
                    "The joined cells of the table cover more than {limit} cells.");
inline constexpr Rule html_without_table{
    "ingest/html-without-table",
    Severity::Warning,
    "secretary",
    "Tệp là một trang web (HTML) không có bảng nào, nên không có số liệu.",
    "The file is a web page (HTML) without a table, so without figures.",
    "Mở tệp bằng trình duyệt để xem. Nếu là trang đăng nhập hoặc báo lỗi thì đăng nhập lại rồi "
    "xuất lại.",
    "Open it in a browser. If it shows a login or an error, log in and export again."};
inline constexpr Rule html_frames = detail::error(
    "ingest/html-frames",
    "Tệp này chỉ là khung; các trang tính nằm trong thư mục đi kèm (\"{folder}\").",
    "The file is only a frame; its sheets lie in the folder beside it (\"{folder}\").",
    "Mở bằng Excel, chọn Lưu thành (Save As) dạng .xlsx và không sửa nội dung; hoặc xuất lại.",
    "Open it in Excel and save it as .xlsx without changing anything; or export it again.");
inline constexpr Rule html_row_numbers{
    "ingest/html-row-numbers",
    Severity::Note,
    "secretary",
    "Tệp này là trang web (HTML), có ô xuống dòng ở dòng {row}: Excel có thể tách ô đó thành nhiều "
    "dòng, nên từ đó trở đi số dòng ở đây được đếm theo bảng.",
    "The file is a web page (HTML) with a line break in row {row}: Excel may split that cell, so "
    "from there on rows are counted here as the table has them.",
    "Khi cần tìm đúng dòng, mở tệp bằng trình duyệt, hoặc xuất lại dạng .xlsx.",
    "To find the row, open the file in a browser, or export it as .xlsx."};

}  // namespace hoso::ingest_rule

namespace hoso {

inline constexpr const Rule* ingest_rules[] = {
    &ingest_rule::file_too_large,
    &ingest_rule::empty_file,
    &ingest_rule::no_sheets,
    &ingest_rule::empty_sheet,
    &ingest_rule::not_read_yet,
    &ingest_rule::password_protected,
    &ingest_rule::not_data,
    &ingest_rule::unknown_format,
    &ingest_rule::archive,
    &ingest_rule::open_in_office,
    &ingest_rule::zip_damaged,
    &ingest_rule::zip_entry_damaged,
    &ingest_rule::zip_unsupported_method,
    &ingest_rule::zip_encrypted_entry,
    &ingest_rule::zip_two_directories,
    &ingest_rule::zip_overlap,
    &ingest_rule::zip_unsafe_name,
    &ingest_rule::zip_duplicate_name,
    &ingest_rule::zip_header_mismatch,
    &ingest_rule::zip_symlink,
    &ingest_rule::zip_too_many_entries,
    &ingest_rule::zip_entry_too_large,
    &ingest_rule::zip_total_too_large,
    &ingest_rule::zip_ratio,
    &ingest_rule::part_missing,
    &ingest_rule::xml_malformed,
    &ingest_rule::xml_doctype,
    &ingest_rule::xml_too_deep,
    &ingest_rule::xml_too_many_elements,
    &ingest_rule::too_many_sheets,
    &ingest_rule::duplicate_sheet_name,
    &ingest_rule::sheet_too_large,
    &ingest_rule::too_many_cells,
    &ingest_rule::too_many_merges,
    &ingest_rule::bad_reference,
    &ingest_rule::duplicate_cell,
    &ingest_rule::repeated_cells,
    &ingest_rule::xls_damaged,
    &ingest_rule::xls_bare_stream,
    &ingest_rule::xls_too_old,
    &ingest_rule::xls_converted,
    &ingest_rule::ole2_loop,
    &ingest_rule::not_a_table,
    &ingest_rule::too_many_texts,
    &ingest_rule::too_much_text,
    &ingest_rule::formula_without_value,
    &ingest_rule::refused_character,
    &ingest_rule::text_too_long,
    &ingest_rule::date_out_of_range,
    &ingest_rule::bad_cell,
    &ingest_rule::legacy_converted,
    &ingest_rule::legacy_doubtful,
    &ingest_rule::legacy_capital,
    &ingest_rule::legacy_ambiguous,
    &ingest_rule::legacy_unreadable,
    &ingest_rule::strange_text,
    &ingest_rule::letter_eth,
    &ingest_rule::loose_mark,
    &ingest_rule::lookalike_letter,
    &ingest_rule::legacy_encoding,
    &ingest_rule::text_encoding,
    &ingest_rule::csv_open_quote,
    &ingest_rule::csv_text_after_quote,
    &ingest_rule::csv_blank_before_quote,
    &ingest_rule::csv_wide_row,
    &ingest_rule::html_too_large,
    &ingest_rule::html_too_deep,
    &ingest_rule::html_covered_cells,
    &ingest_rule::html_without_table,
    &ingest_rule::html_frames,
    &ingest_rule::html_row_numbers,
    &ingest_rule::word_macros,
    &ingest_rule::doc_needs_office,
    &ingest_rule::doc_not_converted,
    &ingest_rule::too_many_tables,
    &ingest_rule::empty_document,
    &ingest_rule::tracked_changes,
    &ingest_rule::comments_left,
    &ingest_rule::hidden_text,
    &ingest_rule::pdf_damaged,
    &ingest_rule::pdf_too_large,
    &ingest_rule::pdf_too_many_pages,
    &ingest_rule::pdf_old_version,
    &ingest_rule::scan_resolution,
    &ingest_rule::scan_resolution_unknown,
    &ingest_rule::image_damaged,
    &ingest_rule::image_unsupported,
    &ingest_rule::mail_without_date,
    &ingest_rule::mail_damaged,
    &ingest_rule::mail_too_many,
    &ingest_rule::mail_too_deep,
    &ingest_rule::mail_encoding,
};

}  // namespace hoso
