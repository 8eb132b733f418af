// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vocabulary/finding.h"

namespace hoso::fill_rule {

inline constexpr Rule missing_value{
    "fill/missing-value",
    Severity::Error,
    "secretary",
    "mẫu {template}, dòng {line}, cột {column}: không có giá trị nào tên \"{tag}\" để in vào hồ sơ "
    "{document}",
    "template {template}, line {line}, column {column}: no value called \"{tag}\" to print in "
    "document {document}",
    "Hồ sơ này chưa được làm. Báo người giữ mẫu biểu: sửa tên trong mẫu hoặc khai báo tên đó trong "
    "record.xml.",
    "The document was not made. Correct the name in the template or declare it in record.xml."};

inline constexpr Rule not_a_value{
    "fill/not-a-value",
    Severity::Error,
    "secretary",
    "mẫu {template}, dòng {line}, cột {column}: \"{tag}\" là một danh sách hoặc một nhóm, không in "
    "thành chữ được (hồ sơ {document})",
    "template {template}, line {line}, column {column}: \"{tag}\" is a list or a group and cannot "
    "be printed (document {document})",
    "Hồ sơ này chưa được làm. Báo người giữ mẫu biểu: viết tên của một giá trị trong nhóm đó.",
    "The document was not made. Name a value inside the group."};

inline constexpr Rule unknown_tag{
    "fill/unknown-tag",
    Severity::Error,
    "secretary",
    "mẫu {template}, dòng {line}, cột {column}: record.xml không khai báo tên \"{tag}\"",
    "template {template}, line {line}, column {column}: record.xml declares no \"{tag}\"",
    "Báo người giữ mẫu biểu: sửa tên trong mẫu hoặc khai báo tên đó trong record.xml.",
    "Correct the name in the template or declare it in record.xml."};

}  // namespace hoso::fill_rule

namespace hoso {
inline constexpr const Rule* fill_rules[] = {&fill_rule::missing_value, &fill_rule::not_a_value,
                                             &fill_rule::unknown_tag};
}
