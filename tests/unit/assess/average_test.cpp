// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <numeric>

#include "assess/assess.h"

namespace hoso {
namespace {

TEST(AverageTerm, WeighsAndRoundsHalfUp) {
    struct Vector {
        const char* name;
        std::vector<Tenths> tx;
        Tenths gk, ck, average;
    };
    const Vector vectors[] = {
        {"A1", {{80}, {70}, {90}, {80}}, {75}, {85}, {81}},
        {"A2", {{70}, {80}}, {65}, {70}, {70}},
        {"A3 is a tie", {{60}, {60}, {70}}, {65}, {60}, {63}},
        {"A4", {{60}, {75}, {80}}, {55}, {60}, {63}},
        {"A5 has a zero that is no blank", {{0}, {80}, {70}, {90}}, {70}, {70}, {66}},
        {"A5 with the zero taken for a blank", {{80}, {70}, {90}}, {70}, {70}, {74}},
        {"A6", {{90}, {95}, {100}, {80}}, {90}, {93}, {92}},
    };
    for (const Vector& v : vectors) {
        EXPECT_EQ(average_term({v.tx, v.gk, v.ck}), v.average) << v.name;
    }
}

TEST(AverageTerm, NeedsRegularMidAndFinalMarks) {
    EXPECT_EQ(average_term({{}, Tenths{50}, Tenths{50}}), std::nullopt);
    EXPECT_EQ(average_term({{Tenths{50}}, std::nullopt, Tenths{50}}), std::nullopt);
    EXPECT_EQ(average_term({{Tenths{50}}, Tenths{50}, std::nullopt}), std::nullopt);
}

TEST(AverageYear, CountsTheSecondTermTwice) {
    struct Vector {
        const char* name;
        int term1, term2, year;
    };
    const Vector vectors[] = {{"B1", 81, 63, 69}, {"B2", 64, 66, 65}, {"B3", 79, 80, 80},
                              {"B4", 49, 50, 50}, {"B5", 47, 51, 50}, {"B6", 89, 90, 90},
                              {"B7", 32, 36, 35}};
    for (const Vector& v : vectors) {
        EXPECT_EQ(average_year(Tenths{v.term1}, Tenths{v.term2}), Tenths{v.year}) << v.name;
    }
}

TEST(PassedTerm, AllUnderTT22) {
    EXPECT_TRUE(passed_term_tt22({true, true, true, true}));
    EXPECT_FALSE(passed_term_tt22({true, false, true, true}));
    EXPECT_FALSE(passed_term_tt22({}));
}

TEST(PassedTerm, TwoThirdsWithTheFinalOneUnderTT58) {
    EXPECT_TRUE(passed_term_tt58({true, false, true}, true));
    EXPECT_TRUE(passed_term_tt58({true, false}, true)) << "exactly two thirds";
    EXPECT_FALSE(passed_term_tt58({true, false, false}, true)) << "one half";
    EXPECT_FALSE(passed_term_tt58({true, true, true, true}, false)) << "the final one failed";
}

TEST(PassedYear, IsTheSecondTermUnderTT58) {
    EXPECT_TRUE(passed_year_tt58(true, true));
    EXPECT_TRUE(passed_year_tt58(false, true));
    EXPECT_FALSE(passed_year_tt58(true, false));
    EXPECT_FALSE(passed_year_tt58(false, false));
}

}  // namespace
}  // namespace hoso
