// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vocabulary/finding.h"

namespace hoso {

namespace pipeline_rules {

inline constexpr Rule bundle_damaged = {
    "pipeline/sealed-bundle-damaged",
    Severity::Error,
    "archivist",
    "gói đã niêm phong {name} không còn như lúc niêm phong; gói được làm lại với số phiên bản mới",
    "the sealed bundle {name} is not what was sealed; it was made again under a new version number",
    "Giữ lại tệp cũ để tìm nguyên nhân (đĩa hỏng, ai đã sửa); nếu có bản sao lưu thì lấy lại bản "
    "sao "
    "lưu. Xem lỗi bằng lệnh: hoso verify.",
    "Keep the old file and find out why (disk, somebody's hand); restore it from a backup if there "
    "is "
    "one. hoso verify says what is wrong."};
inline constexpr Rule baseline_damaged = {
    "pipeline/sealed-marks-unreadable",
    Severity::Warning,
    "archivist",
    "gói đã niêm phong {name} không còn nguyên vẹn, nên không so được điểm lần này với gói ấy",
    "the sealed bundle {name} is not intact, so its marks could not be compared with this export",
    "Xem lỗi bằng lệnh hoso verify; nếu có bản sao lưu thì lấy lại bản sao lưu rồi chạy lại.",
    "hoso verify says what is wrong; restore the bundle from a backup if there is one, and run "
    "again."};
inline constexpr Rule key_missing = {
    "pipeline/key-missing",
    Severity::Note,
    "secretary",
    "chưa có khóa ký của {name} ({role}): không thấy tệp {file}",
    "no key of {name} ({role}): there is no file {file}",
    "Đặt tệp khóa vào đúng chỗ ([signing] keys trong hoso.toml) rồi chạy lại; hồ sơ chờ ký vẫn "
    "được giữ.",
    "Put the key file there ([signing] keys in hoso.toml) and run again; what waits is kept."};
inline constexpr Rule rule_switched_off = {
    "pipeline/rule-switched-off",
    Severity::Note,
    "principal",
    "quy tắc {rule} đã tắt trong hoso.toml, nên {count} điều phát hiện không được tính; lý do: "
    "{reason}",
    "the rule {rule} is switched off in hoso.toml, so {count} findings do not count; the reason: "
    "{reason}",
    "Không còn đúng thì xóa dòng này trong [rules.off] của hoso.toml.",
    "If this is no longer so, delete its line in [rules.off] of hoso.toml."};
inline constexpr Rule rule_made_warning = {
    "pipeline/rule-made-warning",
    Severity::Note,
    "principal",
    "quy tắc {rule} chỉ còn là cảnh báo theo hoso.toml, nên {count} điều phát hiện không giữ lại "
    "hồ "
    "sơ; lý do: {reason}",
    "the rule {rule} is no more than a warning by hoso.toml, so {count} findings hold back "
    "nothing; "
    "the reason: {reason}",
    "Không còn đúng thì xóa dòng này trong [rules.warning] của hoso.toml.",
    "If this is no longer so, delete its line in [rules.warning] of hoso.toml."};

}  // namespace pipeline_rules

inline constexpr const Rule* pipeline_rules_table[] = {
    &pipeline_rules::bundle_damaged,    &pipeline_rules::baseline_damaged,
    &pipeline_rules::key_missing,       &pipeline_rules::rule_switched_off,
    &pipeline_rules::rule_made_warning,
};

}  // namespace hoso
