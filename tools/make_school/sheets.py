# SPDX-License-Identifier: Apache-2.0
"""Workbooks as plain values.

Layouts build these and mistakes change them, before formats/ makes bytes of them. Rows and columns
count from 0 here; `Sheet.address` gives Excel's name of a cell.
"""

from xlsxwriter.utility import xl_rowcol_to_cell


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

    def row_with(self, value, column=None):
        """The first row that has this value."""
        return min(r for (r, c), (cell, _) in self.cells.items()
                   if cell == value and column in (None, c))

    def remove_row(self, row):
        """Moves everything below up."""
        def kept(r):
            return r != row
        self.cells = {(r - (r > row), c): cell for (r, c), cell in self.cells.items() if kept(r)}
        self.at = {key: (r - (r > row), c) for key, (r, c) in self.at.items() if kept(r)}

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
    """One file. `form` is the format where the suffix does not tell it; a csv has one sheet."""

    def __init__(self, path, form=""):
        self.path = path
        self.form = form
        self.sheets = []

    def sheet(self, name):
        found = next((s for s in self.sheets if s.name == name), None)
        if found is None:
            found = Sheet(name)
            self.sheets.append(found)
        return found
