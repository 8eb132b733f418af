# SPDX-License-Identifier: Apache-2.0
"""In which format each export leaves its software: schools never see one format only."""

import re

from .html_table import to_html
from .ods import to_ods
from .spreadsheetml import to_spreadsheetml
from .text import to_cp1258_csv, to_csv, to_utf16_text
from .xls import to_tcvn3_xls, to_vni_xls, to_xls
from .xlsx import to_xlsx

_WRITERS = {
    "csv": to_csv, "utf16": to_utf16_text, "cp1258": to_cp1258_csv, "xlsx": to_xlsx, "xls": to_xls,
    "tcvn3": to_tcvn3_xls, "vni": to_vni_xls, "ods": to_ods, "spreadsheetml": to_spreadsheetml,
    "html": to_html,
}
# Path of an export as a layout names it → form, and the suffix that its software gives it.
_EXPORTED = (
    ("vnedu/", "xls", ".xls"),
    ("thong-ke/", "xls", ".xls"),
    ("pcgd/", "xls", ".xls"),
    ("ccvc/", "spreadsheetml", ".xls"),
    ("smas/HK2/RenLuyen_8A_", "ods", ".ods"),
    ("smas/HK2/RenLuyen_9B_", "spreadsheetml", ".xls"),
    ("csdl/DS_HocSinh_8A", "html", ".xls"),
    ("y-te/SucKhoe_7A_", "ods", ".ods"),
    ("y-te/SucKhoe_9A_", "xls", ".xls"),
    ("ke-toan/SoTaiSan", "tcvn3", ".xls"),
    ("kiem-dinh/", "vni", ".xls"),
    ("chuyen-mon/PhanCong_HK2", "utf16", ".csv"),
    ("tap-huan/", "cp1258", ".csv"),
)


def as_exported(book):
    """Gives the book the form and the name in which the school receives it."""
    for start, form, suffix in _EXPORTED:
        if book.path.startswith(start):
            book.path = re.sub(r"\.\w+$", suffix, book.path)
            book.form = form
    return book


def to_bytes(book):
    return _WRITERS[book.form or book.path.rsplit(".", 1)[1]](book)
