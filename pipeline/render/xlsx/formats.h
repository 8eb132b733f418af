// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <xlsxwriter.h>

#include <map>
#include <string>
#include <tuple>

#include "render/markup/style.h"

namespace hoso::xlsx {

// Cell formats of one workbook, one lxw_format for equal looks. libxlsxwriter owns them.
class Formats {
public:
    explicit Formats(lxw_workbook* workbook) : workbook_(workbook) {}
    // `text`: the style of the text in the cell, `box`: that of the cell itself.
    // `number`: Excel's number format or "", by address: equal formats share one object.
    lxw_format* of(const markup::Style& text, const markup::Style& box, const char* number);

private:
    lxw_format* make(const markup::Style& text, const markup::Style& box, const char* number);

    lxw_workbook* workbook_;
    // Elements that no selector can tell apart share a style, so most cells are found by address;
    // equal looks under different addresses are found by what they say.
    using Looks = std::tuple<const markup::Style*, const markup::Style*, const char*>;
    std::map<Looks, lxw_format*> seen_;  // looked up only, never walked
    Looks last_{};                       // cells of one column or row mostly look the same
    lxw_format* last_format_ = nullptr;
    std::map<std::string, lxw_format*> known_;
};

}  // namespace hoso::xlsx
