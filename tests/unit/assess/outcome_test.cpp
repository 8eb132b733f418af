// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "assess/assess.h"

namespace hoso {
namespace {

TEST(OutcomeTT58, FollowsTheDecisionTable) {
    using L = LearningTT58;
    using C = ConductTT58;
    for (const L learning : {L::TrungBinh, L::Kha, L::Gioi}) {
        for (const C conduct : {C::TrungBinh, C::Kha, C::Tot}) {
            EXPECT_EQ(outcome_tt58(learning, conduct, 45), Outcome::Promoted);
            EXPECT_EQ(outcome_tt58(learning, conduct, 46), Outcome::Retained);
        }
        EXPECT_EQ(outcome_tt58(learning, C::Yeu, 45), Outcome::SummerTraining);
        EXPECT_EQ(outcome_tt58(learning, C::Yeu, 46), Outcome::Retained);
    }
    for (const C conduct : {C::TrungBinh, C::Kha, C::Tot}) {
        EXPECT_EQ(outcome_tt58(L::Yeu, conduct, 45), Outcome::Retest);
        EXPECT_EQ(outcome_tt58(L::Yeu, conduct, 46), Outcome::Retained);
        EXPECT_EQ(outcome_tt58(L::Kem, conduct, 0), Outcome::Retained);
    }
    EXPECT_EQ(outcome_tt58(L::Yeu, C::Yeu, 0), Outcome::Retained);
    EXPECT_EQ(outcome_tt58(L::Kem, C::Yeu, 0), Outcome::Retained);
}

TEST(OutcomeTT22, FollowsTheDecisionTable) {
    using L = LearningTT22;
    using C = ConductTT22;
    for (const C conduct : {C::Dat, C::Kha, C::Tot}) {
        for (const L learning : {L::Dat, L::Kha, L::Tot}) {
            EXPECT_EQ(outcome_tt22(learning, conduct, 45), Outcome::Promoted);
            EXPECT_EQ(outcome_tt22(learning, conduct, 46), Outcome::Retained);
        }
        EXPECT_EQ(outcome_tt22(L::ChuaDat, conduct, 45), Outcome::Retest);
        EXPECT_EQ(outcome_tt22(L::ChuaDat, conduct, 46), Outcome::Retained);
    }
    for (const L learning : {L::Dat, L::Kha, L::Tot}) {
        EXPECT_EQ(outcome_tt22(learning, C::ChuaDat, 45), Outcome::SummerTraining);
        EXPECT_EQ(outcome_tt22(learning, C::ChuaDat, 46), Outcome::Retained);
    }
    EXPECT_EQ(outcome_tt22(L::ChuaDat, C::ChuaDat, 0), Outcome::Retained) << "no way back";
}

TEST(TitleTT58, IsHsgOrHstt) {
    using L = LearningTT58;
    using C = ConductTT58;
    EXPECT_EQ(title_tt58(L::Gioi, C::Tot), "HSG");
    EXPECT_EQ(title_tt58(L::Gioi, C::Kha), "HSTT");
    EXPECT_EQ(title_tt58(L::Kha, C::Tot), "HSTT");
    EXPECT_EQ(title_tt58(L::Kha, C::Kha), "HSTT");
    EXPECT_EQ(title_tt58(L::Kha, C::TrungBinh), "");
    EXPECT_EQ(title_tt58(L::TrungBinh, C::Tot), "");
}

TEST(TitleTT22, AsksForSixSubjectsFromNine) {
    using L = LearningTT22;
    using C = ConductTT22;
    EXPECT_EQ(title_tt22(L::Tot, C::Tot, 6), "Học sinh Xuất sắc");
    EXPECT_EQ(title_tt22(L::Tot, C::Tot, 5), "Học sinh Giỏi");
    EXPECT_EQ(title_tt22(L::Tot, C::Kha, 8), "");
    EXPECT_EQ(title_tt22(L::Kha, C::Tot, 8), "");
}

}  // namespace
}  // namespace hoso
