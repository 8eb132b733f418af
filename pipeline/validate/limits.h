// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "catalogue/catalogue.h"
#include "vocabulary/finding.h"

namespace hoso {

// A column of the log book on paper.
struct LogColumn {
    enum class By { Nobody, Homeroom, SubjectTeacher, Week };
    int number = 0;
    std::string name;  // of dataset logbook; By::Week: of logbook_week
    By by = By::Nobody;
    bool blank = false;          // may be blank
    bool subjects_only = false;  // only lessons of a subject have it
    Severity severity = Severity::Error;
};

// templates/checks.xml: thresholds that are a matter of judgement.
struct Limits {
    int equal_remarks_from = 0, equal_remarks_percent = 0;
    int posts_a_month = 0;
    int arrival_grace_days = 0;
    // Minutes of the day.
    int log_before = 0, log_until = 0;
    std::vector<LogColumn> log_columns;
    int plans_before = 0;
    std::vector<std::string> plan_kinds;
    bool plans_complete = true;
    int correction_days = 0;
    // Words that a form of assessment holds, that a kind of calendar entry begins with.
    std::vector<std::string> oral_forms, exam_kinds, meeting_kinds;
    std::vector<int> absence_signals;
    int absence_limit = 0;  // more are no promotion
};

// UsageError for anything but these.
Limits load_limits(const TemplateFolder& templates);

}  // namespace hoso
