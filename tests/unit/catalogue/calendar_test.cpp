// SPDX-License-Identifier: Apache-2.0
#include "catalogue/calendar.h"

#include <gtest/gtest.h>

namespace hoso {
namespace {

// The calendar of forms-and-practice, chapter 4: HKI has 18 weeks, Tết takes two, the last lesson
// is on the Saturday of week 35.
Job job_2021() {
    Job job;
    job.year = {2021};
    job.periods = {{job.year, Axis::Term, "HK1", {2021, 9, 6}, {2022, 1, 8}, {2022, 1, 12}},
                   {job.year, Axis::Term, "HK2", {2022, 1, 10}, {2022, 5, 21}, {2022, 5, 28}},
                   {job.year, Axis::Year, "CN", {2021, 9, 6}, {2022, 5, 31}, {2022, 5, 31}}};
    job.holidays = {{{2022, 1, 1}, {2022, 1, 1}, "Tết Dương lịch"},
                    {{2022, 1, 24}, {2022, 2, 5}, "Tết Nguyên đán"},
                    {{2022, 4, 30}, {2022, 5, 2}, "Ngày Chiến thắng"}};
    return job;
}

std::string days(const std::string& id) {
    const Job job = job_2021();
    const auto period = calendar_period(job, id);
    if (!period) return "none";
    const Period* term = term_around(job, *period);
    return period->id + " " + to_iso(period->from) + " " + to_iso(period->to) + " " +
           (term == nullptr ? "-" : term->id);
}

TEST(Calendar, NumbersTheWeeksThatHaveLessons) {
    EXPECT_EQ(days("W01"), "W01 2021-09-06 2021-09-11 HK1");
    EXPECT_EQ(days("W05"), "W05 2021-10-04 2021-10-09 HK1");
    EXPECT_EQ(days("W18"), "W18 2022-01-03 2022-01-08 HK1");
    EXPECT_EQ(days("W20"), "W20 2022-01-17 2022-01-22 HK2");
    EXPECT_EQ(days("W21"), "W21 2022-02-07 2022-02-12 HK2");
    EXPECT_EQ(days("W35"), "W35 2022-05-16 2022-05-21 HK2");
    EXPECT_EQ(days("W36"), "none");
    EXPECT_EQ(days("W0"), "none");
}

TEST(Calendar, LeavesHolidaysAtTheBorderOfAWeekOut) {
    EXPECT_EQ(days("W17"), "W17 2021-12-27 2021-12-31 HK1");
    EXPECT_EQ(days("W33"), "W33 2022-05-03 2022-05-07 HK2");
}

TEST(Calendar, WritesAWeekWithTwoDigits) { EXPECT_EQ(days("W7").substr(0, 3), "W07"); }

TEST(Calendar, KnowsTheMonthsOfTheTerms) {
    EXPECT_EQ(days("M09"), "M09 2021-09-06 2021-09-30 HK1");
    EXPECT_EQ(days("M10"), "M10 2021-10-01 2021-10-31 HK1");
    EXPECT_EQ(days("M02"), "M02 2022-02-01 2022-02-28 HK2");
    EXPECT_EQ(days("M05"), "M05 2022-05-01 2022-05-21 HK2");
    EXPECT_EQ(days("M07"), "none");
    EXPECT_EQ(days("M13"), "none");
}

TEST(Calendar, SaysNothingOfOtherPeriods) {
    EXPECT_EQ(days("HK1"), "none");
    EXPECT_EQ(days("KHOA-2018-2022"), "none");
    const Job job = job_2021();
    EXPECT_EQ(term_around(job, job.periods[0]), &job.periods[0]);
    EXPECT_EQ(term_around(job, job.periods[2]), nullptr);
}

}  // namespace
}  // namespace hoso
