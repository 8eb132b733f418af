// SPDX-License-Identifier: Apache-2.0
#include "ingest/text/odd_letters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/text/letters.h"
#include "unit/ingest/workbook.h"

namespace hoso {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string joined(std::u32string_view text) {
    const auto result = join_loose_marks(text);
    return result ? to_utf8(*result) : "-";
}

TEST(OddLetters, NameMarksTypedInTheWrongOrderAndLeaveThem) {
    // The tone before the circumflex, which NFC does not mend; then one that it does.
    const auto outcome = test::read(
        "Họ và tên,Ghi chú\nLò Thị Tuye\u0301\u0302t,a\nVàng A Dê\u0301,b\nA\u0301\u0306n"
        " nh\u0300,c\n",
        "a.csv");
    ASSERT_EQ(outcome.sheets.size(), 1U);
    EXPECT_EQ(outcome.sheets[0].find(2, 1)->text, "Lò Thị Tuyé\u0302t");
    EXPECT_EQ(outcome.sheets[0].find(3, 1)->text, "Vàng A Dế");
    EXPECT_THAT(
        outcome.messages,
        ElementsAre("a.csv › A2: Dấu rời không ghép được vào chữ, có lẽ do gõ sai thứ tự (2 "
                    "ô như vậy trong trang này): \"Lò Thị Tuyé\u0302t\" (U+0302) → \"Lò Thị "
                    "Tuyết\"?; \"Á\u0306n nh\u0300\" (U+0306). Giữ nguyên như trong tệp."));
}

TEST(OddLetters, LeaveWhereTheToneStandsAndLettersOfTheHighlands) {
    EXPECT_THAT(
        test::read("Tên,Nơi sinh\nHoà,Hòa Bình\nH'Bê\u0306,Ơ\u0306\nThuý,Thúy\n", "a.csv").messages,
        IsEmpty());
}

TEST(OddLetters, JoinMarksOnlyToLettersThatTakeThem) {
    EXPECT_EQ(joined(U"\u00E1\u0302"), "ấ");
    EXPECT_EQ(joined(U"\u00F3\u031B"), "ớ");
    EXPECT_EQ(joined(U"\u1EB9\u0302"), "ệ");
    EXPECT_EQ(joined(U"\u00E0\u0301"), "-");
    EXPECT_EQ(joined(U"n\u0301"), "-");
    EXPECT_EQ(joined(U"\u0301a"), "-");
    EXPECT_EQ(joined(U"ê\u0306"), "ê\u0306");
}

TEST(OddLetters, NameLettersOfOtherScriptsAndLeaveThem) {
    const auto outcome = test::read(
        "Lớp,Họ và tên\n6\u0410,Nguyễn Văn \u0410n\n6B,L\u03BF Thị M\u0430i\n6B,Ｈà\n", "a.csv");
    ASSERT_EQ(outcome.sheets.size(), 1U);
    EXPECT_EQ(outcome.sheets[0].find(2, 1)->text, "6\u0410");
    EXPECT_THAT(
        outcome.messages,
        ElementsAre(
            "a.csv › A2: Có chữ cái Nga, Hy Lạp hoặc chữ rộng trông giống chữ cái tiếng Việt (4 ô "
            "như vậy trong trang này): \"6\u0410\" (\u0410 = U+0410 → A?); \"Nguyễn Văn \u0410n\" "
            "(\u0410 = U+0410 → A?); \"L\u03BF Thị M\u0430i\" (\u03BF = U+03BF → o?). Giữ nguyên "
            "như trong tệp."));
}

TEST(OddLetters, LeaveFormulasUnitsAndForeignText) {
    for (const std::u32string_view text :
         {U"sinα + cosβ", U"tia α", U"5 kΩ", U"3 μm", U"Пушкин, А. С.", U"ΔABC", U"β-caroten"}) {
        EXPECT_FALSE(find_lookalike(text)) << to_utf8(text);
    }
}

}  // namespace
}  // namespace hoso
