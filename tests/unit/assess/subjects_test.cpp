// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "assess/assess.h"
#include "support/templates.h"
#include "vocabulary/errors.h"

namespace hoso {
namespace {

TEST(PackFor, FollowsTheRoadmap) {
    const ShippedTemplates shipped;
    const struct {
        int year, grade;
        const char* pack;
    } rows[] = {{2018, 6, "tt58"},    {2019, 9, "tt58"},    {2020, 6, "tt58+26"},
                {2021, 6, "tt22"},    {2021, 7, "tt58+26"}, {2021, 9, "tt58+26"},
                {2022, 7, "tt22"},    {2022, 8, "tt58+26"}, {2023, 8, "tt22"},
                {2023, 9, "tt58+26"}, {2024, 9, "tt22"}};
    for (const auto& row : rows) {
        EXPECT_EQ(pack_for(shipped.folder, {row.year}, row.grade), row.pack)
            << row.year << " lớp " << row.grade;
    }
    EXPECT_THROW(pack_for(shipped.folder, {2031}, 6), UsageError) << "nothing is guessed";
}

TEST(LoadSubjects, TT22HasEightScoredAndFourByRemark) {
    const ShippedTemplates shipped;
    const SubjectList list = load_subjects(shipped.folder, "tt22", 6);
    int scored = 0, remark = 0;
    for (const Subject& subject : list.subjects) {
        if (subject.optional) continue;
        (subject.scored ? scored : remark) += 1;
    }
    EXPECT_EQ(scored, 8);
    EXPECT_EQ(remark, 4);
    EXPECT_EQ(list.find("TOAN")->required.at("HK1"), 4);
    EXPECT_EQ(list.find("GDCD")->required.at("HK2"), 2);
    EXPECT_EQ(list.find("NT")->required.at("HK1"), 2);
    EXPECT_EQ(load_subjects(shipped.folder, "tt22", 8).find("CN")->required.at("HK1"), 3);
}

TEST(LoadSubjects, KnowsTheHeadingsOfExports) {
    const ShippedTemplates shipped;
    const SubjectList tt22 = load_subjects(shipped.folder, "tt22", 6);
    const std::pair<const char*, const char*> headings[] = {
        {"Toán", "TOAN"},     {"LS&ĐL", "LSDL"}, {"Lịch sử & Địa lí", "LSDL"}, {"Văn", "NV"},
        {"Ng.ngữ", "NN1"},    {"C.nghệ", "CN"},  {"NDGDCĐP", "GDDP"},          {"HĐTN&HN", "TNHN"},
        {"Tiếng Anh", "NN1"}, {"tin học", "TIN"}};
    for (const auto& [heading, code] : headings) {
        const Subject* subject = tt22.by_heading(heading);
        ASSERT_TRUE(subject) << heading;
        EXPECT_EQ(subject->code, code) << heading;
    }
    EXPECT_EQ(tt22.by_heading("Vật lí"), nullptr) << "no subject of its own under TT22";
}

TEST(LoadSubjects, TT58TeachesChemistryFromGradeEight) {
    const ShippedTemplates shipped;
    EXPECT_EQ(load_subjects(shipped.folder, "tt58+26", 7).find("HH")->required.at("HK1"), 0);
    EXPECT_EQ(load_subjects(shipped.folder, "tt58+26", 8).find("HH")->required.at("HK1"), 3);
}

TEST(LoadSubjects, GradeNineHasArtAndMusicInOneTermEach) {
    const ShippedTemplates shipped;
    const SubjectList nine = load_subjects(shipped.folder, "tt58+26", 9);
    EXPECT_EQ(nine.find("MT")->required.at("HK1"), 2);
    EXPECT_EQ(nine.find("MT")->required.at("HK2"), 0);
    EXPECT_EQ(nine.find("AN")->required.at("HK1"), 0);
    EXPECT_EQ(nine.find("AN")->required.at("HK2"), 2);
}

TEST(LoadSubjects, CountsNgoaiNguAsCoreOnlySinceTT26) {
    const ShippedTemplates shipped;
    EXPECT_TRUE(load_subjects(shipped.folder, "tt58+26", 7).find("NN1")->core);
    EXPECT_FALSE(load_subjects(shipped.folder, "tt58", 7).find("NN1")->core);
    EXPECT_TRUE(load_subjects(shipped.folder, "tt58", 7).find("TOAN")->core);
}

}  // namespace
}  // namespace hoso
