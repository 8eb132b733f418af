// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "vocabulary/value.h"

namespace hoso {

// Every known code leads to one pupil, who is called by his SMAS code (DESIGN, decision 12).
class CodeBook {
public:
    // Typed rows of the list of pupils.
    void read(const Table& list);
    // The SMAS code of the pupil whom `code` means in a file of `system`; `code` itself where no
    // pupil has it, and where it cannot be told whose it is. That name and birth date of a code
    // agree with the list is checked where rows are matched, for codes of all systems alike; here
    // they only tell apart pupils who were given the same code.
    [[nodiscard]] std::string pupil(const std::string& system, const std::string& code,
                                    const std::string& name, const std::string& birth_date) const;

private:
    struct Owner {
        std::string code, name_key, birth_date;
    };
    std::set<std::string> smas_;
    std::unordered_map<std::string, std::vector<Owner>> by_moet_;
};

}  // namespace hoso
