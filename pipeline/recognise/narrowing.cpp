// SPDX-License-Identifier: Apache-2.0
#include "recognise/narrowing.h"

#include <algorithm>
#include <iterator>

namespace hoso {

bool touches_pupils(std::string_view dataset) {
    static constexpr std::string_view own[] = {
        "pupil",      "pupil_csdl",  "mark",         "reported_subject", "reported_term",
        "conduct",    "attendance",  "assignment",   "attendance_total", "decision",
        "discipline", "transfer_in", "transfer_out", "earlier_subject",  "earlier_year"};
    return std::find(std::begin(own), std::end(own), dataset) != std::end(own);
}

}  // namespace hoso
