// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "assess/assess.h"

namespace hoso {

std::optional<Tenths> average_term(const TermMarks& marks) {
    if (marks.tx.empty() || !marks.gk || !marks.ck) return std::nullopt;
    const std::int64_t regular =
        std::accumulate(marks.tx.begin(), marks.tx.end(), std::int64_t{0},
                        [](std::int64_t sum, Tenths mark) { return sum + mark.count; });
    return mean_half_up(regular + 2 * marks.gk->count + 3 * marks.ck->count,
                        static_cast<std::int64_t>(marks.tx.size()) + 5);
}

Tenths average_year(Tenths term1, Tenths term2) {
    return mean_half_up(term1.count + 2 * term2.count, 3);
}

bool passed_term_tt22(const std::vector<bool>& all) {
    return !all.empty() && std::all_of(all.begin(), all.end(), [](bool passed) { return passed; });
}

bool passed_term_tt58(const std::vector<bool>& tx_gk, bool ck) {
    const auto passed = std::count(tx_gk.begin(), tx_gk.end(), true) + (ck ? 1 : 0);
    const auto total = static_cast<std::ptrdiff_t>(tx_gk.size()) + 1;
    return ck && 3 * passed >= 2 * total;
}

// TT58/2011 Điều 11: Đ–Đ and CĐ–Đ give Đ, CĐ–CĐ and Đ–CĐ give CĐ, so the second term decides. The
// first one stays in the signature because the circular names all four cases.
bool passed_year_tt58(bool /*term1*/, bool term2) { return term2; }

}  // namespace hoso
