// SPDX-License-Identifier: Apache-2.0
#include "assess/formula.h"

#include <fmt/format.h>

namespace hoso {

std::string spoken_mark(Tenths mark) {
    if (mark.count % 10 == 0) return std::to_string(mark.count / 10);
    return spoken_average(mark);
}

std::string spoken_average(Tenths average) {
    return fmt::format("{},{}", average.count / 10, average.count % 10);
}

std::string spoken_quotient(std::int64_t sum_of_tenths, std::int64_t divisor) {
    const std::string rounded = spoken_average(mean_half_up(sum_of_tenths, divisor));
    if (sum_of_tenths % divisor == 0) return " = " + rounded;
    const std::int64_t fine = (2 * sum_of_tenths * 1000 + divisor) / (2 * divisor);
    std::string decimals = fmt::format("{:04}", fine % 10000);
    while (decimals.size() > 2 && decimals.back() == '0') decimals.pop_back();
    return fmt::format(" = {},{} → {}", fine / 10000, decimals, rounded);
}

std::string spoken_sum(const std::vector<Tenths>& averages) {
    std::string text;
    for (const Tenths average : averages) {
        if (!text.empty()) text += " + ";
        text += spoken_average(average);
    }
    return text;
}

Datum computed(Scalar value, std::string rule, std::string formula, std::vector<Location> inputs) {
    return {std::move(value),
            {},
            std::make_shared<const Derivation>(
                Derivation{std::move(rule), std::move(formula), std::move(inputs)})};
}

Datum taken_over(const Datum& cell, std::string rule, std::string reason) {
    Datum datum = computed(cell.value, std::move(rule), std::move(reason), {cell.where});
    datum.where = cell.where;
    return datum;
}

}  // namespace hoso
