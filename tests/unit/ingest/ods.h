// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "unit/ingest/workbook.h"

namespace hoso::test {

// `tables` stands in <office:spreadsheet>, `styles` in <office:automatic-styles>.
inline std::vector<ZipItem> ods_parts(const std::string& tables, const std::string& styles = "") {
    return {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
            {"content.xml", "<?xml version=\"1.0\"?><office:document-content>" + styles +
                                "<office:body><office:spreadsheet>" + tables +
                                "</office:spreadsheet></office:body></office:document-content>"}};
}
inline std::string ods_table(const std::string& rows, const std::string& name = "6A") {
    return "<table:table table:name=\"" + name + "\">" + rows + "</table:table>";
}
inline std::string ods_of(const std::string& rows, const std::string& styles = "") {
    return zip_of(ods_parts(ods_table(rows), styles));
}
// A text cell, and a row of such.
inline std::string ods_cell(const std::string& text, const std::string& attributes = "") {
    return "<table:table-cell office:value-type=\"string\" " + attributes + "><text:p>" + text +
           "</text:p></table:table-cell>";
}
inline std::string ods_row(const std::string& cells, const std::string& attributes = "") {
    return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}

}  // namespace hoso::test
