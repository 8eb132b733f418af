# SPDX-License-Identifier: Apache-2.0
"""What the Word papers of a school have in common: letterhead, signatures, names of files."""

import unicodedata

from ..formats.docx import Document
from ..layout_common import OFFICE, SCHOOL_LINE
from ..staff import PRINCIPAL, STAFF, TEAMS

VICE = STAFF[1][1]
HEAD = PRINCIPAL[1]
SHORT = dict(zip(TEAMS, ("KHTN", "KHXH")))


def document(title, who, day):
    """With the letterhead that every paper of a school has."""
    made = Document(title, who, day)
    made.table([(f"{OFFICE}\n{SCHOOL_LINE}",
                 "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")],
               head=False, border=False)
    return made


def approved(paper, day):
    paper.text(f"Ngày duyệt: {day:%d/%m/%Y}")


def sign(paper, *people):
    paper.table([[f"{title}\n(Ký và ghi rõ họ tên)\n\n{name}" for title, name in people]],
                head=False, border=False)


def plain(name):
    """Trần Thị Hương → TranThiHuong, as people name files."""
    parts = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in parts if c.isascii() and c.isalnum())
