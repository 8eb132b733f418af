// SPDX-License-Identifier: Apache-2.0
#include "validate/statistics/statistics.h"

namespace hoso {

namespace {

// Below 5,0 or not passed, after the year.
bool is_weak(const Scalar& average) {
    if (const auto* tenths = std::get_if<Tenths>(&average)) return tenths->count < 50;
    return plain_text(average) == "CĐ";
}

}  // namespace

void add_weak_subjects(const Setting& setting, Tables& tables) {
    Table table{"weak_subject", {"class", "pupil", "subject", "name", "order", "average"}, {}};
    const auto results = tables.find("result_subject");
    const std::size_t rows = results == tables.end() ? 0 : results->second.rows.size();
    for (std::size_t row = 0; row < rows; ++row) {
        const Table& from = results->second;
        if (from.text(row, "term") != "CN" || !is_weak(from.at(row, "average").value)) continue;
        const ClassSetting* klass = setting.klass(from.text(row, "class"));
        const Subject* subject =
            klass == nullptr ? nullptr : klass->subjects->find(from.text(row, "subject"));
        if (subject == nullptr) continue;
        table.rows.push_back({from.at(row, "class"), from.at(row, "pupil"), from.at(row, "subject"),
                              word(subject->name),
                              counted(static_cast<std::size_t>(subject->order)),
                              from.at(row, "average")});
    }
    tables["weak_subject"] = std::move(table);
}

}  // namespace hoso
