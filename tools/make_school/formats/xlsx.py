# SPDX-License-Identifier: Apache-2.0
"""Excel workbooks, by XlsxWriter."""

import io
from datetime import date, datetime

import xlsxwriter

# The day the "software" exported: a fixed one, so that the same seed gives the same bytes.
CREATED = datetime(2022, 6, 1, 8, 0, 0)
_STYLES = {
    "": {},
    "num": {},
    "avg": {"num_format": "0.0"},
    "date": {"num_format": "dd/mm/yyyy"},
    "head": {"bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True},
    "title": {"bold": True},
    "strike": {"font_strikeout": True},
    "red": {"font_color": "#FF0000"},
}


def to_xlsx(book):
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_urls": False})
    workbook.set_properties({"created": CREATED, "author": "SMAS"})
    formats = {
        name: workbook.add_format({"font_name": "Times New Roman", "font_size": 11, **style})
        for name, style in _STYLES.items()
    }
    for sheet in book.sheets:
        page = workbook.add_worksheet(sheet.name)
        for column, width in sheet.widths.items():
            page.set_column(column, column, width, None,
                            {"hidden": True} if column in sheet.hidden else None)
        for (row, column), (value, style) in sheet.cells.items():
            _write(page, row, column, value, formats[style], formats["date"])
        for row, column, row2, column2 in sheet.merges:
            value, style = sheet.cells.get((row, column), ("", "head"))
            page.merge_range(row, column, row2, column2, "", formats[style])
            _write(page, row, column, value, formats[style], formats["date"])
    workbook.close()
    return buffer.getvalue()


def _write(page, row, column, value, style, date_style):
    if isinstance(value, date):
        page.write_datetime(row, column, value, date_style)
    elif isinstance(value, (int, float)):
        page.write_number(row, column, value, style)
    else:
        page.write_string(row, column, value, style)
