// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/recognise/outcome.h"

namespace hoso {
namespace {

using testing::ElementsAre;

std::vector<std::string> datasets_of(const Outcome& outcome, const std::string& rule) {
    std::vector<std::string> datasets;
    for (const Finding& finding : outcome.raw) {
        if (finding.rule->id != rule) continue;
        for (const Scope& scope : finding.scopes) datasets.push_back(scope.dataset);
    }
    return datasets;
}

TEST(Scope, AnErrorInASchoolsOwnListTouchesOnlyTheFormsThatReadIt) {
    const Outcome outcome({sheet_from_text("thiet-bi.xlsx", "DanhMuc", R"(
Danh mục thiết bị
Mã thiết bị|Tên thiết bị|Số lượng|Tình trạng
TB01|Kính hiển vi|2|Tốt
|Cân đòn|1|Hỏng
)")});
    EXPECT_THAT(datasets_of(outcome, "recognise/row-without-key"), ElementsAre("equipment"));
}

TEST(Scope, AnErrorInAListOfDutiesTouchesAll) {
    const Outcome outcome({sheet_from_text("phan-cong.xlsx", "PhanCong", R"(
Phân công chuyên môn
Giáo viên|Môn|Lớp|Từ ngày|Đến ngày
Vi Văn Tám|Toán|6A|06/09/2021|31/05/2022
|||06/09/2021|31/05/2022
)")});
    EXPECT_THAT(datasets_of(outcome, "recognise/row-without-key"), ElementsAre(""));
}

}  // namespace
}  // namespace hoso
