// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>

#include "catalogue/job.h"
#include "recognise/recognise.h"
#include "validate/validate.h"

namespace hoso {

// Who has to mend a finding: a person, where its rule names a role. The class teacher and those
// with a duty stand in the job; a subject teacher is who teaches the class the sheet's subject, by
// the school's assignment (dataset subject_teacher), or whom the sheet itself names.
class Responsible {
public:
    Responsible(const Job& job, const Recognised& recognised, const ValidBatch& batch);

    // "Trần Thị Hương"; several names with commas; empty where nobody can be named.
    [[nodiscard]] std::string person(const Finding& finding) const;

private:
    struct Sheet {
        std::string klass, subject, period, teacher;
    };
    [[nodiscard]] const Sheet* sheet_of(const Finding& finding) const;
    [[nodiscard]] std::string subject_of(const Finding& finding, const Sheet& sheet) const;
    [[nodiscard]] std::string subject_teacher(const Finding& finding) const;

    const Job& job_;
    std::map<std::pair<std::string, std::string>, Sheet> sheets_;  // by file and sheet
    // (class, subject) → (term, teacher), in the table's order
    std::multimap<std::pair<std::string, std::string>, std::pair<std::string, std::string>>
        teachers_;
    std::map<std::string, std::string> subjects_;  // match_key of a name → code
};

// "giáo viên bộ môn" for "subject-teacher"; a role that nobody has a word for as it is.
std::string role_title(const std::string& role, Language language);

}  // namespace hoso
