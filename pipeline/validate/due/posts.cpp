// SPDX-License-Identifier: Apache-2.0
//
// The school's regulation wants so many posts a month on its website (quy chế, Điều 4).
#include <algorithm>

#include "validate/due/completeness.h"
#include "validate/rules.h"
#include "validate/tables/calendar.h"

namespace hoso {

namespace {

// "2021-09" … : the months of the terms due that are over when the last of them ends.
std::vector<std::string> months_over(const Setting& setting) {
    std::vector<std::string> months;
    for (const Period* term : setting.terms()) {
        for (std::string& month : months_of(*term)) {
            if (months.empty() || months.back() != month) months.push_back(std::move(month));
        }
    }
    if (!setting.terms().empty()) {
        const Date next = setting.terms().back()->to.plus_days(1);
        if (next.day != 1 && !months.empty()) months.pop_back();
    }
    return months;
}

}  // namespace

void check_posts(const Due& due, const Tables& tables, Findings& findings) {
    const auto found = tables.find("post");
    if (found == tables.end()) {
        findings.add(flaw::not_checked, {Location{}},
                     {{"classes", "Toàn trường"},
                      {"what", "bài đăng hằng tháng trên website"},
                      {"what_en", "monthly posts on the website"},
                      {"missing", "danh sách bài đăng của website"},
                      {"missing_en", "the list of posts"}},
                     {"", "", "", true});
        return;
    }
    const Table& posts = found->second;
    std::map<std::string, int> counts;
    std::shared_ptr<const Origin> origin;
    for (std::size_t row = 0; row < posts.rows.size(); ++row) {
        const Datum& cell = posts.at(row, "date");
        origin = cell.where.origin;
        if (std::holds_alternative<Date>(cell.value)) {
            ++counts[to_iso(std::get<Date>(cell.value)).substr(0, 7)];
        }
    }
    const int required = due.setting.limits().posts_a_month;
    for (const std::string& month : months_over(due.setting)) {
        if (counts[month] >= required) continue;
        findings.add(flaw::posts_too_few, {{origin, 0, 0}},
                     {{"month", month_words(month)},
                      {"count", std::to_string(counts[month])},
                      {"required", std::to_string(required)}},
                     {"", "", "", true});
    }
}

}  // namespace hoso
