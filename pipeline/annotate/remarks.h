// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "annotate/annotate.h"

namespace hoso::annotate_room {

using Address = std::pair<std::uint32_t, std::uint32_t>;  // row, column, 1-based

// What is said of one cell.
struct Mark {
    Severity severity = Severity::Note;
    std::string comment;
};
using Marks = std::map<Address, Mark>;

// A line of the summary.
struct Line {
    const Remark* remark = nullptr;
    std::string sheet;    // as the file calls it; empty: the file as a whole
    Address cell{0, 0};   // where the mark is; row 0: nowhere
    std::string address;  // as findings name it: "H14", "12", ""
    std::string value;    // what stands there
    bool unseen = false;  // the export hides its row, column or sheet
};

struct Remarks {
    std::map<std::string, Marks> marks;  // by sheet
    std::vector<Line> lines;
};

// `sheets`: all that the file holds.
Remarks collect(const Letter& letter, const std::vector<const Sheet*>& sheets);

std::string severity_title(Severity severity);

}  // namespace hoso::annotate_room
