# SPDX-License-Identifier: Apache-2.0
"""OpenDocument spreadsheets, written by hand: a fixed date, so that the same seed gives the same
bytes."""

import io
import zipfile
from datetime import date
from xml.sax.saxutils import escape, quoteattr

_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("table", "table"), ("text", "text"),
                         ("style", "style"), ("fo", "xsl-fo-compatible")))
_HEAD = ('<?xml version="1.0" encoding="UTF-8"?>\n'
         f'<office:document-content {_SPACES} office:version="1.2">'
         '<office:automatic-styles><style:style style:name="b" style:family="table-cell">'
         '<style:text-properties fo:font-weight="bold"/></style:style>'
         '<style:style style:name="s" style:family="table-cell">'
         '<style:text-properties style:text-line-through-style="solid"/></style:style>'
         '</office:automatic-styles><office:body><office:spreadsheet>')
_FOOT = "</office:spreadsheet></office:body></office:document-content>"
_MANIFEST = ('<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest'
             ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
             ' manifest:version="1.2">'
             f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIME}"/>'
             '<manifest:file-entry manifest:full-path="content.xml"'
             ' manifest:media-type="text/xml"/></manifest:manifest>')
_STYLE = {"head": "b", "title": "b", "strike": "s"}


def to_ods(book):
    content = _HEAD + "".join(_table(sheet) for sheet in book.sheets) + _FOOT
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text, how in (("mimetype", _MIME, zipfile.ZIP_STORED),
                                ("content.xml", content, zipfile.ZIP_DEFLATED),
                                ("META-INF/manifest.xml", _MANIFEST, zipfile.ZIP_DEFLATED)):
            entry = zipfile.ZipInfo(name, (2022, 6, 1, 8, 0, 0))
            entry.compress_type = how
            archive.writestr(entry, text.encode())
    return buffer.getvalue()


def _table(sheet):
    height, width = sheet.rows()
    spans = {(r, c): (r2, c2) for r, c, r2, c2 in sheet.merges}
    covered = {(r, c) for (r1, c1), (r2, c2) in spans.items() for r in range(r1, r2 + 1)
               for c in range(c1, c2 + 1)} - spans.keys()
    parts = [f"<table:table table:name={quoteattr(sheet.name)}>"]
    for column in range(width):
        hidden = ' table:visibility="collapse"' if column in sheet.hidden else ""
        parts.append(f"<table:table-column{hidden}/>")
    for row in range(height):
        parts.append("<table:table-row>")
        blank = 0
        for column in range(width):
            where = (row, column)
            if where not in sheet.cells and where not in covered:
                blank += 1
                continue
            parts.append(_blanks(blank))
            blank = 0
            parts.append("<table:covered-table-cell/>" if where in covered
                         else _cell(*sheet.cells[where], where, spans.get(where)))
        parts.append("</table:table-row>")
    return "".join(parts) + "</table:table>"


def _blanks(count):
    if count == 0:
        return ""
    repeated = f' table:number-columns-repeated="{count}"' if count > 1 else ""
    return f"<table:table-cell{repeated}/>"


def _cell(value, style, where, span):
    if isinstance(value, date):
        kind = f'office:value-type="date" office:date-value="{value:%Y-%m-%d}"'
        text = f"{value:%d/%m/%Y}"
    elif isinstance(value, (int, float)):
        kind, text = f'office:value-type="float" office:value="{value}"', str(value)
    else:
        kind, text = 'office:value-type="string"', value
    if style in _STYLE:
        kind += f' table:style-name="{_STYLE[style]}"'
    if span:
        kind += (f' table:number-columns-spanned="{span[1] - where[1] + 1}"'
                 f' table:number-rows-spanned="{span[0] - where[0] + 1}"')
    return f"<table:table-cell {kind}><text:p>{escape(text)}</text:p></table:table-cell>"
