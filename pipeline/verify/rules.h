// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vocabulary/finding.h"

// What verify can say. Which of the three answers (complete, intact, trusted) a finding turns to
// "no" is decided by the list at the end in which its rule stands.
namespace hoso::verify_rule {

namespace detail {
inline constexpr std::string_view kKeepVi =
    "Giữ nguyên tệp này, không dùng để tra cứu; lấy lại bản lưu khác và báo cho người quản lý hồ "
    "sơ.";
inline constexpr std::string_view kKeepEn =
    "Keep this copy but do not rely on it; fetch another one and tell the archivist.";
inline constexpr std::string_view kSignerVi =
    "Hỏi lại người ký hoặc kiểm tra tệp chứng thư gốc dùng với --trust.";
inline constexpr std::string_view kSignerEn =
    "Ask the signer, or check the file of root certificates given with --trust.";

constexpr Rule fault(std::string_view id, std::string_view vi, std::string_view en) {
    return {id, Severity::Error, "archivist", vi, en, kKeepVi, kKeepEn};
}
constexpr Rule doubt(std::string_view id, Severity severity, std::string_view vi,
                     std::string_view en) {
    return {id, severity, "archivist", vi, en, kSignerVi, kSignerEn};
}
}  // namespace detail

// The file given.

inline constexpr Rule not_a_bundle{
    "verify/not-a-bundle",
    Severity::Error,
    "archivist",
    "Đây không phải là gói hồ sơ (.zip), thư mục gói, tệp PDF hay Excel (.xlsx).",
    "This is no bundle (.zip), unpacked bag, PDF or workbook (.xlsx).",
    "Chọn đúng tệp trong thư mục kết quả (outputs).",
    "Choose a file of the folder outputs."};

// The zip archive (APPNOTE.TXT).

inline constexpr Rule zip_damaged =
    detail::fault("verify/zip-damaged", "Tệp nén bị hỏng hoặc bị cắt bớt ({what}).",
                  "The archive is damaged or cut off ({what}).");
inline constexpr Rule zip_header_mismatch = detail::fault(
    "verify/zip-header-mismatch",
    "Tệp nén ghi về tệp này hai nơi khác nhau ({what}); có dấu hiệu bị sửa.",
    "The archive describes this file in two ways ({what}); it may have been tampered with.");
inline constexpr Rule zip_hidden_bytes =
    detail::fault("verify/zip-hidden-bytes", "Tệp nén có {count} byte thừa ở vị trí {offset}.",
                  "The archive has {count} bytes at {offset} that belong to no file.");
inline constexpr Rule zip_duplicate =
    detail::fault("verify/zip-duplicate", "Tệp nén chứa hai tệp cùng tên này.",
                  "The archive holds two files of this name.");
inline constexpr Rule zip_refused_entry =
    detail::fault("verify/zip-refused-entry", "Tệp này trong gói nén không đọc được ({what}).",
                  "This file of the archive cannot be read ({what}).");
inline constexpr Rule zip_content_damaged =
    detail::fault("verify/zip-content-damaged", "Tệp này trong gói nén bị hỏng (sai mã CRC-32).",
                  "This file of the archive is damaged (wrong CRC-32).");
inline constexpr Rule zip_uneven_headers{
    "verify/zip-uneven-headers",
    Severity::Note,
    "archivist",
    "Tiêu đề của tệp này trong gói nén khác các tệp còn lại; có thể gói đã được nén lại.",
    "The header of this file differs from the others; the bundle may have been zipped again.",
    "Nội dung vẫn được kiểm tra đầy đủ.",
    "The contents are checked all the same."};
inline constexpr Rule outside_bag =
    detail::fault("verify/outside-bag", "Tệp này nằm ngoài thư mục \"{bag}\" của gói.",
                  "This file lies outside of the bag's folder \"{bag}\".");

// The bag (RFC 8493).

inline constexpr Rule bad_name =
    detail::fault("verify/bad-name", "Tên tệp này không dùng được trong hồ sơ lưu trữ ({why}).",
                  "This file's name must not occur in an archive ({why}).");
inline constexpr Rule not_a_bag =
    detail::fault("verify/not-a-bag", "Gói thiếu hoặc sai tệp khai báo \"bagit.txt\".",
                  "\"bagit.txt\" is missing or wrong.");
inline constexpr Rule manifest_missing = detail::fault(
    "verify/manifest-missing", "Gói thiếu danh mục này.", "This manifest is missing.");
inline constexpr Rule manifest_line =
    detail::fault("verify/manifest-line", "Dòng {line} của danh mục không đúng: \"{text}\".",
                  "Line {line} of the manifest is wrong: \"{text}\".");
inline constexpr Rule manifest_unknown = detail::fault(
    "verify/manifest-unknown", "Danh mục dùng thuật toán mà chương trình không kiểm tra được.",
    "The manifest uses an algorithm that cannot be checked.");
inline constexpr Rule file_missing =
    detail::fault("verify/file-missing", "Tệp có tên trong {manifest} nhưng không có trong gói.",
                  "The file is listed in {manifest} but is not there.");
inline constexpr Rule file_unlisted =
    detail::fault("verify/file-unlisted", "Tệp có trong gói nhưng không có tên trong {manifest}.",
                  "The file is there but is not listed in {manifest}.");
inline constexpr Rule digest_wrong =
    detail::fault("verify/digest-wrong", "Tệp đã bị thay đổi: mã {algorithm} khác với {manifest}.",
                  "The file was changed: its {algorithm} digest is not that of {manifest}.");
inline constexpr Rule oxum_wrong = detail::fault(
    "verify/oxum-wrong", "Gói ghi Payload-Oxum là {declared} nhưng thực tế là {actual}.",
    "Payload-Oxum says {declared}, but it is {actual}.");
inline constexpr Rule fetch_list = detail::fault(
    "verify/fetch-list", "Gói không đầy đủ: một số tệp phải tải từ nơi khác (fetch.txt).",
    "The bag is not whole: some files have to be fetched (fetch.txt).");
inline constexpr Rule tag_manifest_unsigned{
    "verify/tag-manifest-unsigned",
    Severity::Warning,
    "archivist",
    "Gói không có chữ ký số trên danh mục; không biết ai đã lập gói.",
    "The bundle's manifest is not signed; nobody can say who made it.",
    "Nếu gói này lẽ ra phải được ký, lấy lại bản lưu khác.",
    "If it should have been signed, fetch another copy."};

// Signatures (RFC 5652, ETSI EN 319 122-1 and 319 142-1).

inline constexpr Rule signature_unreadable =
    detail::fault("verify/signature-unreadable", "Không đọc được chữ ký số ({why}).",
                  "The signature cannot be read ({why}).");
inline constexpr Rule signature_wrong =
    detail::fault("verify/signature-wrong", "Chữ ký số của {signer} không khớp với nội dung tệp.",
                  "The signature of {signer} does not fit the contents.");
inline constexpr Rule signature_weak = detail::fault(
    "verify/signature-weak", "Chữ ký số của {signer} dùng thuật toán không còn an toàn ({what}).",
    "The signature of {signer} uses an algorithm that is no longer safe ({what}).");
inline constexpr Rule pdf_byte_range = detail::fault(
    "verify/pdf-byte-range", "Chữ ký số của {signer} không bao trùm toàn bộ văn bản lúc ký.",
    "The signature of {signer} does not cover the whole document as it was then.");
inline constexpr Rule pdf_bytes_after = detail::fault(
    "verify/pdf-bytes-after", "Sau chữ ký cuối cùng, tệp PDF được ghi thêm {count} byte.",
    "{count} bytes were added to the PDF after its last signature.");
inline constexpr Rule pdf_changed_after = detail::fault(
    "verify/pdf-changed-after",
    "Sau chữ ký của {signer}, phần ghi thêm không chỉ là chữ ký tiếp theo.",
    "What was added after the signature of {signer} is more than the next signature.");
inline constexpr Rule pdf_field_unsigned{"verify/pdf-field-unsigned",
                                         Severity::Warning,
                                         "archivist",
                                         "Ô ký \"{role}\" chưa có chữ ký.",
                                         "The signature field \"{role}\" is not signed.",
                                         "Chờ người có trách nhiệm ký.",
                                         "Wait for the person in charge to sign."};
inline constexpr Rule pdf_unsigned{"verify/pdf-unsigned",
                                   Severity::Warning,
                                   "archivist",
                                   "Tệp PDF này không có chữ ký số.",
                                   "This PDF has no signature.",
                                   "Kiểm tra gói hồ sơ chứa tệp này thay cho tệp riêng lẻ.",
                                   "Verify the bundle that holds it instead."};
inline constexpr Rule workbook_changed =
    detail::fault("verify/workbook-changed", "Tệp Excel đã bị sửa sau khi {signer} ký: {what}.",
                  "The workbook was changed after {signer} had signed it: {what}.");
inline constexpr Rule workbook_added =
    detail::fault("verify/workbook-added", "Tệp Excel có phần không được {signer} ký: {what}.",
                  "The workbook has something that {signer} did not sign: {what}.");
inline constexpr Rule workbook_unsigned{"verify/workbook-unsigned",
                                        Severity::Warning,
                                        "archivist",
                                        "Tệp Excel này không có chữ ký số.",
                                        "This workbook has no signature.",
                                        "Kiểm tra gói hồ sơ chứa tệp này thay cho tệp riêng lẻ.",
                                        "Verify the bundle that holds it instead."};
inline constexpr Rule no_signing_time = detail::doubt(
    "verify/no-signing-time", Severity::Error, "Chữ ký số của {signer} không ghi thời điểm ký.",
    "The signature of {signer} does not say when it was made.");
inline constexpr Rule certificate_expired =
    detail::doubt("verify/certificate-expired", Severity::Error,
                  "Chứng thư của {signer} không còn (hoặc chưa có) hiệu lực lúc ký, {time}.",
                  "The certificate of {signer} was not valid at the time of signing, {time}.");
inline constexpr Rule chain_not_trusted =
    detail::doubt("verify/chain-not-trusted", Severity::Error,
                  "Chứng thư của {signer} không do nơi được công nhận cấp ({why}).",
                  "The certificate of {signer} does not come from a recognised authority ({why}).");

}  // namespace hoso::verify_rule

