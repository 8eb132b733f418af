// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/job.h"
#include "report.h"

namespace hoso {

// Who has to do something before a record can be sealed.
struct Reminder {
    std::string person, role;              // person empty: the job names nobody
    std::size_t to_mend = 0, to_sign = 0;  // findings; documents
    std::set<std::string> classes;         // whose records wait for it
};

// How far a class (or the school, class "") has come with a record.
struct ClassStatus {
    // "sealed" "complete" "waiting" "held back" "not received" "not applicable"
    std::string state;
    std::size_t made = 0, due = 0;  // documents
};

struct StatusLine {
    std::string period, due;  // ISO date
    // As RecordLine::state, or "not run".
    std::string state;
    int late_days = 0;  // due, and neither sealed nor without units
    std::map<std::string, ClassStatus> classes;
    std::vector<Reminder> remind;
};

struct RecordStatus {
    const RecordType* record = nullptr;
    std::vector<StatusLine> lines;  // one a period it is due in, in time order
};

// The catalogue against the job's calendar and what the last runs came to.
std::vector<RecordStatus> status_of(const Job& job, const Catalogue& catalogue,
                                    const RunReport* last, Date today);

std::string to_json(const std::vector<RecordStatus>& status);  // docs/status-schema.json

}  // namespace hoso
