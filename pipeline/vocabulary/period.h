// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "vocabulary/value.h"

namespace hoso {

struct SchoolYear {
    int start = 0;  // 2021 means 2021-2022
    auto operator<=>(const SchoolYear&) const = default;
    [[nodiscard]] std::string id() const;  // "2021-2022"
};
std::optional<SchoolYear> parse_school_year(std::string_view text);  // "2021-2022", "2021 - 2022"

enum class Axis { Week, Month, Term, Year, Summer, Course, OnDemand };

// HK1 HK2 CN HE W07 M10 KHOA-2018-2022 NAM-2021 YC-20220310-01
struct Period {
    SchoolYear year;
    Axis axis = Axis::Term;
    std::string id;
    Date from, to;
    Date closing;  // the date that documents of this period carry
    auto operator<=>(const Period&) const = default;
};
std::optional<Axis> axis_of(std::string_view period_id);
// For people: "Học kỳ I", "Cả năm", "Khóa 2018-2022", "Theo yêu cầu ngày 10/06/2022" …
std::string period_title(std::string_view period_id);

}  // namespace hoso
