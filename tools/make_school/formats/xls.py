# SPDX-License-Identifier: Apache-2.0
"""Excel 97-2003 workbooks (BIFF8), by xlwt; also with the fonts of before Unicode, in which the
letters of a cell are the bytes of TCVN3 or VNI read as Windows-1252."""

import io
from datetime import date

import xlwt

from .old_letters import tcvn3, vni

_STYLES = {
    "": "", "num": "", "avg": "", "date": "",
    "head": "font: bold on; align: horiz center, vert center, wrap on;"
            " borders: left thin, right thin, top thin, bottom thin",
    "title": "font: bold on",
    "strike": "",
    "red": "font: colour red",
}
_NUMBERS = {"avg": "0.0", "date": "dd/mm/yyyy"}


def to_xls(book):
    return _workbook(book, lambda text: (text, "Times New Roman"))


def to_tcvn3_xls(book):
    """.VnTime, and .VnTimeH for what is in capitals: the bytes of the small letters."""
    def convert(text):
        if text.isascii():
            return text, "Times New Roman"
        capitals = text == text.upper()
        return tcvn3(text.lower() if capitals else text), ".VnTimeH" if capitals else ".VnTime"
    return _workbook(book, convert)


def to_vni_xls(book):
    return _workbook(book, lambda text: (vni(text), "VNI-Times"))


def _workbook(book, convert):
    workbook = xlwt.Workbook(encoding="utf-8")
    styles = {}
    for sheet in book.sheets:
        page = workbook.add_sheet(sheet.name)
        for column, width in sheet.widths.items():
            page.col(column).width = int(width * 256)
        for column in sheet.hidden:
            page.col(column).hidden = True
        merged = {(row, column): (row2, column2) for row, column, row2, column2 in sheet.merges}
        for (row, column), (value, style) in sheet.cells.items():
            name, font = ("date" if isinstance(value, date) else style), "Times New Roman"
            if isinstance(value, str):
                value, font = convert(value)
            if (name, font) not in styles:
                styles[name, font] = _style(name, font)
            if (row, column) in merged:
                page.write_merge(row, merged[row, column][0], column, merged[row, column][1],
                                 value, styles[name, font])
            else:
                page.write(row, column, value, styles[name, font])
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def _style(name, font):
    style = xlwt.easyxf(_STYLES[name], num_format_str=_NUMBERS.get(name, "General"))
    style.font.name = font
    style.font.struck_out = name == "strike"
    return style
