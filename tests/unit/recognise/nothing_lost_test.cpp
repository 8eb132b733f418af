// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <set>

#include "unit/recognise/outcome.h"

namespace hoso {
namespace {

constexpr const char* toan = R"(
PHÒNG GD&ĐT HUYỆN BẮC LƯƠNG
BẢNG ĐIỂM MÔN TOÁN – LỚP 6A
Học kỳ: I – Năm học: 2021-2022 – Giáo viên: Trần Thị Hương

STT | Mã học sinh | Họ và tên | Ngày sinh | ĐĐGtx | | ĐĐGgk | ĐĐGck | ĐTBmhk | Nhận xét
| | | | (1) | (2) | | | |
1 | 0140500101 | Lò Thị Ánh | 12/03/2010 | 8 | 7 | 7.5 | 8.5 | 8.1 | Tốt.
2 | 0140500102 | Sùng A Páo | 03/08/2010 | 6 | 7 | 6 | 5.5 | 5.9 | Có tiến bộ.
3 | 0140500103 | Vàng A Chu | 09/03/2010 | 5 | 5 | 6 | 5.5 | 5.5 | Có tiến bộ.
4 | 0140500104 | Vừ Thị Chu | 09/01/2010 | 9 | 7 | 6 | 9.5 | 8.1 | Tốt.
| | | | | | Nậm Phạ, ngày 10 tháng 01 năm 2022
| | Giáo viên bộ môn
| | Trần Thị Hương
)";

// Whatever happens to a few cells: a pupil whose code stands below the header comes through, or a
// finding above a note says that something is wrong. The same for each mark.
TEST(NothingIsLost, WhateverHappensToAFewCells) {
    constexpr std::array<const char*, 15> pool{"",
                                               "-",
                                               "Tổng số",
                                               "Giáo viên bộ môn",
                                               "1",
                                               "6B",
                                               "Học kỳ II",
                                               "ĐĐGck",
                                               "(1)",
                                               "Đ",
                                               "STT",
                                               "Họ và tên",
                                               "ĐTBmhk",
                                               "x",
                                               "ngày 1 tháng 2 năm 2022"};
    for (unsigned seed = 1; seed <= 150; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937 random(seed);
        Sheet sheet = sheet_from_text("BangDiem_6A.xlsx", "Toan_6A", toan);
        const std::size_t edits = 1 + random() % 3;
        for (std::size_t i = 0; i < edits; ++i) {
            sheet.cells[random() % sheet.cells.size()].text = pool[random() % pool.size()];
        }
        std::set<std::string> codes;
        for (const Cell& cell : sheet.cells) {
            if (cell.row > 6 && cell.column == 2 && cell.text.rfind("01405", 0) == 0)
                codes.insert(cell.text);
        }
        const Outcome outcome({sheet});
        bool said = false;
        for (const Finding& finding : outcome.raw)
            said = said || finding.rule->severity != Severity::Note;
        if (said) continue;
        ASSERT_FALSE(outcome.tables.empty());
        const Table& marks = outcome.table("mark").table;
        std::set<std::string> read;
        for (std::size_t row = 0; row < marks.rows.size(); ++row)
            read.insert(marks.text(row, "pupil"));
        for (const std::string& code : codes) EXPECT_EQ(read.count(code), 1U) << code;
        EXPECT_EQ(marks.rows.size() % 4, 0U);
    }
}

}  // namespace
}  // namespace hoso
