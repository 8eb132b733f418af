// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vocabulary/finding.h"

namespace hoso {

inline constexpr Rule council_decides_tt22{
    "assess/council-decides-tt22",
    Severity::Error,
    "principal",
    "{period}, lớp {class}: kết quả học tập của em {name} cần Hội đồng quyết định: \"chỉ do kết "
    "quả "
    "của duy nhất 01 môn học\" đọc theo hai cách thì được hai mức: {reading_a} hoặc "
    "{reading_b}{reported}",
    "{period}, class {class}: the learning result of {name} is for the council to decide: the "
    "words "
    "\"only because of one single subject\" give {reading_a} or {reading_b}{reported}",
    "Hội đồng xét, rồi ghi vào tệp quyết định xử lý: mã {pupil}, môn \"(tất cả)\", cột \"Kết quả "
    "học tập\", xử lý là mức đã quyết định (TT22/2021 Điều 9 khoản 3).",
    "Record the council's level in the table of decisions: pupil {pupil}, column \"Kết quả học "
    "tập\" (TT22/2021 Điều 9.3)."};

inline constexpr Rule council_decides_tt58{
    "assess/council-decides-tt58",
    Severity::Error,
    "principal",
    "{period}, lớp {class}: học lực của em {name} cần Hội đồng quyết định: Thông tư 58 không nói "
    "rõ "
    "trường hợp này; tính theo chữ được {level}{reported}",
    "{period}, class {class}: the learning level of {name} is for the council to decide: the "
    "circular "
    "leaves this case open; read literally it is {level}{reported}",
    "Hội đồng xét, rồi ghi vào tệp quyết định xử lý: mã {pupil}, môn \"(tất cả)\", cột \"Học "
    "lực\", "
    "xử lý là loại đã quyết định (TT58/2011 Điều 13 khoản 6).",
    "Record the council's level in the table of decisions: pupil {pupil}, column \"Học lực\" "
    "(TT58/2011 Điều 13.6)."};

inline constexpr const Rule* assess_rules[] = {&council_decides_tt22, &council_decides_tt58};

}  // namespace hoso
