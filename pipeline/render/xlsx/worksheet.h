// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <xlsxwriter.h>

#include <vector>

#include "compose/compose.h"
#include "render/markup/document.h"
#include "render/xlsx/cell_value.h"
#include "render/xlsx/formats.h"
#include "render/xlsx/grid.h"
#include "vocabulary/finding.h"

namespace hoso::xlsx {

// Writes one section as one worksheet, from top to bottom.
class Worksheet {
public:
    Worksheet(lxw_worksheet* sheet, const markup::Node& section, Formats& formats,
              const std::vector<LineageEntry>& lineage, Findings& findings);
    void write();

private:
    void set_up_page();
    void set_up_columns();
    void write_flow(const markup::Node& parent);
    void write_block(const markup::Node& block);
    void write_table(const markup::Node& table);
    void write_row(const markup::Node& row, const std::vector<int>& places,
                   std::vector<int>& occupied);
    void write_cell(const markup::Node& cell, const CellValue& value, lxw_row_t last_row,
                    int first_column, int last_column);
    void refuse(const markup::Node& node, lxw_error error);

    lxw_worksheet* sheet_;
    const markup::Node& section_;
    Formats& formats_;
    const std::vector<LineageEntry>& lineage_;
    Findings& findings_;
    double room_;
    Grid grid_;
    lxw_row_t row_ = 0;
};

}  // namespace hoso::xlsx
