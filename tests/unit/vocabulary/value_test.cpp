// SPDX-License-Identifier: Apache-2.0
#include "vocabulary/value.h"

#include <gtest/gtest.h>

namespace hoso {
namespace {

TEST(ParseTenths, AcceptsIntegersAndOneDecimalWithPointOrComma) {
    EXPECT_EQ(parse_tenths("8"), Tenths{80});
    EXPECT_EQ(parse_tenths("8.5"), Tenths{85});
    EXPECT_EQ(parse_tenths("8,5"), Tenths{85});
    EXPECT_EQ(parse_tenths("10,0"), Tenths{100});
}

TEST(ParseTenths, RefusesWhatWouldHaveToBeGuessed) {
    for (const char* text : {"", "8,55", "8.", ",5", "1O", "tám", "8 ", " 8", "-1", "8.5.1"}) {
        EXPECT_EQ(parse_tenths(text), std::nullopt) << text;
    }
}

TEST(MeanHalfUp, RoundsTheTieUp) {
    EXPECT_EQ(mean_half_up(500, 8), Tenths{63});   // 6.25, domain A3
    EXPECT_EQ(mean_half_up(645, 10), Tenths{65});  // 6.45
}

TEST(Date, ReadsBothOrdersAndRefusesImpossibleDays) {
    EXPECT_EQ(parse_date("05/09/2021"), (Date{2021, 9, 5}));
    EXPECT_EQ(parse_date("2021-09-05"), (Date{2021, 9, 5}));
    EXPECT_EQ(parse_date("31/02/2021"), std::nullopt);
    EXPECT_EQ(parse_date("5/9/21"), std::nullopt);
    EXPECT_EQ((Date{2021, 9, 6}).weekday(), 1);
}

TEST(Date, PrintsMonthsOneAndTwoWithAZero) {
    EXPECT_EQ(to_long_vietnamese({2021, 9, 1}), "ngày 01 tháng 9 năm 2021");
    EXPECT_EQ(to_long_vietnamese({2022, 1, 12}), "ngày 12 tháng 01 năm 2022");
}

}  // namespace
}  // namespace hoso
