# SPDX-License-Identifier: Apache-2.0
"""CSV and its relatives."""

import csv
import io
import unicodedata
from datetime import date

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def to_csv(book):
    """UTF-8 with BOM and semicolons, what Excel writes in Vietnam."""
    return b"\xef\xbb\xbf" + _text(book, ";").encode()


def to_utf16_text(book):
    """Excel's "Unicode Text": UTF-16 with BOM, tabs."""
    return b"\xff\xfe" + _text(book, "\t").encode("utf-16-le")


def to_cp1258_csv(book):
    """Windows in Vietnam before Unicode: letters with tone marks behind them."""
    text = "".join(_parted(c) for c in _text(book, ";"))
    return text.encode("cp1258")


def _parted(char):
    """ế → ê and the mark."""
    parts = unicodedata.normalize("NFD", char)
    tones = "".join(c for c in parts if c in _TONES)
    return unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES)) + tones


def _text(book, delimiter):
    sheet = book.sheets[0]
    height, width = sheet.rows()
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")
    for row in range(height):
        writer.writerow([_shown(sheet.cells.get((row, c), ("", ""))[0]) for c in range(width)])
    return buffer.getvalue()


def _shown(value):
    return value.strftime("%d/%m/%Y") if isinstance(value, date) else str(value)
