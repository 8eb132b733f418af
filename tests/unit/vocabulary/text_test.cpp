// SPDX-License-Identifier: Apache-2.0
#include "vocabulary/text.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "vocabulary/clock.h"
#include "vocabulary/finding.h"
#include "vocabulary/period.h"

namespace hoso {
namespace {

TEST(MatchKey, FoldsTonesCaseAndBlanks) {
    EXPECT_EQ(match_key("  Họ\u00A0và  Tên "), "ho va ten");
    EXPECT_EQ(match_key("ĐĐGtx"), "ddgtx");
    EXPECT_EQ(match_key("LS&ĐL"), "ls&dl");
}

TEST(ToNfc, ComposesWhatMacOsDecomposes) { EXPECT_EQ(to_nfc("e\u0323\u0302"), "ệ"); }

TEST(NameSortKey, OrdersByGivenNameThenFamily) {
    std::vector<std::string> names{"Lò Văn Yến", "Lò Thị Ánh", "Vì Văn Anh",
                                   "Hà Thị Ăn",  "Páo",        "Đinh Thế Vinh"};
    std::sort(names.begin(), names.end(),
              [](const auto& a, const auto& b) { return name_sort_key(a) < name_sort_key(b); });
    EXPECT_EQ(names, (std::vector<std::string>{"Vì Văn Anh", "Lò Thị Ánh", "Hà Thị Ăn", "Páo",
                                               "Đinh Thế Vinh", "Lò Văn Yến"}));
}

TEST(ClassLess, IsNatural) {
    EXPECT_TRUE(class_less("6A2", "6A10"));
    EXPECT_TRUE(class_less("9B", "10A"));
    EXPECT_FALSE(class_less("6A", "6A"));
}

TEST(SchoolYear, IsReadWithHyphenOrDash) {
    EXPECT_EQ(parse_school_year("2021 – 2022"), SchoolYear{2021});
    EXPECT_EQ(parse_school_year("2021-2023"), std::nullopt);
}

TEST(Instant, IsReadAndPrintedInVietnamTime) {
    const auto instant = parse_instant("2022-01-12T02:30:00Z");
    ASSERT_TRUE(instant);
    EXPECT_EQ(to_iso(*instant), "2022-01-12T09:30:00+07:00");
    EXPECT_EQ(to_printed(*instant), "12/01/2022 09:30:00 +07:00");
    EXPECT_EQ(parse_instant("2022-01-15T08:00+07:00")->seconds, 1642208400);
}

TEST(CellName, CountsAsASpreadsheetDoes) {
    EXPECT_EQ(cell_name(14, 8), "H14");
    EXPECT_EQ(cell_name(1, 28), "AB1");
    EXPECT_EQ(cell_name(7, 702), "ZZ7");
}

TEST(Findings, AreSortedByPlaceAndSaidOnce) {
    static constexpr Rule rule{"test/rule",
                               Severity::Error,
                               "secretary",
                               "điểm \"{value}\" sai",
                               "mark \"{value}\" is wrong",
                               "Sửa trên SMAS.",
                               "Mend it in SMAS."};
    const auto origin = std::make_shared<const Origin>(Origin{"a.xlsx", "Toán"});
    Findings findings;
    findings.add(rule, {{origin, 14, 8}}, {{"value", "8,55"}});
    findings.add(rule, {{origin, 2, 8}}, {{"value", "11"}});
    findings.add(rule, {{origin, 14, 8}}, {{"value", "8,55"}});
    const auto sorted = findings.sorted();
    ASSERT_EQ(sorted.size(), 2u);
    EXPECT_EQ(describe(sorted[0].places[0]), "a.xlsx › Toán › H2");
    EXPECT_EQ(message(sorted[1], Language::Vietnamese), "điểm \"8,55\" sai");
}

TEST(Clean, TakesOutWhatNobodySees) {
    // No-break blank, soft hyphen, zero-width blank, marks and overrides of direction.
    EXPECT_EQ(clean("\u00A0Lò\u00A0 Thị\u00AD \u200BÁnh\u200E\u202E\u2069\u3000"), "Lò Thị Ánh");
    EXPECT_EQ(match_key("Lò\u00AD\u200F  Thị"), "lo thi");
}

}  // namespace
}  // namespace hoso
