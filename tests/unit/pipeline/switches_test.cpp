// SPDX-License-Identifier: Apache-2.0
#include "switches.h"

#include <gtest/gtest.h>

#include "rules.h"
#include "validate/rules.h"
#include "vocabulary/errors.h"

namespace hoso {
namespace {

std::string refusal(const Job& job) {
    try {
        check_switches(job);
    } catch (const UsageError& error) {
        return error.what();
    }
    return "";
}

TEST(Switches, KnowTheRulesAboutData) {
    Job job;
    job.switched_off["validate/sex-differs"] = "đang đối chiếu với Công an xã";
    job.made_warnings["validate/identifier-twice"] = "chờ cấp lại số";
    EXPECT_EQ(refusal(job), "");
}

TEST(Switches, RefuseARuleThatDoesNotExistAndNameTheNearest) {
    Job job;
    job.switched_off["validate/sex-differ"] = "đang đối chiếu";
    EXPECT_EQ(refusal(job),
              "hoso.toml, [rules.off]: không có quy tắc \"validate/sex-differ\"; gần nhất là "
              "\"validate/sex-differs\". Danh sách ở docs/findings.md");
}

TEST(Switches, RefuseRulesWithoutWhichNothingCanBeMade) {
    Job job;
    job.made_warnings["render/missing-glyph"] = "không cần";
    EXPECT_EQ(
        refusal(job),
        "hoso.toml, [rules.warning]: quy tắc \"render/missing-glyph\" không tắt được: chỉ các "
        "kiểm tra dữ liệu (ingest, recognise, validate, assess, corrections) mới tắt được");
}

TEST(Switches, RefuseToSoftenWhatHoldsBackNothing) {
    Job job;
    job.made_warnings["validate/not-checked"] = "không cần";
    EXPECT_EQ(
        refusal(job),
        "hoso.toml, [rules.warning]: quy tắc \"validate/not-checked\" vốn không giữ lại hồ sơ; "
        "muốn không nhắc nữa thì ghi vào [rules.off]");
}

TEST(Switches, LeaveOutSoftenAndTellHowOften) {
    Job job;
    job.switched_off["validate/sex-differs"] = "đang đối chiếu";
    job.made_warnings["validate/bad-date"] = "sổ cũ ghi năm sinh";
    Findings found;
    const std::map<std::string, std::string> args{{"class", "6A"},         {"name", "Lò Thị Ánh"},
                                                  {"value", "Nam"},        {"expected", "Nữ"},
                                                  {"column", "Ngày sinh"}, {"who", ""}};
    const auto origin = std::make_shared<const Origin>(Origin{"a.xlsx", "A"});
    found.add(flaw::sex_differs, {{origin, 7, 1}}, args, {"6A", "P1", "", false});
    found.add(flaw::bad_date, {{origin, 8, 1}}, args, {"6A", "P1", "", false});
    found.add(flaw::bad_number, {{origin, 9, 1}}, args, {"6A", "P1", "", false});
    const std::vector<Finding> findings = judged(job, found);
    ASSERT_EQ(findings.size(), 4U);
    EXPECT_EQ(message(findings[0], Language::Vietnamese),
              "quy tắc validate/bad-date chỉ còn là cảnh báo theo hoso.toml, nên 1 điều phát hiện "
              "không giữ lại hồ sơ; lý do: sổ cũ ghi năm sinh");
    EXPECT_EQ(
        message(findings[1], Language::Vietnamese),
        "quy tắc validate/sex-differs đã tắt trong hoso.toml, nên 1 điều phát hiện không được "
        "tính; lý do: đang đối chiếu");
    EXPECT_EQ(findings[2].rule, &flaw::bad_date);
    EXPECT_EQ(findings[2].severity(), Severity::Warning);
    EXPECT_FALSE(findings[2].holds_back());
    EXPECT_EQ(findings[3].rule, &flaw::bad_number);
    EXPECT_TRUE(findings[3].holds_back());
}

}  // namespace
}  // namespace hoso
