// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <map>

#include "validate/constraints/checker.h"
#include "validate/lists/lists.h"
#include "validate/rules.h"

namespace hoso {

namespace {

// kg / m², half up to one decimal; thousandths in, tenths out.
std::int64_t bmi_tenths(std::int64_t weight, std::int64_t height) {
    const std::int64_t square = height * height;
    return (2 * weight * 100'000'000 + square) / (2 * square);
}

}  // namespace

void check_measurements(const Desk& desk) {
    const Table* table = desk.rows_of("health");
    if (!table) return;
    constexpr std::int64_t kLeastHeight = 80'000, kLeastWeight = 10'000;  // below: told elsewhere
    std::map<std::string, std::pair<std::int64_t, std::size_t>> last;     // pupil → visit, row
    for (std::size_t row = 0; row < table->rows.size(); ++row) {
        const std::string klass = table->text(row, "class"), pupil = table->text(row, "pupil");
        const Scope scope{klass, pupil, "", true, "health"};
        const Datum &height_cell = table->at(row, "height"), &bmi_cell = table->at(row, "bmi");
        const auto height = thousandths(height_cell),
                   weight = thousandths(table->at(row, "weight"));
        const auto bmi = thousandths(bmi_cell);
        const bool measured = height && weight && *height >= kLeastHeight && *height < 300'000 &&
                              *weight >= kLeastWeight && *weight < 300'000;
        if (measured && bmi) {
            const std::int64_t expected = bmi_tenths(*weight, *height);
            // One tenth is a matter of how the other program rounds.
            if (std::abs(*bmi - expected * 100) > 100) {
                desk.findings.add(flaw::bmi_differs, {bmi_cell.where},
                                  {{"class", klass},
                                   {"name", table->text(row, "name")},
                                   {"value", spoken(*bmi)},
                                   {"weight", spoken(*weight)},
                                   {"height", spoken(*height)},
                                   {"expected", spoken(expected * 100)}},
                                  scope);
            }
        }
        const auto* visit = std::get_if<std::int64_t>(&table->at(row, "visit").value);
        if (!measured || !visit || pupil.empty()) continue;
        const auto [known, fresh] = last.try_emplace(pupil, *visit, row);
        if (fresh) continue;
        const bool later = known->second.first < *visit;
        const Datum& other = table->at(known->second.second, "height");
        const std::int64_t before = later ? *thousandths(other) : *height;
        const std::int64_t after = later ? *height : *thousandths(other);
        if (later) known->second = {*visit, row};
        // A centimetre less is how people stand.
        if (before - after <= 1000) continue;
        desk.findings.add(flaw::height_falls, {later ? height_cell.where : other.where},
                          {{"class", klass},
                           {"name", table->text(row, "name")},
                           {"value", spoken(after)},
                           {"before", spoken(before)}},
                          scope);
    }
}

}  // namespace hoso
