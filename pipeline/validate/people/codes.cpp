// SPDX-License-Identifier: Apache-2.0
#include "validate/people/codes.h"

#include <algorithm>

#include "validate/people/roll.h"

namespace hoso {

void CodeBook::read(const Table& list) {
    for (std::size_t row = 0; row < list.rows.size(); ++row) {
        const std::string code = list.text(row, "pupil"), moet = list.text(row, "moet_code");
        if (code.empty()) continue;
        smas_.insert(code);
        if (moet.empty()) continue;
        std::vector<Owner>& owners = by_moet_[moet];
        // Who changed class stands in the list twice.
        const bool known = std::any_of(owners.begin(), owners.end(),
                                       [&](const Owner& owner) { return owner.code == code; });
        if (known) continue;
        owners.push_back({code, name_key(list.text(row, "name")), list.text(row, "birth_date")});
    }
}

std::string CodeBook::pupil(const std::string& system, const std::string& code,
                            const std::string& name, const std::string& birth_date) const {
    // Systems write their own codes; CSDL those of the ministry.
    const bool ministry = system == "csdl";
    if (!ministry && smas_.count(code) != 0) return code;
    const auto found = by_moet_.find(code);
    if (found == by_moet_.end()) return code;
    const std::vector<Owner>& owners = found->second;
    if (ministry && owners.size() == 1) return owners.front().code;
    const auto date = parse_date(birth_date);
    const Owner* meant = nullptr;
    for (const Owner& owner : owners) {
        if (owner.name_key != name_key(name)) continue;
        if (date && owner.birth_date != to_iso(*date)) continue;
        if (meant != nullptr) return code;
        meant = &owner;
    }
    return meant == nullptr ? code : meant->code;
}

}  // namespace hoso
