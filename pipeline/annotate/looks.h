// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <xlsxwriter.h>

#include <map>
#include <optional>
#include <tuple>

#include "vocabulary/finding.h"

namespace hoso::annotate_room {

enum class Shape { General, Date, DateTime, Time };

// How an error, a warning and a note are shown, in the sheets and in the legend.
lxw_color_t fill_colour(Severity severity);
lxw_color_t text_colour(Severity severity);

// The formats of a workbook; libxlsxwriter owns them.
class Looks {
public:
    explicit Looks(lxw_workbook* workbook) : workbook_(workbook) {}
    lxw_format* cell(Shape shape, std::optional<Severity> mark, bool wrap);
    // For the summary.
    lxw_format* title();
    lxw_format* heading();
    lxw_format* text(std::optional<Severity> mark = std::nullopt, bool link = false);
    lxw_format* plain();

private:
    lxw_format* make();
    lxw_workbook* workbook_;
    std::map<std::tuple<int, int, int>, lxw_format*> known_;
};

}  // namespace hoso::annotate_room
