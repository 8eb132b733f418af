// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vocabulary/finding.h"

namespace hoso {

namespace twins_rules {

inline constexpr Rule differ = {
    "twins/twins-differ",
    Severity::Error,
    "archivist",
    "{unit}: tệp {file} vừa lập không ghi đúng dữ liệu: \"{field}\" phải là \"{expected}\" nhưng "
    "đọc "
    "lại thấy \"{found}\" ({count} chỗ sai); hồ sơ này được giữ lại",
    "{unit}: the {file} just made does not say what the data say: \"{field}\" should be "
    "\"{expected}\" but reads \"{found}\" ({count} places); the document is held back",
    "Đây là lỗi của chương trình hoặc của biểu mẫu, không phải của nhà trường: đừng sửa dữ liệu; "
    "báo "
    "cho người phụ trách phần mềm.",
    "This is a fault of the program or of the form, not of the school: do not change the data; "
    "tell "
    "whoever looks after the software."};

}  // namespace twins_rules

inline constexpr const Rule* twins_rules_table[] = {
    &twins_rules::differ,
};

}  // namespace hoso