namespace hoso {

// All of them, for the documentation and its test.
inline constexpr const Rule* verify_rules[] = {
    &verify_rule::not_a_bundle,
    &verify_rule::zip_damaged,
    &verify_rule::zip_header_mismatch,
    &verify_rule::zip_hidden_bytes,
    &verify_rule::zip_duplicate,
    &verify_rule::zip_refused_entry,
    &verify_rule::zip_content_damaged,
    &verify_rule::zip_uneven_headers,
    &verify_rule::outside_bag,
    &verify_rule::bad_name,
    &verify_rule::not_a_bag,
    &verify_rule::manifest_missing,
    &verify_rule::manifest_line,
    &verify_rule::manifest_unknown,
    &verify_rule::file_missing,
    &verify_rule::file_unlisted,
    &verify_rule::digest_wrong,
    &verify_rule::oxum_wrong,
    &verify_rule::fetch_list,
    &verify_rule::tag_manifest_unsigned,
    &verify_rule::signature_unreadable,
    &verify_rule::signature_wrong,
    &verify_rule::signature_weak,
    &verify_rule::pdf_byte_range,
    &verify_rule::pdf_bytes_after,
    &verify_rule::pdf_changed_after,
    &verify_rule::pdf_field_unsigned,
    &verify_rule::pdf_unsigned,
    &verify_rule::workbook_changed,
    &verify_rule::workbook_added,
    &verify_rule::workbook_unsigned,
    &verify_rule::no_signing_time,
    &verify_rule::certificate_expired,
    &verify_rule::chain_not_trusted,
};

// Not complete.
inline constexpr const Rule* completeness_rules[] = {
    &verify_rule::not_a_bundle,     &verify_rule::outside_bag,       &verify_rule::not_a_bag,
    &verify_rule::manifest_missing, &verify_rule::manifest_line,     &verify_rule::file_missing,
    &verify_rule::file_unlisted,    &verify_rule::oxum_wrong,        &verify_rule::fetch_list,
    &verify_rule::zip_damaged,      &verify_rule::zip_refused_entry,
};
// Not intact.
inline constexpr const Rule* integrity_rules[] = {
    &verify_rule::zip_damaged,       &verify_rule::zip_header_mismatch,
    &verify_rule::zip_hidden_bytes,  &verify_rule::zip_duplicate,
    &verify_rule::zip_refused_entry, &verify_rule::zip_content_damaged,
    &verify_rule::bad_name,          &verify_rule::manifest_unknown,
    &verify_rule::digest_wrong,      &verify_rule::signature_unreadable,
    &verify_rule::signature_wrong,   &verify_rule::signature_weak,
    &verify_rule::pdf_byte_range,    &verify_rule::pdf_bytes_after,
    &verify_rule::pdf_changed_after, &verify_rule::workbook_changed,
    &verify_rule::workbook_added,    &verify_rule::not_a_bundle,
};
// Not trusted, if there is a trust file.
inline constexpr const Rule* trust_rules[] = {
    &verify_rule::tag_manifest_unsigned, &verify_rule::pdf_unsigned,
    &verify_rule::workbook_unsigned,     &verify_rule::no_signing_time,
    &verify_rule::certificate_expired,   &verify_rule::chain_not_trusted,
};
// Touch none of the three.
inline constexpr const Rule* remark_rules[] = {
    &verify_rule::zip_uneven_headers,
    &verify_rule::pdf_field_unsigned,
};

}  // namespace hoso
