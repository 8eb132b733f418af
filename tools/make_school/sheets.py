# SPDX-License-Identifier: Apache-2.0
"""Workbooks as plain values, and how they become bytes.

Layouts build these and mistakes change them, before anything is written. Rows and columns count
from 0 here; `Sheet.address` gives Excel's name of a cell.
"""

import csv
import io
from datetime import date, datetime

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

# The day the "software" exported: a fixed one, so that the same seed gives the same bytes.
CREATED = datetime(2022, 6, 1, 8, 0, 0)


class Sheet:
    def __init__(self, name):
        self.name = name
        self.cells = {}  # (row, column) → (value, style)
        self.merges = []  # (row, column, row, column)
        self.widths = {}  # column → width
        self.hidden = set()  # columns
        self.at = {}  # (pupil code, column name) → (row, column)

    def put(self, row, column, value, style=""):
        if value is None or value == "":
            self.cells.pop((row, column), None)
        else:
            self.cells[row, column] = (value, style)

    def line(self, row, values, style="", column=0):
        for i, value in enumerate(values):
            self.put(row, column + i, value, style)

    def merge(self, row, column, row2, column2, value, style="head"):
        self.put(row, column, value, style)
        if (row, column) != (row2, column2):
            self.merges.append((row, column, row2, column2))

    def value(self, code, column):
        return self.cells.get(self.at[code, column], (None, ""))[0]

    def change(self, code, column, value, style=None):
        where = self.at[code, column]
        old = self.cells.get(where, (None, ""))[1]
        self.put(*where, value, old if style is None else style)
        return xl_rowcol_to_cell(*where)

    def address(self, code, column):
        return xl_rowcol_to_cell(*self.at[code, column])

    def insert_row(self, row):
        """Moves everything from `row` on one down."""
        self.cells = {(r + (r >= row), c): cell for (r, c), cell in self.cells.items()}
        self.at = {key: (r + (r >= row), c) for key, (r, c) in self.at.items()}

    def rows(self):
        """(height, width) of what is filled."""
        height = max((r for r, _ in self.cells), default=-1) + 1
        width = max((c for _, c in self.cells), default=-1) + 1
        return height, width


class Book:
    """One file. `kind` is xlsx or csv; a csv has one sheet."""

    def __init__(self, path):
        self.path = path
        self.sheets = []

    def sheet(self, name):
        found = next((s for s in self.sheets if s.name == name), None)
        if found is None:
            found = Sheet(name)
            self.sheets.append(found)
        return found

    def to_bytes(self):
        if self.path.endswith(".csv"):
            return to_csv(self.sheets[0])
        return to_xlsx(self)


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


def to_csv(sheet):
    """UTF-8 with BOM and semicolons, what Excel writes in Vietnam."""
    height, width = sheet.rows()
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    for row in range(height):
        writer.writerow([_csv_text(sheet.cells.get((row, c), ("", ""))[0]) for c in range(width)])
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()


def _csv_text(value):
    return value.strftime("%d/%m/%Y") if isinstance(value, date) else str(value)
