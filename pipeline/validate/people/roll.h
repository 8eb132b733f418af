// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "validate/typing/intake.h"

namespace hoso {

// A time that a pupil spent in one class of this year.
struct Stay {
    std::string klass;
    Date from, to;        // no day: since the start, until the end
    std::size_t row = 0;  // in Roll::list
    std::string changes;  // "Chuyển đi ngày 25/10/2021"

    // In the class when the period ends?
    [[nodiscard]] bool at_end_of(const Period& period) const {
        return !(period.to < from) && (!to.valid() || period.to < to);
    }
};

struct Pupil {
    std::string code, name, name_key;
    Date birth_date;
    Location where, where_birth;
    std::vector<Stay> stays;  // in time order
    bool inclusive = false;   // a pupil with a disability
    Date left;                // left the school; no day: he did not
    Date arrived;             // by the register of arrivals

    [[nodiscard]] const std::string& klass() const { return stays.back().klass; }
    [[nodiscard]] bool knows(const std::string& klass) const;
    // His class at the end of the period; nullptr: none.
    [[nodiscard]] const Stay* at_end_of(const Period& period) const;
};

// Every pupil of the job, from the SMAS list and the registers of transfers: the one list that all
// other files are held against.
class Roll {
public:
    Table list{"pupil", {}, {}};
    std::deque<Pupil> pupils;  // by class, in the order of the list

    [[nodiscard]] Pupil* find(const std::string& code);
    [[nodiscard]] const Pupil* find(const std::string& code) const;
    // The only pupil of this name and birth date; nullptr: none or several.
    [[nodiscard]] const Pupil* unique(const std::string& name, Date birth_date) const;
    // All of this name and birth date.
    [[nodiscard]] std::vector<const Pupil*> of_name(const std::string& name, Date birth_date) const;
    // Those who are in the class when the period ends.
    [[nodiscard]] std::vector<const Pupil*> present(const std::string& klass,
                                                    const Period& period) const;
    // Has anybody been in this class this year?
    [[nodiscard]] bool knows(const std::string& klass) const;
    void add(Pupil pupil);

private:
    std::unordered_map<std::string, std::size_t> by_code_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_person_;
};

Roll read_roll(const Setting& setting, const std::vector<TypedSheet>& sheets, Faults& faults,
               Findings& findings);

// Equal for spellings of one name that differ only in where the tone stands, in case and blanks:
// "Hoà" and "Hòa"; not for "Hoa" and "Hòa".
std::string name_key(const std::string& name);

// The last dd/mm/yyyy in a text.
std::optional<Date> date_in(const std::string& text);

}  // namespace hoso
