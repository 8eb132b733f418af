# SPDX-License-Identifier: Apache-2.0
"""A page with a table that a web application names .xls."""

from datetime import date
from html import escape

_HEAD = ('<html xmlns:x="urn:schemas-microsoft-com:office:excel">\n<head>\n'
         '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\n'
         '<style>td { mso-number-format: "\\@"; } th { font-weight: bold; }</style>\n'
         "</head>\n<body>\n")


def to_html(book):
    return (_HEAD + "".join(_table(sheet) for sheet in book.sheets) + "</body>\n</html>\n").encode()


def _table(sheet):
    height, width = sheet.rows()
    spans = {(r, c): (r2, c2) for r, c, r2, c2 in sheet.merges}
    covered = {(r, c) for (r1, c1), (r2, c2) in spans.items() for r in range(r1, r2 + 1)
               for c in range(c1, c2 + 1)} - spans.keys()
    lines = ["<table border=1>\n"]
    for row in range(height):
        cells = [_cell(*sheet.cells.get((row, c), ("", "")), (row, c), spans.get((row, c)))
                 for c in range(width) if (row, c) not in covered]
        lines.append("<tr>" + "".join(cells) + "</tr>\n")
    return "".join(lines) + "</table>\n"


def _cell(value, style, where, span):
    text = f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)
    name = "th" if style == "head" else "td"
    attributes = (f" rowspan={span[0] - where[0] + 1} colspan={span[1] - where[1] + 1}"
                  if span else "")
    return f"<{name}{attributes}>{escape(text, quote=False)}</{name}>"
