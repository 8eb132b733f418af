// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "assess/assess.h"

namespace hoso {
namespace {

using L58 = LearningTT58;
using L22 = LearningTT22;

// Toán, Ngữ văn, Ngoại ngữ first, then the other scored subjects, then three by remark.
std::vector<SubjectMark> marks_58(const std::vector<int>& tenths, int failed = 0) {
    std::vector<SubjectMark> marks;
    for (std::size_t i = 0; i < tenths.size(); ++i) {
        const std::string code = i == 0 ? "TOAN" : i == 1 ? "NV" : i == 2 ? "NN1" : "X";
        marks.push_back({code, true, Tenths{tenths[i]}, true, i < 3});
    }
    for (int i = 0; i < 3; ++i) marks.push_back({"NX", false, {}, i >= failed, false});
    return marks;
}

std::vector<SubjectMark> marks_22(const std::vector<int>& tenths, int failed = 0) {
    std::vector<SubjectMark> marks;
    for (const int mark : tenths) marks.push_back({"X", true, Tenths{mark}, true, false});
    for (int i = 0; i < 4; ++i) marks.push_back({"NX", false, {}, i >= failed, false});
    return marks;
}

struct Vector58 {
    const char* name;
    std::vector<int> marks;
    int failed;
    int overall;
    L58 raw, level;
};

TEST(ClassifyTT58, GivesTheLevelsOfTheCircular) {
    const Vector58 vectors[] = {
        {"C1", {82, 79, 85, 80, 84, 86, 78, 90, 81, 88, 80}, 0, 83, L58::Gioi, L58::Gioi},
        {"C2 falls one level",
         {85, 82, 90, 84, 88, 86, 64, 90, 83, 89, 87},
         0,
         84,
         L58::Kha,
         L58::Kha},
        {"C3 (a)", {85, 82, 90, 84, 88, 86, 48, 90, 83, 89, 87}, 0, 83, L58::TrungBinh, L58::Kha},
        {"C4 (b)", {85, 82, 90, 84, 88, 89, 30, 92, 83, 89, 90}, 0, 82, L58::Yeu, L58::TrungBinh},
        {"C5 (c)", {70, 66, 68, 71, 69, 73, 32, 75, 70, 72, 74}, 0, 67, L58::Yeu, L58::TrungBinh},
        {"C6 (d)", {72, 69, 70, 75, 76, 73, 18, 79, 74, 72, 74}, 0, 68, L58::Kem, L58::Yeu},
        {"C7 two subjects",
         {85, 82, 90, 84, 88, 86, 48, 49, 89, 90, 92},
         0,
         80,
         L58::TrungBinh,
         L58::TrungBinh},
        {"C8 a remark subject",
         {85, 82, 90, 84, 88, 86, 78, 90, 83, 89, 87},
         1,
         86,
         L58::Yeu,
         L58::TrungBinh},
        {"C9 no core subject",
         {79, 79, 79, 84, 88, 86, 78, 90, 83, 89, 87},
         0,
         84,
         L58::Kha,
         L58::Kha},
        {"C10 Ngoại ngữ counts",
         {79, 79, 80, 84, 88, 86, 78, 90, 83, 89, 87},
         0,
         84,
         L58::Gioi,
         L58::Gioi},
    };
    for (const Vector58& v : vectors) {
        const auto result = classify_tt58(marks_58(v.marks, v.failed));
        EXPECT_EQ(result.overall, Tenths{v.overall}) << v.name;
        EXPECT_EQ(result.raw, v.raw) << v.name;
        EXPECT_EQ(result.level, v.level) << v.name;
        EXPECT_FALSE(result.needs_person) << v.name;
    }
}

TEST(ClassifyTT58, AsksForOneOfTwoCoreSubjectsBeforeTT26) {
    const auto c10 = marks_58({79, 79, 80, 84, 88, 86, 78, 90, 83, 89, 87});
    EXPECT_EQ(classify_tt58(c10, false).level, L58::Kha);
}

TEST(ClassifyTT58, SendsAFallFromGioiToKemToAPerson) {
    const auto c11 = classify_tt58(marks_58({88, 85, 92, 89, 90, 91, 15, 94, 88, 92, 91}));
    EXPECT_EQ(c11.overall, Tenths{83});
    EXPECT_EQ(c11.raw, L58::Kem);
    EXPECT_TRUE(c11.needs_person);
}

TEST(ClassifyTT58, SendsADoubtfulCoreSubjectToAPerson) {
    // Only Toán can reach 8,0 in thought, and Toán is the subject that pulls the level down.
    const auto result = classify_tt58(marks_58({49, 79, 79, 90, 90, 90, 90, 90, 90, 90, 90}));
    EXPECT_EQ(result.raw, L58::TrungBinh);
    EXPECT_TRUE(result.needs_person);
}

TEST(ClassifyTT58, RoundsATieOfTheOverallAverageUp) {
    const auto tie = classify_tt58(marks_58({64, 65, 64, 65, 64, 65, 64, 65, 64, 65}));
    EXPECT_EQ(tie.overall, Tenths{65});
    EXPECT_EQ(tie.level, L58::Kha);
    EXPECT_EQ(classify_tt58(marks_58({55, 58, 60, 64, 53, 63, 60, 47, 66, 59})).overall,
              Tenths{59});
}

struct Vector22 {
    const char* name;
    std::vector<int> marks;
    int failed;
    L22 raw, level, reading_b;
};

TEST(ClassifyTT22, GivesTheLevelsOfTheCircularInBothReadings) {
    const Vector22 vectors[] = {
        {"D1", {80, 80, 80, 80, 80, 80, 65, 65}, 0, L22::Tot, L22::Tot, L22::Tot},
        {"D2", {80, 80, 80, 80, 80, 79, 65, 65}, 0, L22::Kha, L22::Kha, L22::Kha},
        {"D3", {80, 80, 80, 80, 80, 80, 90, 64}, 0, L22::Kha, L22::Kha, L22::Kha},
        {"D4", {85, 85, 85, 85, 85, 85, 80, 49}, 0, L22::Dat, L22::Kha, L22::Kha},
        {"D5", {85, 85, 85, 85, 85, 85, 80, 34}, 0, L22::ChuaDat, L22::Dat, L22::Dat},
        {"D6", {65, 66, 70, 68, 69, 72, 55, 34}, 0, L22::ChuaDat, L22::Dat, L22::Dat},
        {"D7", {85, 85, 85, 85, 85, 85, 80, 80}, 1, L22::Dat, L22::Kha, L22::Kha},
        {"D8", {85, 85, 85, 85, 85, 85, 80, 80}, 2, L22::ChuaDat, L22::ChuaDat, L22::ChuaDat},
        {"D9", {85, 85, 85, 85, 85, 85, 49, 49}, 0, L22::Dat, L22::Dat, L22::Dat},
        {"D10", {50, 50, 50, 50, 50, 50, 35, 35}, 0, L22::Dat, L22::Dat, L22::Dat},
        {"D11", {50, 50, 50, 50, 50, 49, 49, 49}, 0, L22::ChuaDat, L22::ChuaDat, L22::ChuaDat},
        {"D12", {50, 52, 55, 51, 60, 54, 50, 34}, 0, L22::ChuaDat, L22::ChuaDat, L22::ChuaDat},
        {"D13", {65, 65, 65, 65, 65, 64, 50, 50}, 0, L22::Dat, L22::Dat, L22::Dat},
        {"D14", {65, 65, 65, 65, 65, 65, 50, 50}, 0, L22::Kha, L22::Kha, L22::Kha},
        {"D15", {85, 85, 85, 85, 85, 85, 80, 49}, 1, L22::Dat, L22::Dat, L22::Dat},
        {"E1", {85, 85, 85, 85, 85, 70, 70, 49}, 0, L22::Dat, L22::Kha, L22::Dat},
        {"E2", {85, 85, 85, 85, 85, 70, 70, 34}, 0, L22::ChuaDat, L22::Dat, L22::Dat},
        {"E3", {66, 66, 66, 66, 66, 55, 55, 34}, 0, L22::ChuaDat, L22::Dat, L22::ChuaDat},
        {"E4", {85, 85, 85, 85, 85, 85, 80, 49}, 0, L22::Dat, L22::Kha, L22::Kha},
        {"E5", {85, 85, 85, 85, 85, 65, 65, 30}, 1, L22::ChuaDat, L22::ChuaDat, L22::ChuaDat},
    };
    for (const Vector22& v : vectors) {
        const auto result = classify_tt22(marks_22(v.marks, v.failed));
        EXPECT_EQ(result.raw, v.raw) << v.name;
        EXPECT_EQ(result.level, v.level) << v.name;
        EXPECT_EQ(result.reading_b, v.reading_b) << v.name;
        EXPECT_EQ(result.needs_person, v.level != v.reading_b) << v.name;
    }
}

TEST(ConductYearTT22, HasSixteenCells) {
    using C = ConductTT22;
    const C columns[] = {C::Tot, C::Kha, C::Dat, C::ChuaDat};
    const C rows[4][4] = {{C::Tot, C::Kha, C::Kha, C::ChuaDat},
                          {C::Tot, C::Kha, C::Dat, C::ChuaDat},
                          {C::Kha, C::Kha, C::Dat, C::ChuaDat},
                          {C::Kha, C::Dat, C::Dat, C::ChuaDat}};
    for (std::size_t term1 = 0; term1 < 4; ++term1) {
        for (std::size_t term2 = 0; term2 < 4; ++term2) {
            EXPECT_EQ(conduct_year_tt22(columns[term1], columns[term2]), rows[term1][term2])
                << "HKI " << term1 << ", HKII " << term2;
        }
    }
}

}  // namespace
}  // namespace hoso
