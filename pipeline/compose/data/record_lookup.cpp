// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "compose/data/record_file.h"
#include "vocabulary/period.h"

namespace hoso {

bool DocumentForm::covers(std::string_view period) const {
    return std::any_of(periods.begin(), periods.end(),
                       [&](const std::string& due) { return names_period(due, period); });
}

bool DocumentForm::covers_pack(std::string_view pack) const {
    return packs.empty() || std::find(packs.begin(), packs.end(), pack) != packs.end();
}

bool DocumentForm::covers(std::string_view period, int grade) const {
    if (!covers(period)) return false;
    if (!grades.empty()) return std::find(grades.begin(), grades.end(), grade) != grades.end();
    return axis_of(period) != Axis::Course || grade == 9;
}

bool DocumentForm::attaches(int dataset) const {
    return std::any_of(attachments.begin(), attachments.end(),
                       [&](const Attach& attach) { return attach.rows.dataset == dataset; });
}

int find_dataset(const std::vector<DatasetType>& datasets, std::string_view id) {
    for (std::size_t i = 0; i < datasets.size(); ++i) {
        if (datasets[i].id == id) return static_cast<int>(i);
    }
    return -1;
}

int find_column(const DatasetType& dataset, std::string_view name) {
    for (std::size_t i = 0; i < dataset.columns.size(); ++i) {
        if (dataset.columns[i].name == name) return static_cast<int>(i);
    }
    return -1;
}

}  // namespace hoso
