// SPDX-License-Identifier: Apache-2.0
#include "validate/typing/mark_value.h"

#include <gtest/gtest.h>

namespace hoso {
namespace {

struct Case {
    const char* text;
    const char* rule;  // "" = none
    int tenths;        // -1 = no value
    const char* guess;
};

TEST(ReadMark, GivesEachMistakeARuleOfItsOwn) {
    const Case cases[] = {
        {"8", "", 80, ""},
        {"7.5", "", 75, ""},
        {"10", "", 100, ""},
        {"0", "", 0, ""},
        {"7,5", "validate/mark-as-text", 75, ""},
        {" 6.5 ", "validate/mark-with-blanks", 65, ""},
        {"8,55", "validate/mark-too-precise", -1, ""},
        {"8.25", "validate/mark-too-precise", -1, ""},
        {"75", "validate/mark-without-comma", -1, "7,5"},
        {"85", "validate/mark-without-comma", -1, "8,5"},
        {"11", "validate/mark-out-of-range", -1, ""},
        {"10.5", "validate/mark-out-of-range", -1, ""},
        {"100", "validate/mark-out-of-range", -1, ""},
        {"-5", "validate/mark-out-of-range", -1, ""},
        {"44352", "validate/mark-out-of-range", -1, ""},
        {"1O", "validate/mark-letter-for-digit", -1, "10"},
        {"8,O", "validate/mark-letter-for-digit", -1, "8"},
        {"8.", "validate/mark-unfinished", -1, ""},
        {",5", "validate/mark-unfinished", -1, ""},
        {"tám", "validate/mark-in-words", -1, ""},
        {"8 điểm", "validate/mark-in-words", -1, ""},
        {"2021-06-05", "validate/mark-is-date", -1, "5,6"},
        {"05-Thg6", "validate/mark-is-date", -1, "5,6"},
        {"5-Jun", "validate/mark-is-date", -1, "5,6"},
        {"Đ", "validate/remark-for-number", -1, ""},
        {"8*", "validate/mark-not-understood", -1, ""},
    };
    for (const Case& c : cases) {
        const MarkReading reading = read_mark(c.text, true, false);
        EXPECT_EQ(reading.fault ? reading.fault->id : "", c.rule) << c.text;
        EXPECT_EQ(reading.mark ? reading.mark->count : -1, c.tenths) << c.text;
        EXPECT_EQ(reading.guess, c.guess) << c.text;
        EXPECT_FALSE(reading.gap) << c.text;
    }
}

TEST(ReadMark, TakesSignsForAGap) {
    for (const char* text : {"", " ", "-", "x", "V", "/"}) {
        EXPECT_TRUE(read_mark(text, true, false).gap) << text;
        EXPECT_TRUE(read_mark(text, false, false).gap) << text;
    }
}

TEST(ReadMark, KnowsExemptionInBothKinds) {
    EXPECT_TRUE(read_mark("M", true, false).exempt);
    EXPECT_TRUE(read_mark("Miễn", false, false).exempt);
}

TEST(ReadMark, ReadsRemarks) {
    EXPECT_EQ(read_mark("Đ", false, false).passed, true);
    EXPECT_EQ(read_mark("Đạt", false, false).passed, true);
    EXPECT_EQ(read_mark("CĐ", false, false).passed, false);
    EXPECT_EQ(read_mark("Chưa đạt", false, false).passed, false);
    EXPECT_EQ(read_mark("8", false, false).fault->id, "validate/number-for-remark");
    EXPECT_EQ(read_mark("Khá", false, false).fault->id, "validate/mark-not-understood");
}

TEST(ReadMark, AComaIsNormalInCsv) { EXPECT_EQ(read_mark("7,5", true, true).fault, nullptr); }

}  // namespace
}  // namespace hoso
