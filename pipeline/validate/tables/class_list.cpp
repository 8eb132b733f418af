// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "validate/tables/calendar.h"

namespace hoso {

namespace {

// Columns that come from the SMAS list, and those that CSDL alone knows.
constexpr const char* from_list[] = {
    "name",       "birth_date", "sex",         "ethnicity",   "birth_place", "address", "policy",
    "disability", "moet_code",  "personal_id", "register_no", "enrolled_on", "status",  "seq"};
constexpr const char* from_csdl[] = {"phone",      "father",   "father_job",  "mother",
                                     "mother_job", "guardian", "guardian_job"};

const std::vector<std::string> columns = {
    "class",       "term",         "seq",     "pupil",  "name",       "birth_date", "sex",
    "ethnicity",   "birth_place",  "address", "policy", "disability", "moet_code",  "personal_id",
    "register_no", "enrolled_on",  "phone",   "father", "father_job", "mother",     "mother_job",
    "guardian",    "guardian_job", "status",  "from",   "to",         "left",       "changes"};

class Lister {
public:
    Lister(const Roll& roll, const Tables& tables) : roll_(roll) {
        const auto found = tables.find("pupil_csdl");
        if (found == tables.end()) return;
        csdl_ = &found->second;
        for (std::size_t row = 0; row < csdl_->rows.size(); ++row) {
            by_moet_.emplace(csdl_->text(row, "moet_code"), row);
            by_number_.emplace(csdl_->text(row, "personal_id"), row);
        }
        by_moet_.erase("");
        by_number_.erase("");
    }

    void add(const Pupil& pupil, const Stay& stay, const Period& period, Table& list) const {
        std::vector<Datum>& row = new_row(list);
        put(list, row, "class", {stay.klass, {}, nullptr});
        put(list, row, "term", {period.id, {}, nullptr});
        put(list, row, "pupil", roll_.list.at(stay.row, "pupil"));
        for (const char* column : from_list)
            put(list, row, column, roll_.list.at(stay.row, column));
        if (const auto other = csdl_row(pupil)) {
            for (const char* column : from_csdl) put(list, row, column, csdl_->at(*other, column));
            for (const char* column : {"birth_place", "address"}) {
                if (row[list.column(column)].empty()) {
                    put(list, row, column, csdl_->at(*other, column));
                }
            }
        }
        if (stay.from.valid()) put(list, row, "from", {stay.from, {}, nullptr});
        if (stay.to.valid()) put(list, row, "to", {stay.to, {}, nullptr});
        const bool left = stay.to.valid() && !(period.to < stay.to);
        put(list, row, "left", {left, {}, nullptr});
        // In the first term's book nobody knows yet who will leave in the second.
        if (left || !stay.to.valid() || stay.from.valid()) {
            put(list, row, "changes", {changes(stay, left), {}, nullptr});
        }
    }

private:
    static std::string changes(const Stay& stay, bool left) {
        const auto border = stay.changes.find("; ");
        if (left || !stay.to.valid()) return stay.changes;
        return border == std::string::npos ? "" : stay.changes.substr(0, border);
    }

    [[nodiscard]] std::optional<std::size_t> csdl_row(const Pupil& pupil) const {
        if (!csdl_) return std::nullopt;
        const std::size_t row = pupil.stays.back().row;
        const auto by_moet = by_moet_.find(roll_.list.text(row, "moet_code"));
        if (by_moet != by_moet_.end()) return by_moet->second;
        const auto by_number = by_number_.find(roll_.list.text(row, "personal_id"));
        if (by_number != by_number_.end()) return by_number->second;
        return std::nullopt;
    }

    const Roll& roll_;
    const Table* csdl_ = nullptr;
    std::unordered_map<std::string, std::size_t> by_moet_, by_number_;
};

}  // namespace

void add_class_list(const Setting& setting, const Roll& roll, Tables& tables) {
    Table list{"class_list", columns, {}};
    const Lister lister(roll, tables);
    for (const ClassSetting& klass : setting.classes()) {
        for (const char* id : {"HK1", "HK2", "CN"}) {
            const Period* period = setting.period(id);
            if (!period) continue;
            for (const Pupil& pupil : roll.pupils) {
                for (const Stay& stay : pupil.stays) {
                    if (stay.klass != klass.name || period->to < stay.from) continue;
                    lister.add(pupil, stay, *period, list);
                }
            }
        }
    }
    tables["class_list"] = std::move(list);
}

}  // namespace hoso
