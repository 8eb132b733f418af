# SPDX-License-Identifier: Apache-2.0
"""XML Spreadsheet 2003, which web applications name .xls."""

from datetime import date
from xml.sax.saxutils import escape, quoteattr

_HEAD = ('<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Excel.Sheet"?>\n'
         '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
         ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">\n<Styles>'
         '<Style ss:ID="head"><Font ss:Bold="1"/></Style>'
         '<Style ss:ID="title"><Font ss:Bold="1"/></Style>'
         '<Style ss:ID="strike"><Font ss:StrikeThrough="1"/></Style>'
         '<Style ss:ID="date"><NumberFormat ss:Format="dd/mm/yyyy"/></Style></Styles>\n')
_NAMED = ("head", "title", "strike")


def to_spreadsheetml(book):
    return (_HEAD + "".join(_sheet(sheet) for sheet in book.sheets) + "</Workbook>\n").encode()


def _sheet(sheet):
    spans = {(r, c): (r2 - r, c2 - c) for r, c, r2, c2 in sheet.merges}
    height, width = sheet.rows()
    parts = [f"<Worksheet ss:Name={quoteattr(sheet.name)}><Table>\n"]
    parts += [f'<Column ss:Index="{c + 1}" ss:Hidden="1"/>' for c in sorted(sheet.hidden)]
    for row in range(height):
        filled = [c for c in range(width) if (row, c) in sheet.cells]
        if not filled:
            continue
        parts.append(f'<Row ss:Index="{row + 1}">')
        parts += [_cell(*sheet.cells[row, c], c, spans.get((row, c))) for c in filled]
        parts.append("</Row>\n")
    return "".join(parts) + "</Table></Worksheet>\n"


def _cell(value, style, column, span):
    if isinstance(value, date):
        kind, text, style = "DateTime", f"{value:%Y-%m-%d}T00:00:00.000", "date"
    elif isinstance(value, (int, float)):
        kind, text = "Number", str(value)
    else:
        kind, text = "String", escape(value)
    attributes = f'ss:Index="{column + 1}"'
    if style in (*_NAMED, "date"):
        attributes += f' ss:StyleID="{style}"'
    if span:
        attributes += f' ss:MergeDown="{span[0]}" ss:MergeAcross="{span[1]}"'
    return f'<Cell {attributes}><Data ss:Type="{kind}">{text}</Data></Cell>'
