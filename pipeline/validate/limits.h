// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/catalogue.h"

namespace hoso {

// templates/checks.xml: thresholds that are a matter of judgement.
struct Limits {
    int equal_remarks_from = 0, equal_remarks_percent = 0;
    int posts_a_month = 0;
    int arrival_grace_days = 0;
};

// UsageError for anything but these.
Limits load_limits(const TemplateFolder& templates);

}  // namespace hoso
