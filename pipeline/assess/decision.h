// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vocabulary/value.h"

namespace hoso {

// What a written decision says of a gap that no program can settle (dataset `decision`, typed).
enum class Ruling {
    MakeUp,         // Kiểm tra bù: the value is still to come
    Zero,           // Điểm 0
    NotPassed,      // Chưa đạt
    Exempt,         // Miễn
    NotAssessed,    // Không đánh giá: individual plan of a pupil with a disability
    FromOldSchool,  // Chuyển đến, đã có điểm ở trường cũ
    Left,           // Chuyển đi, thôi học
    Verdict,        // a level or an outcome, in words: column "learning" or "outcome"
};

struct Decision {
    std::string pupil;
    std::string subject;  // code; empty: all subjects
    std::string term;     // "HK1" "HK2" "CN"; empty: the whole year
    std::string column;   // "tx3" "gk" "ck" "learning" "outcome"; empty: the whole subject
    Ruling ruling = Ruling::Verdict;
    std::string text;      // of a verdict: "Khá", "Được lên lớp"
    std::string document;  // "31/QĐ-THCSNP", may be empty
    Location where;        // the cell "Xử lý"

    // Does it speak of this subject in this term?
    [[nodiscard]] bool covers(std::string_view subject_code, std::string_view term_id) const;
    // … and of this cell ("tx3")?
    [[nodiscard]] bool covers(std::string_view subject_code, std::string_view term_id,
                              std::string_view column_id) const;
};

Ruling ruling_of(std::string_view action);

std::vector<Decision> read_decisions(const Table& table);

}  // namespace hoso
