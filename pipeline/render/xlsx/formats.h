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
    lxw_format* of(const markup::Style& text, const markup::Style& box, const std::string& number);

private:
    lxw_format* make(const markup::Style& text, const markup::Style& box,
                     const std::string& number);

    lxw_workbook* workbook_;
    // Elements that no selector can tell apart share a style, so most cells are found by address;
    // equal looks under different addresses are found by what they say.
    std::map<std::tuple<const markup::Style*, const markup::Style*, std::string>, lxw_format*>
        seen_;
    std::map<std::string, lxw_format*> known_;
};

}  // namespace hoso::xlsx
