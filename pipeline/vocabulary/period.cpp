// SPDX-License-Identifier: Apache-2.0
#include "vocabulary/period.h"

#include <cstdlib>

namespace hoso {

std::string SchoolYear::id() const {
    return std::to_string(start) + "-" + std::to_string(start + 1);
}

std::optional<SchoolYear> parse_school_year(std::string_view text) {
    const auto year_at = [&](std::size_t at) -> int {
        if (at + 4 > text.size()) return 0;
        int year = 0;
        for (std::size_t i = at; i < at + 4; ++i) {
            if (text[i] < '0' || text[i] > '9') return 0;
            year = year * 10 + (text[i] - '0');
        }
        return year;
    };
    const int first = year_at(0);
    std::size_t next = 4;
    bool dash = false;
    while (next < text.size() && (text[next] < '0' || text[next] > '9')) {
        // "-" or the bytes of "–" (U+2013)
        const unsigned char c = static_cast<unsigned char>(text[next]);
        if (c != ' ' && c != '-' && c < 0x80) return std::nullopt;
        dash = dash || c != ' ';
        ++next;
    }
    const int second = year_at(next);
    if (first < 1990 || !dash || second != first + 1 || next + 4 != text.size())
        return std::nullopt;
    return SchoolYear{first};
}

std::optional<Axis> axis_of(std::string_view id) {
    if (id == "HK1" || id == "HK2") return Axis::Term;
    if (id == "CN") return Axis::Year;
    if (id == "HE") return Axis::Summer;
    if (id.substr(0, 5) == "KHOA-") return Axis::Course;
    if (id.substr(0, 3) == "YC-") return Axis::OnDemand;
    if (id.size() >= 2 && id[1] >= '0' && id[1] <= '9') {
        if (id[0] == 'W') return Axis::Week;
        if (id[0] == 'M') return Axis::Month;
    }
    return std::nullopt;
}

std::string period_title(std::string_view id) {
    const auto rest = [&](std::size_t from) { return std::string(id.substr(from)); };
    if (id == "HK1") return "Học kỳ I";
    if (id == "HK2") return "Học kỳ II";
    if (id == "CN") return "Cả năm";
    if (id == "HE") return "Sau rèn luyện, kiểm tra lại trong hè";
    switch (axis_of(id).value_or(Axis::Term)) {
        case Axis::Course:
            return "Khóa " + rest(5);
        case Axis::Week:
            return "Tuần " + rest(1);
        case Axis::Month:
            return "Tháng " + rest(1);
        case Axis::Year:
            return id.starts_with("NAM-") ? "Năm " + rest(4) : rest(0);
        case Axis::OnDemand:
            if (id.size() < 11) return rest(0);
            return "Theo yêu cầu ngày " + rest(9).substr(0, 2) + "/" + rest(7).substr(0, 2) + "/" +
                   rest(3).substr(0, 4);
        case Axis::Term:
        case Axis::Summer:
            break;
    }
    return rest(0);
}

}  // namespace hoso
